/** A meta-iteration walked by the code that trains, and what can be shown of it: lengths, angles, verdicts, losses. */

import type { Rows } from '../../../compute/engine';
import type { AnyContender } from '../../../contenders/contender';
import { afterLastStep } from '../../../contenders/evaluation';
import { type Iteration, traceIteration } from '../../../contenders/outerLoop';
import { copyWeights, release, type State } from '../../../contenders/state';
import { mean } from '../../../math/statistics';
import { joined, type Points } from '../../../tasks/task';
import { keeper, seenIn } from '../../kit/microscope/seen';
import { softmaxRows } from '../methods/classifier';
import { labelsOf, pointsBetween, tasksOf, waysOf } from '../methods/points';
import { type MethodName, methodOf, trainingOf } from '../methods/registry';
import { comparedIn } from './compared';
import type { Looked } from './looked';
import type { Drawings, Fit, Recorded } from './recorded';

/** Of drawings without a task, so many are shown. */
const SHOWN = 12;

type Kind = 'adapts' | 'compares' | 'mixes';

const kindOf = (name: MethodName): Kind => {
  if (trainingOf(name)?.shape === undefined) return 'mixes';
  return methodOf(name).embeds === null ? 'adapts' : 'compares';
};

/** @param task what is in focus; beyond the last, the last */
export async function recordOf(looked: Looked, task: number): Promise<Recorded> {
  const { made, state, name } = looked;
  const { scope, source } = made;
  const { engine } = scope;
  const kind = kindOf(name);
  const tasks = kind === 'adapts' ? source.tasks.support.tasks : 1;
  const focus = Math.min(task, tasks - 1);
  // The run may go on while this is read.
  const before = copyWeights(engine, state);
  let after: State | null = null;
  try {
    const { kept, own } = keeper(engine, tasks, focus);
    const walk = traceIteration(made, state, kept);
    after = copyWeights(engine, walk.result);
    // What did not move is the run's own.
    release(engine, walk.result, state);
    const theta = await engine.read(before.weights.theta!);
    const reached = await seenIn(engine, walk, theta, focus);
    const losses = await Promise.all([before, after].map((from) => outerLoss(looked, kind, from)));
    const common = { own: own(walk), before: losses[0]!, after: losses[1]! };
    if (kind !== 'adapts') {
      const lines = reached.map(({ line }) => ({ ...line, fit: null }));
      const shown = { ...common, lines, start: null };
      return kind === 'mixes'
        ? { ...shown, ...mixedIn(mixedOf(looked)), compared: null, task: 0, tasks: 1 }
        : { ...shown, ...(await comparedIn(looked, before, task)), mixed: null };
    }
    const { support, query } = source.tasks;
    const own_ = { support: tasksOf(support, focus), query: tasksOf(query, focus) };
    const fitOf = fitting(made.scope, own_);
    const lines: Recorded['lines'][number][] = [];
    for (const { line, weights } of reached) {
      lines.push({ ...line, fit: weights === null ? null : await fitOf(weights.slice()) });
    }
    return {
      ...{ ...common, task: focus, tasks, lines, start: await fitOf(theta) },
      ...{ drawings: drawingsOf(own_.support, own_.query), compared: null, mixed: null },
    };
  } finally {
    release(engine, before);
    if (after !== null) release(engine, after);
  }
}

/** What the network says of a task with some weights: of its query drawings, or of its own where it has none. */
function fitting(
  { engine, learner }: Iteration['scope'],
  { support, query }: { readonly support: Points; readonly query: Points },
) {
  const ways = waysOf(support);
  return async (values: Float32Array): Promise<Fit> => {
    const sets = query.points === 0 ? [support] : [support, query];
    const batches = sets.map((points) => learner.batch(points));
    const found = engine.tidy(() => {
      const phi = engine.rows(values, 1);
      return [
        learner.predict(phi, batches.at(-1)!),
        ...batches.map((batch) => learner.at(phi, batch).loss()),
      ];
    });
    const [outputs, own, asked] = await Promise.all(found.map((rows) => engine.read(rows)));
    engine.release(...found, ...batches);
    return {
      support: own![0]!,
      query: asked?.[0] ?? null,
      probabilities: softmaxRows(outputs!, ways),
    };
  };
}

/** The drawings of a method that learns from no tasks. */
const mixedOf = ({ made: { source }, name }: Looked): Points =>
  trainingOf(name)?.pairs === undefined ? source.mixed : source.pairs!;

/** The mean loss that θ is moved for, from other weights, on the same drawings. */
async function outerLoss(looked: Looked, kind: Kind, from: State): Promise<number> {
  const { contender, scope, source, settings, own } = looked.made;
  const { engine, learner } = scope;
  if (kind === 'adapts') {
    const { support, query } = source.tasks;
    const asked = source.batch(query.points === 0 ? support : query);
    const measure = (phi: Rows) => learner.at(phi, asked).loss();
    const adapting = { scope, state: from, support: source.batch(support), own };
    const is = contender as AnyContender;
    return mean(
      await afterLastStep({ ...adapting, contender: is, inner: settings.inner }, measure),
    );
  }
  const all = kind === 'mixes' ? mixedOf(looked) : joined(source.tasks.support, source.tasks.query);
  const batch = learner.batch(all);
  const loss = engine.tidy(() => learner.at(from.weights.theta!, batch).loss());
  try {
    return mean(await engine.read(loss));
  } finally {
    engine.release(batch, loss);
  }
}

const drawingsOf = (support: Points, query: Points): Drawings => {
  const ways = waysOf(support);
  return {
    ways,
    ...{ support: support.inputs.slice(), query: query.inputs.slice() },
    ...{ supportLabels: labelsOf(support, ways), queryLabels: labelsOf(query, ways) },
  };
};

function mixedIn(all: Points): Pick<Recorded, 'drawings' | 'mixed'> {
  const shown = pointsBetween(all, 0, Math.min(SHOWN, all.points));
  const none = { ...shown, points: 0, inputs: new Float32Array(), targets: new Float32Array() };
  const drawings = drawingsOf(shown, { ...none, targets: new Float32Array() });
  return { drawings: { ...drawings, queryLabels: [] }, mixed: all.points };
}
