/** The outer loop: one meta-iteration of a contender, and the optimiser that most of them move by. */

import type { Engine, Moments, Rows } from '../compute/engine';
import type { AnyContender, Scope, Settings, Source } from './contender';
import { release, type State, type Weights } from './state';
import { drained, lines, passed, type Steps, type Walk, walked } from './steps';

/** Defaults of Kingma and Ba 2015, as in the code of Finn et al. */
const OUTER_ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** The state after the outer optimiser's step against `directions`, one row for each of the weights that are learned. */
export function descend(
  engine: Engine,
  { weights, moments }: State,
  directions: Weights,
  { optimizer, rate }: Settings['outer'],
): State {
  const moved: Record<string, Rows> = { ...weights };
  const next: Record<string, Moments> = { ...moments };
  for (const [name, direction] of Object.entries(directions)) {
    if (optimizer === 'sgd') {
      moved[name] = engine.addScaled(weights[name]!, -rate, direction);
      continue;
    }
    const update = engine.adam(weights[name]!, direction, moments[name]!, { rate, ...OUTER_ADAM });
    moved[name] = update.parameters;
    next[name] = update.moments;
  }
  return { weights: moved, moments: next };
}

/** As `descend`, seen as the last line of an algorithm. */
export function* descending(
  engine: Engine,
  state: State,
  directions: Weights,
  outer: Settings['outer'],
): Steps<State> {
  const next = descend(engine, state, directions, outer);
  yield passed(lines.outerStep, next.weights);
  return next;
}

/** What one meta-iteration of a contender is made with. */
export interface Iteration {
  readonly contender: Pick<AnyContender, 'draw' | 'step'>;
  readonly scope: Scope;
  readonly source: Source;
  readonly settings: Settings;
  /** The contender's own settings. */
  readonly own: object;
}

/** Draws, and runs the step from a state in a way of the caller's. The state stays as it is; the result is the caller's. */
function outerStep<Result>(
  { contender, scope, source, settings, own }: Iteration,
  state: State,
  run: (steps: Steps<State>) => Result,
): Result {
  const drawn: unknown = contender.draw(source, settings, own);
  return scope.engine.tidy(() => run(contender.step(scope, state, drawn, settings, own)));
}

/** The state after one meta-iteration. */
export const stateAfter = (iteration: Iteration, state: State): State =>
  outerStep(iteration, state, drained);

/** One meta-iteration: a new state; what the old one alone held is released. */
export function metaIteration(iteration: Iteration, state: State): State {
  const next = stateAfter(iteration, state);
  release(iteration.scope.engine, state, next);
  return next;
}

/**
 * The same, walked line by line: the state after it, with every quantity on the way.
 *
 * @param kept see `walked`
 */
export const traceIteration = (
  iteration: Iteration,
  state: State,
  kept?: (rows: Rows) => Rows,
): Walk<State> =>
  outerStep(iteration, state, (steps) => walked(iteration.scope.engine, steps, kept));
