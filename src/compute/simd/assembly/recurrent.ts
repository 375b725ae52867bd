/**
 * What a long short-term memory does between its products. Gates lie as [input | forget | candidate | output] in
 * each row of 4 × width numbers.
 */

import { multiplyAdd } from './fused';
import { exp, log4 } from './transcendental';

// @ts-expect-error: decorator
@inline
function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
}

/** tanh to within 2e-7, absolutely: a gate needs no more, and a polynomial near zero costs as much again. */
// @ts-expect-error: decorator
@inline
function tanhOfGate(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = exp(f32x4.add(x, x));
  return f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(e, one)));
}

/** Four numbers, or one in every lane. */
// @ts-expect-error: decorator
@inline
function take(full: bool, at: usize): v128 {
  return full ? v128.load(at) : v128.load32_splat(at);
}

// @ts-expect-error: decorator
@inline
function put(full: bool, at: usize, value: v128): void {
  if (full) v128.store(at, value);
  else store<f32>(at, f32x4.extract_lane(value, 0));
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

/** c [count, 2] = (log|a| / p, sign a) where |a| ≥ e⁻ᵖ, else (−1, eᵖ a). */
export function logSign(count: i32, a: usize, p: f32, c: usize): void {
  const least = f32x4.splat(Mathf.exp(-p));
  const factor = f32x4.splat(Mathf.exp(p));
  for (let i = 0; i < count; i++) {
    const x = v128.load32_splat(a + (<usize>i << 2));
    const size = f32x4.abs(x);
    const large = f32x4.ge(size, least);
    const sign = v128.or(f32x4.splat(1), v128.and(x, i32x4.splat(0x80000000)));
    const first = v128.bitselect(
      f32x4.div(log4(size), f32x4.splat(p)),
      f32x4.splat(-1),
      large,
    );
    const second = v128.bitselect(sign, f32x4.mul(factor, x), large);
    const at = c + (<usize>i << 3);
    store<f32>(at, f32x4.extract_lane(first, 0));
    store<f32>(at, f32x4.extract_lane(second, 0), 4);
  }
}

/** c [count] = the slope of logSign at a, times z [count, 2]. */
export function logSignSlope(count: i32, a: usize, p: f32, z: usize, c: usize): void {
  const least = Mathf.exp(-p);
  const factor = Mathf.exp(p);
  for (let i = 0; i < count; i++) {
    const x = load<f32>(a + (<usize>i << 2));
    const from = z + (<usize>i << 3);
    const slope =
      Mathf.abs(x) >= least ? load<f32>(from) / (p * x) : factor * load<f32>(from, 4);
    store<f32>(c + (<usize>i << 2), slope);
  }
}
