/** Omniglot's images at the size that they are published in, and normalised drawings of them, finer than a network's. */

import { DRAWINGS } from './archive';
import { checkImage, IMAGE, isImage, slashed } from './archiveFiles';
import { normalised } from './normalised';
import { FINE, type FineDrawings } from './pairs';
import { inkOf, PUBLISHED_SIDE } from './publishedImage';
import { RefusalError } from './refusal';
import { isZipFile, unzip } from './zip';

/**
 * Normalised drawings of a zip as Omniglot publishes them.
 *
 * @throws RefusalError when the bytes are no such zip, or it is damaged
 */
export function publishedDrawings(bytes: Uint8Array): FineDrawings {
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
    characters.set(name, [...(characters.get(name) ?? []), file]);
  }
  if (characters.size === 0) throw new RefusalError({ code: 'no-images' });
  for (const [character, { length: drawings }] of characters) {
    const has = { character, drawings, expected: DRAWINGS };
    if (drawings !== DRAWINGS) throw new RefusalError({ code: 'drawings-missing', ...has });
  }
  const paths = [...characters.values()];
  const made = new Map<string, Uint8Array>();
  return {
    names: [...characters.keys()],
    drawers: DRAWINGS,
    read(character, drawer) {
      const path = paths[character]![drawer]!;
      const known = made.get(path);
      if (known !== undefined) return known;
      const ink = Float32Array.from(inkOf(files[path]!, path));
      const fine = normalised(ink, PUBLISHED_SIDE, FINE);
      const levels = Uint8Array.from(fine, (x) => Math.round(255 * x));
      made.set(path, levels);
      return levels;
    },
  };
}
