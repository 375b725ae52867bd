/** Rows made unit vectors, with the passes of layers and losses that do so. */

import type { Matrices, Tensors } from './tensors';

/** Keeps a vector of zeros from being divided by its length. */
const LEAST_SQUARE = 1e-6;

/** Rows made unit vectors: n = r ∘ z with r = 1 / ‖z‖ in every column. Their slope z ↦ r ∘ (z − n (n·z)) is symmetric. */
export function toUnit<M extends Matrices>(t: Tensors<M>, z: M) {
  /** Row sums of a ∘ b, in every column. */
  const dots = (a: M, b: M): M => {
    const sums = t.matMul(t.multiply(a, b), t.constant(z.columns, 1, 1));
    return t.matMul(sums, t.constant(1, z.columns, 1));
  };
  const r = t.inverseRoot(dots(z, z), LEAST_SQUARE);
  const n = t.multiply(r, z);
  const slope = (x: M): M => t.multiply(r, t.subtract(x, t.multiply(n, dots(n, x))));
  return {
    value: n,
    backward: slope,
    tangent(zDot: M) {
      const nDot = slope(zDot);
      // ṙ / r
      const growth = t.scale(t.multiply(r, dots(n, zDot)), -1);
      return {
        value: nDot,
        backward(dn: M, dnDot: M): M {
          const turned = t.add(t.multiply(nDot, dots(n, dn)), t.multiply(n, dots(nDot, dn)));
          const still = t.subtract(slope(dnDot), t.multiply(r, turned));
          return t.add(still, t.multiply(growth, slope(dn)));
        },
      };
    },
  };
}
