/** Opens zips that somebody may have made, cut or damaged. */

import { type UnzipFileFilter, unzipSync } from 'fflate';
import { RefusalError } from './refusal';

export const isZipFile = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** @param filter asked before an entry is unpacked into exactly `originalSize` bytes: a lie there takes no memory */
export function unzip(bytes: Uint8Array, filter: UnzipFileFilter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    throw new RefusalError({ code: 'zip-damaged' }, { cause: error });
  }
}
