/** The packed characters on disk, for commands that run without a page. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Glyphs } from '../tasks/glyphs/glyphs';
import { decodePack, PACK_FILE } from '../tasks/glyphs/pack';
import { RefusalError } from '../tasks/glyphs/refusal';
import { say } from '../words/format';
import { loadWords, words } from '../words/words';
import { refusalText } from './phrases';

/** The characters are not there. */
export class PackMissing extends Error {
  override readonly name = 'PackMissing';

  /** @param file from the project's root */
  constructor(readonly file: string) {
    super(file);
  }
}

/** @throws PackMissing; RefusalError if it is damaged */
export function packedGlyphs(): Glyphs {
  const file = path.join(process.cwd(), 'public', PACK_FILE);
  if (!existsSync(file)) throw new PackMissing(`public/${PACK_FILE}`);
  return decodePack(readFileSync(file));
}

/** What a command can say of an error about characters; null of any other error. */
export async function saidOf(error: unknown): Promise<string | null> {
  if (!(error instanceof PackMissing || error instanceof RefusalError)) return null;
  await loadWords('characters');
  return error instanceof PackMissing
    ? say(words().characters.packMissing, { file: error.file })
    : refusalText(words(), error.refusal);
}
