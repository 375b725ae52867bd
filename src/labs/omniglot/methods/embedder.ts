/** Methods that learn an embedding: on a new task they compare drawings in it, and adapt nothing. */

import type { Contender } from '../../../contenders/contender';
import { type Comparison, compareEmbedded } from '../../../contenders/embeddings/comparison';
import { bodyOf } from '../../kit/embedding/body';
import type { Method, Training } from './method';
import { initialWeights } from './networks';
import { concat, labelsOf, type Tasks, tasksOf, waysOf } from './points';
import type { PublishedAccuracy } from './published';
import type { Embedded } from './workplace';

const ways = {
  prototypical: { compare: 'prototypes', shows: 'prototypes' },
  matching: { compare: 'cosines', shows: 'points' },
} as const;

interface Options {
  readonly recipe: Training<object>['recipe'];
  readonly published: readonly PublishedAccuracy[];
}

/** @param how the loss that trains it, and the comparison that it is meant for */
export function embedder<Drawn>(
  contender: Contender<object, Drawn>,
  how: keyof typeof ways,
  { recipe, published }: Options,
): Method {
  const { compare, shows } = ways[how];
  return {
    fields: {},
    reads: ['metricWays', 'metricShots', 'metricQueries'],
    formula: contender.formula,
    statistics: 'inductive',
    sure: true,
    embeds: shows,
    published,
    training: {
      contender,
      learner: (spec) => ({
        network: bodyOf(spec),
        loss: { name: how, support: spec.metricWays * spec.metricShots, ways: spec.metricWays },
      }),
      shape: ({ metricWays, metricShots, metricQueries }) => ({
        tasks: 1,
        ways: metricWays,
        shots: metricShots,
        queries: metricQueries,
      }),
      keeps: 'body',
      carries: [],
      shipped: [{}],
      recipe,
    },
    initial: (spec) => initialWeights(spec, null, spec.seed),
    steps: () => 0,
    async classify({ place, state, tasks, statistics, turn }) {
      const embedded = await place.embedded(state.weights.theta!, tasks, statistics, turn);
      return { steps: [compared(compare, embedded, tasks)], embedded: embedded.all };
    },
  };
}

/** The comparison of every task's query points with its support points. */
export function compared(
  how: Comparison,
  { width, tasks: parts }: Omit<Embedded, 'all'>,
  { support }: Tasks,
): Float32Array {
  const classes = waysOf(support);
  return concat(
    parts.map((part, t) => {
      const labels = labelsOf(tasksOf(support, t), classes);
      return compareEmbedded(how, { ...part, width, labels, ways: classes });
    }),
  );
}
