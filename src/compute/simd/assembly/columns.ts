/**
 * Statistics of columns over rows, and what is done to each column alike.
 *
 * Sixteen columns at a time, a cache line of each row; then four; then what is left.
 */

import { multiplyAdd } from './fused';

/** Up to four numbers, with zeros after them. */
// @ts-expect-error: decorator
@inline
function loadFew(from: usize, count: i32): v128 {
  let x = v128.load32_zero(from);
  if (count > 1) x = f32x4.replace_lane(x, 1, load<f32>(from, 4));
  if (count > 2) x = f32x4.replace_lane(x, 2, load<f32>(from, 8));
  return x;
}

// @ts-expect-error: decorator
@inline
function storeFew(to: usize, x: v128, count: i32): void {
  store<f32>(to, f32x4.extract_lane(x, 0));
  if (count > 1) store<f32>(to, f32x4.extract_lane(x, 1), 4);
  if (count > 2) store<f32>(to, f32x4.extract_lane(x, 2), 8);
}

/** c = Σ over rows of a ∘ b for each task: [tasks, 1, columns]. Strides in bytes; 0 repeats a task. */
export function sumProducts(
  tasks: i32,
  rows: i32,
  columns: i32,
  a: usize,
  aTask: usize,
  b: usize,
  bTask: usize,
  c: usize,
): void {
  const width = <usize>columns << 2;
  for (let t = 0; t < tasks; t++) {
    let j = 0;
    for (; j + 16 <= columns; j += 16) {
      let x = a + (<usize>j << 2);
      let y = b + (<usize>j << 2);
      let s0 = f32x4.splat(0);
      let s1 = f32x4.splat(0);
      let s2 = f32x4.splat(0);
      let s3 = f32x4.splat(0);
      for (let i = 0; i < rows; i++) {
        s0 = multiplyAdd(v128.load(x), v128.load(y), s0);
        s1 = multiplyAdd(v128.load(x, 16), v128.load(y, 16), s1);
        s2 = multiplyAdd(v128.load(x, 32), v128.load(y, 32), s2);
        s3 = multiplyAdd(v128.load(x, 48), v128.load(y, 48), s3);
        x += width;
        y += width;
      }
      const to = c + (<usize>j << 2);
      v128.store(to, s0);
      v128.store(to, s1, 16);
      v128.store(to, s2, 32);
      v128.store(to, s3, 48);
    }
    for (; j < columns; j += 4) {
      const left = columns - j;
      let x = a + (<usize>j << 2);
      let y = b + (<usize>j << 2);
      let s = f32x4.splat(0);
      for (let i = 0; i < rows; i++) {
        if (left >= 4) s = multiplyAdd(v128.load(x), v128.load(y), s);
        else s = multiplyAdd(loadFew(x, left), loadFew(y, left), s);
        x += width;
        y += width;
      }
      if (left >= 4) v128.store(c + (<usize>j << 2), s);
      else storeFew(c + (<usize>j << 2), s, left);
    }
    a += aTask;
    b += bTask;
    c += width;
  }
}

/** c = (a − mean) s with s = 1 / √(variance + epsilon), column by column within each task; s is written to `scales`. */
export function standardise(
  tasks: i32,
  rows: i32,
  columns: i32,
  a: usize,
  aTask: usize,
  epsilon: f32,
  c: usize,
  scales: usize,
): void {
  const width = <usize>columns << 2;
  const each = f32x4.splat(1 / <f32>rows);
  const e = f32x4.splat(epsilon);
  const one = f32x4.splat(1);
  for (let t = 0; t < tasks; t++) {
    let j = 0;
    for (; j + 16 <= columns; j += 16) {
      const at = <usize>j << 2;
      let m0 = f32x4.splat(0);
      let m1 = f32x4.splat(0);
      let m2 = f32x4.splat(0);
      let m3 = f32x4.splat(0);
      let x = a + at;
      for (let i = 0; i < rows; i++) {
        m0 = f32x4.add(m0, v128.load(x));
        m1 = f32x4.add(m1, v128.load(x, 16));
        m2 = f32x4.add(m2, v128.load(x, 32));
        m3 = f32x4.add(m3, v128.load(x, 48));
        x += width;
      }
      m0 = f32x4.mul(m0, each);
      m1 = f32x4.mul(m1, each);
      m2 = f32x4.mul(m2, each);
      m3 = f32x4.mul(m3, each);
      let v0 = f32x4.splat(0);
      let v1 = f32x4.splat(0);
      let v2 = f32x4.splat(0);
      let v3 = f32x4.splat(0);
      x = a + at;
      for (let i = 0; i < rows; i++) {
        const d0 = f32x4.sub(v128.load(x), m0);
        const d1 = f32x4.sub(v128.load(x, 16), m1);
        const d2 = f32x4.sub(v128.load(x, 32), m2);
        const d3 = f32x4.sub(v128.load(x, 48), m3);
        v0 = multiplyAdd(d0, d0, v0);
        v1 = multiplyAdd(d1, d1, v1);
        v2 = multiplyAdd(d2, d2, v2);
        v3 = multiplyAdd(d3, d3, v3);
        x += width;
      }
      const s0 = f32x4.div(one, f32x4.sqrt(multiplyAdd(v0, each, e)));
      const s1 = f32x4.div(one, f32x4.sqrt(multiplyAdd(v1, each, e)));
      const s2 = f32x4.div(one, f32x4.sqrt(multiplyAdd(v2, each, e)));
      const s3 = f32x4.div(one, f32x4.sqrt(multiplyAdd(v3, each, e)));
      v128.store(scales + at, s0);
      v128.store(scales + at, s1, 16);
      v128.store(scales + at, s2, 32);
      v128.store(scales + at, s3, 48);
      x = a + at;
      let to = c + at;
      for (let i = 0; i < rows; i++) {
        v128.store(to, f32x4.mul(f32x4.sub(v128.load(x), m0), s0));
        v128.store(to, f32x4.mul(f32x4.sub(v128.load(x, 16), m1), s1), 16);
        v128.store(to, f32x4.mul(f32x4.sub(v128.load(x, 32), m2), s2), 32);
        v128.store(to, f32x4.mul(f32x4.sub(v128.load(x, 48), m3), s3), 48);
        x += width;
        to += width;
      }
    }
    for (; j < columns; j += 4) {
      const at = <usize>j << 2;
      const left = min(columns - j, 4);
      let m = f32x4.splat(0);
      let x = a + at;
      for (let i = 0; i < rows; i++) {
        m = f32x4.add(m, left == 4 ? v128.load(x) : loadFew(x, left));
        x += width;
      }
      m = f32x4.mul(m, each);
      let v = f32x4.splat(0);
      x = a + at;
      for (let i = 0; i < rows; i++) {
        const d = f32x4.sub(left == 4 ? v128.load(x) : loadFew(x, left), m);
        v = multiplyAdd(d, d, v);
        x += width;
      }
      const s = f32x4.div(one, f32x4.sqrt(multiplyAdd(v, each, e)));
      if (left == 4) v128.store(scales + at, s);
      else storeFew(scales + at, s, left);
      x = a + at;
      let to = c + at;
      for (let i = 0; i < rows; i++) {
        const d = f32x4.sub(left == 4 ? v128.load(x) : loadFew(x, left), m);
        if (left == 4) v128.store(to, f32x4.mul(d, s));
        else storeFew(to, f32x4.mul(d, s), left);
        x += width;
        to += width;
      }
    }
    a += aTask;
    c += width * rows;
    scales += width;
  }
}

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
