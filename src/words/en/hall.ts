/** What is said in lecture mode alone. */

export const hall = {
  spotlight: 'Spotlight',
  stage: 'Whole stage',
  keys: 'Keys',
  close: 'Close',
  blank: 'The screen is black. Any key or a click brings it back.',
  act: 'Keys act',
  actHint: 'In lecture mode only, and never while a field, a slider or a list has the focus.',
  list: {
    on: { keys: ['→', 'Page Down'], does: 'next scene of the tour, or its act' },
    back: { keys: ['←', 'Page Up'], does: 'the scene before' },
    train: { keys: ['Space'], does: 'train, pause' },
    step: { keys: ['S'], does: 'one meta-iteration' },
    task: { keys: ['T'], does: 'another task' },
    reset: { keys: ['R'], does: 'reset the run' },
    spotlight: { keys: ['+', '−'], does: 'one panel after another, alone on the screen' },
    blank: { keys: ['B', '.'], does: 'black screen; training goes on' },
    dot: { keys: ['L'], does: 'a dot that follows the pointer' },
    full: { keys: ['F'], does: 'full screen' },
    list: { keys: ['?'], does: 'this list' },
  },
};
