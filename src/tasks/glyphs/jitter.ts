/** Drawings moved, turned and stretched a little, as if by more people. Not in the papers; for training alone. */

import type { Stream } from '../../math/rng';
import { between } from './between';
import { PIXELS, SIDE } from './glyphs';

/** At strength 1: radians, share of the size, and pixels, each uniform within ±. */
const TURN = 0.35;
const STRETCH = 0.25;
const SHEAR = 0.25;
const SHIFT = 3;

/** Replaces every image of `inputs`, row-major [images, SIDE, SIDE], by a moved one, sampled between pixels. */
export function jitter(inputs: Float32Array, strength: number, random: Stream): void {
  // Names of their own: in Node imported ones are looked up for every pixel.
  const side = SIDE;
  const sample = between;
  const middle = (side - 1) / 2;
  const from = new Float32Array(PIXELS);
  const within = (most: number) => random.uniform(-most * strength, most * strength);
  for (let at = 0; at < inputs.length; at += PIXELS) {
    from.set(inputs.subarray(at, at + PIXELS));
    const [turn, shear] = [within(TURN), within(SHEAR)];
    const [across, down] = [1 + within(STRETCH), 1 + within(STRETCH)];
    const [dx, dy] = [within(SHIFT), within(SHIFT)];
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    for (let row = 0; row < side; row++) {
      const y = (row - middle - dy) * down;
      for (let column = 0; column < side; column++) {
        const x = (column - middle - dx) * across;
        const u = cos * x - sin * y + shear * y + middle;
        const v = sin * x + cos * y + middle;
        inputs[at + row * side + column] = sample(from, side, u, v);
      }
    }
  }
}
