/** What is said in lecture mode alone. */

import { lecture } from './lecture';

export const hall = {
  lecture,
  spotlight: 'Spotlight',
  stage: 'Whole stage',
  keys: 'Keys',
  close: 'Close',
  blank: 'The screen is black. Any key or a click brings it back.',
  act: 'Keys act',
  actHint: 'In lecture mode only, and never while a field, a slider or a list has the focus.',
  list: {
    on: {
      keys: ['→', 'Page Down', 'N'],
      does: 'next scene: of your lecture, else of the lesson or the tour; first what it asks',
    },
    back: { keys: ['←', 'Page Up', 'P'], does: 'the scene before, as it was left' },
    scenes: { keys: ['O'], does: 'list of scenes' },
    train: { keys: ['Space'], does: 'train, pause' },
    step: { keys: ['S'], does: 'one meta-iteration' },
    task: { keys: ['T'], does: 'another task' },
    reset: { keys: ['R'], does: 'reset the run' },
    vote: { keys: ['1', '2', '3', '4'], does: 'counts a hand for an answer of a question' },
    unvote: {
      keys: ['Backspace'],
      does: 'takes the last hand back; Shift with 1 … 4 one for that answer',
    },
    spotlight: { keys: ['+', '−'], does: 'one panel after another, alone on the screen' },
    blank: { keys: ['B', '.'], does: 'black screen; training goes on' },
    dot: { keys: ['L'], does: 'a dot that follows the pointer' },
    full: { keys: ['F'], does: 'full screen' },
    list: { keys: ['?'], does: 'this list' },
  },
};
