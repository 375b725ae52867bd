/**
 * Omniglot in one small file: what the page fetches, and what a worker makes of dropped archives.
 *
 * Little-endian: magic (4 bytes), version (u32), bytes of the index (u32), bytes of the pixels (u32), CRC-32 of both as
 * they lie in the file (u32); then the index (JSON, deflated) and the pixels (BITS each, the first in the high bits,
 * drawing after drawing of character after character; deflated).
 *
 * Bits of a pixel, measured on the 964 background characters: megabytes of the pack, and per cent right of the nearest
 * neighbour by cosine in 5-way and 20-way one-shot tasks (4,000 and 2,000 of them; 95% intervals ± 0.7 and ± 0.45).
 * Four lose nothing, and Lanczos in place of areas gains nothing:
 *
 * | bits | areas: MB | 5-way | 20-way | Lanczos: MB | 5-way | 20-way |
 * | ---- | --------- | ----- | ------ | ----------- | ----- | ------ |
 * | 1    | 0.50      | 46.5  | 27.7   | 0.51        | 47.1  | 28.1   |
 * | 2    | 0.89      | 49.9  | 30.6   | 0.91        | 49.9  | 30.6   |
 * | 4    | 1.59      | 50.5  | 31.2   | 1.62        | 50.4  | 31.2   |
 * | 8    | 2.44      | 50.5  | 31.2   | 3.86        | 50.6  | 31.3   |
 */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { crc32 } from '../../math/crc32';
import { type Characters, DRAWINGS, mergeArchives } from './archive';
import { type Glyphs, PIXELS, SIDE, splitOf, splits, writeTurned } from './glyphs';
import { RefusalError } from './refusal';

/** Where the pack lies on the site. */
export const PACK_FILE = 'data/omniglot.pack';

const MAGIC = 'ILGP';
const VERSION = 1;
const HEADER_BYTES = 20;
const BITS = 4;
const INK = 2 ** BITS - 1;
const CREDIT = 'Omniglot, Brenden Lake 2015, MIT';

/** Omniglot has 1,623 characters; no pack may ask for more memory than a few times that. */
const MOST_CLASSES = 5000;
const MOST_INDEX_BYTES = 2 ** 20;

const indexSchema = v.object({
  credit: v.string(),
  side: v.literal(SIDE),
  bits: v.literal(BITS),
  classes: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        split: v.picklist(splits),
        drawings: v.literal(DRAWINGS),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_CLASSES),
  ),
});
type Index = v.InferOutput<typeof indexSchema>;

/** The pack of all characters of the archives. */
export function packOf(archives: readonly Characters[]): Uint8Array {
  const characters = mergeArchives(archives);
  const index: Index = {
    credit: CREDIT,
    side: SIDE,
    bits: BITS,
    classes: [...characters.keys()].map((name) => ({
      name,
      split: splitOf(name),
      drawings: DRAWINGS,
    })),
  };
  const pixels = new Uint8Array(pixelBytes(index));
  let at = 0;
  for (const drawings of characters.values()) {
    for (let i = 0; i < drawings.length; i += 2) {
      pixels[at++] = (levelOf(drawings[i]!) << BITS) | levelOf(drawings[i + 1]!);
    }
  }
  return assemble(
    deflateSync(strToU8(JSON.stringify(index)), { level: 9 }),
    deflateSync(pixels, { level: 9 }),
  );
}

/** @throws RefusalError when the bytes are no pack, a damaged one or one of another version */
export function decodePack(bytes: Uint8Array): Glyphs {
  const parts = takeApart(bytes);
  const index = indexIn(inflate(parts.index, MOST_INDEX_BYTES));
  const expected = pixelBytes(index);
  const packed = inflate(parts.pixels, expected);
  if (packed.length !== expected) throw new RefusalError({ code: 'pack-lacks-pixels' });
  const levels = new Uint8Array(2 * expected);
  for (let i = 0; i < expected; i++) {
    levels[2 * i] = packed[i]! >> BITS;
    levels[2 * i + 1] = packed[i]! & INK;
  }
  return {
    source: 'omniglot',
    classes: index.classes,
    write: (glyph, drawing, turns, out, at) => {
      writeTurned(levels, (glyph * DRAWINGS + drawing) * PIXELS, INK, turns, out, at);
    },
  };
}

const levelOf = (ink: number): number => Math.round((ink * INK) / 255);

const pixelBytes = (index: Index): number => (index.classes.length * DRAWINGS * PIXELS * BITS) / 8;

function assemble(index: Uint8Array, pixels: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + index.length + pixels.length);
  bytes.set(index, HEADER_BYTES);
  bytes.set(pixels, HEADER_BYTES + index.length);
  bytes.set(strToU8(MAGIC));
  const header = new DataView(bytes.buffer);
  const checksum = crc32(bytes.subarray(HEADER_BYTES));
  [VERSION, index.length, pixels.length, checksum].forEach((value, i) => {
    header.setUint32(4 + 4 * i, value, true);
  });
  return bytes;
}

/** The deflated parts of a pack that is whole. */
function takeApart(bytes: Uint8Array): { index: Uint8Array; pixels: Uint8Array } {
  if (bytes.length < HEADER_BYTES || strFromU8(bytes.subarray(0, 4)) !== MAGIC) {
    throw new RefusalError({ code: 'no-pack' });
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const field = (i: number) => header.getUint32(4 + 4 * i, true);
  if (field(0) !== VERSION) {
    throw new RefusalError({ code: 'pack-version', version: field(0), readable: VERSION });
  }
  const middle = HEADER_BYTES + field(1);
  const end = middle + field(2);
  if (bytes.length < end) {
    throw new RefusalError({ code: 'pack-cut', bytes: bytes.length, expected: end });
  }
  if (bytes.length > end || crc32(bytes.subarray(HEADER_BYTES)) !== field(3)) {
    throw new RefusalError({ code: 'pack-checksum' });
  }
  return { index: bytes.subarray(HEADER_BYTES, middle), pixels: bytes.subarray(middle) };
}

/** @param most bytes of room; what inflates beyond them is left out, so no pack can exhaust the memory */
function inflate(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { out: new Uint8Array(most) });
  } catch (error) {
    throw new RefusalError({ code: 'pack-not-deflated' }, { cause: error });
  }
}

function indexIn(json: Uint8Array): Index {
  try {
    return v.parse(indexSchema, JSON.parse(strFromU8(json)));
  } catch (error) {
    throw new RefusalError({ code: 'pack-index' }, { cause: error });
  }
}
