/** Omniglot's images at the size that they are published in. */

import { alphabetOf } from './alphabets';
import { DRAWINGS } from './archive';
import { checkImage, IMAGE, isImage, slashed } from './archiveFiles';
import { type Drawing, darknessOf, publishedDrawing } from './drawings';
import { type Glyphs, levelsOf, PUBLISHED_SIDE, SIDE, type Split, writeTurned } from './glyphs';
import { asDrawn, normalised } from './normalised';
import { FINE } from './pairs';
import { RefusalError } from './refusal';
import { isZipFile, unzip } from './zip';

export interface Published {
  /** `Greek/character07`. */
  readonly names: readonly string[];
  read(character: number, drawer: number): Drawing;
}

/** @throws RefusalError when the bytes are no zip as Omniglot publishes it, or it is damaged */
export function readPublished(bytes: Uint8Array): Published {
  if (!isZipFile(bytes)) throw new RefusalError({ code: 'no-zip' });
  let count = 0;
  const files = unzip(bytes, ({ name, size, originalSize }) => {
    if (!isImage(name)) return false;
    count += 1;
    checkImage(name, Math.max(size, originalSize), count);
    return true;
  });
  const characters = new Map<string, string[]>();
  for (const file of Object.keys(files).sort()) {
    const name = IMAGE.exec(slashed(file))![1]!;
    const own = characters.get(name) ?? [];
    own.push(file);
    characters.set(name, own);
  }
  if (characters.size === 0) throw new RefusalError({ code: 'no-images' });
  for (const [character, { length: drawings }] of characters) {
    const has = { character, drawings, expected: DRAWINGS };
    if (drawings !== DRAWINGS) throw new RefusalError({ code: 'drawings-missing', ...has });
  }
  const paths = [...characters.values()];
  return {
    names: [...characters.keys()],
    read(character, drawer) {
      const path = paths[character]![drawer]!;
      return publishedDrawing(files[path]!, path);
    },
  };
}

/** These characters from what is published, normalised or as they were drawn. @param splitOf of an alphabet */
export function publishedGlyphs(
  { names, read }: Published,
  splitOf: (alphabet: string) => Split,
  normalise: 'off' | 'on' = 'on',
): Glyphs {
  const of = normalise === 'on' ? normalised : asDrawn;
  const at = (glyph: number, drawing: number, side: number) =>
    of(darknessOf(read(glyph, drawing)), PUBLISHED_SIDE, side);
  return {
    source: 'omniglot',
    classes: names.map((name) => ({ name, split: splitOf(alphabetOf(name)), drawings: DRAWINGS })),
    write(glyph, drawing, turns, out, to) {
      writeTurned(levelsOf(at(glyph, drawing, SIDE)), 0, 255, turns, out, to);
    },
    finely: (glyph, drawing) => at(glyph, drawing, FINE),
  };
}
