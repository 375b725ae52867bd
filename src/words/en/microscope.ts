/** What the microscope says: each line of an algorithm in plain words, and what it has come to, in the run's own numbers. */

import { message } from '../message';
import { studies } from './studies';

/** Numbers of a line, written out; those that a line has none of are not in its sentence. */
interface Told {
  readonly tasks: string;
  readonly points: string;
  readonly asked: string;
  readonly length: string;
  readonly turned: string;
  readonly changed: string;
  readonly support: string;
  readonly supportBefore: string;
  readonly query: string;
  readonly queryBefore: string;
  readonly before: string;
  readonly after: string;
}

export const microscope = {
  /** Of what else is looked at closely. */
  studies,
  title: message<{ label: string; at: string }>('{label}, meta-iteration {at}, line by line'),
  close: 'Close',
  listing: 'Algorithm',
  place: 'Place in the record',
  placeAt: message<{ at: string; of: string; line: string }>('{at} of {of}: {line}'),
  first: 'draw',
  back: 'Back',
  next: 'Next line',
  play: 'Play',
  stop: 'Stop',
  take: 'Train this meta-iteration',
  task: 'Task',
  taskAt: message<{ at: string; of: string }>('task {at} of {of}'),
  inStep: message<{ k: string; of: string }>('step {k} of {of}'),
  awaited: 'The next meta-iteration is being recorded.',
  training: 'A record is of the run at rest. Pause the training to see its next meta-iteration.',
  past: 'A record is of the next meta-iteration. Come back to now to see it.',
  absent:
    'It takes no part in this run, or has diverged: there is no next meta-iteration of it to see.',
  nothing:
    'There is no line: θ stays what it was when it was drawn. Only when it is tested does it adapt.',
  honest:
    'Recorded by the code that trains: after it the run goes on with the same numbers, to the last bit.',
  plot: 'The task in focus',
  plotTable: { x: 'x', truth: 'true y', start: 'at θ', now: 'now' },
  truth: 'task',
  start: 'θ',
  plane: {
    title: 'Weights in a plane',
    axes: 'True lengths and angles in the plane through θ of the first gradient and of the direction of the outer loop. Gradients are drawn α times their length: the step, where α alone is the rate. Dots: other tasks.',
    within: message<{ part: string }>('{part} of what is drawn last lies in this plane'),
    seen: message<{ tasks: number }>(
      'θ in the middle; from it the path of the task in focus, the gradients, and where {tasks, plural, one {# task} other {# tasks}} came to.',
    ),
  },
  /** What each line is, and what happened in it. */
  lines: {
    draw: {
      plain: 'Draw tasks',
      said: message<Told>(
        '{tasks} tasks are drawn. This one has {points} support points (full) to learn from and {asked} query points (hollow) to be judged by. At θ its support loss is {support}.',
      ),
    },
    innerGradient: {
      plain: 'Gradient on the support points',
      said: message<Told>(
        'At a support loss of {supportBefore}, the gradient says how every weight should move. Its length is {length}.',
      ),
    },
    innerStep: {
      plain: 'Step in the inner loop',
      said: message<Told>(
        'One step of α down the gradient: the support loss goes from {supportBefore} to {support}, the query loss from {queryBefore} to {query}.',
      ),
    },
    stepByRates: {
      plain: 'Step, by a rate for each weight',
      said: message<Told>(
        'Each weight steps at a rate of its own: the support loss goes from {supportBefore} to {support}, the query loss from {queryBefore} to {query}.',
      ),
    },
    queryGradient: {
      plain: 'Gradient on the query points, at φ',
      said: message<Told>(
        'Judged by its query points, the adapted φ has loss {queryBefore}. Their gradient there has length {length}.',
      ),
    },
    throughStep: {
      plain: 'Carry it back through the step',
      said: message<Told>(
        'The step itself depends on θ, so the gradient is carried back through it. It turns by {turned} and changes by {changed} of its length: this is what first-order MAML leaves out.',
      ),
    },
    throughRates: {
      plain: 'Carry it back through the step',
      said: message<Told>(
        'The step itself depends on θ, so the gradient is carried back through it, each weight by its rate. It turns by {turned} and changes by {changed} of its length.',
      ),
    },
    ofRates: {
      plain: 'What the rates should be',
      said: message<Told>(
        'A rate would have done better where the two gradients agree. This direction for the rates has length {length}.',
      ),
    },
    mean: {
      plain: 'Mean over tasks',
      said: message<Told>(
        'What {tasks} tasks ask for, averaged: length {length}. What they do not share cancels.',
      ),
    },
    means: {
      plain: 'Means over tasks',
      said: message<Told>(
        'What {tasks} tasks ask for, averaged, for θ and for the rates. For θ its length is {length}.',
      ),
    },
    allGradient: {
      plain: 'Gradient on the points of all tasks',
      said: message<Told>(
        'The points of {tasks} tasks as if of one: a gradient of length {length}, at θ itself. Nothing is adapted.',
      ),
    },
    minibatchGradient: {
      plain: 'Gradient on a minibatch',
      said: message<Told>(
        'A minibatch of the points of this task has its say: a gradient of length {length}.',
      ),
    },
    adamStep: {
      plain: 'Step of Adam',
      said: message<Told>(
        'A step of Adam: the support loss goes from {supportBefore} to {support}, the query loss from {queryBefore} to {query}.',
      ),
    },
    towards: {
      plain: 'Mean of where tasks came to',
      said: message<Told>(
        'Seen from θ, the {tasks} tasks came to a place {length} away, on average.',
      ),
    },
    outerStep: {
      plain: 'Step in the outer loop',
      said: message<Told>(
        'θ moves by {length}. From there the same {tasks} tasks come to a loss of {after} after adaptation; it was {before}.',
      ),
    },
    outerMove: {
      plain: 'Step in the outer loop',
      said: message<Told>(
        'θ moves by {length} towards that place. From there the same {tasks} tasks come to a loss of {after} after adaptation; it was {before}.',
      ),
    },
  },
};
