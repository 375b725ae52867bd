/** What a figure of the optimizer lab says besides: how long its optimiser was trained, and which one is in sight. */

import { say, sayNumber } from '../../words/format';
import type { Stamped } from '../kit/stamped';
import type { State } from './lab';
import type { TrainedName } from './racers';

export const stamped: Stamped<State> = {
  beforehand: ({ origin }) => (origin === null ? [] : [origin.iteration]),
  rowsOf({ contenders, optimizers }, { answers: { race } }, of) {
    if (race === null || of.iteration !== race.iteration || of.tasks !== race.problems) return [];
    return Object.entries(race.of)
      .filter(([, iteration]) => iteration !== race.iteration)
      .map(([name, iteration]) => ({
        label: contenders[name as TrainedName].label,
        value: say(optimizers.training.bestOf, { at: sayNumber(iteration) }),
      }));
  },
};
