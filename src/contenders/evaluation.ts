/** How good a contender is: what it becomes, step by step, on tasks it has not seen. */

import type { Batch, Rows } from '../compute/engine';
import type { AnyContender, InnerLoop, Scope } from './contender';
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

/** What `measure` finds, as numbers. @param phi the weights that each task has led to, [tasks or 1, P] */
async function measured(
  { engine }: Scope,
  phi: Rows,
  measure: (phi: Rows) => Rows,
): Promise<Float32Array> {
  const rows = engine.tidy(() => measure(phi));
  try {
    return await engine.read(rows);
  } finally {
    engine.release(rows);
  }
}

/** What `measure` finds after 0, 1, … K steps; see `measured`. */
export async function* afterEachStep(
  { contender, scope, state, support, inner, own }: OnTasks,
  measure: (phi: Rows) => Rows,
): AsyncGenerator<Float32Array, void> {
  for (const phi of contender.adapt(scope, state, support, inner, own)) {
    yield await measured(scope, phi, measure);
  }
}

/** What `measure` finds after K steps; see `measured`. */
export async function afterLastStep(
  { contender, scope, state, support, inner, own }: OnTasks,
  measure: (phi: Rows) => Rows,
): Promise<Float32Array> {
  let k = 0;
  for (const phi of contender.adapt(scope, state, support, inner, own)) {
    if (k === inner.steps) return await measured(scope, phi, measure);
    k += 1;
  }
  throw new Error(`${k} weights after ${inner.steps} steps`);
}
