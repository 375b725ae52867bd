/**
 * Products of small matrices, c = plus + a · b, whose sums walk over their terms in up to three nested loops.
 *
 * Register tiles of 2 × 16 outputs, and of 4 × 8 for what is left at the right: eight accumulators keep both
 * multipliers busy and leave a compiler room to hold every pointer in a register, which taller tiles did
 * not (34 GFLOP/s at 10×40×40 against 20 for 5 × 8, on one core). Tiles at the edges overlap their neighbours: an
 * output computed twice gets the same value twice. Every output sums its terms in one order whatever
 * the tile, so results do not depend on how a batch is cut; the addend comes last, so that long sums can be
 * taken in parts whose errors do not pile up on a growing total.
 */

import { multiplyAdd } from './fused';

/**
 * Where the terms of a sum lie: `length` of them, `runs` times, `blocks` times, with how far apart each lies in a and in
 * b, in bytes. There is at least one run and one block; a run may be empty.
 */
@unmanaged
export class Terms {
  length: i32;
  runs: i32;
  blocks: i32;
  aStep: usize;
  aRun: usize;
  aBlock: usize;
  bStep: usize;
  bRun: usize;
  bBlock: usize;
}

/** An addend moved on by `bytes`; no addend stays none. */
// @ts-expect-error: decorator
@inline
export function addend(plus: usize, bytes: usize): usize {
  return plus == 0 ? <usize>0 : plus + bytes;
}

/** Four sums at `c`, with the addend if there is one. */
// @ts-expect-error: decorator
@inline
function put(c: usize, sum: v128, plus: usize): void {
  v128.store(c, plus == 0 ? sum : f32x4.add(v128.load(plus), sum));
}

// @ts-expect-error: decorator
@inline
function tile2x16(
  walks: boolean,
  terms: Terms,
  a: usize,
  aRow: usize,
  b: usize,
  c: usize,
  cRow: usize,
  plus: usize,
  plusRow: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c02 = f32x4.splat(0);
  let c03 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c12 = f32x4.splat(0);
  let c13 = f32x4.splat(0);
  const aStep = terms.aStep;
  const bStep = terms.bStep;
  const length = terms.length;
  let block = walks ? terms.blocks : 1;
  do {
    let aAt = a;
    let bAt = b;
    let run = walks ? terms.runs : 1;
    do {
      let x = aAt;
      let x1 = aAt + aRow;
      let y = bAt;
      for (let k = length; k > 0; k--) {
        const b0 = v128.load(y);
        const b1 = v128.load(y, 16);
        const b2 = v128.load(y, 32);
        const b3 = v128.load(y, 48);
        const a0 = v128.load32_splat(x);
        c00 = multiplyAdd(a0, b0, c00);
        c01 = multiplyAdd(a0, b1, c01);
        c02 = multiplyAdd(a0, b2, c02);
        c03 = multiplyAdd(a0, b3, c03);
        const a1 = v128.load32_splat(x1);
        c10 = multiplyAdd(a1, b0, c10);
        c11 = multiplyAdd(a1, b1, c11);
        c12 = multiplyAdd(a1, b2, c12);
        c13 = multiplyAdd(a1, b3, c13);
        x += aStep;
        x1 += aStep;
        y += bStep;
      }
      if (!walks) break;
      aAt += terms.aRun;
      bAt += terms.bRun;
    } while (--run > 0);
    if (!walks) break;
    a += terms.aBlock;
    b += terms.bBlock;
  } while (--block > 0);
  put(c, c00, plus);
  put(c + 16, c01, addend(plus, 16));
  put(c + 32, c02, addend(plus, 32));
  put(c + 48, c03, addend(plus, 48));
  c += cRow;
  plus = addend(plus, plusRow);
  put(c, c10, plus);
  put(c + 16, c11, addend(plus, 16));
  put(c + 32, c12, addend(plus, 32));
  put(c + 48, c13, addend(plus, 48));
}

// @ts-expect-error: decorator
@inline
function tile4x8(
  walks: boolean,
  terms: Terms,
  a: usize,
  aRow: usize,
  b: usize,
  c: usize,
  cRow: usize,
  plus: usize,
  plusRow: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  const aStep = terms.aStep;
  const bStep = terms.bStep;
  const length = terms.length;
  let block = walks ? terms.blocks : 1;
  do {
    let aAt = a;
    let bAt = b;
    let run = walks ? terms.runs : 1;
    do {
      let x = aAt;
      let x1 = x + aRow;
      let x2 = x1 + aRow;
      let x3 = x2 + aRow;
      let y = bAt;
      for (let k = length; k > 0; k--) {
        const b0 = v128.load(y);
        const b1 = v128.load(y, 16);
        const a0 = v128.load32_splat(x);
        c00 = multiplyAdd(a0, b0, c00);
        c01 = multiplyAdd(a0, b1, c01);
        const a1 = v128.load32_splat(x1);
        c10 = multiplyAdd(a1, b0, c10);
        c11 = multiplyAdd(a1, b1, c11);
        const a2 = v128.load32_splat(x2);
        c20 = multiplyAdd(a2, b0, c20);
        c21 = multiplyAdd(a2, b1, c21);
        const a3 = v128.load32_splat(x3);
        c30 = multiplyAdd(a3, b0, c30);
        c31 = multiplyAdd(a3, b1, c31);
        x += aStep;
        x1 += aStep;
        x2 += aStep;
        x3 += aStep;
        y += bStep;
      }
      if (!walks) break;
      aAt += terms.aRun;
      bAt += terms.bRun;
    } while (--run > 0);
    if (!walks) break;
    a += terms.aBlock;
    b += terms.bBlock;
  } while (--block > 0);
  put(c, c00, plus);
  put(c + 16, c01, addend(plus, 16));
  c += cRow;
  plus = addend(plus, plusRow);
  put(c, c10, plus);
  put(c + 16, c11, addend(plus, 16));
  c += cRow;
  plus = addend(plus, plusRow);
  put(c, c20, plus);
  put(c + 16, c21, addend(plus, 16));
  c += cRow;
  plus = addend(plus, plusRow);
  put(c, c30, plus);
  put(c + 16, c31, addend(plus, 16));
}

// @ts-expect-error: decorator
@inline
function tile1x8(
  walks: boolean,
  terms: Terms,
  a: usize,
  b: usize,
  c: usize,
  plus: usize,
): void {
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  let block = walks ? terms.blocks : 1;
  do {
    let aAt = a;
    let bAt = b;
    let run = walks ? terms.runs : 1;
    do {
      let x = aAt;
      let y = bAt;
      for (let k = terms.length; k > 0; k--) {
        const a0 = v128.load32_splat(x);
        c0 = multiplyAdd(a0, v128.load(y), c0);
        c1 = multiplyAdd(a0, v128.load(y, 16), c1);
        x += terms.aStep;
        y += terms.bStep;
      }
      if (!walks) break;
      aAt += terms.aRun;
      bAt += terms.bRun;
    } while (--run > 0);
    if (!walks) break;
    a += terms.aBlock;
    b += terms.bBlock;
  } while (--block > 0);
  put(c, c0, plus);
  put(c + 16, c1, addend(plus, 16));
}

// @ts-expect-error: decorator
@inline
function tile1x4(
  walks: boolean,
  terms: Terms,
  a: usize,
  b: usize,
  c: usize,
  plus: usize,
): void {
  let sum = f32x4.splat(0);
  let block = walks ? terms.blocks : 1;
  do {
    let aAt = a;
    let bAt = b;
    let run = walks ? terms.runs : 1;
    do {
      let x = aAt;
      let y = bAt;
      for (let k = terms.length; k > 0; k--) {
        sum = multiplyAdd(v128.load32_splat(x), v128.load(y), sum);
        x += terms.aStep;
        y += terms.bStep;
      }
      if (!walks) break;
      aAt += terms.aRun;
      bAt += terms.bRun;
    } while (--run > 0);
    if (!walks) break;
    a += terms.aBlock;
    b += terms.bBlock;
  } while (--block > 0);
  put(c, sum, plus);
}

// @ts-expect-error: decorator
@inline
function tile1x1(
  walks: boolean,
  terms: Terms,
  a: usize,
  b: usize,
  c: usize,
  plus: usize,
): void {
  // In a vector's lane, so that a sum rounds as it does in the wider tiles.
  let sum = f32x4.splat(0);
  let block = walks ? terms.blocks : 1;
  do {
    let aAt = a;
    let bAt = b;
    let run = walks ? terms.runs : 1;
    do {
      let x = aAt;
      let y = bAt;
      for (let k = terms.length; k > 0; k--) {
        sum = multiplyAdd(v128.load32_splat(x), v128.load32_splat(y), sum);
        x += terms.aStep;
        y += terms.bStep;
      }
      if (!walks) break;
      aAt += terms.aRun;
      bAt += terms.bRun;
    } while (--run > 0);
    if (!walks) break;
    a += terms.aBlock;
    b += terms.bBlock;
  } while (--block > 0);
  const one = f32x4.extract_lane(sum, 0);
  store<f32>(c, plus == 0 ? one : load<f32>(plus) + one);
}

// @ts-expect-error: decorator
@inline
function productBy(
  walks: boolean,
  rows: i32,
  columns: i32,
  terms: Terms,
  a: usize,
  aRow: usize,
  b: usize,
  c: usize,
  cRow: usize,
  plus: usize,
  plusRow: usize,
): void {
  // What is added to itself must be computed once: then tiles at the edges shrink instead of overlapping.
  const again = plus == c;
  let j = 0;
  if (rows >= 2) {
    for (; j + 16 <= columns; j += 16) {
      const at = <usize>j << 2;
      for (let i = 0; i < rows; i += 2) {
        if (i > rows - 2 && !again) i = rows - 2;
        const ai = a + <usize>i * aRow;
        const ci = c + <usize>i * cRow + at;
        const pi = addend(plus, <usize>i * plusRow + at);
        if (i <= rows - 2) tile2x16(walks, terms, ai, aRow, b + at, ci, cRow, pi, plusRow);
        else {
          tile1x8(walks, terms, ai, b + at, ci, pi);
          tile1x8(walks, terms, ai, b + at + 32, ci + 32, addend(pi, 32));
        }
      }
    }
  }
  while (j < columns) {
    const room = again ? columns - j : columns;
    const lanes = room >= 8 ? 8 : room >= 4 ? 4 : 1;
    if (j > columns - lanes) j = columns - lanes;
    const at = <usize>j << 2;
    for (let i = 0; i < rows; ) {
      const tall = lanes == 8 && (again ? rows - i : rows) >= 4;
      if (tall && i > rows - 4) i = rows - 4;
      const ai = a + <usize>i * aRow;
      const ci = c + <usize>i * cRow + at;
      const pi = addend(plus, <usize>i * plusRow + at);
      if (tall) tile4x8(walks, terms, ai, aRow, b + at, ci, cRow, pi, plusRow);
      else if (lanes == 8) tile1x8(walks, terms, ai, b + at, ci, pi);
      else if (lanes == 4) tile1x4(walks, terms, ai, b + at, ci, pi);
      else tile1x1(walks, terms, ai, b + at, ci, pi);
      i += tall ? 4 : 1;
    }
    j += lanes;
  }
}

/**
 * c = plus + a · b for one task. Columns of b, c and plus are contiguous; rows of a, c and plus lie `aRow`, `cRow` and
 * `plusRow` bytes apart.
 *
 * @param plus 0 for no addend; it may be c
 */
export function walkedProduct(
  rows: i32,
  columns: i32,
  terms: Terms,
  a: usize,
  aRow: usize,
  b: usize,
  c: usize,
  cRow: usize,
  plus: usize,
  plusRow: usize,
): void {
  productBy(true, rows, columns, terms, a, aRow, b, c, cRow, plus, plusRow);
}

/** The same with one run of terms in one block: short sums feel the loops that they do without. */
export function product(
  rows: i32,
  columns: i32,
  terms: Terms,
  a: usize,
  aRow: usize,
  b: usize,
  c: usize,
  cRow: usize,
  plus: usize,
  plusRow: usize,
): void {
  productBy(false, rows, columns, terms, a, aRow, b, c, cRow, plus, plusRow);
}
