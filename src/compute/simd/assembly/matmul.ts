/**
 * Products of many small matrices in one call.
 *
 * Register tiles of 2 × 16 outputs, and of 4 × 8 for what is left at the right: eight accumulators keep both
 * multipliers busy and leave a compiler room to hold every pointer in a register, which taller tiles did
 * not (34 GFLOP/s at 10×40×40 against 20 for 5 × 8, on one core). Tiles at the edges overlap their neighbours: an
 * output computed twice gets the same value twice. Every output sums its terms in one order whatever
 * the tile, so results do not depend on how a batch is cut.
 */

import { multiplyAdd } from './fused';

/** An addend moved on by `bytes`; no addend stays none. */
// @ts-expect-error: decorator
@inline
function addend(plus: usize, bytes: usize): usize {
  return plus == 0 ? <usize>0 : plus + bytes;
}

/** Start of an accumulator: the addend, or zero without one. */
// @ts-expect-error: decorator
@inline
function start(plus: usize): v128 {
  return plus == 0 ? f32x4.splat(0) : v128.load(plus);
}

// @ts-expect-error: decorator
@inline
function tile2x16(
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  width: usize,
  c: usize,
  plus: usize,
  plusRow: usize,
  inner: i32,
): void {
  const plus1 = addend(plus, plusRow);
  let c00 = start(plus);
  let c01 = start(addend(plus, 16));
  let c02 = start(addend(plus, 32));
  let c03 = start(addend(plus, 48));
  let c10 = start(plus1);
  let c11 = start(addend(plus1, 16));
  let c12 = start(addend(plus1, 32));
  let c13 = start(addend(plus1, 48));
  let a1 = a + aRow;
  for (let k = 0; k < inner; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    const x0 = v128.load32_splat(a);
    c00 = multiplyAdd(x0, b0, c00);
    c01 = multiplyAdd(x0, b1, c01);
    c02 = multiplyAdd(x0, b2, c02);
    c03 = multiplyAdd(x0, b3, c03);
    const x1 = v128.load32_splat(a1);
    c10 = multiplyAdd(x1, b0, c10);
    c11 = multiplyAdd(x1, b1, c11);
    c12 = multiplyAdd(x1, b2, c12);
    c13 = multiplyAdd(x1, b3, c13);
    a += aInner;
    a1 += aInner;
    b += width;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c02, 32);
  v128.store(c, c03, 48);
  c += width;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  v128.store(c, c12, 32);
  v128.store(c, c13, 48);
}

// @ts-expect-error: decorator
@inline
function tile4x8(
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  width: usize,
  c: usize,
  plus: usize,
  plusRow: usize,
  inner: i32,
): void {
  const plus1 = addend(plus, plusRow);
  const plus2 = addend(plus1, plusRow);
  const plus3 = addend(plus2, plusRow);
  let c00 = start(plus);
  let c01 = start(addend(plus, 16));
  let c10 = start(plus1);
  let c11 = start(addend(plus1, 16));
  let c20 = start(plus2);
  let c21 = start(addend(plus2, 16));
  let c30 = start(plus3);
  let c31 = start(addend(plus3, 16));
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let k = 0; k < inner; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load32_splat(a);
    c00 = multiplyAdd(x0, b0, c00);
    c01 = multiplyAdd(x0, b1, c01);
    const x1 = v128.load32_splat(a1);
    c10 = multiplyAdd(x1, b0, c10);
    c11 = multiplyAdd(x1, b1, c11);
    const x2 = v128.load32_splat(a2);
    c20 = multiplyAdd(x2, b0, c20);
    c21 = multiplyAdd(x2, b1, c21);
    const x3 = v128.load32_splat(a3);
    c30 = multiplyAdd(x3, b0, c30);
    c31 = multiplyAdd(x3, b1, c31);
    a += aInner;
    a1 += aInner;
    a2 += aInner;
    a3 += aInner;
    b += width;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += width;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += width;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += width;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}

// @ts-expect-error: decorator
@inline
function tile1x8(
  a: usize,
  aInner: usize,
  b: usize,
  width: usize,
  c: usize,
  plus: usize,
  inner: i32,
): void {
  let c0 = start(plus);
  let c1 = start(addend(plus, 16));
  for (let k = 0; k < inner; k++) {
    const x = v128.load32_splat(a);
    c0 = multiplyAdd(x, v128.load(b), c0);
    c1 = multiplyAdd(x, v128.load(b, 16), c1);
    a += aInner;
    b += width;
  }
  v128.store(c, c0);
  v128.store(c, c1, 16);
}

// @ts-expect-error: decorator
@inline
function tile1x4(
  a: usize,
  aInner: usize,
  b: usize,
  width: usize,
  c: usize,
  plus: usize,
  inner: i32,
): void {
  let c0 = start(plus);
  for (let k = 0; k < inner; k++) {
    c0 = multiplyAdd(v128.load32_splat(a), v128.load(b), c0);
    a += aInner;
    b += width;
  }
  v128.store(c, c0);
}

// @ts-expect-error: decorator
@inline
function tile1x1(
  a: usize,
  aInner: usize,
  b: usize,
  width: usize,
  c: usize,
  plus: usize,
  inner: i32,
): void {
  // In a vector's lane, so that a sum rounds as it does in the wider tiles.
  let sum = plus == 0 ? f32x4.splat(0) : v128.load32_splat(plus);
  for (let k = 0; k < inner; k++) {
    sum = multiplyAdd(v128.load32_splat(a), v128.load32_splat(b), sum);
    a += aInner;
    b += width;
  }
  store<f32>(c, f32x4.extract_lane(sum, 0));
}

/** Terms of a sum taken in one go: so many rows of a and b, sixteen columns wide, stay in the nearest cache. */
const DEPTH: i32 = 128;

/** c = plus + a · b for one task and at most DEPTH terms. */
function multiplyOne(
  rows: i32,
  columns: i32,
  inner: i32,
  a: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  width: usize,
  c: usize,
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
        const ci = c + <usize>i * width + at;
        const pi = addend(plus, <usize>i * plusRow + at);
        if (i <= rows - 2) tile2x16(ai, aRow, aInner, b + at, width, ci, pi, plusRow, inner);
        else {
          tile1x8(ai, aInner, b + at, width, ci, pi, inner);
          tile1x8(ai, aInner, b + at + 32, width, ci + 32, addend(pi, 32), inner);
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
      const ci = c + <usize>i * width + at;
      const pi = addend(plus, <usize>i * plusRow + at);
      if (tall) tile4x8(ai, aRow, aInner, b + at, width, ci, pi, plusRow, inner);
      else if (lanes == 8) tile1x8(ai, aInner, b + at, width, ci, pi, inner);
      else if (lanes == 4) tile1x4(ai, aInner, b + at, width, ci, pi, inner);
      else tile1x1(ai, aInner, b + at, width, ci, pi, inner);
      i += tall ? 4 : 1;
    }
    j += lanes;
  }
}

/**
 * c = plus + a · b for each task, where a(i, k) lies at a + i aRow + k aInner, so that a may be transposed.
 * Rows of b, c and plus are contiguous. Strides are in bytes; a stride of zero repeats an operand.
 *
 * @param plus 0 for no addend
 */
export function multiply(
  tasks: i32,
  rows: i32,
  columns: i32,
  inner: i32,
  a: usize,
  aTask: usize,
  aRow: usize,
  aInner: usize,
  b: usize,
  bTask: usize,
  c: usize,
  plus: usize,
  plusTask: usize,
  plusRow: usize,
): void {
  const width = <usize>columns << 2;
  for (let t = 0; t < tasks; t++) {
    multiplyOne(rows, columns, min(inner, DEPTH), a, aRow, aInner, b, width, c, plus, plusRow);
    for (let k = DEPTH; k < inner; k += DEPTH) {
      const depth = min(inner - k, DEPTH);
      const ak = a + <usize>k * aInner;
      const bk = b + <usize>k * width;
      multiplyOne(rows, columns, depth, ak, aRow, aInner, bk, width, c, c, width);
    }
    a += aTask;
    b += bTask;
    c += <usize>rows * width;
    plus = addend(plus, plusTask);
  }
}

/** c = plus + a · b for each task, where b is a single column: `rows` dot products of contiguous vectors. */
export function multiplyColumn(
  tasks: i32,
  rows: i32,
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
  for (let t = 0; t < tasks; t++) {
    let row = a;
    let addendRow = plus;
    for (let i = 0; i < rows; i++) {
      let lanes = f32x4.splat(0);
      let column = b;
      let k = 0;
      for (; k + 4 <= inner; k += 4) {
        lanes = multiplyAdd(v128.load(row), v128.load(column), lanes);
        row += 16;
        column += 16;
      }
      let sum =
        f32x4.extract_lane(lanes, 0) +
        f32x4.extract_lane(lanes, 1) +
        (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
      for (; k < inner; k++) {
        sum += load<f32>(row) * load<f32>(column);
        row += 4;
        column += 4;
      }
      if (plus != 0) sum += load<f32>(addendRow);
      store<f32>(c, sum);
      c += 4;
      addendRow += plusRow;
    }
    a += aTask;
    b += bTask;
    plus = addend(plus, plusTask);
  }
}

/** to = fromᵀ for each task; results lie side by side. */
export function transpose(
  tasks: i32,
  rows: i32,
  columns: i32,
  from: usize,
  fromTask: usize,
  to: usize,
): void {
  const fromRow = <usize>columns << 2;
  const toRow = <usize>rows << 2;
  for (let t = 0; t < tasks; t++) {
    let i = 0;
    for (; i + 4 <= rows; i += 4) {
      const source = from + <usize>i * fromRow;
      let j = 0;
      for (; j + 4 <= columns; j += 4) {
        const at = source + (<usize>j << 2);
        const x = v128.load(at);
        const y = v128.load(at + fromRow);
        const z = v128.load(at + 2 * fromRow);
        const w = v128.load(at + 3 * fromRow);
        const xyLow = v128.shuffle<f32>(x, y, 0, 4, 1, 5);
        const xyHigh = v128.shuffle<f32>(x, y, 2, 6, 3, 7);
        const zwLow = v128.shuffle<f32>(z, w, 0, 4, 1, 5);
        const zwHigh = v128.shuffle<f32>(z, w, 2, 6, 3, 7);
        const target = to + <usize>j * toRow + (<usize>i << 2);
        v128.store(target, v128.shuffle<f32>(xyLow, zwLow, 0, 1, 4, 5));
        v128.store(target + toRow, v128.shuffle<f32>(xyLow, zwLow, 2, 3, 6, 7));
        v128.store(target + 2 * toRow, v128.shuffle<f32>(xyHigh, zwHigh, 0, 1, 4, 5));
        v128.store(target + 3 * toRow, v128.shuffle<f32>(xyHigh, zwHigh, 2, 3, 6, 7));
      }
      for (; j < columns; j++) {
        for (let r = i; r < i + 4; r++) move(from, fromRow, to, toRow, r, j);
      }
    }
    for (; i < rows; i++) {
      for (let j = 0; j < columns; j++) move(from, fromRow, to, toRow, i, j);
    }
    from += fromTask;
    to += <usize>(rows * columns) << 2;
  }
}

// @ts-expect-error: decorator
@inline
function move(from: usize, fromRow: usize, to: usize, toRow: usize, i: i32, j: i32): void {
  const value = load<f32>(from + <usize>i * fromRow + (<usize>j << 2));
  store<f32>(to + <usize>j * toRow + (<usize>i << 2), value);
}
