/** What a lesson's picture of two tasks as two bowls says. */

import { message } from '../message';

export const bowls = {
  title: 'Two tasks as two bowls',
  lead: 'Each shade is the loss of one task over two weights, 0 at its cross. From θ every task takes one gradient step of its own, at rate α. Drag θ to where one step is best for both.',
  theta: 'Initialisation θ',
  task: message<{ number: number }>('task {number}'),
  /** What a screen reader says of θ as it moves. */
  spoken: message<{ position: string; after: string }>(
    '{position}; mean loss after one step {after}',
  ),
  contours: {
    label: 'Contours',
    now: 'Mean loss',
    after: 'Mean loss after one step',
  },
  alpha: 'Inner rate α',
  numbers: {
    title: 'Losses at θ',
    now: 'Mean loss here',
    after: 'After one step from here',
    best: 'After one step, best anywhere',
  },
  show: 'Show the best places',
  hide: 'Hide the best places',
  places: {
    caption:
      'An arrow shows which way a method moves θ, not how far; a mark, where it comes to rest.',
    method: 'Method',
    now: 'Mean loss at mark',
    after: 'After one step',
    nowhere: 'nowhere',
    hidden: '?',
  },
};
