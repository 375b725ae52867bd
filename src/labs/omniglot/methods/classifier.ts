/** Methods that adapt all weights of a classifier to a task: the paper's contender, the network, and this lab's tasks. */

import type { Contender, Scope } from '../../../contenders/contender';
import { softmax } from '../../../contenders/embeddings/comparison';
import type { EpisodeShape } from '../../../tasks/glyphs/episodes';
import type { Method, Training, Work } from './method';
import { classifierOf, initialWeights } from './networks';
import type { PublishedAccuracy, Statistics } from './published';
import type { SharedSpec } from './sharedFields';

interface Options<Own> {
  /** Its training tasks, where they are not those of the test with queries of their own. */
  readonly shape?: (spec: SharedSpec, own: Own) => EpisodeShape;
  /** Its steps on a new task, where they are not those of the settings. */
  readonly steps?: (spec: SharedSpec, own: Own) => number;
  /** Its steps in training, likewise. */
  readonly innerSteps?: Training<Own>['innerSteps'];
  readonly reads?: readonly (keyof SharedSpec)[];
  /** How its paper normalises queries, if not all together. */
  readonly statistics?: Statistics;
  readonly beside?: Training<Own>['beside'];
  readonly carries?: Training<Own>['carries'];
  readonly shipped?: Training<Own>['shipped'];
  readonly recipe?: Training<Own>['recipe'];
  readonly published?: readonly PublishedAccuracy[];
}

export function classifier<Own extends object, Drawn>(
  contender: Contender<Own, Drawn>,
  options: Options<Own> = {},
): Method<Own> {
  const { carries = [], shipped = [], recipe = {}, published = [] } = options;
  const { innerSteps, beside, statistics = 'transductive' } = options;
  const { shape = likeTest, steps = ({ testSteps }) => testSteps } = options;
  const { reads = ['tasks', 'trainQueries', 'innerRate', 'innerSteps', 'testSteps'] } = options;
  return {
    fields: contender.fields,
    reads,
    formula: contender.formula,
    statistics,
    sure: true,
    embeds: null,
    published,
    training: {
      contender,
      learner: (spec) => ({ network: classifierOf(spec, spec.ways), loss: 'cross-entropy' }),
      shape,
      innerSteps,
      beside,
      keeps: 'classifier',
      carries,
      shipped,
      recipe,
    },
    initial: (spec) => initialWeights(spec, spec.ways, spec.seed),
    steps,
    classify: async (work) => ({
      steps: await adapted(contender, work, steps(work.spec, work.own)),
      embedded: null,
    }),
  };
}

export const likeTest = ({ tasks, ways, shots, trainQueries }: SharedSpec): EpisodeShape => ({
  tasks,
  ways,
  shots,
  queries: trainQueries,
});

/** Probabilities after each step of adaptation, or after the last. */
async function adapted<Own>(
  contender: Pick<Contender<Own>, 'adapt'>,
  { place, spec, own, state, tasks, statistics, every, turn }: Work<Own>,
  steps: number,
): Promise<Float32Array[]> {
  const { engine, classifier: learner, ways } = place;
  const scope: Scope = { engine, learner };
  const inner = { rate: spec.innerRate, steps };
  const support = learner.batch(tasks.support);
  const results: Float32Array[] = [];
  try {
    let k = 0;
    for (const phi of contender.adapt(scope, state, support, inner, own)) {
      await turn.pause();
      if (every || k === steps) {
        results.push(softmaxRows(await place.classified(phi, tasks, statistics, turn), ways));
      }
      k += 1;
    }
  } finally {
    engine.release(support);
  }
  return results;
}

/** Row-major [rows, ways] of scores, each row made a distribution. */
export function softmaxRows(values: Float32Array, ways: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += ways) {
    out.set(softmax([...values.subarray(i, i + ways)]), i);
  }
  return out;
}
