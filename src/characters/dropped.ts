/** What a person drops on the page: files, and folders with all that lies in them. */

import { isImage, isZip } from '../tasks/glyphs/archiveFiles';
import { TroubleError } from './trouble';
import type { Folder } from './unpack';

/** The part of the browser's entries that is used. */
type Entry = Pick<FileSystemEntry, 'name' | 'isDirectory'>;

/**
 * Takes from a drop what can be read later: the browser lets go of it once its event is over.
 *
 * @returns the files, those of folders included, when they are asked for
 */
export function takeDrop(
  data: Pick<DataTransfer, 'files' | 'items'>,
): () => Promise<(File | Folder)[]> {
  const files = [...data.files];
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return async () => (entries.some(({ isDirectory }) => isDirectory) ? filesIn(entries) : files);
}

/** Zips, and a folder of images for each folder that was dropped, unless it holds zips alone. */
async function filesIn(entries: readonly Entry[]): Promise<(File | Folder)[]> {
  const found: (File | Folder)[] = [];
  for (const entry of entries) {
    const images: Folder['images'][number][] = [];
    const zips: File[] = [];
    await walk(entry, entry.name, async (file, path) => {
      if (isImage(path)) images.push({ path, content: await file() });
      else if (isZip(path) || !entry.isDirectory) zips.push(await file());
    });
    found.push(...zips);
    if (images.length > 0 || zips.length === 0) found.push({ name: entry.name, images });
  }
  return found;
}

/** Visits an entry that is a file, or all files below one that is a folder. */
async function walk(
  entry: Entry,
  path: string,
  visit: (file: () => Promise<File>, path: string) => Promise<void>,
): Promise<void> {
  if (!entry.isDirectory) {
    const { file } = entry as FileSystemFileEntry;
    await visit(() => promised(path, (done, failed) => file.call(entry, done, failed)), path);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A hundred at a time, and none at the end.
    const some = await promised<FileSystemEntry[]>(path, (done, failed) =>
      reader.readEntries(done, failed),
    );
    if (some.length === 0) return;
    for (const next of some) await walk(next, `${path}/${next.name}`, visit);
  }
}

/** @throws TroubleError that names what cannot be read */
function promised<T>(
  path: string,
  ask: (done: (result: T) => void, failed: (error: unknown) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(resolve, (cause) => {
      reject(new TroubleError({ code: 'file-unreadable', file: path }, { cause }));
    });
  });
}
