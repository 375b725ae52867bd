/** What is asked of gates, once somebody looks at them. */

import { askLate } from '../askLate';

/** Which weights are looked at alone: another, each time somebody asks for others. */
export const picked = { pick: 0 };

/** Milliseconds between two looks while training. */
const INTERVAL = 1000;

askLate('gates', {
  every: INTERVAL,
  ask: ({ state, at }) => (state.view.microscope === 'gates' ? { at, pick: picked.pick } : null),
});
