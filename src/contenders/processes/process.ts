/**
 * Neural processes: no weights adapt, a network reads the support points and answers with mean and spread.
 *
 * Garnelo et al. 2018, arXiv 1807.01613, section 3, and Kim et al. 2019, arXiv 1901.05761, whose attention alone is here and
 * no latent variable. As in the authors' code, how many points are read is drawn anew in every meta-iteration, and those
 * are among the points to be predicted. Ours: the rate falls in a straight line, to a twentieth.
 */

import type { Batch } from '../../compute/engine';
import { initialiseProgram } from '../../networks/initialisers';
import { meansOf, processProgram } from '../../networks/programs/process';
import { firstOf, joined } from '../../tasks/task';
import type { Contender } from '../contender';
import { descending } from '../outerLoop';
import { type ProcessOwn, processSheet } from '../sheets';
import { gradientOfAll } from '../starts/joint';
import { begin } from '../state';
import { lines } from '../steps';

interface Drawn {
  /** Points that are read. */
  readonly set: Batch;
  /** All points, which are predicted. */
  readonly all: Batch;
}

/** The rate at the end of a run, as a share of that at its beginning. */
const LAST = 0.05;

function neuralProcess(attentive: boolean, formula: string): Contender<ProcessOwn, Drawn> {
  const programOf = ({ width }: ProcessOwn) => processProgram({ width, attentive });
  return {
    ...processSheet,
    formula,
    begin: (engine, _theta, own, random) =>
      begin(engine, { theta: initialiseProgram(programOf(own), random) }),
    draw({ tasks: { support, query }, random, batch }) {
      const count = 1 + random('points that are read').integer(support.points);
      return { set: batch(firstOf(support, count)), all: batch(joined(support, query)) };
    },
    listing: () => [lines.allGradient, lines.outerStep],
    *step({ engine }, state, { set, all }, { left }, own) {
      const learner = engine.compileProgram(programOf(own), { name: 'log-likelihood' }, set);
      const theta = yield* gradientOfAll({ engine, learner }, state.weights.theta!, all);
      const rate = own.rate * Math.max(left, LAST);
      return yield* descending(engine, state, { theta }, { optimizer: 'adam', rate });
    },
    *adapt(_scope, { weights }) {
      yield weights.theta!;
    },
    read: ({ engine }, support, own) => ({
      mean: engine.compileProgram(meansOf(programOf(own)), 'mean-squared-error', support),
      spread: engine.compileProgram(programOf(own), null, support),
    }),
  };
}

export const conditionalProcess = neuralProcess(
  false,
  String.raw`\begin{gathered}p(y\mid x,S)=\mathcal N\big(y;\,\mu,\sigma^2\big),\quad(\mu,\sigma)=d_\theta(x,r)\\[2pt]r=\overline{e_\theta(x_i,y_i)}\end{gathered}`,
);

export const attentiveProcess = neuralProcess(
  true,
  String.raw`\begin{gathered}p(y\mid x,S)=\mathcal N\big(y;\,\mu,\sigma^2\big),\quad(\mu,\sigma)=d_\theta(x,\bar r,r_x)\\[2pt]r_x=\textstyle\sum_i\operatorname{softmax}_i\!\big(-\tfrac12\lVert k_\theta(x)-k_\theta(x_i)\rVert^2\big)\,e_\theta(x_i,y_i)\end{gathered}`,
);
