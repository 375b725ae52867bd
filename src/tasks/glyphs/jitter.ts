/** Drawings moved, turned and stretched a little, as if by more people. Not in the papers; for training alone. */

import type { Stream } from '../../math/rng';
import { PIXELS, SIDE } from './glyphs';

/** At strength 1: radians, share of the size, and pixels, each uniform within ±. */
const TURN = 0.35;
const STRETCH = 0.25;
const SHEAR = 0.25;
const SHIFT = 3;

/** Replaces every image of `inputs`, row-major [images, SIDE, SIDE], by a moved one, sampled between pixels. */
export function jitter(inputs: Float32Array, strength: number, random: Stream): void {
  const middle = (SIDE - 1) / 2;
  const from = new Float32Array(PIXELS);
  const within = (most: number) => random.uniform(-most * strength, most * strength);
  for (let at = 0; at < inputs.length; at += PIXELS) {
    from.set(inputs.subarray(at, at + PIXELS));
    const [turn, shear] = [within(TURN), within(SHEAR)];
    const [across, down] = [1 + within(STRETCH), 1 + within(STRETCH)];
    const [dx, dy] = [within(SHIFT), within(SHIFT)];
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < SIDE; column++) {
        const [x, y] = [(column - middle - dx) * across, (row - middle - dy) * down];
        const u = cos * x - sin * y + shear * y + middle;
        const v = sin * x + cos * y + middle;
        inputs[at + row * SIDE + column] = sampleAt(from, u, v);
      }
    }
  }
}

/** Between the four pixels about (u, v), columns first; paper beyond the edge. */
function sampleAt(image: Float32Array, u: number, v: number): number {
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const [a, b] = [u - column, v - row];
  const pixel = (r: number, c: number): number =>
    r >= 0 && r < SIDE && c >= 0 && c < SIDE ? image[r * SIDE + c]! : 0;
  const above = (1 - a) * pixel(row, column) + a * pixel(row, column + 1);
  const below = (1 - a) * pixel(row + 1, column) + a * pixel(row + 1, column + 1);
  return (1 - b) * above + b * below;
}
