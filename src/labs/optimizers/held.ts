/** The learned optimisers that a question is about, on the engine. */

import type { Engine } from '../../compute/engine';
import type { Learned } from '../../contenders/rules/lstm';
import { holdWeights, release } from '../../contenders/state';
import type { About } from './questions';
import type { TrainedName } from './racers';
import type { Training } from './training';

export interface Held {
  /** The run's meta-iteration in sight. */
  readonly iteration: number;
  /** That which each optimiser is of: an earlier one, where the best is in sight. */
  readonly of: Readonly<Record<TrainedName, number>>;
  readonly learned: Readonly<Record<TrainedName, Learned>>;
  release(): void;
}

/** Copies, as training may go on between the parts of an answer. To be released. */
export async function copiesOf(
  engine: Engine,
  trainings: readonly Training[],
  { at, shown }: About,
  now: number,
): Promise<Held> {
  const iteration = at === 'now' ? now : at.iteration;
  const of: Record<string, number> = {};
  const learned: Record<string, Learned> = {};
  for (const training of trainings) {
    const { name, scope } = training;
    const kept = at === 'now' ? undefined : at.trained.find((t) => t.name === name);
    const saved = kept ? { iteration, ...kept } : await training.weights(shown, now);
    of[name] = saved.iteration;
    const { weights } = holdWeights(engine, saved.weights);
    learned[name] = { optimizer: scope.optimizer, weights };
  }
  return {
    iteration,
    of: of as Held['of'],
    learned: learned as Held['learned'],
    release() {
      for (const { weights } of Object.values(learned)) release(engine, { weights, moments: {} });
    },
  };
}
