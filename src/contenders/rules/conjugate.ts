/** Conjugate gradients on quadratics, of Hestenes and Stiefel 1952: as many steps as θ has coordinates, and no more. */

import type { DescentRule, Landscape } from './descent';

interface Direction {
  readonly way: Float64Array;
  /** Hessian times way. */
  readonly bent: ArrayLike<number>;
}

/**
 * In exact arithmetic a direction that is conjugate to the one before is so to all. Rounding undoes that: with gradients
 * in single precision, f of ten-dimensional quadratics is 0.1 after ten steps instead of 10⁻¹². So directions are kept,
 * and each is made conjugate to all; after as many as there are coordinates, nothing is left but rounding.
 */
export const conjugate: DescentRule = {
  fields: {},
  formula: String.raw`\begin{gathered}d\leftarrow-g+\frac{g^\top H d}{d^\top H d}\,d\\\theta\leftarrow\theta-\frac{g^\top d}{d^\top H d}\,d\end{gathered}`,
  quadratic: true,
  async *descend(landscape, start) {
    const theta = Float64Array.from(start);
    let before: Direction[] = [];
    for (;;) {
      const { f, gradient } = await landscape.at(theta);
      yield { theta, f };
      if (before.length === landscape.dimension) before = [];
      const way = Float64Array.from(gradient, (g) => -g);
      for (const other of before) along(landscape, way, way, other.bent, other);
      const bent = await landscape.curvature(theta, way);
      along(landscape, theta, gradient, way, { way, bent });
      before.push({ way, bent });
    }
  },
};

/** Moves every problem's row of `at` by −uᵀv / dᵀHd along its direction d; one that has nowhere to go stays. */
function along(
  { problems, dimension }: Landscape,
  at: Float64Array,
  u: ArrayLike<number>,
  v: ArrayLike<number>,
  { way, bent }: Direction,
): void {
  for (let p = 0; p < problems; p++) {
    const [from, to] = [p * dimension, (p + 1) * dimension];
    let [share, bend] = [0, 0];
    for (let i = from; i < to; i++) {
      share += u[i]! * v[i]!;
      bend += way[i]! * bent[i]!;
    }
    if (!(bend > 0)) continue;
    for (let i = from; i < to; i++) at[i]! -= (share / bend) * way[i]!;
  }
}
