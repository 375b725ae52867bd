/**
 * Reptile as its authors' code has it for images: Adam without momentum takes the inner steps, and its second moments are
 * carried over from task to task, in training and to a new task. Where the code takes the tasks of a batch one after
 * another, those of all are averaged here.
 */

import type { Batch, Moments, Rows } from '../../compute/engine';
import { integer, number } from '../../spec/field';
import type { Contender } from '../contender';
import { begin } from '../state';
import { lines, passed } from '../steps';
import { adamStep, dealt, descendOn, reptile } from './reptile';

interface Own {
  readonly shots: number;
  readonly steps: number;
  readonly batch: number;
  /** Of the inner Adam. */
  readonly rate: number;
  /** ε at the start; it falls in a straight line to 0. */
  readonly outer: number;
  readonly testSteps: number;
}

const group = 'outer/reptile';

export const reptileOnImages: Contender<Own, readonly Batch[]> = {
  formula: reptile.formula,
  fields: {
    shots: integer({ min: 1, max: 15 }, { group }),
    steps: integer({ min: 1, max: 20 }, { group }),
    batch: integer({ min: 1, max: 50 }, { group }),
    rate: number({ min: 0.00001, max: 0.1, scale: 'log' }, { work: false, group }),
    outer: number({ min: 0.01, max: 1 }, { work: false, group }),
    testSteps: integer({ min: 1, max: 50 }, { live: 'looking', group: 'adapting/more' }),
  },
  cost: (_inner, { steps }) => ({ gradients: steps, products: 0 }),
  knobs: ['rate', 'outer'],
  begin: (engine, theta) => begin(engine, { theta }),
  draw: (source, _settings, own) => dealt(source, own.batch, own.steps),
  listing: () => [lines.minibatchGradient, lines.adamStep, lines.towards, lines.outerMove],
  *step(scope, state, parts, { left }, own) {
    const { engine } = scope;
    const theta = state.weights.theta!;
    const carried = state.moments.theta!;
    const { phi, moments } = yield* descendOn(scope, theta, parts, own.rate, 'adam', carried);
    const direction = engine.mean(engine.addScaled(theta, -1, phi));
    yield passed(lines.towards, { v: direction });
    const moved = engine.addScaled(theta, -own.outer * left, direction);
    yield passed(lines.outerMove, { theta: moved });
    const { first, second, updates } = moments!;
    return {
      weights: { theta: moved },
      moments: { theta: { first: engine.mean(first), second: engine.mean(second), updates } },
    };
  },
  *adapt({ engine, learner }, { weights, moments }, support, { steps }, own) {
    const theta = weights.theta!;
    const carried = moments.theta ?? null;
    let phi: Rows = theta;
    let after: Moments | null = carried;
    const release = () => {
      if (phi !== theta) engine.release(phi);
      if (after !== carried) engine.release(after!.first, after!.second);
    };
    try {
      yield phi;
      for (let k = 0; k < steps; k++) {
        const next = engine.tidy(() =>
          adamStep(engine, phi, learner.at(phi, support).gradient(), own.rate, after),
        );
        release();
        [phi, after] = next;
        yield phi;
      }
    } finally {
      release();
    }
  },
};
