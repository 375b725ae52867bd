/** Softmax of each row, its slope, and the cross-entropy of a row against a distribution. Rows are short. */

import { exp, log4 } from './transcendental';

// @ts-expect-error: decorator
@inline
function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp(f32x4.splat(x)), 0);
}

// @ts-expect-error: decorator
@inline
function log1(x: f32): f32 {
  return f32x4.extract_lane(log4(f32x4.splat(x)), 0);
}

// @ts-expect-error: decorator
@inline
function greatest(columns: i32, a: usize): f32 {
  let most = load<f32>(a);
  for (let j = 1; j < columns; j++) most = max(most, load<f32>(a + (<usize>j << 2)));
  return most;
}

/** c = e^a / Σ e^a, row by row. */
export function softmax(rows: i32, columns: i32, a: usize, c: usize): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    const most = greatest(columns, a);
    let sum: f32 = 0;
    for (let at: usize = 0; at < width; at += 4) {
      const e = exp1(load<f32>(a + at) - most);
      sum += e;
      store<f32>(c + at, e);
    }
    for (let at: usize = 0; at < width; at += 4) store<f32>(c + at, load<f32>(c + at) / sum);
    a += width;
    c += width;
  }
}

/** c = a − log Σ e^a, row by row. */
export function logSoftmax(rows: i32, columns: i32, a: usize, c: usize): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    const most = greatest(columns, a);
    let sum: f32 = 0;
    for (let at: usize = 0; at < width; at += 4) sum += exp1(load<f32>(a + at) - most);
    const log = log1(sum);
    for (let at: usize = 0; at < width; at += 4) store<f32>(c + at, load<f32>(a + at) - most - log);
    a += width;
    c += width;
  }
}

/** c = p ∘ z − p (p · z), row by row: the slope of softmax, in terms of its value p, times z. */
export function softmaxSlope(rows: i32, columns: i32, p: usize, z: usize, c: usize): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    let dot: f32 = 0;
    for (let at: usize = 0; at < width; at += 4) dot += load<f32>(p + at) * load<f32>(z + at);
    for (let at: usize = 0; at < width; at += 4) {
      store<f32>(c + at, load<f32>(p + at) * (load<f32>(z + at) - dot));
    }
    p += width;
    z += width;
    c += width;
  }
}

/** c = Σ over the rows of each task of log Σ e^a − a · target: [tasks, 1, 1]. */
export function crossEntropy(
  tasks: i32,
  rows: i32,
  columns: i32,
  a: usize,
  targets: usize,
  targetsTask: usize,
  c: usize,
): void {
  const width = <usize>columns << 2;
  for (let t = 0; t < tasks; t++) {
    // In double precision: there may be thousands of rows.
    let total: f64 = 0;
    let target = targets;
    for (let r = 0; r < rows; r++) {
      const most = greatest(columns, a);
      let sum: f32 = 0;
      let dot: f32 = 0;
      for (let at: usize = 0; at < width; at += 4) {
        const x = load<f32>(a + at) - most;
        sum += exp1(x);
        dot += x * load<f32>(target + at);
      }
      total += log1(sum) - dot;
      a += width;
      target += width;
    }
    store<f32>(c, <f32>total);
    targets += targetsTask;
    c += 4;
  }
}
