/**
 * Matching networks with full context embeddings: the same body and the same comparison, but what is compared depends on the whole
 * support set. Body and context are trained together, in one gradient.
 *
 * The support set is read in an order that a draw from the run's seed fixes for each number of drawings: class by class, as tasks
 * are drawn, neighbours would give away who belongs together.
 */

import { matchingInContext } from '../../../contenders/embeddings/embedding';
import { stream } from '../../../math/rng';
import { initialiseProgram } from '../../../networks/initialisers';
import { outputCount, parameterCount } from '../../../networks/network';
import { type Program, programSize } from '../../../networks/program';
import { contextProgram } from '../../../networks/programs/context';
import { integer } from '../../../spec/field';
import { joined } from '../../../tasks/task';
import { bodyOf, type NetworkShape } from '../../kit/embedding/body';
import { compared, embedder } from './embedder';
import type { Method } from './method';
import { bodyWeights, initialWeights } from './networks';
import { concat } from './points';
import type { SharedSpec } from './sharedFields';
import { taskByTask } from './workplace';

interface Own {
  /** K, in which a query drawing reads the support set. */
  readonly steps: number;
}

/** @param support drawings that are read */
const contextOf = (
  shape: NetworkShape & Pick<SharedSpec, 'seed'>,
  { steps }: Own,
  support: number,
): Program =>
  contextProgram({
    width: outputCount(bodyOf(shape)),
    order: stream(shape.seed, 'order of the support set', support).choose(support, support),
    steps,
  });

/** @param jitter of its recipe */
export function context(jitter: number): Method<Own> {
  const plain = embedder(matchingInContext, 'matching', {
    recipe: { iterations: 20_000, metricWays: 20, metricQueries: 5, jitter },
    published: [],
  });
  return {
    ...plain,
    fields: { steps: integer({ min: 1, max: 10 }, { group: 'outer/matchingfce' }) },
    training: {
      ...plain.training!,
      learner(spec, glyphs, own) {
        const { metricWays, metricShots } = spec;
        const above = contextOf(spec, own, metricWays * metricShots);
        return { ...plain.training!.learner(spec, glyphs, own), above };
      },
      keeps: 'all',
      // How many drawings are read, and in how many steps, changes no number of weights.
      count: (shape) =>
        parameterCount(bodyOf(shape)) +
        programSize(contextOf({ ...shape, seed: 0 }, { steps: 1 }, 1)),
      shipped: [],
    },
    initial(spec, _glyphs, own) {
      const above = contextOf(spec, own, 1);
      const begun = initialiseProgram(above, stream(spec.seed, 'init context'));
      return concat([initialWeights(spec, null, spec.seed), begun]);
    },
    async classify({ place, spec, own, state, tasks, statistics, turn }) {
      const { engine } = place;
      const { points } = tasks.support;
      const values = await engine.read(state.weights.theta!);
      const below = bodyWeights(spec, values);
      const [body, above] = [below, values.subarray(below.length)].map((part) =>
        engine.rows(part.slice(), 1),
      );
      try {
        const plain = await place.embedded(body!, tasks, statistics, turn);
        const predictor = place.once(`context ${points} ${own.steps}`, () =>
          engine.compileProgram(contextOf(spec, own, points), null),
        );
        const both = joined(tasks.support, tasks.query);
        const all = await place.outputs(predictor, above!, { ...both, inputs: plain.all });
        const inContext = taskByTask(all, points, both);
        const halves = inContext.tasks.flatMap(({ support }, t) => [
          support,
          plain.tasks[t]!.query,
        ]);
        return {
          steps: [compared('cosines', inContext, tasks)],
          ...{ embedded: all, unread: concat(halves) },
        };
      } finally {
        engine.release(body!, above!);
      }
    },
  };
}
