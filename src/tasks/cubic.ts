/** Cubics y = ax³ + bx² + cx + d, the regression tasks of Pan, Gao and Zhou 2020. */

import type { Range } from '../math/range';
import type { TaskFamily } from './task';

/** Cubics whose coefficients are uniform in their ranges, given from the cubic one down to the constant. */
export function cubics(a: Range, b: Range, c: Range, d: Range): TaskFamily {
  const ranges = [a, b, c, d];
  return {
    draw: (random) => {
      const [ka, kb, kc, kd] = ranges.map(([low, high]) => random.uniform(low, high)) as [
        number,
        number,
        number,
        number,
      ];
      return {
        parameters: { a: ka, b: kb, c: kc, d: kd },
        value: (x) => ((ka * x + kb) * x + kc) * x + kd,
      };
    },
    moments: (x) => {
      let mean = 0;
      let variance = 0;
      ranges.forEach(([low, high], i) => {
        const power = x ** (3 - i);
        mean += ((low + high) / 2) * power;
        variance += ((high - low) ** 2 / 12) * power * power;
      });
      return { mean, square: mean * mean + variance };
    },
  };
}
