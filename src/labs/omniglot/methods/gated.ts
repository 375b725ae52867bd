/**
 * The meta-learner LSTM over this lab's classifier: as elsewhere, with a number of steps of its own, in training and at test,
 * and with what its input gates begin with as a setting.
 *
 * Ravi and Larochelle 2017 take 12 steps on five drawings of larger images, from input gates of 0.011. Batch normalisation makes
 * the network bear much larger steps: MAML's are of 0.4 on these tasks.
 */

import type { Contender } from '../../../contenders/contender';
import { metaLearnerLstm } from '../../../contenders/rules/metaLearnerLstm';
import { type GatesOwn, gatesSheet } from '../../../contenders/sheets';
import type { Split } from '../../../contenders/starts/start';
import { begin } from '../../../contenders/state';
import { firstGates, GATE_NUMBERS, gatedCellCount } from '../../../networks/gatedCell';
import { integer, number } from '../../../spec/field';

export interface GatedOwn extends GatesOwn {
  /** K, in training and on a new task. */
  readonly steps: number;
  /** What every input gate begins with. */
  readonly start: number;
}

const group = 'outer/ravi';

export const gatedClassifier: Contender<GatedOwn, Split> = {
  ...metaLearnerLstm,
  fields: {
    steps: integer({ min: 1, max: 12 }, { group }),
    start: number({ min: 0.001, max: 0.9, scale: 'log' }, { work: false, group }),
    ...gatesSheet.fields,
  },
  begin: (engine, theta, { start }) => begin(engine, { theta, gates: gatesFrom(start) }),
};

/** Numbers that a checkpoint has beside θ. */
export const gateCounts = { gates: gatedCellCount } as const;

/** As they begin elsewhere, with input gates of that size: the last number of a gate is its bias. */
export function gatesFrom(start: number): Float32Array {
  const values = firstGates();
  values[GATE_NUMBERS - 1] = Math.log(start / (1 - start));
  return values;
}
