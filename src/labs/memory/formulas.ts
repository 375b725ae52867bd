/** What each contender does at a step, in the notation of its paper. */

import type { ReaderName } from './methods';

const r = String.raw;
const lines = (...all: readonly string[]): string =>
  r`\begin{gathered}${all.join(r`\\[0.4em]`)}\end{gathered}`;

export const formulas: Readonly<Record<ReaderName, string>> = {
  mann: lines(
    r`w^w_t=g_t\,w^r_{t-1}+(1-g_t)\,w^{lu}_{t-1}`,
    r`M_t(i)=M_{t-1}(i)+w^w_t(i)\,a_t`,
    r`w^r_t=\mathrm{softmax}_i\,\beta_t\cos\big(k_t,M_t(i)\big)`,
    r`r_t=\textstyle\sum_i w^r_t(i)\,M_t(i)`,
  ),
  kv: lines(
    r`a_{ti}=\mathrm{softmax}_{i<t}\;q(x_t)^{\!\top}k(x_i)/\sqrt d`,
    r`r_t=\textstyle\sum_i a_{ti}\,v(x_i,y_i)`,
  ),
  lstm: r`(h_t,\,c_t)=\mathrm{LSTM}_\theta\big([x_t,\,y_{t-1}],\,h_{t-1},\,c_{t-1}\big)`,
  nearest: r`\hat y_t=y_i,\qquad i=\arg\min_{i<t}\,\lVert x_t-x_i\rVert`,
  feedforward: r`\hat y_t=f_\theta\big([x_t,\,y_{t-1}]\big)`,
};
