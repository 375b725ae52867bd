/** What is asked of implicit MAML, once somebody looks at how it is solved. */

import { askLate } from '../askLate';

/** Milliseconds between two looks while training. */
const INTERVAL = 1000;

askLate('implicit', {
  every: INTERVAL,
  ask: ({ state, at }) => (state.view.microscope === 'implicit' ? { at } : null),
});
