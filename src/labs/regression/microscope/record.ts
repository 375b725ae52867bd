/** A meta-iteration walked by the code that trains, and what can be shown of it: lengths, angles, a plane, curves, losses. */

import type { Batch } from '../../../compute/engine';
import { afterLastStep } from '../../../contenders/evaluation';
import { traceIteration } from '../../../contenders/outerLoop';
import { copyWeights, release, type State } from '../../../contenders/state';
import { mean } from '../../../math/statistics';
import type { Points } from '../../../tasks/task';
import { keeper, seenIn } from '../../kit/microscope/seen';
import { ownOf } from '../../kit/ownFields';
import { type Asked, onTasks, type Standing } from '../asked';
import { contenderOf } from '../registry';
import type { Fit, Recorded, RecordedLine } from './recorded';

/** @param task the one in focus; of a meta-batch of fewer, the last */
export async function recordOf(
  run: Asked,
  { name, state }: Standing,
  task: number,
  grid: Float32Array,
): Promise<Recorded> {
  const { scope, spec, settings } = run;
  const { engine, learner } = scope;
  const { source, batches } = run.source();
  const { tasks } = source.tasks.support;
  const focus = Math.min(task, tasks - 1);
  const is = contenderOf(name);
  const own = ownOf(name, is, spec);
  // The run may go on while this is read.
  const before = copyWeights(engine, state);
  let after: State | null = null;
  const held: Batch[] = [];
  try {
    const { kept, own: mine } = keeper(engine, tasks, focus);
    const walk = traceIteration({ contender: is, scope, source, settings, own }, state, kept);
    after = copyWeights(engine, walk.result);
    // What did not move is the run's own.
    release(engine, walk.result, state);
    const { support, query } = source.tasks;
    const ofOne = [support, query].map((points) => learner.batch(one(points, focus)));
    const curve = learner.batch({ tasks: 1, points: grid.length, inputs: grid, targets: null });
    held.push(...ofOne, curve);
    const fitOf = async (values: Float32Array): Promise<Fit> => {
      const [predicted, ...losses] = engine.tidy(() => {
        const phi = engine.rows(values, 1);
        return [
          learner.predict(phi, curve),
          ...ofOne.map((points) => learner.at(phi, points).loss()),
        ];
      });
      const [loss, queryLoss] = await Promise.all(losses.map((rows) => engine.read(rows)));
      const found = {
        ...{ curve: await engine.read(predicted!), support: loss![0]! },
        query: queryLoss![0]!,
      };
      engine.release(predicted!, ...losses);
      return found;
    };
    const theta = await engine.read(before.weights.theta!);
    const lines: RecordedLine[] = [];
    for (const { line, weights } of await seenIn(engine, walk, theta, focus)) {
      lines.push({ ...line, fit: weights === null ? null : await fitOf(weights.slice()) });
    }
    const afterwards = async (from: State): Promise<number> => {
      const adapting = onTasks(run, { name, state: from }, source.batch(support), settings.inner);
      const asked = source.batch(query);
      return mean(await afterLastStep(adapting, (phi) => learner.at(phi, asked).loss()));
    };
    return {
      ...{ task: focus, tasks, own: mine(walk), start: await fitOf(theta), lines },
      ...{ before: await afterwards(before), after: await afterwards(after) },
    };
  } finally {
    engine.release(...held, ...batches.values());
    release(engine, before);
    if (after !== null) release(engine, after);
  }
}

const one = ({ points, inputs, targets }: Points, task: number): Points => {
  const part = (values: Float32Array) => values.slice(task * points, (task + 1) * points);
  return { tasks: 1, points, inputs: part(inputs), targets: part(targets) };
};
