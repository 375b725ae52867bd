/** Reads one image as Omniglot publishes it, 105×105, black and white alone; and shrinks it. */

import { convertIndexedToRgb, decode } from 'fast-png';
import { PUBLISHED_SIDE, SIDE } from './glyphs';
import { RefusalError } from './refusal';

/** Where an image has ink, row-major [PUBLISHED_SIDE, PUBLISHED_SIDE]: 1 ink, 0 paper. @throws RefusalError */
export function inkOf(png: Uint8Array, path: string): Uint8Array {
  const ink = whitesOf(decodePng(png, path), path);
  let whites = 0;
  for (let i = 0; i < ink.length; i++) whites += ink[i]!;
  // Thin lines on much paper: what there is more of is the paper, also where others have made it black.
  const paper = whites >= ink.length / 2 ? 1 : 0;
  for (let i = 0; i < ink.length; i++) ink[i] = ink[i] === paper ? 0 : 1;
  return ink;
}

/** 1 where a pixel is white. Published are single bits; whoever has saved them otherwise has changed nothing. */
function whitesOf(image: ReturnType<typeof decode>, path: string): Uint8Array {
  const out = new Uint8Array(PUBLISHED_SIDE ** 2);
  const { channels, depth, data, palette } = image;
  if (depth < 8 && channels === 1 && palette === undefined) {
    if (depth !== 1) throw new RefusalError({ code: 'image-has-greys', file: path });
    const rowBytes = Math.ceil(PUBLISHED_SIDE / 8);
    for (let row = 0; row < PUBLISHED_SIDE; row++) {
      for (let column = 0; column < PUBLISHED_SIDE; column++) {
        out[row * PUBLISHED_SIDE + column] =
          (data[row * rowBytes + (column >> 3)]! >> (7 - (column & 7))) & 1;
      }
    }
    return out;
  }
  const values = palette === undefined ? data : convertIndexedToRgb(image);
  const stride = values.length / out.length;
  const most = palette === undefined ? 2 ** depth - 1 : 255;
  for (let i = 0; i < out.length; i++) {
    const value = values[i * stride]!;
    if (value !== 0 && value !== most) {
      throw new RefusalError({ code: 'image-has-greys', file: path });
    }
    out[i] = value === 0 ? 0 : 1;
  }
  return out;
}

/** Input pixels that one output pixel covers, in each direction: 3.75. */
const SCALE = PUBLISHED_SIDE / SIDE;

/** For each input pixel of one direction: the first output pixel that it lies in, and its share of that and the next. */
const shares = Array.from({ length: PUBLISHED_SIDE }, (_, pixel) => {
  const first = Math.floor(pixel / SCALE);
  const within = Math.min(1, (first + 1) * SCALE - pixel);
  return [first, within / SCALE, (1 - within) / SCALE] as const;
});

/**
 * Shrinks ink to [SIDE, SIDE] by averaging it over the area of each pixel; writes 0 … 255 to `out` from `at`.
 */
export function shrink(published: Uint8Array, out: Uint8Array, at: number): void {
  // A margin takes what the last row and column have for the next: nothing.
  const wide = SIDE + 1;
  const ink = new Float32Array(wide * wide);
  for (let row = 0; row < PUBLISHED_SIDE; row++) {
    const [top, upper, lower] = shares[row]!;
    for (let column = 0; column < PUBLISHED_SIDE; column++) {
      if (published[row * PUBLISHED_SIDE + column] === 0) continue;
      const [left, near, far] = shares[column]!;
      const corner = top * wide + left;
      ink[corner]! += upper * near;
      ink[corner + 1]! += upper * far;
      ink[corner + wide]! += lower * near;
      ink[corner + wide + 1]! += lower * far;
    }
  }
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      out[at + row * SIDE + column] = Math.round(255 * ink[row * wide + column]!);
    }
  }
}

function decodePng(png: Uint8Array, path: string) {
  // The header's width and height are read first: the decoder makes room for as many pixels as they say.
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] =
    png.length < 24 ? [0, 0] : ([header.getUint32(16), header.getUint32(20)] as const);
  if (width !== PUBLISHED_SIDE || height !== PUBLISHED_SIDE) {
    const size = { width, height, expected: PUBLISHED_SIDE };
    throw new RefusalError({ code: 'image-size', file: path, ...size });
  }
  try {
    return decode(png, { checkCrc: true });
  } catch (error) {
    throw new RefusalError({ code: 'image-damaged', file: path }, { cause: error });
  }
}
