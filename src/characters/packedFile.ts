/** The packed characters on disk, for commands that run without a page. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Glyphs } from '../tasks/glyphs/glyphs';
import { decodePack, PACK_FILE } from '../tasks/glyphs/pack';

/** The characters are not there; the message says what to do. */
export class MissingData extends Error {
  override readonly name = 'MissingData';
}

/** @throws MissingData */
export function packedGlyphs(): Glyphs {
  const file = path.join(process.cwd(), 'public', PACK_FILE);
  if (!existsSync(file)) {
    throw new MissingData(
      `public/${PACK_FILE} is missing: run npm run data:omniglot first, with --from ZIP if you have the archive`,
    );
  }
  return decodePack(readFileSync(file));
}
