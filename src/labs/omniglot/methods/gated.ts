/**
 * The meta-learner LSTM over this lab's classifier: the paper's equations, with a number of steps of its own, in training and at
 * test, and with what its input gates begin with as a setting.
 *
 * Ravi and Larochelle 2017 take 12 steps on five drawings of larger images, from input gates of 0.011. Batch normalisation makes
 * the network bear much larger steps: MAML's are of 0.4 on these tasks. The form of their code is not offered here: a memory of 20
 * units for each of 29,000 weights at every step of every task is some hundred megabytes that training would have to keep.
 */

import type { Contender } from '../../../contenders/contender';
import { metaLearnerLstm } from '../../../contenders/rules/metaLearnerLstm';
import { type GatesOwn, gatesSheet } from '../../../contenders/sheets';
import type { Split } from '../../../contenders/starts/start';
import { begin } from '../../../contenders/state';
import { gatedCellCount, gatesFrom } from '../../../networks/gatedCell';
import { integer, number } from '../../../spec/field';

export interface GatedOwn extends Pick<GatesOwn, 'derivatives' | 'forget' | 'preprocessing'> {
  /** K, in training and on a new task. */
  readonly steps: number;
  /** What every input gate begins with. */
  readonly start: number;
}

const group = 'outer/ravi';
const { derivatives, forget, preprocessing } = gatesSheet.fields;

/** With the settings that this lab does not offer. */
const whole = (own: GatedOwn): GatesOwn => ({
  ...own,
  ...({ form: 'gates', scale: 'mean', judged: 'own' } as const),
});

export const gatedClassifier: Contender<GatedOwn, Split> = {
  formula: metaLearnerLstm.formula,
  ...{ knobs: gatesSheet.knobs, ownLoop: true },
  fields: {
    steps: integer({ min: 1, max: 12 }, { group }),
    start: number({ min: 0.001, max: 0.9, scale: 'log' }, { work: false, group }),
    ...{ derivatives, forget, preprocessing },
  },
  cost: (inner, own) => metaLearnerLstm.cost(inner, whole(own)),
  begin: (engine, theta, { start }) => begin(engine, { theta, gates: gatesFrom(start) }),
  draw: (source, settings, own) => metaLearnerLstm.draw(source, settings, whole(own)),
  listing: (own) => metaLearnerLstm.listing(whole(own)),
  step: (scope, state, drawn, settings, own) =>
    metaLearnerLstm.step(scope, state, drawn, settings, whole(own)),
  adapt: (scope, state, support, inner, own) =>
    metaLearnerLstm.adapt(scope, state, support, inner, whole(own)),
};

/** Numbers that a checkpoint has beside θ. */
export const gateCounts = { gates: gatedCellCount } as const;
