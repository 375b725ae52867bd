/** The network of alphabets: it has a body of its own, and compares by products on a sphere. */

import { alphabetNetwork } from '../../../contenders/embeddings/alphabet';
import { choice } from '../../../spec/field';
import { alphabetBody, alphabetWeights, type Widths, widthNames } from '../alphabet/network';
import { compared } from './embedder';
import type { Method } from './method';

interface Own {
  readonly widths: Widths;
  readonly rate: number;
  readonly keep: number;
  readonly episodes: number;
  readonly ways: number;
  readonly bend: number;
}

export const alphabet: Method<Own> = {
  fields: {
    widths: choice(widthNames, { group: 'outer/alphabet' }),
    ...alphabetNetwork.fields,
  },
  reads: [],
  formula: alphabetNetwork.formula,
  statistics: 'inductive',
  sure: true,
  embeds: 'points',
  published: [],
  training: {
    contender: alphabetNetwork,
    learner: (_spec, _glyphs, { widths, episodes, ways }) => ({
      network: alphabetBody(widths),
      loss: { name: 'pairs', ways: episodes * ways, groups: episodes },
    }),
    pairs: ({ within }, { episodes, ways, bend }) => ({
      ...{ groups: episodes, ways, strength: bend, turned: true },
      alphabet: within === 'alphabet',
    }),
    keeps: 'classifier',
    carries: [],
    // In files of their own: ../alphabet/shipped.ts.
    shipped: [],
    recipe: {},
  },
  initial: ({ seed }, _glyphs, { widths }) => alphabetWeights(widths, seed),
  steps: () => 0,
  async classify({ place, own, state: { weights }, tasks, statistics, turn }) {
    // The running mean of weights, and the statistics that came with it, where it was trained beforehand.
    const theta = weights.mean ?? weights.theta!;
    const by = { network: alphabetBody(own.widths), known: weights.statistics ?? null };
    const embedded = await place.embedded(theta, tasks, statistics, turn, by);
    return { steps: [compared('products', embedded, tasks)], embedded: embedded.all };
  },
};
