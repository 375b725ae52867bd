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
  step: (_scope, state) => state,
  adapt: jointPretraining.adapt,
};
