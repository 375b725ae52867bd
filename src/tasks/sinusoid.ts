/** Sinusoids y = A sin(x − φ), the regression tasks of Finn et al. 2017, section 5.1. */

import type { Range } from '../math/range';
import type { TaskFamily } from './task';

/** Sinusoids with amplitude A and phase φ (radians) uniform in their ranges. */
export function sinusoids(amplitude: Range, phase: Range): TaskFamily {
  return {
    draw: (random) => {
      const a = random.uniform(amplitude[0], amplitude[1]);
      const phi = random.uniform(phase[0], phase[1]);
      return { parameters: { amplitude: a, phase: phi }, value: (x) => a * Math.sin(x - phi) };
    },
    moments: (x) => {
      const [a0, a1] = amplitude;
      const [p0, p1] = phase;
      const width = p1 - p0;
      // E over φ of sin(x − φ) and of sin²(x − φ); a range of no width is a point.
      const sine = width > 0 ? (Math.cos(x - p1) - Math.cos(x - p0)) / width : Math.sin(x - p0);
      const sineSquared =
        width > 0
          ? 0.5 - (Math.sin(2 * (x - p0)) - Math.sin(2 * (x - p1))) / (4 * width)
          : Math.sin(x - p0) ** 2;
      return {
        mean: ((a0 + a1) / 2) * sine,
        square: ((a0 * a0 + a0 * a1 + a1 * a1) / 3) * sineSquared,
      };
    },
  };
}
