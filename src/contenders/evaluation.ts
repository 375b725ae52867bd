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

/**
 * What `measure` finds after 0, 1, … K steps, as numbers.
 *
 * @param measure of the weights that each task has led to, [tasks or 1, P]
 */
export async function* afterEachStep(
  { contender, scope, state, support, inner, own }: OnTasks,
  measure: (phi: Rows) => Rows,
): AsyncGenerator<Float32Array, void> {
  const { engine } = scope;
  for (const phi of contender.adapt(scope, state, support, inner, own)) {
    const rows = engine.tidy(() => measure(phi));
    try {
      yield await engine.read(rows);
    } finally {
      engine.release(rows);
    }
  }
}
