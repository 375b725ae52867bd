/**
 * A drawing as another hand might have made it: turned, sheared, stretched, moved, bent a little and pressed harder or less.
 * Not in the papers; for training alone. One look-up between pixels does it all, from a finer drawing.
 */

import type { Stream } from '../../math/rng';
import { between } from './between';
import { PIXELS, SIDE } from './glyphs';

/** At strength 1, each uniform within ±: radians, logarithms of factors, shares of half a side. */
const TURN = (15 * Math.PI) / 180;
const LOG_SCALE = 0.15;
const LOG_ASPECT = 0.1;
const SHEAR = 0.15;
const SHIFT = 0.1;
const LOG_GAMMA = 0.5;
/** Standard deviation of what each knot of a grid moves by, in half sides. */
const BEND = 0.03;
const KNOTS = 5;

/** The share that each knot has at each pixel of a side, [SIDE, KNOTS]: cubic convolution (Keys 1981), knots at the edges too. */
const shares = Float64Array.from({ length: SIDE * KNOTS }, () => 0);
for (let pixel = 0; pixel < SIDE; pixel++) {
  const at = (pixel / (SIDE - 1)) * (KNOTS - 1);
  const first = Math.floor(at) - 1;
  for (let tap = 0; tap < 4; tap++) {
    const knot = Math.min(KNOTS - 1, Math.max(0, first + tap));
    shares[pixel * KNOTS + knot]! += cubic(Math.abs(at - (first + tap)));
  }
}

function cubic(x: number): number {
  const a = -0.75;
  if (x <= 1) return (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1;
  return x < 2 ? a * (x ** 3 - 5 * x ** 2 + 8 * x - 4) : 0;
}

/** What every pixel moves by in one direction, [SIDE, SIDE]: smooth between knots. */
function bent(strength: number, random: Stream, out: Float64Array): void {
  const knots = Float64Array.from({ length: KNOTS * KNOTS }, () =>
    random.normal(0, BEND * strength),
  );
  const rows = new Float64Array(SIDE * KNOTS);
  for (let row = 0; row < SIDE; row++) {
    for (let knot = 0; knot < KNOTS; knot++) {
      let sum = 0;
      for (let k = 0; k < KNOTS; k++) sum += shares[row * KNOTS + k]! * knots[k * KNOTS + knot]!;
      rows[row * KNOTS + knot] = sum;
    }
  }
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      let sum = 0;
      for (let k = 0; k < KNOTS; k++) {
        sum += shares[column * KNOTS + k]! * rows[row * KNOTS + k]!;
      }
      out[row * SIDE + column] = sum;
    }
  }
}

const bends = [new Float64Array(PIXELS), new Float64Array(PIXELS)] as const;

export interface Hand {
  /** One of eight: quarter turns, of the mirrored drawing from 4 on. */
  readonly symmetry: number;
  readonly strength: number;
}

/**
 * Writes [SIDE, SIDE] to `out` from `at`.
 *
 * @param fine row-major and square, ink 255, paper 0
 */
export function elasticInto(
  fine: Uint8Array,
  { symmetry, strength }: Hand,
  random: Stream,
  out: Float32Array,
  at: number,
): void {
  const fineSide = Math.round(Math.sqrt(fine.length));
  // Names of their own: in Node imported ones are looked up for every pixel.
  const side = SIDE;
  const sample = between;
  const within = (most: number) => random.uniform(-most * strength, most * strength);
  const [turn, scale, aspect, shear] = [TURN, LOG_SCALE, LOG_ASPECT, SHEAR].map(within) as [
    number,
    number,
    number,
    number,
  ];
  const [dx, dy] = [within(SHIFT), within(SHIFT)];
  const gamma = Math.exp(within(LOG_GAMMA));
  const [across, down] = [Math.exp(scale + aspect), Math.exp(scale - aspect)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [bendX, bendY] = bends;
  if (strength > 0) for (const bend of bends) bent(strength, random, bend);
  else for (const bend of bends) bend.fill(0);
  // Where the picture's axes lie in the drawing: a quarter turn exchanges them.
  const [qx, qy] = (
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const
  )[symmetry & 3]!;
  const mirror = symmetry > 3 ? -1 : 1;
  const half = fineSide / 2;
  for (let row = 0; row < side; row++) {
    const y0 = (row + 0.5) / (side / 2) - 1;
    for (let column = 0; column < side; column++) {
      const x0 = (column + 0.5) / (side / 2) - 1;
      const pixel = row * side + column;
      const x1 = (x0 - dx) * across + shear * (y0 - dy);
      const y1 = (y0 - dy) * down;
      const x2 = cos * x1 - sin * y1 + bendX[pixel]!;
      const y2 = sin * x1 + cos * y1 + bendY[pixel]!;
      const u = (mirror * (qx * x2 - qy * y2) + 1) * half - 0.5;
      const v = (qy * x2 + qx * y2 + 1) * half - 0.5;
      const ink = sample(fine, fineSide, u, v);
      out[at + pixel] = ink === 0 ? 0 : (ink / 255) ** gamma;
    }
  }
}
