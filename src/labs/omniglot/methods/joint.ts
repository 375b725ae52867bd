/**
 * Joint training: one classifier of all training characters. On a new task its last layer is replaced by one of the task's
 * own, tuned on frozen features.
 */

import { fineTune } from '../../../contenders/adapt';
import { jointPretraining } from '../../../contenders/starts/joint';
import { integer } from '../../../spec/field';
import { classesIn, type Glyphs } from '../../../tasks/glyphs/glyphs';
import { softmaxRows } from './classifier';
import type { Method, Work } from './method';
import { classifierOf, initialWeights } from './networks';
import { concat } from './points';
import type { Embedded } from './workplace';

interface Own {
  /** Drawings of a meta-iteration. */
  readonly batch: number;
}

const classesOf = (glyphs: Glyphs): number => classesIn(glyphs, 'train').length;

/** @param jitter of its recipe */
export const joint = (jitter: number): Method<Own> => ({
  fields: { batch: integer({ min: 8, max: 256, scale: 'log' }, { group: 'outer/joint' }) },
  reads: ['headRate', 'headSteps'],
  formula: jointPretraining.formula,
  statistics: 'inductive',
  sure: true,
  embeds: 'points',
  published: [],
  training: {
    contender: jointPretraining,
    learner: (spec, glyphs) => ({
      network: classifierOf(spec, classesOf(glyphs)),
      loss: 'cross-entropy',
    }),
    mixed: ({ batch }) => batch,
    keeps: 'body',
    carries: [],
    shipped: [{}],
    recipe: { iterations: 20_000, jitter },
  },
  initial: (spec, glyphs) => initialWeights(spec, classesOf(glyphs), spec.seed),
  steps: ({ headSteps }) => headSteps,
  async classify(work) {
    const { place, state, tasks, statistics, turn } = work;
    const embedded = await place.embedded(state.weights.theta!, tasks, statistics, turn);
    return { steps: await tunedHead(work, embedded), embedded: embedded.all };
  },
});

/** Probabilities of a new last layer, by gradient descent from zeros on features of unit mean square. */
async function tunedHead(
  { place, spec, tasks: { support, query }, every, turn }: Work<Own>,
  { tasks: parts, width }: Embedded,
): Promise<Float32Array[]> {
  const { engine, head, ways } = place;
  const scale = parts.map((part) => 1 / Math.sqrt(meanSquare(part.support) * width));
  const scaled = (set: 'support' | 'query') =>
    concat(parts.map((part, t) => part[set].map((x) => x * scale[t]!)));
  const inner = { rate: spec.headRate, steps: spec.headSteps };
  const batch = head.batch({ ...support, inputs: scaled('support') });
  const zeros = engine.rows(new Float32Array(head.parameterCount), 1);
  const asked = { ...query, inputs: scaled('query') };
  const results: Float32Array[] = [];
  try {
    let k = 0;
    for (const phi of fineTune({ engine, learner: head }, zeros, batch, inner)) {
      await turn.pause();
      if (every || k === inner.steps) {
        results.push(softmaxRows(await place.outputs(head, phi, asked), ways));
      }
      k += 1;
    }
  } finally {
    engine.release(batch, zeros);
  }
  return results;
}

const meanSquare = (values: Float32Array): number =>
  Math.max(1e-12, values.reduce((sum, x) => sum + x * x, 0) / values.length);
