/**
 * Products with a matrix that is zero for the most part, as drawings are: what is zero is passed over. Few terms are left, so
 * that they need not be summed in blocks.
 */

import { multiplyAdd } from './fused';

/** For each set of lanes, of four: the bytes that bring them to the front. */
// prettier-ignore
const FRONT = memory.data<u8>([
  0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
  4, 5, 6, 7, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 0, 1, 2, 3,
  8, 9, 10, 11, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 0, 1, 2, 3,
  4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3,
  12, 13, 14, 15, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 12, 13, 14, 15, 0, 1, 2, 3, 0, 1, 2, 3,
  4, 5, 6, 7, 12, 13, 14, 15, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0, 1, 2, 3,
  8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 0, 1, 2, 3,
  0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
]);

/**
 * Where the numbers of a row that are not zero lie in it, in bytes, from `list` on; returns how many they are. Without a
 * branch: which numbers are zero is what no processor foresees.
 *
 * @param list room for four more than `count`
 */
// @ts-expect-error: decorator
@inline
function listed(a: usize, count: i32, list: usize): i32 {
  const zero = f32x4.splat(0);
  const end = <usize>count << 2;
  const whole = end & ~15;
  let places = i32x4(0, 4, 8, 12);
  let to = list;
  let at: usize = 0;
  for (; at < whole; at += 16) {
    const lanes = i32x4.bitmask(f32x4.ne(v128.load(a + at), zero));
    v128.store(to, i8x16.swizzle(places, v128.load(FRONT + (<usize>lanes << 4))));
    to += <usize>popcnt(lanes) << 2;
    places = i32x4.add(places, i32x4.splat(16));
  }
  for (; at < end; at += 4) {
    store<u32>(to, <u32>at);
    to += <usize>(load<f32>(a + at) != 0) << 2;
  }
  return <i32>((to - list) >> 2);
}

/**
 * c = plus + a · b for each task; rows are contiguous, strides in bytes, and a stride of zero repeats an operand.
 *
 * @param columns a multiple of 32
 * @param list room for `inner` and four numbers
 * @param plus 0 for no addend
 */
export function multiplySparse(
  tasks: i32,
  rows: i32,
  columns: i32,
  inner: i32,
  a: usize,
  aTask: usize,
  b: usize,
  bTask: usize,
  c: usize,
  plus: usize,
  plusTask: usize,
  plusRow: usize,
  list: usize,
): void {
  const width = <usize>columns << 2;
  // From bytes in a row of a to rows of b.
  const across = <usize>columns;
  for (let t = 0; t < tasks; t++) {
    let row = a;
    let from = plus;
    for (let i = 0; i < rows; i++) {
      const found = <usize>listed(row, inner, list) << 2;
      for (let at: usize = 0; at < width; at += 128) {
        let c0 = f32x4.splat(0);
        let c1 = f32x4.splat(0);
        let c2 = f32x4.splat(0);
        let c3 = f32x4.splat(0);
        let c4 = f32x4.splat(0);
        let c5 = f32x4.splat(0);
        let c6 = f32x4.splat(0);
        let c7 = f32x4.splat(0);
        if (plus != 0) {
          c0 = v128.load(from + at);
          c1 = v128.load(from + at, 16);
          c2 = v128.load(from + at, 32);
          c3 = v128.load(from + at, 48);
          c4 = v128.load(from + at, 64);
          c5 = v128.load(from + at, 80);
          c6 = v128.load(from + at, 96);
          c7 = v128.load(from + at, 112);
        }
        const bAt = b + at;
        for (let n: usize = 0; n < found; n += 4) {
          const k = <usize>load<u32>(list + n);
          const x = v128.load32_splat(row + k);
          const y = bAt + k * across;
          c0 = multiplyAdd(x, v128.load(y), c0);
          c1 = multiplyAdd(x, v128.load(y, 16), c1);
          c2 = multiplyAdd(x, v128.load(y, 32), c2);
          c3 = multiplyAdd(x, v128.load(y, 48), c3);
          c4 = multiplyAdd(x, v128.load(y, 64), c4);
          c5 = multiplyAdd(x, v128.load(y, 80), c5);
          c6 = multiplyAdd(x, v128.load(y, 96), c6);
          c7 = multiplyAdd(x, v128.load(y, 112), c7);
        }
        v128.store(c + at, c0);
        v128.store(c + at, c1, 16);
        v128.store(c + at, c2, 32);
        v128.store(c + at, c3, 48);
        v128.store(c + at, c4, 64);
        v128.store(c + at, c5, 80);
        v128.store(c + at, c6, 96);
        v128.store(c + at, c7, 112);
      }
      row += <usize>inner << 2;
      from += plusRow;
      c += width;
    }
    a += aTask;
    b += bTask;
    if (plus != 0) plus += plusTask;
  }
}

/**
 * c = aᵀ · b for each task, where a has `inner` rows of `rows` numbers.
 *
 * @param columns a multiple of 32
 * @param list room for `rows` and four numbers
 */
export function multiplySparseTransposed(
  tasks: i32,
  rows: i32,
  columns: i32,
  inner: i32,
  a: usize,
  aTask: usize,
  b: usize,
  bTask: usize,
  c: usize,
  list: usize,
): void {
  const width = <usize>columns << 2;
  const across = <usize>columns;
  for (let t = 0; t < tasks; t++) {
    memory.fill(c, 0, <usize>rows * width);
    let row = a;
    let y = b;
    for (let k = 0; k < inner; k++) {
      const found = <usize>listed(row, rows, list) << 2;
      for (let at: usize = 0; at < width; at += 128) {
        const y0 = v128.load(y + at);
        const y1 = v128.load(y + at, 16);
        const y2 = v128.load(y + at, 32);
        const y3 = v128.load(y + at, 48);
        const y4 = v128.load(y + at, 64);
        const y5 = v128.load(y + at, 80);
        const y6 = v128.load(y + at, 96);
        const y7 = v128.load(y + at, 112);
        const cAt = c + at;
        for (let n: usize = 0; n < found; n += 4) {
          const i = <usize>load<u32>(list + n);
          const x = v128.load32_splat(row + i);
          const to = cAt + i * across;
          v128.store(to, multiplyAdd(x, y0, v128.load(to)));
          v128.store(to, multiplyAdd(x, y1, v128.load(to, 16)), 16);
          v128.store(to, multiplyAdd(x, y2, v128.load(to, 32)), 32);
          v128.store(to, multiplyAdd(x, y3, v128.load(to, 48)), 48);
          v128.store(to, multiplyAdd(x, y4, v128.load(to, 64)), 64);
          v128.store(to, multiplyAdd(x, y5, v128.load(to, 80)), 80);
          v128.store(to, multiplyAdd(x, y6, v128.load(to, 96)), 96);
          v128.store(to, multiplyAdd(x, y7, v128.load(to, 112)), 112);
        }
      }
      row += <usize>rows << 2;
      y += width;
    }
    a += aTask;
    b += bTask;
    c += <usize>rows * width;
  }
}
