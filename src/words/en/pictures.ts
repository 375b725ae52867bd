/** What the pictures of lessons say: of a memory cell that holds a weight, and of pages of an invented language. */

import { message } from '../message';

export const pictures = {
  cell: {
    title: 'Ten steps of one weight',
    forget: 'Forget gate f',
    input: 'Input gate i',
    loss: 'Loss over the weight θ',
    start: 'start',
    ends: 'ends at',
    lossThere: 'loss there',
    kept: 'left of a weight without gradient',
    /** What a screen reader says of the picture. */
    drawn: message<{ from: string; to: string; least: string }>(
      'The weight goes from {from} to {to} in ten steps; the loss is least at {least}.',
    ),
  },
  gates: {
    cell: 'Weights after step t are a share f of those before, and a share i of the way downhill.',
    input:
      'The input gate is a squashed sum of gradient, loss, weight and the gate before, with weights that are learned.',
    forget: 'The forget gate likewise, with learned weights of its own.',
    source:
      'Ravi and Larochelle 2017, “Optimization as a Model for Few-Shot Learning”, section 3. Beside this stands another learned optimiser, that of Andrychowicz et al. 2016.',
  },
  reading: {
    end: 'Document A, its last 60 tokens',
    beginning: 'Document B, its first 60 tokens',
    better: 'expected better by who counts',
    worse: 'expected worse',
  },
  memories: {
    update:
      'The dynamical weights after a segment are what the meta-learner g makes of those before it, of the gradient of its loss, and of the slow weights.',
    goal: 'It is trained so that the sum of the losses is small, each measured before it is learned from.',
    source:
      'Wolf, Chaumond and Delangue 2018, “Meta-Learning a Dynamical Language Model”, arXiv 1803.10631. In our notation; the paper’s update has gates of its own.',
  },
};
