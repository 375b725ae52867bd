/** What contenders have in common that learn where adaptation starts: θ, and plain gradient descent from there. */

import type { Batch, Rows } from '../../compute/engine';
import { fineTune } from '../adapt';
import type { Contender, InnerLoop, Scope, Settings, Source } from '../contender';
import { descending } from '../outerLoop';
import type { Sheet } from '../sheets';
import { begin } from '../state';
import { lines, type Steps } from '../steps';

/** The points of one meta-batch of tasks, split as the papers split them. */
export interface Split {
  readonly support: Batch;
  readonly query: Batch;
}

export const split = ({ tasks, batch }: Source): Split => ({
  support: batch(tasks.support),
  query: batch(tasks.query),
});

interface Direction<Drawn>
  extends Pick<Contender<object, Drawn>, 'formula' | 'listing' | 'draw' | keyof Sheet> {
  /** What θ moves against, one row. */
  direction(
    scope: Scope,
    theta: Rows,
    drawn: Drawn,
    settings: { readonly inner: InnerLoop },
  ): Steps<Rows>;
}

/** A contender that moves θ against a direction, by the outer optimiser. */
export function start<Drawn>(own: Direction<Drawn>): Contender<object, Drawn> & Direction<Drawn> {
  return {
    ...own,
    listing: () => [...own.listing({}), lines.outerStep],
    begin: (engine, theta) => begin(engine, { theta }),
    *step(scope, state, drawn, settings: Settings) {
      const theta = yield* own.direction(scope, state.weights.theta!, drawn, settings);
      return yield* descending(scope.engine, state, { theta }, settings.outer);
    },
    adapt: (scope, { weights }, support, inner) => fineTune(scope, weights.theta!, support, inner),
  };
}
