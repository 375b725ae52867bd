/** exp, log and tanh in single precision, after the Cephes library (Moshier): within two units in the last place. */

import { multiplyAdd } from './fused';

/**
 * e^x, lane by lane; saturates instead of overflowing beyond ±87. Minima and maxima are those that processors have: with the value
 * first, what is no number stays so.
 */
// @ts-expect-error: decorator
@inline
export function exp(value: v128): v128 {
  const x = f32x4.pmin(f32x4.pmax(value, f32x4.splat(-87.3)), f32x4.splat(88.3));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  // x − n ln 2, with ln 2 in two parts.
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = multiplyAdd(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  const mantissa = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), f32x4.splat(1));
  // Times 2ⁿ, by adding n to the exponent.
  const exponent = i32x4.shl(i32x4.trunc_sat_f32x4_s(n), 23);
  return i32x4.add(mantissa, exponent);
}

/** Natural logarithm of positive, normal numbers, lane by lane. */
// @ts-expect-error: decorator
@inline
export function log4(x: v128): v128 {
  const one = f32x4.splat(1);
  // x = m · 2ⁿ with m in [√½, √2).
  const half = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(half, f32x4.splat(0.707106781186547524));
  const exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  const n = f32x4.sub(f32x4.convert_i32x4_s(exponent), v128.and(one, low));
  const m = f32x4.sub(f32x4.add(half, v128.and(half, low)), one);
  const z = f32x4.mul(m, m);
  let p = f32x4.splat(7.0376836292e-2);
  p = multiplyAdd(p, m, f32x4.splat(-1.1514610310e-1));
  p = multiplyAdd(p, m, f32x4.splat(1.1676998740e-1));
  p = multiplyAdd(p, m, f32x4.splat(-1.2420140846e-1));
  p = multiplyAdd(p, m, f32x4.splat(1.4249322787e-1));
  p = multiplyAdd(p, m, f32x4.splat(-1.6668057665e-1));
  p = multiplyAdd(p, m, f32x4.splat(2.0000714765e-1));
  p = multiplyAdd(p, m, f32x4.splat(-2.4999993993e-1));
  p = multiplyAdd(p, m, f32x4.splat(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, m), z);
  // n ln 2 in two parts, the small one first.
  p = f32x4.add(p, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  p = f32x4.sub(p, f32x4.mul(f32x4.splat(0.5), z));
  return f32x4.add(f32x4.add(m, p), f32x4.mul(n, f32x4.splat(0.693359375)));
}

// @ts-expect-error: decorator
@inline
function tanh4(x: v128): v128 {
  const magnitude = f32x4.abs(x);
  const one = f32x4.splat(1);
  const e = exp(f32x4.add(magnitude, magnitude));
  const large = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(e, one)));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const signed = v128.or(large, sign);
  // Near zero the difference above cancels; an odd polynomial does not.
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = multiplyAdd(p, z, f32x4.splat(2.06390887954e-2));
  p = multiplyAdd(p, z, f32x4.splat(-5.37397155531e-2));
  p = multiplyAdd(p, z, f32x4.splat(1.33314422036e-1));
  p = multiplyAdd(p, z, f32x4.splat(-3.33332819422e-1));
  const small = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  return v128.bitselect(small, signed, f32x4.lt(magnitude, f32x4.splat(0.625)));
}

/** Functions of single numbers, by number. */
/** 1 / (1 + e⁻ˣ). */
// @ts-expect-error: decorator
@inline
export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
}

const EXP = 0;
const LOG = 1;
const TANH = 2;

// @ts-expect-error: decorator
@inline
function value(operation: i32, x: v128): v128 {
  if (operation == EXP) return exp(x);
  if (operation == LOG) return log4(x);
  return tanh4(x);
}

// @ts-expect-error: decorator
@inline
function each(operation: i32, count: i32, a: usize, c: usize): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = <usize>i << 2;
    v128.store(c + at, value(operation, v128.load(a + at)));
  }
  for (; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(c + at, f32x4.extract_lane(value(operation, v128.load32_splat(a + at)), 0));
  }
}

/** c = e^a; saturates as `exp` does. */
export function exponential(count: i32, a: usize, c: usize): void {
  each(EXP, count, a, c);
}

/** c = log a, of positive, normal numbers. */
export function logarithm(count: i32, a: usize, c: usize): void {
  each(LOG, count, a, c);
}

/** c = tanh a. */
export function tanh(count: i32, a: usize, c: usize): void {
  each(TANH, count, a, c);
}
