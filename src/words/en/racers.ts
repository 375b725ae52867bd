/** What is said of the contenders that the optimizer lab alone has. */

export const racers = {
  learned: {
    label: 'Learned LSTM',
  },
  sgd: {
    label: 'SGD',
  },
  momentum: {
    label: 'Momentum',
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
    label: 'Conjugate gradients',
  },
  lbfgs: {
    label: 'L-BFGS',
  },
};
