/** Sums of columns, each times a number of its own. */

import { multiplyAdd } from './fused';

/**
 * c = p ∘ a + q ∘ b + start, with p and q one row for each task. `start` is one row for each task, or as large as c
 * where `startRow` is not 0. Strides in bytes; 0 repeats.
 *
 * @param b 0 for no second term
 * @param y c is 0 where this, as large as c, is not above 0; 0 for c as it is
 */
export function blend(
  tasks: i32,
  rows: i32,
  columns: i32,
  p: usize,
  pTask: usize,
  a: usize,
  aTask: usize,
  q: usize,
  qTask: usize,
  b: usize,
  bTask: usize,
  start: usize,
  startTask: usize,
  startRow: usize,
  y: usize,
  yTask: usize,
  c: usize,
): void {
  const width = <usize>columns << 2;
  const two = b != 0;
  const some = y != 0;
  const zero = f32x4.splat(0);
  const whole = <usize>(columns & ~3) << 2;
  for (let t = 0; t < tasks; t++) {
    let x = a;
    let z = b;
    let s = start;
    let m = y;
    for (let i = 0; i < rows; i++) {
      let at: usize = 0;
      for (; at < whole; at += 16) {
        let sum = multiplyAdd(v128.load(p + at), v128.load(x + at), v128.load(s + at));
        if (two) sum = multiplyAdd(v128.load(q + at), v128.load(z + at), sum);
        if (some) sum = v128.and(f32x4.gt(v128.load(m + at), zero), sum);
        v128.store(c + at, sum);
      }
      for (; at < width; at += 4) {
        let sum = multiplyAdd(
          v128.load32_zero(p + at),
          v128.load32_zero(x + at),
          v128.load32_zero(s + at),
        );
        if (two) sum = multiplyAdd(v128.load32_zero(q + at), v128.load32_zero(z + at), sum);
        if (some) sum = v128.and(f32x4.gt(v128.load32_zero(m + at), zero), sum);
        store<f32>(c + at, f32x4.extract_lane(sum, 0));
      }
      x += width;
      z += width;
      m += width;
      s += startRow;
      c += width;
    }
    a += aTask;
    b += bTask;
    p += pTask;
    q += qTask;
    start += startTask;
    y += yTask;
  }
}
