/** What the microscope asks, once its part of the page is here. */

import type { Sight } from '../../kit/questions';
import { askLate } from '../askLate';
import { frontOf, gridOf } from '../lab';
import type { RegressionSnapshot } from '../snapshot';
import type { State } from '../state';
import type { TraceQuestion } from './question';

/** The next meta-iteration of who is in front: one that is looked back to has none, and in training it would be over. */
function traceOf({ state, at, training }: Sight<State, RegressionSnapshot>): TraceQuestion | null {
  const contender = at === 'now' && !training && frontOf(state);
  if (!contender) return null;
  return { contender, task: state.view.focus, grid: Float32Array.from(gridOf(state.running)) };
}

askLate('trace', {
  urgent: true,
  ask: (sight) => (sight.state.view.microscope === 'open' ? traceOf(sight) : null),
  foresee: (sight) => traceOf(sight),
  fits: ({ contender, task }, state) => contender === frontOf(state) && task === state.view.focus,
  holds: () => true,
  keepsOne: true,
});

askLate('faded', {
  ask({ state: { view }, training }) {
    const { microscope, faded: how } = view;
    if (microscope !== 'open' || training || how === 'off' || how === 'blank') return null;
    return { how };
  },
  isWhole: ({ complete }) => complete,
  fits: ({ how }, { view }) => how === view.faded,
});
