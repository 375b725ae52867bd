/** What `npm run data:omniglot` makes of the published archives: what the page makes of those that are dropped on it. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { packedBytes, saidOf } from '../../characters/packedFile';
import { type Archive, type Folder, type UnpackEvent, unpack } from '../../characters/unpack';
import { LEAST_CHARACTERS } from '../../labs/omniglot/methods/sharedFields';
import { isImage, isZip } from '../../tasks/glyphs/archiveFiles';
import { classesIn, splits } from '../../tasks/glyphs/glyphs';
import { decodePack, PACK_FILE } from '../../tasks/glyphs/pack';

export { PACK_FILE, saidOf };

/** The archives of a file, or of a folder and all that lies in it. */
export function archivesIn(name: string): (Archive | Folder)[] {
  const blobOf = (file: string) => new Blob([readFileSync(file)]);
  if (!statSync(name).isDirectory()) return [{ name, content: blobOf(name) }];
  const files = readdirSync(name, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const zips = files.filter(isZip).map((file) => ({ name: file, content: blobOf(file) }));
  const images = files.filter(isImage).map((file) => ({ path: file, content: blobOf(file) }));
  return images.length > 0 || zips.length === 0 ? [...zips, { name, images }] : zips;
}

/** The pack of the archives, and how many characters and drawings each split has. */
export async function pack(
  archives: readonly (Archive | Folder)[],
  { root, anew }: { readonly root: string; readonly anew: boolean },
  onEvent: (event: UnpackEvent) => void,
) {
  const there = anew ? null : packedBytes(root);
  let bytes = new Uint8Array();
  const kept = there === null ? [] : [there];
  await unpack({ archives, kept, least: LEAST_CHARACTERS }, (event) => {
    if (event.kind === 'packed') bytes = Uint8Array.from(event.pack);
    onEvent(event);
  });
  const glyphs = decodePack(bytes);
  const counts = splits.map((split) => {
    const classes = classesIn(glyphs, split);
    const drawings = classes.reduce((sum, glyph) => sum + glyphs.classes[glyph]!.drawings, 0);
    return { split, characters: classes.length, drawings };
  });
  return { bytes, counts, merged: there !== null };
}
