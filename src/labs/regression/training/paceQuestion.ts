/** How long a meta-iteration takes: what is asked, and the answer. */

import { secondsOf } from '../../../contenders/pace';
import type { Snapshot } from '../../../session/experiment';
import type { Turn } from '../../../session/turn';
import { ownOf } from '../../kit/ownFields';
import type { Answer } from '../../kit/questions';
import { type Asked, iterationOf } from '../asked';
import type { ContenderName } from '../methods';
import { contenderOf } from '../registry';

/** How long a meta-iteration takes, of what is in sight: it is timed from where the run is, as long as any other. */
export interface PaceQuestion {
  readonly at: 'now' | Snapshot;
}

/** What one meta-iteration costs each contender, measured anew. */
export interface PaceAnswer extends Answer {
  readonly seconds: Readonly<Partial<Record<ContenderName, number>>>;
}

export async function* answerPace(
  run: Asked,
  { at }: PaceQuestion,
  turn: Turn,
): AsyncGenerator<PaceAnswer, void> {
  const { scope } = run;
  const iteration = iterationOf(run, at);
  const { source, batches } = run.source();
  const seconds: Partial<Record<ContenderName, number>> = {};
  const pause = () => turn.pause();
  try {
    for (const contender of run.contenders) {
      if (contender.diverged !== null) continue;
      const { name } = contender;
      const is = contenderOf(name);
      const stateOf = () => contender.state;
      const own = ownOf(name, is, run.spec);
      seconds[name] = await secondsOf(
        { contender: is, scope, source, settings: run.settings, own },
        stateOf,
        pause,
      );
    }
  } finally {
    scope.engine.release(...batches.values());
  }
  yield { iteration, seconds };
}
