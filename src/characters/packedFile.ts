/** The packed characters on disk, for commands that run without a page. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Glyphs, splitCounts } from '../tasks/glyphs/glyphs';
import { decodePack, PACK_FILE } from '../tasks/glyphs/pack';
import { RefusalError } from '../tasks/glyphs/refusal';
import { say } from '../words/format';
import { loadWords, type Words, words } from '../words/words';
import { areEnough } from './characters';
import { refusalText, troubleText } from './phrases';
import { TroubleError } from './trouble';

/** The characters are not there, or too few. */
class PackError extends Error {
  override readonly name = 'PackError';

  constructor(readonly said: (of: Words['characters']) => string) {
    super('the pack is missing or too small');
  }
}

/**
 * @param least characters that each split must have
 * @throws what `saidOf` says: it is missing, damaged or too small
 */
export function packedGlyphs(least: number): Glyphs {
  const file = `public/${PACK_FILE}`;
  const bytes = packedBytes(process.cwd());
  if (bytes === null) throw new PackError(({ packMissing }) => say(packMissing, { file }));
  const glyphs = decodePack(bytes);
  if (areEnough(glyphs, least)) return glyphs;
  const { validation, test } = splitCounts(glyphs);
  const counts = { characters: glyphs.classes.length, validation, test, least };
  throw new PackError(({ packTooSmall }) => say(packTooSmall, { file, ...counts }));
}

/** The pack as it lies there; null without one. */
export function packedBytes(root: string): Uint8Array | null {
  const file = path.join(root, 'public', PACK_FILE);
  return existsSync(file) ? readFileSync(file) : null;
}

/** What a command can say of an error about characters; null of any other error. */
export async function saidOf(error: unknown): Promise<string | null> {
  await loadWords('characters');
  if (error instanceof PackError) return error.said(words().characters);
  if (error instanceof RefusalError) return refusalText(words(), error.refusal);
  if (!(error instanceof TroubleError)) return null;
  const { message, cure } = troubleText(words(), error.trouble);
  return `${message} ${cure}`;
}
