/** How good a contender is: what it becomes, step by step, on tasks it has not seen. */

import type { Batch, Learner, Rows } from '../compute/engine';
import { fineTune } from './adapt';
import type { AnyContender, InnerLoop, Scope } from './contender';
import type { Judged } from './sheets';
import type { State } from './state';

/** A contender before tasks. */
export interface OnTasks {
  readonly contender: AnyContender;
  readonly scope: Scope;
  readonly state: State;
  readonly support: Batch;
  readonly inner: InnerLoop;
  /** Its own settings. */
  readonly own: object;
}

/** What is looked at of weights that each task has led to, [tasks or 1, P]. @param learner whose weights they are */
type Measure = (phi: Rows, learner: Learner) => Rows;

/**
 * As it is to be judged: where its own settings say so, its initialisation alone, by the gradient descent of those that have no
 * steps of their own.
 */
export function asJudged(tasks: OnTasks): OnTasks {
  const { judged } = tasks.own as { readonly judged?: Judged };
  if (judged !== 'descent') return tasks;
  const adapt: AnyContender['adapt'] = (scope, { weights }, support, inner) =>
    fineTune(scope, weights.theta!, support, inner);
  return { ...tasks, contender: { ...tasks.contender, adapt } };
}

/** Who answers for it. */
const learnerOf = ({ contender, scope, support, own }: OnTasks): Learner =>
  contender.read?.(scope, support, own).mean ?? scope.learner;

/** What `measure` finds, as numbers. */
async function measured(
  { engine }: Scope,
  phi: Rows,
  learner: Learner,
  measure: Measure,
): Promise<Float32Array> {
  const rows = engine.tidy(() => measure(phi, learner));
  try {
    return await engine.read(rows);
  } finally {
    engine.release(rows);
  }
}

/** What `measure` finds after 0, 1, … K steps; after none of them it is another for one that reads. */
export async function* afterEachStep(
  tasks: OnTasks,
  measure: Measure,
): AsyncGenerator<Float32Array, void> {
  const { contender, scope, state, support, inner, own } = tasks;
  const learner = learnerOf(tasks);
  for (const phi of contender.adapt(scope, state, support, inner, own)) {
    const found = await measured(scope, phi, learner, measure);
    const times = contender.read ? inner.steps + 1 : 1;
    for (let k = 0; k < times; k++) yield found;
  }
}

/** Mean and spread of one that reads, side by side, at every point of a batch; null of one that does not. */
export async function spreadOf(
  { contender, scope, state, support, inner, own }: OnTasks,
  points: Batch,
): Promise<Float32Array | null> {
  const by = contender.read?.(scope, support, own).spread;
  if (by === undefined) return null;
  const [phi] = contender.adapt(scope, state, support, inner, own);
  const rows = by.predict(phi!, points);
  try {
    return await scope.engine.read(rows);
  } finally {
    scope.engine.release(rows);
  }
}

/** What `measure` finds after K steps. */
export async function afterLastStep(tasks: OnTasks, measure: Measure): Promise<Float32Array> {
  const { contender, scope, state, support, inner, own } = tasks;
  const learner = learnerOf(tasks);
  let k = contender.read ? inner.steps : 0;
  for (const phi of contender.adapt(scope, state, support, inner, own)) {
    if (k === inner.steps) return await measured(scope, phi, learner, measure);
    k += 1;
  }
  throw new Error(`${k} weights after ${inner.steps} steps`);
}
