/** What is said of the contenders that the optimizer lab alone has. */

export const racers = {
  learned: {
    label: 'Learned LSTM',
    formula:
      'θ moves by what the LSTM m, with parameters φ and state h, proposes for the gradient of f.',
    plain: 'Was trained to take steps, by taking them.',
    idea: 'A gradient goes in as its logarithm and its sign, so that tiny and huge ones are alike to the network. The same weights serve every coordinate: an optimiser trained in ten dimensions works in any number.',
    source: 'Andrychowicz et al. 2016, arXiv 1606.04474',
  },
  sgd: {
    label: 'SGD',
    formula: 'θ moves against the gradient g, by η times its length.',
    plain: 'Steps downhill, further where it is steeper.',
    idea: 'Steps down the slope, as far as it is steep. One rate serves all directions, so the steepest sets it.',
    source: '',
  },
  momentum: {
    label: 'Momentum',
    formula: 'A velocity v gathers gradients and fades by μ = 0.9; θ moves against it at rate η.',
    plain: 'Rolls downhill, and keeps its speed.',
    idea: 'A ball that rolls: what gradients agree on gathers speed, what they disagree on cancels.',
    source: 'Polyak 1964, in the form of Sutskever et al. 2013 without their factor',
  },
  nesterov: {
    label: 'Nesterov',
    formula:
      'A velocity v gathers gradients and fades by μ = 0.9; θ moves against the gradient plus μ v.',
    plain: 'Rolls downhill, and brakes before it is too late.',
    idea: 'Momentum that takes its next step into account, and so brakes sooner.',
    source:
      'Nesterov 1983, in the form of Sutskever et al. 2013 with the gradient at θ (Bengio et al. 2013)',
  },
  rmsprop: {
    label: 'RMSprop',
    formula:
      'A mean s of squared gradients fades by ρ = 0.9; θ moves against the gradient over the root of s.',
    plain: 'Steps about as far in every direction, steep or not.',
    idea: 'Divides each gradient by its usual size: every coordinate moves about as far, steep or not.',
    source: 'Tieleman and Hinton 2012',
  },
  adam: {
    label: 'Adam',
    formula:
      'Means m and v of g and g², corrected for their start at 0; θ moves against m over the root of v.',
    plain: 'Rolls, and steps about as far in every direction.',
    idea: 'Momentum and RMSprop in one, with means that are right from the first step.',
    source: 'Kingma and Ba 2015, algorithm 1; β₁ = 0.9, β₂ = 0.999',
  },
  cg: {
    label: 'Conjugate gradients',
    formula:
      'A direction d is minus the gradient g, made conjugate to those before by the Hessian H; θ moves along d to the least f.',
    plain: 'Knows that it is a quadratic, and never undoes a step.',
    idea: 'On a quadratic it is at the minimum after as many steps as θ has coordinates. Nothing is tuned. A step costs a product with the Hessian more than those of the others.',
    source: 'Hestenes and Stiefel 1952; every direction is kept, against rounding',
  },
  lbfgs: {
    label: 'L-BFGS',
    formula:
      'θ moves against B g at rate α, where B is a guess of the inverse Hessian from changes s of θ and y of g.',
    plain: 'Guesses the curvature from how gradients change.',
    idea: 'Remembers the last ten changes, and tries points along a line until f has fallen enough. Nothing is tuned. Each point tried counts as a step, and f is where it stands.',
    source: 'Nocedal 1980; Liu and Nocedal 1989; line search of Lewis and Overton 2013',
  },
};
