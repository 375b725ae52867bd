/** What a lesson's picture of two tasks as two bowls says. */

import { message } from '../message';

export const bowls = {
  title: 'Two tasks as two bowls',
  more: 'Losses, contours, and another α',
  theta: 'Initialisation θ',
  task: message<{ number: number }>('task {number}'),
  /** What a screen reader says of θ as it moves. */
  spoken: message<{ position: string; after: string }>(
    '{position}; mean loss after one step {after}',
  ),
  /** While it is not to be known what the step is worth. */
  lands: message<{ position: string; first: string; second: string }>(
    '{position}; task 1 lands at {first}, task 2 at {second}',
  ),
  drawn: message<{ first: string; second: string }>(
    'Two tasks as two bowls: a steep one about {first}, and a flat one about {second}',
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
  places: {
    caption:
      'An arrow shows which way a method moves θ, not how far; a mark, where it comes to rest; the dashed ring, where you put θ.',
    method: 'Method',
    now: 'Mean loss at mark',
    after: 'After one step',
    nowhere: 'nowhere',
  },
};
