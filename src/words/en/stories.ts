/** The words of the stories: what each scene asks for, and what is said of what was seen. */

import { message } from '../message';

export const stories = {
  place: message<{ at: number; of: number }>('{at} of {of}'),
  act: 'Do it',
  next: 'Next',
  back: 'Back',
  end: 'The end',
  leave: 'Leave the tour',
  done: 'Done. The numbers are on their way.',
  regression: {
    scenes: {
      task: {
        title: 'A task is ten points of one curve',
        ask: 'The learners see the points, never the dotted curve. Press <b>New task</b> for another one.',
      },
      untrained: {
        title: 'Before training, steps lead nowhere',
        ask: 'Move <b>gradient step</b>: each step descends the error on these points.',
      },
      train: {
        title: 'Train, and watch the first step',
        ask: 'Press <b>Train</b>: all learn from the same tasks, each in its own way. By meta-iteration 2,000 they have parted.',
      },
      goal: {
        title: 'Same tasks, other goal',
        ask: 'Joint pre-training was trained to be right before it adapts, MAML to be right after. Choose <b>Joint pre-training</b> above, to put it in front.',
      },
      drag: {
        title: 'Your own task',
        ask: 'Drag a point. Every method adapts anew to what you made, from the start it has learned.',
      },
      beyond: {
        title: 'Where it ends',
        ask: 'Open <b>Settings</b>, and under <i>Held-out tasks</i> move the test amplitude beyond what was trained on.',
      },
    },
    anotherTask:
      'Another curve, other points; every method gets the same ones. That is how all of them are trained, too: task after task.',
    hardly: message<{ before: string; after: string; count: number }>(
      'On many held-out tasks: {before} before, {after} after {count, plural, one {one step} other {# steps}}. Hardly better, for anybody.',
    ),
    already: message<{ before: string; after: string; count: number }>(
      'On many held-out tasks MAML is at {before} before, and at {after} after {count, plural, one {one step} other {# steps}}.',
    ),
    apart: message<{ at: string; tasks: string; maml: string; joint: string }>(
      'After {at} meta-iterations one gradient step leaves MAML at {maml} and joint pre-training at {joint}, on {tasks} tasks that neither has seen.',
    ),
    together: message<{ at: string; tasks: string; maml: string; joint: string }>(
      'After {at} meta-iterations they are not far apart yet: MAML {maml}, joint pre-training {joint}, on {tasks} held-out tasks. Train on.',
    ),
    goals: message<{ maml: string; joint: string; mamlAfter: string; jointAfter: string }>(
      'Before a step: joint pre-training {joint}, MAML {maml}. After one: {jointAfter} and {mamlAfter}.',
    ),
    dragged: 'Nothing was trained for these points: from the same start, a step or a few.',
    outside: message<{ after: string; zero: string }>(
      'Beyond what was practised, one step leaves MAML at {after}; to say zero everywhere would be {zero}. Move further, or the inputs.',
    ),
  },
};
