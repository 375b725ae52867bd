/**
 * A step of a cell whose contents are weights, in one pass over them: see `../../gatedCell.ts`. Of the two gates, the input gate
 * comes first; parameters are two rows of seven numbers: by what they read of the gradient (two), the loss (two), the weight, the
 * gate's own past, and a bias. What is the same for all weights of a task, the loss and the bias, comes in as two offsets.
 */

import { multiplyAdd } from './fused';
import { put, take } from './lanes';
import { firstOf, secondOf, slopeOf } from './logSign';
import { sigmoid4 } from './transcendental';

/** Bytes of a row of parameters, and of a row of sums. */
const ROW: usize = 28;
const SUMS: usize = 20;
/** Places in a row of parameters. */
const WEIGHT: usize = 16;
const PAST: usize = 20;

// @ts-expect-error: decorator
@inline
function input(
  full: bool,
  parameters: usize,
  x: v128,
  y: v128,
  theta: v128,
  memory: usize,
  offset: v128,
): v128 {
  let z = multiplyAdd(v128.load32_splat(parameters), x, offset);
  z = multiplyAdd(v128.load32_splat(parameters, 4), y, z);
  z = multiplyAdd(v128.load32_splat(parameters, WEIGHT), theta, z);
  if (memory == 0) return z;
  return multiplyAdd(v128.load32_splat(parameters, PAST), take(full, memory), z);
}

// @ts-expect-error: decorator
@inline
function forward(
  full: bool,
  row: usize,
  p: f32,
  factor: f32,
  parameters: usize,
  theta: usize,
  gradient: usize,
  memory: usize,
  offsets: usize,
  z: usize,
  gates: usize,
  next: usize,
): void {
  const w = take(full, theta);
  const g = take(full, gradient);
  const x = firstOf(g, p, factor);
  const y = secondOf(g, p, factor);
  const past = memory == 0 ? <usize>0 : memory + row;
  const zi = input(full, parameters, x, y, w, memory, v128.load32_splat(offsets));
  const zf = input(full, parameters + ROW, x, y, w, past, v128.load32_splat(offsets, 4));
  const i = sigmoid4(zi);
  const f = sigmoid4(zf);
  put(full, z, zi);
  put(full, z + row, zf);
  put(full, gates, i);
  put(full, gates + row, f);
  put(full, next, f32x4.sub(f32x4.mul(f, w), f32x4.mul(i, g)));
}

/**
 * From the weights, [tasks, width] at `thetaTask` bytes from task to task, their gradients, what gates were before their
 * sigmoid one step ago (0 for nothing) and the offsets [tasks, 2]: what gates are before and after it, [tasks, 2, width] each,
 * and the next weights. @param p of the logarithm, 0 to read gradients as they are
 */
export function gateStep(
  tasks: i32,
  width: i32,
  p: f32,
  parameters: usize,
  theta: usize,
  thetaTask: usize,
  gradient: usize,
  memory: usize,
  offsets: usize,
  z: usize,
  gates: usize,
  next: usize,
): void {
  const row = <usize>width << 2;
  const factor = Mathf.exp(p);
  for (let t = 0; t < tasks; t++) {
    let j = 0;
    for (; j + 4 <= width; j += 4) {
      const a = <usize>j << 2;
      const past = memory == 0 ? <usize>0 : memory + a;
      forward(true, row, p, factor, parameters, theta + a, gradient + a, past, offsets, z + a, gates + a, next + a);
    }
    for (; j < width; j++) {
      const a = <usize>j << 2;
      const past = memory == 0 ? <usize>0 : memory + a;
      forward(false, row, p, factor, parameters, theta + a, gradient + a, past, offsets, z + a, gates + a, next + a);
    }
    theta += thetaTask;
    gradient += row;
    next += row;
    z += 2 * row;
    gates += 2 * row;
    offsets += 8;
    if (memory != 0) memory += 2 * row;
  }
}

/** sum + a · b, of one number in the first lane alone. */
// @ts-expect-error: decorator
@inline
function gather(full: bool, sums: usize, at: usize, a: v128, b: v128): void {
  const place = sums + (at << 4);
  const one = full ? b : f32x4.replace_lane(f32x4.splat(0), 0, f32x4.extract_lane(b, 0));
  v128.store(place, multiplyAdd(a, one, v128.load(place)));
}

// @ts-expect-error: decorator
@inline
function backward(
  full: bool,
  row: usize,
  p: f32,
  factor: f32,
  parameters: usize,
  theta: usize,
  gradient: usize,
  memory: usize,
  gates: usize,
  d: usize,
  dMemory: usize,
  dz: usize,
  dTheta: usize,
  dPast: usize,
  sums: usize,
): void {
  const one = f32x4.splat(1);
  const w = take(full, theta);
  const g = take(full, gradient);
  const v = take(full, d);
  const i = take(full, gates);
  const f = take(full, gates + row);
  let zi = f32x4.mul(f32x4.neg(f32x4.mul(v, g)), f32x4.mul(i, f32x4.sub(one, i)));
  let zf = f32x4.mul(f32x4.mul(v, w), f32x4.mul(f, f32x4.sub(one, f)));
  if (dMemory != 0) {
    zi = f32x4.add(zi, take(full, dMemory));
    zf = f32x4.add(zf, take(full, dMemory + row));
  }
  put(full, dz, zi);
  put(full, dz + row, zf);
  put(full, dPast, f32x4.mul(zi, v128.load32_splat(parameters, PAST)));
  put(full, dPast + row, f32x4.mul(zf, v128.load32_splat(parameters + ROW, PAST)));
  let back = f32x4.mul(f, v);
  back = multiplyAdd(v128.load32_splat(parameters, WEIGHT), zi, back);
  back = multiplyAdd(v128.load32_splat(parameters + ROW, WEIGHT), zf, back);
  put(full, dTheta, back);
  const x = firstOf(g, p, factor);
  const y = secondOf(g, p, factor);
  gather(full, sums, 0, x, zi);
  gather(full, sums, 1, y, zi);
  gather(full, sums, 2, w, zi);
  gather(full, sums, 4, one, zi);
  gather(full, sums, 5, x, zf);
  gather(full, sums, 6, y, zf);
  gather(full, sums, 7, w, zf);
  gather(full, sums, 9, one, zf);
  if (memory == 0) return;
  gather(full, sums, 3, take(full, memory), zi);
  gather(full, sums, 8, take(full, memory + row), zf);
}

/**
 * From the gradients with respect to the next weights, and to what gates are before their sigmoid in what comes later (0 for
 * nothing): those with respect to that in all, [tasks, 2, width], to the weights, and to what it was one step ago; and sums
 * [tasks, 2, 5] over weights, times what is read of the gradient (two), the weight, the past, and 1.
 *
 * @param lanes forty numbers to sum in
 */
export function gateSlope(
  tasks: i32,
  width: i32,
  p: f32,
  parameters: usize,
  theta: usize,
  thetaTask: usize,
  gradient: usize,
  memory: usize,
  gates: usize,
  d: usize,
  dMemory: usize,
  dz: usize,
  dTheta: usize,
  dPast: usize,
  sums: usize,
  lanes: usize,
): void {
  const row = <usize>width << 2;
  const factor = Mathf.exp(p);
  for (let t = 0; t < tasks; t++) {
    clear(lanes);
    let j = 0;
    for (; j < width; ) {
      const a = <usize>j << 2;
      const past = memory == 0 ? <usize>0 : memory + a;
      const later = dMemory == 0 ? <usize>0 : dMemory + a;
      if (j + 4 <= width) {
        backward(true, row, p, factor, parameters, theta + a, gradient + a, past, gates + a, d + a, later, dz + a, dTheta + a, dPast + a, lanes);
        j += 4;
      } else {
        backward(false, row, p, factor, parameters, theta + a, gradient + a, past, gates + a, d + a, later, dz + a, dTheta + a, dPast + a, lanes);
        j += 1;
      }
    }
    for (let s: usize = 0; s < 10; s++) {
      const four = v128.load(lanes + (s << 4));
      const pair = f32x4.add(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
      store<f32>(sums + (s << 2), f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1));
    }
    theta += thetaTask;
    gradient += row;
    d += row;
    dTheta += row;
    gates += 2 * row;
    dz += 2 * row;
    dPast += 2 * row;
    sums += 2 * SUMS;
    if (memory != 0) memory += 2 * row;
    if (dMemory != 0) dMemory += 2 * row;
  }
}

// @ts-expect-error: decorator
@inline
function clear(lanes: usize): void {
  for (let s: usize = 0; s < 10; s++) v128.store(lanes + (s << 4), f32x4.splat(0));
}

/** The gradients with respect to the learner's gradients, from those with respect to gates before their sigmoid, and to the next weights. */
export function gateInputs(
  tasks: i32,
  width: i32,
  p: f32,
  parameters: usize,
  gradient: usize,
  gates: usize,
  dz: usize,
  d: usize,
  c: usize,
): void {
  const row = <usize>width << 2;
  const x = load<f32>(parameters);
  const y = load<f32>(parameters, 4);
  const fx = load<f32>(parameters + ROW);
  const fy = load<f32>(parameters + ROW, 4);
  const factor = Mathf.exp(p);
  for (let t = 0; t < tasks; t++) {
    for (let j = 0; j < width; j++) {
      const a = <usize>j << 2;
      const zi = load<f32>(dz + a);
      const zf = load<f32>(dz + row + a);
      const g = load<f32>(gradient + a);
      const back = slopeOf(g, p, factor, x * zi + fx * zf, y * zi + fy * zf);
      store<f32>(c + a, back - load<f32>(gates + a) * load<f32>(d + a));
    }
    gradient += row;
    d += row;
    c += row;
    gates += 2 * row;
    dz += 2 * row;
  }
}
