/**
 * Products a · bᵀ, as dot products of rows: b stays as it lies, where transposing it would cost as much as a product of
 * few rows.
 *
 * Tiles of 2 × 4 outputs, eight accumulators of four lanes each. Tiles at the edges overlap their neighbours: an output
 * computed twice gets the same value twice. Every output sums its terms in one order, in four lanes and then across.
 */

import { multiplyAdd } from './fused';

/** Rows of a that meet four rows of b while those are in the nearest cache. */
const PANEL: i32 = 8;

/** Up to three numbers at the end of a row, with zeros after them. */
// @ts-expect-error: decorator
@inline
function last(from: usize, count: i32): v128 {
  let x = v128.load32_zero(from);
  if (count > 1) x = f32x4.replace_lane(x, 1, load<f32>(from, 4));
  if (count > 2) x = f32x4.replace_lane(x, 2, load<f32>(from, 8));
  return x;
}

/** The sums of four accumulators' lanes. */
// @ts-expect-error: decorator
@inline
function across(x: v128, y: v128, z: v128, w: v128): v128 {
  const xy = f32x4.add(v128.shuffle<f32>(x, y, 0, 4, 1, 5), v128.shuffle<f32>(x, y, 2, 6, 3, 7));
  const zw = f32x4.add(v128.shuffle<f32>(z, w, 0, 4, 1, 5), v128.shuffle<f32>(z, w, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(xy, zw, 0, 1, 4, 5), v128.shuffle<f32>(xy, zw, 2, 3, 6, 7));
}

/** Two rows of a with four of b; `a1` may be `a` again. */
// @ts-expect-error: decorator
@inline
function tile(
  a: usize,
  a1: usize,
  b: usize,
  inner: i32,
  c: usize,
  c1: usize,
  plus: usize,
  plus1: usize,
): void {
  const row = <usize>inner << 2;
  const b1 = b + row;
  const b2 = b1 + row;
  const b3 = b2 + row;
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c02 = f32x4.splat(0);
  let c03 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c12 = f32x4.splat(0);
  let c13 = f32x4.splat(0);
  const whole = <usize>(inner & ~3) << 2;
  let at: usize = 0;
  for (; at < whole; at += 16) {
    const x0 = v128.load(a + at);
    const x1 = v128.load(a1 + at);
    const y0 = v128.load(b + at);
    c00 = multiplyAdd(x0, y0, c00);
    c10 = multiplyAdd(x1, y0, c10);
    const y1 = v128.load(b1 + at);
    c01 = multiplyAdd(x0, y1, c01);
    c11 = multiplyAdd(x1, y1, c11);
    const y2 = v128.load(b2 + at);
    c02 = multiplyAdd(x0, y2, c02);
    c12 = multiplyAdd(x1, y2, c12);
    const y3 = v128.load(b3 + at);
    c03 = multiplyAdd(x0, y3, c03);
    c13 = multiplyAdd(x1, y3, c13);
  }
  const left = inner & 3;
  if (left > 0) {
    const x0 = last(a + at, left);
    const x1 = last(a1 + at, left);
    const y0 = last(b + at, left);
    c00 = multiplyAdd(x0, y0, c00);
    c10 = multiplyAdd(x1, y0, c10);
    const y1 = last(b1 + at, left);
    c01 = multiplyAdd(x0, y1, c01);
    c11 = multiplyAdd(x1, y1, c11);
    const y2 = last(b2 + at, left);
    c02 = multiplyAdd(x0, y2, c02);
    c12 = multiplyAdd(x1, y2, c12);
    const y3 = last(b3 + at, left);
    c03 = multiplyAdd(x0, y3, c03);
    c13 = multiplyAdd(x1, y3, c13);
  }
  let s0 = across(c00, c01, c02, c03);
  let s1 = across(c10, c11, c12, c13);
  if (plus != 0) {
    s0 = f32x4.add(s0, v128.load(plus));
    s1 = f32x4.add(s1, v128.load(plus1));
  }
  v128.store(c, s0);
  v128.store(c1, s1);
}

/**
 * c = plus + a · bᵀ for each task, with at least four rows of b. Rows are contiguous, of `inner` numbers in a and b; strides
 * are in bytes, and a stride of zero repeats an operand.
 *
 * @param columns rows of b
 * @param plus 0 for no addend
 */
export function multiplyTransposed(
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
): void {
  const row = <usize>inner << 2;
  const width = <usize>columns << 2;
  for (let t = 0; t < tasks; t++) {
    for (let from = 0; from < rows; from += PANEL) {
      const to = min(from + PANEL, rows);
      for (let j = 0; j < columns; j += 4) {
        if (j > columns - 4) j = columns - 4;
        const bj = b + <usize>j * row;
        const shift = <usize>j << 2;
        for (let i = from; i < to; i += 2) {
          // The last of an odd number of rows is taken twice.
          const next = min(i + 1, rows - 1);
          const ci = c + <usize>i * width + shift;
          const cn = c + <usize>next * width + shift;
          let pi: usize = 0;
          let pn: usize = 0;
          if (plus != 0) {
            pi = plus + <usize>i * plusRow + shift;
            pn = plus + <usize>next * plusRow + shift;
          }
          tile(a + <usize>i * row, a + <usize>next * row, bj, inner, ci, cn, pi, pn);
        }
      }
    }
    a += aTask;
    b += bTask;
    c += <usize>rows * width;
    if (plus != 0) plus += plusTask;
  }
}
