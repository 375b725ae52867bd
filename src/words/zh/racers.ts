/** What is said of the contenders that the optimizer lab alone has. */

import type { racers as en } from '../en/racers';

export const racers: typeof en = {
  learned: {
    label: '学习得到的LSTM',
  },
  sgd: {
    label: 'SGD',
  },
  momentum: {
    label: '动量法',
  },
  nesterov: {
    label: 'Nesterov',
  },
  rmsprop: {
    label: 'RMSprop',
  },
  adam: {
    label: 'Adam',
  },
  cg: {
    label: '共轭梯度法',
  },
  lbfgs: {
    label: 'L-BFGS',
  },
};
