/** The initial weights themselves. They adapt as the others do, and learn nothing beforehand. */

import type { Contender } from '../contender';
import { randomSheet } from '../sheets';
import { jointPretraining } from './joint';

export const randomInitialisation: Contender<object, null> = {
  ...randomSheet,
  formula: String.raw`\theta \leftarrow \theta`,
  begin: jointPretraining.begin,
  draw: () => null,
  listing: () => [],
  // biome-ignore lint/correctness/useYield: it has no lines
  *step(_scope, state) {
    return state;
  },
  adapt: jointPretraining.adapt,
};
