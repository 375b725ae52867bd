/** Sums of columns, each times a number of its own. */

import { multiplyAdd } from './fused';

/**
 * c = p ∘ a + q ∘ b + start, with p and q one row for each task. `start` is one row for each task, or as large as c
 * where `startRow` is not 0. Strides in bytes; 0 repeats.
 *
 * @param b 0 for no second term
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
  c: usize,
): void {
  const width = <usize>columns << 2;
  const two = b != 0;
  const whole = <usize>(columns & ~3) << 2;
  for (let t = 0; t < tasks; t++) {
    let x = a;
    let y = two ? b : a;
    let s = start;
    for (let i = 0; i < rows; i++) {
      let at: usize = 0;
      if (two) {
        for (; at < whole; at += 16) {
          const sum = multiplyAdd(v128.load(p + at), v128.load(x + at), v128.load(s + at));
          v128.store(c + at, multiplyAdd(v128.load(q + at), v128.load(y + at), sum));
        }
      } else {
        for (; at < whole; at += 16) {
          const sum = multiplyAdd(v128.load(p + at), v128.load(x + at), v128.load(s + at));
          v128.store(c + at, sum);
        }
      }
      for (; at < width; at += 4) {
        const sum = multiplyAdd(
          v128.load32_zero(p + at),
          v128.load32_zero(x + at),
          v128.load32_zero(s + at),
        );
        const all = two
          ? multiplyAdd(v128.load32_zero(q + at), v128.load32_zero(y + at), sum)
          : sum;
        store<f32>(c + at, f32x4.extract_lane(all, 0));
      }
      x += width;
      y += width;
      s += startRow;
      c += width;
    }
    a += aTask;
    b += bTask;
    p += pTask;
    q += qTask;
    start += startTask;
  }
}
