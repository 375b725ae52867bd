/** What is not live here: the equation of each as its paper has it, in the notation of the labs, and where it stands. */

import type { LabName } from '../labs/names';
import type { OnCardName } from './methods';

const arxiv = (number: string) => `https://arxiv.org/abs/${number}`;
const doi = (number: string) => `https://doi.org/${number}`;

/** Where papers are; authors, year and number are the catalogue's. */
export const sources = {
  schmidhuber: doi('10.1162/neco.1992.4.1.131'),
  bengio: doi('10.1007/BF02279935'),
  graves: arxiv('1410.5401'),
  bahdanau: arxiv('1409.0473'),
  maclaurin: arxiv('1502.03492'),
  sukhbaatar: arxiv('1503.08895'),
  li: arxiv('1606.01885'),
  hariharan: arxiv('1606.02819'),
  zoph: arxiv('1611.01578'),
  duan: arxiv('1611.02779'),
  wang: arxiv('1611.05763'),
  ravi: 'https://openreview.net/forum?id=rJY0-Kcll',
  liNets: arxiv('1703.00441'),
  munkhdalai: arxiv('1703.00837'),
  finn: arxiv('1703.03400'),
  grant: arxiv('1801.08930'),
  wolf: arxiv('1803.10631'),
  garnelo: arxiv('1807.01613'),
  schlag: arxiv('2102.11174'),
} as const;
export type SourceName = keyof typeof sources;

export interface Card {
  readonly tex: string;
  readonly sources: readonly SourceName[];
  /** Where what it has in common with others is live, in a lab. */
  readonly live?: `${LabName}?${string}`;
}

/** The three lines of reading, with numbers. */
const threeLines = 'memory?preset=memory-trained&lines=open';

/** With what lectures teach beside methods. */
export type CardName = OnCardName | 'twoViews' | 'imperfectData';

const lines = (...all: readonly string[]): string =>
  String.raw`\begin{gathered}${all.join(String.raw`\\[0.4em]`)}\end{gathered}`;
const r = String.raw;

export const cards: Readonly<Record<CardName, Card>> = {
  twoViews: {
    tex: lines(r`\hat y=f(S,x;\theta)`, r`\phi^*=\arg\max_\phi\,\log p(\phi\mid S,\theta)`),
    sources: ['grant'],
  },
  blackBox: {
    tex: lines(
      r`\phi=f_\theta(S),\qquad \min_\theta\,\textstyle\sum_i L_{Q_i}\big(f_\theta(S_i)\big)`,
      r`\hat y=d_\theta\big(x,\,h\big),\qquad h=\tfrac1K\textstyle\sum_k e_\theta(x_k,y_k)`,
    ),
    sources: ['garnelo'],
  },
  recurrentPolicy: {
    tex: r`a_t\sim\pi_\theta\big(a\mid s_t,\,a_{t-1},\,r_{t-1},\,h_{t-1}\big)`,
    sources: ['duan', 'wang'],
  },
  metaNetworks: {
    tex: lines(
      r`W^*_i=m(\nabla_W L_i),\qquad W^*=\textstyle\sum_i a_i W^*_i`,
      r`a=\mathrm{softmax}_i\cos(k_i,k)`,
      r`h'=\mathrm{ReLU}(Wh)+\mathrm{ReLU}(W^*h)`,
    ),
    sources: ['munkhdalai'],
  },
  memoryNetworks: {
    tex: r`p=\mathrm{softmax}_i\big(u^{\!\top} m_i\big),\quad o=\textstyle\sum_i p_i\,c_i,\quad u\leftarrow u+o`,
    sources: ['sukhbaatar'],
    live: `${threeLines}&reader=kv`,
  },
  encoderDecoder: {
    tex: r`c_i=\textstyle\sum_j a_{ij}h_j,\qquad a_{ij}=\mathrm{softmax}_j\,e(s_{i-1},h_j)`,
    sources: ['bahdanau'],
    live: `${threeLines}&reader=kv`,
  },
  readWriteMemory: {
    tex: lines(
      r`r_t=\textstyle\sum_i w_t(i)\,M_t(i)`,
      r`M_t(i)=M_{t-1}(i)\odot\big(1-w_t(i)\,e_t\big)+w_t(i)\,a_t`,
    ),
    sources: ['graves'],
    live: `${threeLines}&reader=mann`,
  },
  dynamicalLanguage: {
    tex: r`\theta_{t+1}=g_\psi\big(\theta_t,\ \nabla L_t(\theta_t)\big),\qquad \min_\psi\,\textstyle\sum_t L_t(\theta_t)`,
    sources: ['wolf'],
  },
  mamlRl: {
    tex: lines(
      r`L_i(\phi)=-\,\mathbb E_{\pi_\phi}\Big[\textstyle\sum_{t=1}^{H} R_i(s_t,a_t)\Big]`,
      r`\nabla L_i(\phi)=-\,\mathbb E_{\pi_\phi}\Big[\textstyle\sum_t A_t\,\nabla\log\pi_\phi(a_t\mid s_t)\Big]`,
      r`\phi_i=\theta-\alpha\nabla L_i(\theta),\qquad \theta\leftarrow\theta-\beta\,\nabla_\theta\textstyle\sum_i L_i(\phi_i)`,
    ),
    sources: ['finn'],
  },
  learnToOptimise: {
    tex: lines(
      r`\Delta x_t=\pi_\theta\big(f,\{x_0,\dots,x_t\}\big),\qquad x_{t+1}=x_t+\Delta x_t`,
      r`\min_\theta\,\mathbb E\textstyle\sum_t f(x_t)`,
    ),
    sources: ['li', 'liNets'],
  },
  architectureSearch: {
    tex: r`\nabla_\theta J\approx\frac1m\sum_{k=1}^{m}\sum_{t}\nabla_\theta\log P\big(a_t\mid a_{<t};\theta\big)\,(R_k-b)`,
    sources: ['zoph'],
  },
  reversibleLearning: {
    tex: lines(
      r`v_{t+1}=\beta_t v_t-(1-\beta_t)\nabla L_t(w_t),\quad w_{t+1}=w_t+\alpha_t v_{t+1}`,
      r`\frac{\partial f}{\partial\alpha_t}=\Big\langle\frac{\partial f}{\partial w_{t+1}},\,v_{t+1}\Big\rangle,\quad w_t=w_{t+1}-\alpha_t v_{t+1}`,
    ),
    sources: ['maclaurin'],
  },
  hallucination: {
    tex: r`c_1:c_2\;=\;x:\hat z,\qquad \hat z=G\big([\,\phi(x),\,\phi(c_1),\,\phi(c_2)\,]\big)`,
    sources: ['hariharan'],
  },
  fastWeights: {
    tex: r`W_t=W_{t-1}+v_t k_t^{\!\top},\qquad (k_t,v_t)=\mathrm{slow}_\theta(x_t)`,
    sources: ['schmidhuber', 'schlag'],
  },
  synapticRule: {
    tex: r`\Delta w=F(x,\,y,\,w,\,\dots;\,\theta),\qquad \min_\theta\,\textstyle\sum_i L_i`,
    sources: ['bengio'],
  },
  imperfectData: {
    tex: r`\min_\theta\ \mathbb E_{(S,Q)\,\sim\,\text{meta-train}}\ L_Q\big(\text{learner}_\theta(S)\big)`,
    sources: ['ravi'],
  },
};
export const cardNames = Object.keys(cards) as CardName[];
