/** The best that is possible from as many points, as a line in the chart of the loss curve, and what it is. */

import { HorizontalRule } from '../../../ui/charts/layers';
import { useWords } from '../../../ui/Say';
import { digits } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { askLate } from '../askLate';
import { useLabState } from '../hooks';
import { type State, TASKS_AT_REST } from '../lab';
import { familyKey } from './key';
import type { LimitAnswer } from './question';

/** Milliseconds between two questions while it trains: answers are the same until settings move. */
const INTERVAL = 5000;

askLate('limit', {
  every: INTERVAL,
  ask: () => ({ tasks: TASKS_AT_REST }),
  fits: ({ of }, { running }) => of === familyKey(running),
  holds: () => true,
});

/** Points of a family that determine a task of it, where there is no noise. */
const ENOUGH = { sinusoid: 2, cubic: 4 } as const;

/** Nearly nothing is nothing: how near it comes is a matter of rounding. */
const valueText = ({ mean }: LimitAnswer): string => (mean < 1e-3 ? '0.00' : digits(mean));

/** It is one of means: a median can lie below. */
const limitIn = ({ answers: { limit }, running, view }: State): LimitAnswer | null =>
  view.average === 'mean' && limit?.of === familyKey(running) ? limit : null;

export function Rule() {
  const { limit } = useWords();
  const shots = useLabState((s) => s.running.shots);
  const found = useLabState(limitIn);
  if (found === null) return null;
  const label = say(limit.rule, { shots, value: valueText(found) });
  return <HorizontalRule y={found.mean} label={label} side="above" />;
}

/** What it is, and why it is where it is; null where it is not in sight. */
export function aboutLimit(words: Words, state: State): string | null {
  const found = limitIn(state);
  if (found === null) return null;
  const { limit } = words;
  const { shots, noise, task } = state.running;
  const enough = ENOUGH[task];
  const why =
    noise > 0
      ? say(limit.noisy, { noise: digits(noise ** 2) })
      : shots >= enough
        ? say(limit.determined, { enough, task })
        : limit.open;
  return say(limit.about, { shots, value: valueText(found), tasks: sayNumber(found.tasks), why });
}
