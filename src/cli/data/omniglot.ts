/** What `npm run data:omniglot` makes of the published archives. */

import { saidOf } from '../../characters/packedFile';
import { type Characters, readArchive } from '../../tasks/glyphs/archive';
import { classesIn, splits } from '../../tasks/glyphs/glyphs';
import { decodePack, PACK_FILE, packOf } from '../../tasks/glyphs/pack';

export { PACK_FILE, readArchive, saidOf };

/** The pack of the archives, and how many characters and drawings each split has. */
export function pack(archives: readonly Characters[]) {
  const bytes = packOf(archives);
  // Read again as the page will: what is written is known to be whole.
  const glyphs = decodePack(bytes);
  const counts = splits.map((split) => {
    const classes = classesIn(glyphs, split);
    const drawings = classes.reduce((sum, glyph) => sum + glyphs.classes[glyph]!.drawings, 0);
    return { split, characters: classes.length, drawings };
  });
  return { bytes, counts };
}
