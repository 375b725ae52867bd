/** Which files are Omniglot's, by their paths and sizes: asked before anything is unpacked. */

import { RefusalError } from './refusal';

export const MEGABYTE = 2 ** 20;
/** The published zips are 1–10 MB; whatever is much larger is something else. */
export const MOST_ARCHIVE_BYTES = 64 * MEGABYTE;
/** A zip of the whole repository holds much besides. */
export const MOST_MEGABYTES = 512;
/** A published image has about 300 bytes; its bare pixels would have 1,470. */
const MOST_IMAGE_BYTES = 4096;
/** Omniglot has 32,460 images in all; of some its repository has a second copy. */
const MOST_IMAGES = 40_000;

/** Takes a path apart into the character's name and the image's. */
export const IMAGE = /(?:^|\/)([^/]+\/character\d\d)\/(\d{4}_\d\d)\.png$/i;

/** Some programs for Windows write paths with backslashes. */
export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Whether a file is an image of Omniglot. */
export const isImage = (path: string): boolean => IMAGE.test(slashed(path));

/** Whether a file is a zip. macOS puts what it knows of files beside them, under the same names. */
export const isZip = (path: string): boolean =>
  /\.zip$/i.test(path) && !slashed(path).includes('__MACOSX/');

/**
 * Refuses an image, or so many, before it is read.
 *
 * @param count of images so far, with this one
 */
export function checkImage(path: string, bytes: number, count: number): void {
  if (bytes > MOST_IMAGE_BYTES) throw new RefusalError({ code: 'image-too-large', file: path });
  if (count > MOST_IMAGES) throw new RefusalError({ code: 'too-many-images', most: MOST_IMAGES });
}
