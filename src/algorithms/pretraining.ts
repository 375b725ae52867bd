/** What meta-learning is compared with. */

import { type Algorithm, times } from './algorithm';

/** Joint pre-training: one network for the points of all tasks at once, as if they were one task. */
export const jointPretraining: Algorithm = {
  label: 'Joint pre-training',
  explanation: {
    formula: {
      tex: String.raw`\theta \leftarrow \theta - \beta\,\nabla\,\overline{L_{S\cup Q}(\theta)}`,
      words: 'θ moves against the gradient of the mean loss over all tasks.',
    },
    idea: 'Ordinary training on the points of all tasks at once. The best it can do is the average of the tasks.',
    cost: () => times(1, 'gradient'),
    source: 'The baseline “pretrained” of Finn et al. 2017, section 5.1',
  },
  outer: 'optimizer',
  direction: ({ engine, learner }, theta, { all }) =>
    engine.mean(learner.at(theta, all).gradient()),
};

/** The initial weights themselves. They adapt like the others, and learn nothing beforehand. */
export const randomInitialisation: Algorithm = {
  label: 'Random initialisation',
  explanation: {
    formula: { tex: String.raw`\theta \leftarrow \theta`, words: 'θ stays.' },
    idea: 'The weights that all contenders began with. They adapt as the others do, and that is all they do.',
    cost: () => 'nothing',
    source: '',
  },
  outer: 'none',
  direction: ({ engine }, theta) => engine.addScaled(theta, -1, theta),
};
