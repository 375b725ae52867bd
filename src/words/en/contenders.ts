/** What is said of each contender, whatever the lab; a lab's catalogue may have others of its own. */

const finn = 'Finn et al. 2017, arXiv 1703.03400';

export const contenders = {
  maml: {
    label: 'MAML',
    formula: 'θ moves against the gradient, at θ, of the query loss after adaptation.',
    plain:
      'Model-agnostic meta-learning: practises adapting, and asks which start would have made that easier.',
    idea: 'Asks how the start should change so that the loss after adapting falls. The chain rule runs through the inner steps, so each adds a Hessian of the support loss.',
    source: finn,
  },
  fomaml: {
    label: 'First-order MAML',
    formula: 'θ moves against the query gradient at the adapted weights.',
    plain: 'The same, ignoring how the start bends the way.',
    idea: 'MAML with every Hessian taken as zero: the gradient where adaptation ends, applied where it began.',
    source: `${finn}, section 5.2`,
  },
  reptile: {
    label: 'Reptile',
    formula: 'θ moves towards the mean of the adapted weights.',
    plain: 'Walks towards where the training on each task ended.',
    idea: 'Trains on each task for a few minibatches and moves towards where that led. No query set, no second derivative.',
    source: 'Nichol et al. 2018, arXiv 1803.02999',
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
    formula:
      'θ and a rate for every parameter move against the gradient of the query loss after adaptation at those rates.',
    plain: 'Practises adapting, and learns the size of each step with it.',
    idea: 'MAML that learns how far each weight should move, too: a rate for every parameter, some of them negative. It goes as far in one step as others in many, and must not be asked for more steps than it was trained for.',
    source: 'Li et al. 2017, arXiv 1707.09835',
    fields: { start: { label: 'First rates α', help: 'What every rate begins with.' } },
  },
  anil: {
    label: 'ANIL',
    formula: 'θ moves as in MAML; adaptation moves the last layers alone.',
    plain: 'Practises adapting with its last layer alone.',
    idea: 'MAML in which only the last layer adapts: the layers before must offer features that serve every task. Almost no inner loop.',
    source: 'Raghu et al. 2020, arXiv 1909.09157',
    fields: {
      layers: {
        label: 'Layers that adapt',
        help: 'Counted from the output. With all of them it is MAML.',
      },
      rate: { label: 'Rate α of the head', help: 'Fewer layers bear larger steps.' },
    },
  },
  joint: {
    label: 'Joint pre-training',
    formula: 'θ moves against the gradient of the mean loss over all tasks.',
    plain: 'Learns all tasks at once, so the average of them.',
    idea: 'Ordinary training on the points of all tasks at once. The best it can do is the average of the tasks.',
    source: 'The baseline “pretrained” of Finn et al. 2017, section 5.1',
    fields: {
      batch: {
        label: 'Drawings at once',
        help: 'Drawings of all characters in one step of training.',
      },
    },
  },
  random: {
    label: 'Random initialisation',
    formula: 'θ stays.',
    plain: 'Never practised.',
    idea: 'The weights that all contenders began with. They adapt as the others do, and that is all they do.',
    source: '',
  },
  prototypical: {
    label: 'Prototypical networks',
    formula:
      'The probability of a class falls with the squared distance to the mean of its embedded support points.',
    plain: 'Learns to see so that drawings of one character lie close together.',
    idea: 'Embeds all drawings; a class is the mean of its support points, and the nearest mean wins.',
    source: 'Snell et al. 2017, arXiv 1703.05175',
  },
  matching: {
    label: 'Matching networks',
    formula:
      'Attention over the support points, by the cosines of their embeddings, votes for their labels.',
    plain: 'Learns to see, and lets what it was shown vote by likeness.',
    idea: 'Embeds all drawings; each support point votes for its class with the cosine of its embedding to that of the query point.',
    source:
      'Vinyals et al. 2016, arXiv 1606.04080, without full context embeddings. The factor of 10 is ours: with bare cosines it learns far less',
  },
  pixels: {
    label: 'Nearest neighbour on pixels',
    formula: 'The class of the support drawing with the greatest cosine.',
    plain: 'Lays one drawing over the other.',
    idea: 'Compares pixels by their cosine, and learns nothing.',
    source: '',
  },
};
