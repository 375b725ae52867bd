/** The words of the stories: what each scene asks for, and what is said of what was seen. */

import { message } from '../message';

export const stories = {
  place: message<{ at: number; of: number }>('{at} of {of}'),
  act: 'Do it',
  next: 'Next',
  back: 'Back',
  end: 'The end',
  leave: 'Leave the tour',
  left: 'The tour has moved settings and what is in sight.',
  putBack: 'Put back what was before',
  done: 'Done. The numbers are on their way.',
  regression: {
    scenes: {
      task: {
        title: 'A task is ten points of one curve',
        ask: 'The learners see the points, never the dotted curve. Press <b>New task</b> for another one.',
      },
      untrained: {
        title: 'Before training, steps lead nowhere',
        ask: 'Move the <b>gradient steps</b>: each descends the error on these points.',
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
        ask: 'Drag a point. Every method adapts anew to what you made, from the start that it has.',
      },
      beyond: {
        title: 'Where it ends',
        ask: 'Open <b>Settings</b>, and under <i>Held-out tasks</i> move the test amplitude beyond what was trained on.',
      },
    },
    anotherTask:
      'Another curve, farther from the average of all than most; every method gets the same points. Training goes through tasks of all kinds, some at a time.',
    trained:
      'This run is trained already, and its steps lead somewhere. <b>Reset</b> shows how it began; <b>Undo reset</b> brings it back.',
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
  optimizers: {
    scenes: {
      surface: {
        title: 'One point, many ways down',
        ask: 'All start at the same point of the surface. Press <b>Play</b> below it, or move its step.',
      },
      longer: {
        title: 'Past its horizon',
        ask: 'It was trained for races of some length. Under <b>Settings</b>, lengthen the race.',
      },
      elsewhere: {
        title: 'Problems that it never met',
        ask: 'Under <b>Settings</b>, choose other problems to race on: a small network on two classes of points.',
      },
      scratch: {
        title: 'From scratch',
        ask: 'Under <b>Settings</b>, choose <i>Begin from: Scratch</i>, and press <b>Train</b>. What is learned is the optimiser itself.',
      },
    },
    proposed:
      'The learned one was given no rule: a network reads each gradient and proposes the update. The others do what somebody wrote down, at the rate that was best for them.',
    lengthened: message<{
      at: string;
      own: string;
      end: string;
      last: string;
      rival: string;
      other: string;
    }>(
      'At step {at}, where its training ended, it is at {own}; at step {end} at {last}. The best tuned one there, {rival}, is at {other}.',
    ),
    moved: message<{ at: string; own: string; rival: string; other: string; ahead: 'yes' | 'no' }>(
      'After {at} steps on these it is at {own}, and the best tuned one, {rival}, at {other}. {ahead, select, yes {It carries over this far.} other {What it learned was for the problems it practised on.}}',
    ),
    trained: message<{
      at: string;
      own: string;
      rival: string;
      other: string;
      ahead: 'yes' | 'no';
      trained: string;
    }>(
      'After {trained} meta-iterations it is at {own} after {at} steps, the best tuned one, {rival}, at {other}. {ahead, select, yes {It has overtaken all of them.} other {Not there yet: train on.}}',
    ),
  },
  memory: {
    scenes: {
      guess: {
        title: 'What does it say next?',
        ask: 'Each drawing is named only when the next one is there. Guess what <b>this</b> one is called, then move to the next drawing.',
      },
      train: {
        title: 'A plateau, then a cliff',
        ask: 'Put <b>attention</b> in front, press <b>Train</b>, and watch the loss: nothing, and then everything. By meta-iteration 200 it has fallen.',
      },
      wrong: {
        title: 'Tell it wrong',
        ask: 'At <b>Told next</b> choose a wrong label, and step on until the character comes back.',
      },
      others: {
        title: 'The same stream, kept in another way',
        ask: 'Press the name of another method above: see what it keeps of the same drawings.',
      },
    },
    first: message<{ at: number }>(
      'Drawing {at} shows a character that was not there before: nobody can know its name. Its label comes with the next drawing.',
    ),
    again: message<{ at: number; label: string; ago: number; name: string; said: string }>(
      'Drawing {at} was there {ago, plural, one {one drawing} other {# drawings}} before and was told {label}. {name} says {said}.',
    ),
    learned: message<{ at: string; name: string; first: string; second: string; streams: string }>(
      'After {at} meta-iterations {name} is right on {first} of first sightings and {second} of second ones, over {streams} streams. Its weights learned how to keep; what it keeps is of the stream.',
    ),
    wrongly: message<{ at: number; told: string; label: string }>(
      'Drawing {at} is told as {told}, though it is {label}. Step on: below the drawings it says what that does.',
    ),
    kept: message<{ name: string; kind: 'memory' | 'attention' | 'state' | 'nothing' }>(
      '{name} keeps {kind, select, memory {slots that it writes and reads} attention {every drawing, and attends to some} state {one state for all} other {nothing at all}}.',
    ),
  },
  omniglot: {
    scenes: {
      steps: {
        title: 'Five characters, one drawing of each',
        ask: 'Nobody was trained on these. Move <b>gradient steps</b> from before the first one, and see what is answered below each question.',
      },
      another: {
        title: 'Five others',
        ask: 'Press <b>New episode</b>.',
      },
      judges: {
        title: 'Who answers',
        ask: 'Press another row of the table: the answers of that method stand under the drawings.',
      },
      statistics: {
        title: 'What the other questions are worth',
        ask: 'Under <b>Settings</b>, change <i>Batch statistics</i>: may the questions be normalised together?',
      },
      lake: {
        title: 'You against it',
        ask: 'Twenty characters of one alphabet, one drawing of each: press <b>Do it</b> to take Lake’s test.',
      },
    },
    read: message<{ name: string; before: number; after: number; total: number; count: number }>(
      '{name} reads {before} of {total} before a step, and {after} after {count, plural, one {one step} other {# steps}} on one drawing of each.',
    ),
    others: 'Other characters, and no training in between: what is learned from is on the page.',
    answers: message<{ name: string; right: number; total: number }>(
      '{name} has {right} of {total} right here. One episode is luck: the accuracy over many is beside it.',
    ),
    lake: 'Letters or taps choose. When all twenty are answered, you see who else erred, and on what.',
    normalised:
      'Compare the accuracies on held-out tasks with those of before: what is gained when the questions are seen together is no skill in reading one.',
  },
};
