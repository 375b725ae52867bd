/** log(1 + eᵃ), without an exponential of what is large: max(a, 0) + log(1 + e^−|a|). */

import type { Matrices, Operations } from '../program';

export function softplus<M extends Matrices>(o: Operations<M>, a: M): M {
  const positive = o.relu(a);
  const size = o.add(positive, o.relu(o.scale(a, -1)));
  return o.add(positive, o.log(o.shift(o.exp(o.scale(size, -1)), 1)));
}
