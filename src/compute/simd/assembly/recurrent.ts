/**
 * What a long short-term memory does between its products. Gates lie as [input | forget | candidate | output] in
 * each row of 4 × width numbers.
 */

import { multiplyAdd } from './fused';
import { put, take } from './lanes';
import { exp, sigmoid4 } from './transcendental';

/** tanh to within 2e-7, absolutely: a gate needs no more, and a polynomial near zero costs as much again. */
// @ts-expect-error: decorator
@inline
function tanhOfGate(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = exp(f32x4.add(x, x));
  return f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(e, one)));
}

// @ts-expect-error: decorator
@inline
function forward(
  full: bool,
  z: usize,
  before: usize,
  gates: usize,
  cell: usize,
  cellTanh: usize,
  hidden: usize,
  gate: usize,
): void {
  const i = sigmoid4(take(full, z));
  const f = sigmoid4(take(full, z + gate));
  const g = tanhOfGate(take(full, z + 2 * gate));
  const o = sigmoid4(take(full, z + 3 * gate));
  const c = multiplyAdd(f, take(full, before), f32x4.mul(i, g));
  const t = tanhOfGate(c);
  put(full, gates, i);
  put(full, gates + gate, f);
  put(full, gates + 2 * gate, g);
  put(full, gates + 3 * gate, o);
  put(full, cell, c);
  put(full, cellTanh, t);
  put(full, hidden, f32x4.mul(o, t));
}

/** From the gates' inputs z [rows, 4 width] and the cells before [rows, width]: gates, cells, their tanh, hidden values. */
export function lstm(
  rows: i32,
  width: i32,
  z: usize,
  before: usize,
  gates: usize,
  cell: usize,
  cellTanh: usize,
  hidden: usize,
): void {
  const gate = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    let j = 0;
    for (; j + 4 <= width; j += 4) {
      const at = <usize>j << 2;
      forward(true, z + at, before + at, gates + at, cell + at, cellTanh + at, hidden + at, gate);
    }
    for (; j < width; j++) {
      const at = <usize>j << 2;
      forward(false, z + at, before + at, gates + at, cell + at, cellTanh + at, hidden + at, gate);
    }
    z += 4 * gate;
    gates += 4 * gate;
    before += gate;
    cell += gate;
    cellTanh += gate;
    hidden += gate;
  }
}

// @ts-expect-error: decorator
@inline
function backward(
  full: bool,
  gates: usize,
  before: usize,
  cellTanh: usize,
  dHidden: usize,
  dCell: usize,
  dz: usize,
  dBefore: usize,
  gate: usize,
): void {
  const one = f32x4.splat(1);
  const i = take(full, gates);
  const f = take(full, gates + gate);
  const g = take(full, gates + 2 * gate);
  const o = take(full, gates + 3 * gate);
  const t = take(full, cellTanh);
  const dh = take(full, dHidden);
  const through = f32x4.mul(f32x4.mul(dh, o), f32x4.sub(one, f32x4.mul(t, t)));
  const dc = f32x4.add(take(full, dCell), through);
  put(full, dz, f32x4.mul(f32x4.mul(dc, g), f32x4.mul(i, f32x4.sub(one, i))));
  put(
    full,
    dz + gate,
    f32x4.mul(f32x4.mul(dc, take(full, before)), f32x4.mul(f, f32x4.sub(one, f))),
  );
  put(full, dz + 2 * gate, f32x4.mul(f32x4.mul(dc, i), f32x4.sub(one, f32x4.mul(g, g))));
  put(full, dz + 3 * gate, f32x4.mul(f32x4.mul(dh, t), f32x4.mul(o, f32x4.sub(one, o))));
  put(full, dBefore, f32x4.mul(dc, f));
}

/** Gradients with respect to z [rows, 4 width] and to the cells before, from those of hidden values and cells. */
export function lstmSlope(
  rows: i32,
  width: i32,
  gates: usize,
  before: usize,
  cellTanh: usize,
  dHidden: usize,
  dCell: usize,
  dz: usize,
  dBefore: usize,
): void {
  const gate = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    let j = 0;
    for (; j + 4 <= width; j += 4) {
      const a = <usize>j << 2;
      backward(true, gates + a, before + a, cellTanh + a, dHidden + a, dCell + a, dz + a, dBefore + a, gate);
    }
    for (; j < width; j++) {
      const a = <usize>j << 2;
      backward(false, gates + a, before + a, cellTanh + a, dHidden + a, dCell + a, dz + a, dBefore + a, gate);
    }
    gates += 4 * gate;
    dz += 4 * gate;
    before += gate;
    cellTanh += gate;
    dHidden += gate;
    dCell += gate;
    dBefore += gate;
  }
}
