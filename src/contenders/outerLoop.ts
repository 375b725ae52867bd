/** The outer loop: one meta-iteration of a contender, and the optimiser that most of them move by. */

import type { Engine, Moments, Rows } from '../compute/engine';
import type { AnyContender, Scope, Settings, Source } from './contender';
import { release, type State, type Weights } from './state';
import { drained, lines, type Passed, passed, type Steps, walked } from './steps';

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

/** One meta-iteration of a contender: a new state; what the old one alone held is released. */
export function metaIteration<Own, Drawn>(
  contender: Pick<AnyContender, 'draw' | 'step'>,
  scope: Scope,
  state: State,
  source: Source,
  settings: Settings,
  own: Own,
): State {
  const drawn: Drawn = contender.draw(source, settings, own);
  const next = scope.engine.tidy(() => drained(contender.step(scope, state, drawn, settings, own)));
  release(scope.engine, state, next);
  return next;
}

/**
 * The same meta-iteration, walked line by line: what it would be, with every quantity on the way. The state stays as it
 * is; state and quantities are the caller's, to be released.
 */
export function traceIteration<Own, Drawn>(
  contender: Pick<AnyContender, 'draw' | 'step'>,
  scope: Scope,
  state: State,
  source: Source,
  settings: Settings,
  own: Own,
): { readonly next: State; readonly lines: readonly Passed[] } {
  const { engine } = scope;
  const drawn: Drawn = contender.draw(source, settings, own);
  const walk = engine.tidy(() =>
    walked(engine, contender.step(scope, state, drawn, settings, own)),
  );
  return { next: walk.result, lines: walk.lines };
}
