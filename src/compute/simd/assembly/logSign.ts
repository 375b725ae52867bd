/**
 * Two numbers for one: (log|a| / p, sign a) where |a| ≥ e⁻ᵖ, else (−1, eᵖ a). Gradients of all sizes are read by them
 * (Andrychowicz et al. 2016, appendix A). `factor` is eᵖ; with a p of 0 a number is read as it is, and nothing beside it.
 */

import { log4 } from './transcendental';

// @ts-expect-error: decorator
@inline
function isLarge(a: v128, factor: f32): v128 {
  return f32x4.ge(f32x4.mul(f32x4.abs(a), f32x4.splat(factor)), f32x4.splat(1));
}

// @ts-expect-error: decorator
@inline
export function firstOf(a: v128, p: f32, factor: f32): v128 {
  if (p == 0) return a;
  const log = f32x4.div(log4(f32x4.abs(a)), f32x4.splat(p));
  return v128.bitselect(log, f32x4.splat(-1), isLarge(a, factor));
}

// @ts-expect-error: decorator
@inline
export function secondOf(a: v128, p: f32, factor: f32): v128 {
  if (p == 0) return f32x4.splat(0);
  const sign = v128.or(f32x4.splat(1), v128.and(a, i32x4.splat(0x80000000)));
  return v128.bitselect(sign, f32x4.mul(a, f32x4.splat(factor)), isLarge(a, factor));
}

/** The slope of both at a, times what they are multiplied by. */
// @ts-expect-error: decorator
@inline
export function slopeOf(a: f32, p: f32, factor: f32, first: f32, second: f32): f32 {
  if (p == 0) return first;
  return Mathf.abs(a) * factor >= 1 ? first / (p * a) : factor * second;
}

/** c [count, 2] = both numbers of each of a. */
export function logSign(count: i32, a: usize, p: f32, c: usize): void {
  const factor = Mathf.exp(p);
  for (let i = 0; i < count; i++) {
    const x = v128.load32_splat(a + (<usize>i << 2));
    const at = c + (<usize>i << 3);
    store<f32>(at, f32x4.extract_lane(firstOf(x, p, factor), 0));
    store<f32>(at, f32x4.extract_lane(secondOf(x, p, factor), 0), 4);
  }
}

/** c [count] = the slope of logSign at a, times z [count, 2]. */
export function logSignSlope(count: i32, a: usize, p: f32, z: usize, c: usize): void {
  const factor = Mathf.exp(p);
  for (let i = 0; i < count; i++) {
    const from = z + (<usize>i << 3);
    const at = load<f32>(a + (<usize>i << 2));
    store<f32>(c + (<usize>i << 2), slopeOf(at, p, factor, load<f32>(from), load<f32>(from, 4)));
  }
}
