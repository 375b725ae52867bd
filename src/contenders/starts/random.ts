/** The initial weights themselves. They adapt as the others do, and learn nothing beforehand. */

import type { Contender } from '../contender';
import { jointPretraining } from './joint';

export const randomInitialisation: Contender<object, null> = {
  fields: {},
  formula: String.raw`\theta \leftarrow \theta`,
  cost: () => ({ gradients: 0, products: 0 }),
  knobs: [],
  begin: jointPretraining.begin,
  draw: () => null,
  listing: () => [],
  // biome-ignore lint/correctness/useYield: it has no lines
  *step(_scope, state) {
    return state;
  },
  adapt: jointPretraining.adapt,
};
