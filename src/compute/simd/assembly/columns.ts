/** Statistics of columns over rows. */

import { multiplyAdd } from './fused';

/**
 * Rows whose sum is taken in one go, before it is added to that of the rows before them: the error of a sum grows with
 * the longest chain of additions in it, and a block of rows stays in the nearest cache from column to column.
 */
const BLOCK: i32 = 64;

/** What is summed, of x and y. */
const VALUES = 0;
const PRODUCTS = 1;
const SQUARED_DIFFERENCES = 2;

// @ts-expect-error: decorator
@inline
function addTerm(what: i32, sum: v128, x: usize, y: usize): v128 {
  if (what == VALUES) return f32x4.add(sum, v128.load(x));
  if (what == PRODUCTS) return multiplyAdd(v128.load(x), v128.load(y), sum);
  const d = f32x4.sub(v128.load(x), v128.load(y));
  return multiplyAdd(d, d, sum);
}

// @ts-expect-error: decorator
@inline
function addOneTerm(what: i32, sum: f32, x: usize, y: usize): f32 {
  if (what == VALUES) return sum + load<f32>(x);
  if (what == PRODUCTS) return sum + load<f32>(x) * load<f32>(y);
  const d = load<f32>(x) - load<f32>(y);
  return sum + d * d;
}

// @ts-expect-error: decorator
@inline
function put(to: usize, sum: v128, first: boolean): void {
  v128.store(to, first ? sum : f32x4.add(v128.load(to), sum));
}

/** Sums over the rows of one task, `width` bytes each. Rows of y lie `yRow` bytes apart; 0 for one that repeats. */
// @ts-expect-error: decorator
@inline
function sumColumns(what: i32, rows: i32, width: usize, x: usize, y: usize, yRow: usize, to: usize): void {
  for (let from = 0; from < rows; from += BLOCK) {
    const first = from == 0;
    const count = min(rows - from, BLOCK);
    let j: usize = 0;
    // A cache line of each row at a time.
    for (; j + 64 <= width; j += 64) {
      let xi = x + j;
      let yi = y + j;
      let s0 = f32x4.splat(0);
      let s1 = f32x4.splat(0);
      let s2 = f32x4.splat(0);
      let s3 = f32x4.splat(0);
      for (let left = count; left > 0; left--) {
        s0 = addTerm(what, s0, xi, yi);
        s1 = addTerm(what, s1, xi + 16, yi + 16);
        s2 = addTerm(what, s2, xi + 32, yi + 32);
        s3 = addTerm(what, s3, xi + 48, yi + 48);
        xi += width;
        yi += yRow;
      }
      put(to + j, s0, first);
      put(to + j + 16, s1, first);
      put(to + j + 32, s2, first);
      put(to + j + 48, s3, first);
    }
    // Two rows at a time: the second pair of sums need not wait for the first.
    for (; j + 32 <= width; j += 32) {
      let xi = x + j;
      let yi = y + j;
      let s00 = f32x4.splat(0);
      let s01 = f32x4.splat(0);
      let s10 = f32x4.splat(0);
      let s11 = f32x4.splat(0);
      let left = count;
      for (; left >= 2; left -= 2) {
        s00 = addTerm(what, s00, xi, yi);
        s01 = addTerm(what, s01, xi + 16, yi + 16);
        xi += width;
        yi += yRow;
        s10 = addTerm(what, s10, xi, yi);
        s11 = addTerm(what, s11, xi + 16, yi + 16);
        xi += width;
        yi += yRow;
      }
      if (left > 0) {
        s00 = addTerm(what, s00, xi, yi);
        s01 = addTerm(what, s01, xi + 16, yi + 16);
      }
      put(to + j, f32x4.add(s00, s10), first);
      put(to + j + 16, f32x4.add(s01, s11), first);
    }
    for (; j + 16 <= width; j += 16) {
      let xi = x + j;
      let yi = y + j;
      let s = f32x4.splat(0);
      for (let left = count; left > 0; left--) {
        s = addTerm(what, s, xi, yi);
        xi += width;
        yi += yRow;
      }
      put(to + j, s, first);
    }
    for (; j < width; j += 4) {
      let xi = x + j;
      let yi = y + j;
      let s: f32 = 0;
      for (let left = count; left > 0; left--) {
        s = addOneTerm(what, s, xi, yi);
        xi += width;
        yi += yRow;
      }
      store<f32>(to + j, first ? s : load<f32>(to + j) + s);
    }
    x += width * count;
    y += yRow * count;
  }
}

/** c = Σ over rows of a for each task: [tasks, 1, columns]. */
export function sumRows(tasks: i32, rows: i32, columns: i32, a: usize, aTask: usize, c: usize): void {
  const width = <usize>columns << 2;
  for (let t = 0; t < tasks; t++) {
    sumColumns(VALUES, rows, width, a, 0, 0, c);
    a += aTask;
    c += width;
  }
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
    sumColumns(PRODUCTS, rows, width, a, b, width, c);
    a += aTask;
    b += bTask;
    c += width;
  }
}

/**
 * d = a where y > 0, else 0; with Σ over rows of d and, below it, of d ∘ u: [tasks, 2, columns]. Strides in bytes; 0
 * repeats a task.
 *
 * @param y 0 for all of a: then nothing is written to d
 */
export function sumsWith(
  tasks: i32,
  rows: i32,
  columns: i32,
  a: usize,
  aTask: usize,
  u: usize,
  uTask: usize,
  y: usize,
  yTask: usize,
  d: usize,
  sums: usize,
): void {
  const width = <usize>columns << 2;
  const zero = f32x4.splat(0);
  for (let t = 0; t < tasks; t++) {
    const products = sums + width;
    for (let from = 0; from < rows; from += BLOCK) {
      const first = from == 0;
      const count = min(rows - from, BLOCK);
      const start = width * from;
      let j: usize = 0;
      for (; j + 32 <= width; j += 32) {
        let at = start + j;
        let s0 = zero;
        let s1 = zero;
        let p0 = zero;
        let p1 = zero;
        for (let left = count; left > 0; left--) {
          let d0 = v128.load(a + at);
          let d1 = v128.load(a + at, 16);
          if (y != 0) {
            d0 = v128.and(f32x4.gt(v128.load(y + at), zero), d0);
            d1 = v128.and(f32x4.gt(v128.load(y + at, 16), zero), d1);
            v128.store(d + at, d0);
            v128.store(d + at, d1, 16);
          }
          s0 = f32x4.add(s0, d0);
          s1 = f32x4.add(s1, d1);
          p0 = multiplyAdd(v128.load(u + at), d0, p0);
          p1 = multiplyAdd(v128.load(u + at, 16), d1, p1);
          at += width;
        }
        put(sums + j, s0, first);
        put(sums + j + 16, s1, first);
        put(products + j, p0, first);
        put(products + j + 16, p1, first);
      }
      for (; j < width; j += 4) {
        let at = start + j;
        let s: f32 = 0;
        let p: f32 = 0;
        for (let left = count; left > 0; left--) {
          let one = load<f32>(a + at);
          if (y != 0) {
            if (!(load<f32>(y + at) > 0)) one = 0;
            store<f32>(d + at, one);
          }
          s += one;
          p += load<f32>(u + at) * one;
          at += width;
        }
        store<f32>(sums + j, first ? s : load<f32>(sums + j) + s);
        store<f32>(products + j, first ? p : load<f32>(products + j) + p);
      }
    }
    a += aTask;
    u += uTask;
    y = y == 0 ? <usize>0 : y + yTask;
    d += width * rows;
    sums += 2 * width;
  }
}

/**
 * u = (a − mean) s with s = 1 / √(variance + epsilon), and c = gain u + shift, column by column within each task.
 *
 * @param floor what c is at least
 * @param scales where s is written: [tasks, 1, columns]
 * @param means room for as many
 */
export function normalise(
  tasks: i32,
  rows: i32,
  columns: i32,
  a: usize,
  aTask: usize,
  epsilon: f32,
  gains: usize,
  gainsTask: usize,
  shifts: usize,
  shiftsTask: usize,
  floor: f32,
  u: usize,
  c: usize,
  scales: usize,
  means: usize,
): void {
  const width = <usize>columns << 2;
  const each: f32 = 1 / <f32>rows;
  const least = f32x4.splat(floor);
  for (let t = 0; t < tasks; t++) {
    sumColumns(VALUES, rows, width, a, 0, 0, means);
    for (let j: usize = 0; j < width; j += 4) store<f32>(means + j, load<f32>(means + j) * each);
    sumColumns(SQUARED_DIFFERENCES, rows, width, a, means, 0, scales);
    for (let j: usize = 0; j < width; j += 4) {
      store<f32>(scales + j, 1 / sqrt<f32>(load<f32>(scales + j) * each + epsilon));
    }
    let x = a;
    for (let i = 0; i < rows; i++) {
      let j: usize = 0;
      for (; j + 16 <= width; j += 16) {
        const d = f32x4.sub(v128.load(x + j), v128.load(means + j));
        const v = f32x4.mul(d, v128.load(scales + j));
        v128.store(u + j, v);
        const z = multiplyAdd(v128.load(gains + j), v, v128.load(shifts + j));
        v128.store(c + j, f32x4.max(z, least));
      }
      for (; j < width; j += 4) {
        const v = (load<f32>(x + j) - load<f32>(means + j)) * load<f32>(scales + j);
        store<f32>(u + j, v);
        store<f32>(c + j, max(load<f32>(gains + j) * v + load<f32>(shifts + j), floor));
      }
      x += width;
      u += width;
      c += width;
    }
    a += aTask;
    gains += gainsTask;
    shifts += shiftsTask;
    scales += width;
    means += width;
  }
}
