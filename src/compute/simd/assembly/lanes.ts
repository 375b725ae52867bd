/** Four numbers at a time, and one at a time of those that are left over: the same code for both. */

/** Four numbers, or one in every lane. */
// @ts-expect-error: decorator
@inline
export function take(full: bool, at: usize): v128 {
  return full ? v128.load(at) : v128.load32_splat(at);
}

/** Where `take` was from: four numbers, or the first. */
// @ts-expect-error: decorator
@inline
export function put(full: bool, at: usize, value: v128): void {
  if (full) v128.store(at, value);
  else store<f32>(at, f32x4.extract_lane(value, 0));
}
