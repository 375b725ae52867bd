/** Products of many small matrices in one call, and their transposes. */

import { multiplyAdd } from './fused';
import { addend, product, Terms } from './tiles';

/** Terms of a sum taken in one go: so many rows of a and b, sixteen columns wide, stay in the nearest cache. */
const DEPTH: i32 = 128;

const terms = changetype<Terms>(memory.data(offsetof<Terms>()));

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
  terms.aStep = aInner;
  terms.bStep = width;
  for (let t = 0; t < tasks; t++) {
    terms.length = min(inner, DEPTH);
    product(rows, columns, terms, a, aRow, b, c, width, plus, plusRow);
    for (let k = DEPTH; k < inner; k += DEPTH) {
      terms.length = min(inner - k, DEPTH);
      const ak = a + <usize>k * aInner;
      const bk = b + <usize>k * width;
      product(rows, columns, terms, ak, aRow, bk, c, width, c, width);
    }
    a += aTask;
    b += bTask;
    c += <usize>rows * width;
    plus = addend(plus, plusTask);
  }
}

/** Terms of a dot product taken in one go: the errors of longer chains of additions pile up. */
const SPAN: i32 = 512;

// @ts-expect-error: decorator
@inline
function dot(count: i32, x: usize, y: usize): f32 {
  let lanes = f32x4.splat(0);
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    lanes = multiplyAdd(v128.load(x), v128.load(y), lanes);
    x += 16;
    y += 16;
  }
  let sum =
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
  for (; k < count; k++) {
    sum += load<f32>(x) * load<f32>(y);
    x += 4;
    y += 4;
  }
  return sum;
}

function longDot(count: i32, x: usize, y: usize): f32 {
  let sum: f32 = 0;
  for (let k = 0; k < count; k += SPAN) {
    const at = <usize>k << 2;
    sum += dot(min(count - k, SPAN), x + at, y + at);
  }
  return sum;
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
      let sum = inner > SPAN ? longDot(inner, row, b) : dot(inner, row, b);
      row += <usize>inner << 2;
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
