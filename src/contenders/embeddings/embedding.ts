/**
 * Learners that embed: nothing adapts, a query point is compared with the support points in the space of the network.
 *
 * In the terms of the other contenders: no inner steps, and the loss of a whole episode, with support and query points in
 * one batch. The learner's loss says which of the two kinds it is.
 */

import type { Batch } from '../../compute/engine';
import { joined } from '../../tasks/task';
import type { Contender } from '../contender';
import { jointSheet } from '../sheets';
import { gradientOfAll } from '../starts/joint';
import { start } from '../starts/start';
import { lines } from '../steps';

const embedding = (formula: string): Contender<object, Batch> => ({
  ...start({
    ...jointSheet,
    formula,
    listing: () => [lines.allGradient],
    draw: ({ tasks, batch }) => batch(joined(tasks.support, tasks.query)),
    direction: gradientOfAll,
  }),
  knobs: ['outerRate'],
  *adapt(_scope, { weights }) {
    yield weights.theta!;
  },
});

export const prototypicalNetworks = embedding(
  String.raw`p(y=k\mid x)\propto\exp\!\left(-\lVert f_\theta(x)-c_k\rVert^2\right)`,
);

export const matchingNetworks = embedding(
  String.raw`\begin{gathered}p(y\mid x)=\textstyle\sum_i a_i\,y_i\\[2pt]a_i=\operatorname{softmax}_i\,10\cos\!\big(f_\theta(x),f_\theta(x_i)\big)\end{gathered}`,
);

/** Vinyals et al. 2016, appendix A: see `networks/programs/context.ts`. */
export const matchingInContext = embedding(
  String.raw`\begin{gathered}p(y\mid x)=\textstyle\sum_i a_i\,y_i,\quad a_i=\operatorname{softmax}_i\,10\cos\!\big(h_K,g_i\big)\\[2pt]g_i=\overrightarrow h_i+\overleftarrow h_i+f_\theta(x_i)\\[2pt]h_k=\operatorname{LSTM}\!\big(f_\theta(x),[h_{k-1},r_{k-1}]\big)+f_\theta(x)\\[2pt]r_k=\textstyle\sum_i\operatorname{softmax}_i(h_k^{\top}g_i)\,g_i\end{gathered}`,
);
