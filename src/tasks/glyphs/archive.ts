/**
 * Reads the zips that Omniglot is published as (github.com/brendenlake/omniglot, folder python): images_background,
 * images_evaluation and the small ones; also GitHub's zip of the whole repository, in which they lie, and images that
 * somebody has unpacked. Layout: `<anything>/<Alphabet>/characterNN/IIII_DD.png`, 105×105, ink black.
 */

import {
  checkImage,
  IMAGE,
  isImage,
  isZip,
  MEGABYTE,
  MOST_ARCHIVE_BYTES,
  MOST_MEGABYTES,
  slashed,
} from './archiveFiles';
import { PIXELS } from './glyphs';
import { inkOf, shrink } from './publishedImage';
import { RefusalError } from './refusal';
import { isZipFile, unzip } from './zip';

/** Drawings by character (`Greek/character07`): row-major [DRAWINGS, SIDE, SIDE], ink 255, paper 0. */
export type Characters = ReadonlyMap<string, Uint8Array>;

/** Every character of Omniglot was drawn by 20 people. */
export const DRAWINGS = 20;

type OnProgress = (done: number, total: number) => void;

/**
 * @param onProgress hears how many of the images are read, now and then
 * @throws RefusalError when the bytes are not an archive of Omniglot, nor a zip of such archives, or are damaged
 */
export function readArchive(bytes: Uint8Array, onProgress?: OnProgress): Characters {
  const { images, zips } = contentsOf(bytes, MOST_MEGABYTES * MEGABYTE);
  const archives = images.size === 0 ? [] : [readImages(images, onProgress)];
  for (const path of zips) {
    const zip = unpacked(bytes, path);
    if (!isZipFile(zip)) continue;
    const inner = contentsOf(zip, MOST_ARCHIVE_BYTES).images;
    if (inner.size > 0) archives.push(readImages(inner, onProgress));
  }
  if (archives.length === 0) throw new RefusalError({ code: 'no-images' });
  return archives.length === 1 ? archives[0]! : mergeArchives(archives);
}

/**
 * The characters of images that lie in no zip.
 *
 * @param files their bytes by path
 * @throws RefusalError as `readArchive`
 */
export function readImages(
  files: ReadonlyMap<string, Uint8Array>,
  onProgress?: OnProgress,
): Characters {
  const images = imagesByCharacter(files);
  const total = images.size * DRAWINGS;
  const characters = new Map<string, Uint8Array>();
  for (const [name, drawings] of images) {
    if (drawings.length !== DRAWINGS) {
      const has = { character: name, drawings: drawings.length, expected: DRAWINGS };
      throw new RefusalError({ code: 'drawings-missing', ...has });
    }
    const pixels = new Uint8Array(DRAWINGS * PIXELS);
    drawings.forEach(({ path, png }, drawing) => {
      shrink(inkOf(png, path), pixels, drawing * PIXELS);
    });
    characters.set(name, pixels);
    onProgress?.(characters.size * DRAWINGS, total);
  }
  return characters;
}

/** The characters of all archives by name; of a character that several hold, the first one's drawings. */
export function mergeArchives(archives: readonly Characters[]): Characters {
  const merged = new Map<string, Uint8Array>();
  for (const name of archives.flatMap((archive) => [...archive.keys()]).sort()) {
    const holder = archives.find((archive) => archive.has(name));
    merged.set(name, holder!.get(name)!);
  }
  return merged;
}

interface PublishedImage {
  readonly path: string;
  readonly png: Uint8Array;
}

/** Images in the order of their names. Of an image that lies in several folders, the first. */
function imagesByCharacter(files: ReadonlyMap<string, Uint8Array>): Map<string, PublishedImage[]> {
  const images = new Map<string, PublishedImage[]>();
  const seen = new Set<string>();
  for (const path of [...files.keys()].sort()) {
    const [, name, file] = IMAGE.exec(slashed(path)) as unknown as [string, string, string];
    if (seen.has(`${name}/${file}`)) continue;
    seen.add(`${name}/${file}`);
    const drawings = images.get(name) ?? [];
    drawings.push({ path, png: files.get(path)! });
    images.set(name, drawings);
  }
  if (images.size === 0) throw new RefusalError({ code: 'no-images' });
  return images;
}

/** The images that a zip holds, unpacked, by path; and the paths of zips in it. */
function contentsOf(
  bytes: Uint8Array,
  most: number,
): { images: Map<string, Uint8Array>; zips: string[] } {
  if (bytes.length > most) {
    const megabytes = Math.round(bytes.length / MEGABYTE);
    throw new RefusalError({ code: 'archive-too-large', megabytes, most: most / MEGABYTE });
  }
  if (!isZipFile(bytes)) throw new RefusalError({ code: 'no-zip' });
  let count = 0;
  const zips: string[] = [];
  const entries = unzip(bytes, ({ name, size, originalSize }) => {
    if (isImage(name)) {
      count += 1;
      checkImage(name, Math.max(size, originalSize), count);
      return true;
    }
    if (isZip(name) && Math.max(size, originalSize) <= MOST_ARCHIVE_BYTES) zips.push(name);
    return false;
  });
  return { images: new Map(Object.entries(entries)), zips };
}

/** One file of a zip. */
const unpacked = (bytes: Uint8Array, path: string): Uint8Array =>
  unzip(bytes, ({ name }) => name === path)[path]!;
