/** What stands below the Omniglot lab: what methods are, what is fair about comparing them, and what mattered to one of them. */

import { type Drawn, message } from '../message';

export const omniglotHow = {
  lead: 'A task holds a few characters that nobody has seen in training, with a drawing or two of each. Some methods adapt their weights to it; others compare drawings in a space that they have learned. They share one network: four small convolutions of equal width, unless dense layers are chosen. The alphabet network has one of its own, whose four convolutions widen; pixels need none.',
  fair: 'Fair, and how far',
  fairness:
    'Every method is shown the same held-out tasks, and begins with the same body, but for the alphabet network. Training is each paper’s: MAML sees tasks like those of the test, embeddings see more ways at once, Reptile more drawings. The alphabet network has no paper; it sees pairs of drawings of one alphabet. The trained ones depart from the papers as their preset says. No character is in two splits, and turned ones make new classes in training only.',
  licence: 'Omniglot: Lake, Salakhutdinov and Tenenbaum 2015, MIT licence.',
  mattered: {
    title: 'What mattered to the alphabet network',
    lead: message<{ iterations: number; whole: string; questions: number; date: string }>(
      'Each part of its recipe, left out of a training of {iterations, number} meta-iterations: points of error that it is worth on five alphabets held out, where the whole recipe has {whole}% of {questions, number} questions wrong. Measured beforehand, on {date}, by these commands:',
    ),
    axis: 'points gained · longer matters more',
    part: 'Part of the recipe',
    points: 'Points',
    without: 'Wrong',
    here: 'Train here',
    parts: {
      time: message<{ iterations: number; longer: number }>(
        '{longer, number} meta-iterations in place of {iterations, number}',
      ),
      normalising: 'Drawings normalised',
      alphabet: 'Episodes of one alphabet, by two drawers',
      rate: 'A greatest rate of 0.008 in place of 0.003',
    },
    /** Errors with it, and without. */
    change: message<{ without: string; whole: string }>('{without} → {whole}%'),
    other: message<{ points: string }>('elsewhere {points}'),
    train: message<{ part: string }>('Train without: {part}'),
    trainLonger: message<{ longer: number }>('Train {longer, number} meta-iterations'),
    whole: message<{ iterations: number }>(
      'Train the whole recipe, {iterations, number} meta-iterations',
    ),
    noise:
      'One seed each: differences below two points may be luck. Together the parts are worth less or more than their sum.',
    elsewhere: message<{ mark: Drawn }>(
      '<mark></mark> another program’s figures, in PyTorch 1.13, with some 1,300 meta-iterations each (1.5 minutes of one core, against 16): they were not measured by this page.',
    ),
    page: 'Trained in the page, the drawings have 28 pixels a side, and tasks are those of this lab: its figures are its own.',
  },
};
