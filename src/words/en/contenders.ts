/** What is said of each contender, whatever the lab; a lab's catalogue may have others of its own. */

export const contenders = {
  maml: {
    label: 'MAML',
  },
  fomaml: {
    label: 'First-order MAML',
  },
  reptile: {
    label: 'Reptile',
    fields: {
      shots: {
        label: 'Shots in training',
        help: 'Drawings of each class that an inner loop of training takes its batches from.',
      },
      steps: { label: 'Inner steps', help: 'Reptile with one step is joint pre-training.' },
      batch: { label: 'Minibatch', help: 'Points in each of Reptile’s inner steps.' },
      optimizer: { label: 'Inner optimiser', options: { sgd: 'SGD', adam: 'Adam' } },
      rate: { label: 'Outer step ε', help: 'At the start; it falls in a straight line to 0.' },
      outer: { label: 'Outer step ε', help: 'Falling to 0 over the run.' },
      testSteps: { label: 'Test steps', help: 'Inner steps on a task that is not trained on.' },
    },
  },
  metasgd: {
    label: 'Meta-SGD',
    fields: { start: { label: 'First rates α', help: 'What every rate begins with.' } },
  },
  anil: {
    label: 'ANIL',
    fields: {
      layers: {
        label: 'Layers that adapt',
        help: 'Counted from the output. With all of them it is MAML.',
      },
      rate: { label: 'Rate α of the head', help: 'Fewer layers bear larger steps.' },
    },
  },
  imaml: {
    label: 'Implicit MAML',
    fields: {
      lambda: {
        label: 'Pull to θ, λ',
        help: 'Adaptation may not go far from θ. Too small, and conjugate gradients fail; too large, and training builds up curvature until inner steps run away.',
      },
      steps: {
        label: 'Inner steps',
        help: 'Taken while training: enough to come to the solution.',
      },
      rate: { label: 'Inner rate α', help: 'Of its own steps, in training and at test.' },
      products: {
        label: 'Conjugate gradients',
        help: 'Hessian-vector products by which the outer gradient is solved for.',
      },
    },
  },
  ravi: {
    label: 'Meta-learner LSTM',
    fields: {
      steps: { label: 'Its steps', help: 'In training, and on a new task.' },
      start: {
        label: 'First input gates',
        help: 'How far a weight goes down its gradient before anything is learned. The paper: 0.011.',
      },
      derivatives: {
        label: 'What gates read',
        help: 'In the outer loop: constants, as in the paper, or let through exactly.',
        options: { constants: 'constants', exact: 'let through' },
      },
      forget: {
        label: 'Forget gate',
        help: 'Fixed at 1, nothing of a weight decays.',
        options: { free: 'learned', one: 'fixed at 1' },
      },
      preprocessing: {
        label: 'Gradients are read as',
        options: { 'log-sign': 'log and sign', none: 'they are' },
      },
      form: {
        label: 'Form',
        help: 'The equations of the paper, or its code: a memory of 20 units for each weight reads gradient and loss, and gates read that. Many times slower.',
        options: { gates: 'gates alone', lstm: 'LSTM of 20, then gates' },
      },
      scale: {
        label: 'Gradient',
        help: 'Of the mean loss; the code divides by the number of points once more.',
        options: { mean: 'of the mean', code: 'divided again' },
      },
      judged: {
        label: 'Judged by',
        help: 'Its own steps, or the gradient descent of the others from its start alone. It trains the same.',
        options: { own: 'its own steps', descent: 'gradient descent from its start' },
      },
    },
  },
  cnp: {
    label: 'Conditional neural process',
    fields: {
      width: { label: 'Width', help: 'Units of each hidden layer.' },
      rate: { label: 'Rate', help: 'At the start; it falls in a straight line.' },
    },
  },
  acnp: {
    label: 'Attentive neural process',
    fields: {
      width: { label: 'Width', help: 'Units of each hidden layer.' },
      rate: { label: 'Rate', help: 'At the start; it falls in a straight line.' },
    },
  },
  bayes: {
    label: 'Bayes, who knows the family',
  },
  joint: {
    label: 'Joint pre-training',
    fields: {
      batch: {
        label: 'Drawings at once',
        help: 'Drawings of all characters in one step of training.',
      },
    },
  },
  random: {
    label: 'Random initialisation',
  },
  prototypical: {
    label: 'Prototypical networks',
  },
  matching: {
    label: 'Matching networks',
  },
  matchingfce: {
    label: 'Matching networks in full context',
    fields: {
      steps: {
        label: 'Reading steps (K)',
        help: 'How often a query drawing reads the support set.',
      },
    },
  },
  pixels: {
    label: 'Nearest neighbour on pixels',
  },
};
