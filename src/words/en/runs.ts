/** What is said of runs that are saved, opened, and brought by links. */

import { message } from '../message';

export const runs = {
  save: 'Save the run',
  open: 'Open a run…',
  what: 'A file with its settings, what it has recorded and every weight. Opened here, or dropped on the page, it goes on from where it was, to the bit on the same engine.',
  none: 'There is no run to save yet.',
  stateLink: 'Link with what was learned',
  stateWhat: message<{ at: number; length: number }>(
    'It begins at meta-iteration {at, number}, with weights in half precision: {length, number} characters. Curves of the training are not in it.',
  ),
  stateTooLong: message<{ weights: number; most: number }>(
    'What was learned is {weights, number} weights, and a link carries about {most, number}: fewer methods or a smaller network fit, and a file holds everything.',
  ),
  untrained: 'Once something was trained, a link can carry it.',
  opened: message<{ lab: string; at: number }>(
    'The run of the {lab} lab goes on from meta-iteration {at, number}.',
  ),
  brought: message<{ at: number }>(
    'The link brought what was learned until meta-iteration {at, number}.',
  ),
  back: 'Back to the run before',
  unusable: 'The run could not be opened.',
  faults: {
    'not-json': 'The file is no run of this page, or was cut: it is not JSON.',
    cut: 'The link has lost its end, and what was learned with it; its settings are in force.',
    foreign: 'The file is something else: it is no run of this page.',
    newer:
      'It was saved by a newer version of this page: load the page again, or open it where it was saved.',
    damaged: 'It is damaged: parts of it are not as they must be.',
    changed: 'It is damaged, or was changed since it was saved.',
    'no-lab': 'It is of a lab that this page does not have.',
    'too-large': message<{ size: number; most: number }>(
      'It has {size, number} MB, and no run has more than {most, number}.',
    ),
    unreachable: message<{ file: string }>('{file} could not be loaded.'),
  },
};
