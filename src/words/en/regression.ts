/** The regression lab's words. */

import { message } from '../message';

const phase = { unit: 'rad' };

export const regression = {
  title: 'A few points of a new curve',
  fields: {
    contenders: { label: 'Compare' },
    task: {
      label: 'Tasks',
      help: 'The family that tasks are drawn from.',
      options: { sinusoid: 'Sinusoid A sin(x − φ)', cubic: 'Cubic ax³ + bx² + cx + d' },
    },
    shots: { label: 'Shots K', help: 'Support points: what a learner may adapt to.' },
    queries: { label: 'Query points', help: 'Points on which the adapted learner is judged.' },
    amplitude: { label: 'Amplitude A', help: 'Range of amplitudes in meta-training.' },
    phase: { label: 'Phase φ', help: 'Range of phases in meta-training.', ...phase },
    a: { label: 'Coefficient a', help: 'Of x³.' },
    b: { label: 'Coefficient b', help: 'Of x².' },
    c: { label: 'Coefficient c', help: 'Of x.' },
    d: { label: 'Coefficient d', help: 'The constant.' },
    inputRange: { label: 'Inputs x', help: 'Where the points of a task lie.' },
    inputs: {
      label: 'Placed',
      help: 'Evenly spaced: support and query points share one fixed grid.',
      options: { random: 'Uniformly random', grid: 'Evenly spaced' },
    },
    noise: { label: 'Noise', help: 'Standard deviation of the noise on every target.' },
    testAmplitude: { label: 'Test amplitude', help: 'Amplitudes of held-out tasks.' },
    testPhase: { label: 'Test phase', help: 'Phases of held-out tasks.', ...phase },
    testScale: {
      label: 'Test coefficients ×',
      help: 'Held-out cubics have coefficients this many times larger.',
    },
    testInputRange: { label: 'Test inputs', help: 'Where the points of held-out tasks lie.' },
    hidden: { label: 'Hidden units', help: 'Widths of the hidden layers, with commas between.' },
    activation: { label: 'Activation', options: { relu: 'ReLU', tanh: 'tanh' } },
    initialiser: {
      label: 'Initial weights',
      help: 'All contenders start from the same draw.',
      options: {
        'truncated-normal': 'Truncated normal, σ = 0.01',
        'fan-in-uniform': 'Uniform ±1/√fan-in',
        'he-normal': 'He normal, σ = √(2/fan-in)',
      },
    },
    innerRate: { label: 'Rate α', help: 'Step size of adaptation.' },
    innerSteps: {
      label: 'Steps in training',
      help: 'Inner steps that MAML differentiates through.',
    },
    testSteps: { label: 'Steps at test', help: 'How far adaptation is shown and measured.' },
    outerOptimizer: {
      label: 'Outer optimiser',
      help: 'Of every contender that descends: Reptile moves by its ε.',
      options: { adam: 'Adam', sgd: 'SGD' },
    },
    outerRate: { label: 'Rate β', help: 'Step size of the outer optimiser.' },
    metaBatch: { label: 'Tasks per meta-step', help: 'Every contender sees the same ones.' },
    iterations: {
      label: 'Meta-iterations',
      help: 'Where training ends; Reptile’s ε reaches 0 there.',
    },
  },
  groups: {
    task: 'Task',
    'task/points': 'Points and noise',
    inner: 'Inner loop',
    outer: 'Outer loop',
    'outer/optimiser': 'Optimiser and length',
    'outer/reptile': 'Reptile',
    'outer/metasgd': 'Meta-SGD',
    'outer/anil': 'ANIL',
    'outer/imaml': 'Implicit MAML',
    'outer/ravi': 'Meta-learner LSTM',
    'outer/process': 'Neural processes',
    test: 'Held-out tasks',
    network: 'Network and engine',
  },
  /** Beside the name of one whose initialisation alone is judged. */
  fromStart: 'its start alone',
  hints: { test: 'Move these out of the training range to see where adaptation fails.' },
  presets: {
    'sinusoid-10shot': {
      label: 'Finn et al. 2017, sinusoid, 10-shot',
      source:
        'Section 5.1 of arXiv 1703.03400. Reptile is not in that paper: its steps and ε are ours, at the same inner rate.',
    },
    'sinusoid-5shot': {
      label: 'Finn et al. 2017, sinusoid, 5-shot',
      source:
        'Section 5.1 of arXiv 1703.03400. Reptile is not in that paper: its steps and ε are ours, at the same inner rate.',
    },
    'reptile-toy': {
      label: 'Nichol et al. 2018, Reptile’s toy',
      source:
        'The authors’ script: 50 fixed points, of which 10 are support. MAML is not in it: it takes 5 inner steps too, at the same rate.',
    },
    cubic: {
      label: 'Pan, Gao and Zhou 2020, cubic',
      source:
        'Two hidden layers of 40, one task per meta-step, α = 0.01, Reptile with 3 steps. Ranges, activation and outer rates are not stated: they are ours. First-order MAML is not in it, and drifts here: add it and see.',
    },
    metasgd: {
      label: 'Meta-SGD beside MAML',
      source:
        'Li et al. 2017, arXiv 1707.09835: a rate for every parameter, learned. On the tasks of Finn et al. 2017, 10-shot, with one inner step for both; the paper’s tasks vary in frequency too.',
    },
    anil: {
      label: 'ANIL beside MAML',
      source:
        'Raghu et al. 2020, arXiv 1909.09157, which has no regression: the tasks of Finn et al. 2017, 10-shot, with five inner steps, MAML at α = 0.01 and ANIL at 0.03: each at the better of the two rates for it.',
    },
  },
  remarks: {
    diverged: message<{ name: string; at: number }>(
      '{name} diverged by meta-iteration {at}: its numbers have run away.',
    ),
    lower: message<{ knobs: string }>('Lower {knobs}, then reset.'),
    knob: message<{ label: string; value: string }>('{label} (now {value})'),
    or: ' or ',
  },
  adaptation: {
    section: 'Adaptation to one task',
    beyond: message<{ task: string }>('{task}, beyond training'),
    restore: 'Restore points',
    drag: 'drag a point',
    stepsAt: message<{ at: number; of: number }>(
      'after <b>{at}</b> of {of, plural, one {# gradient step} other {# gradient steps}}',
    ),
    stepsValue: message<{ at: number; of: number }>('{at} of {of}'),
    before: 'before',
    steps: 'Gradient steps',
    overlay: 'Overlay',
    side: 'Side by side',
    overlaid: 'All on one task',
    distance: message<{ name: string; count: number }>(
      '{name}: squared error on this task {count, plural, =0 {before the first step} one {after one step} other {after # steps}}',
    ),
    distanceRead: message<{ name: string }>(
      '{name}: squared error on this task, its support points read',
    ),
    newTask: 'New task',
    own: 'Your own task…',
    supportPoint: 'Support point',
    most: message<{ count: number }>('A task has at most {count, number} support points here.'),
    loss: message<{ loss: string }>('loss {loss}'),
    lossHelp: 'Mean squared error against the true function, over the inputs of held-out tasks',
    trueY: 'true y',
    after: message<{ count: number }>('{count, plural, one {# step} other {# steps}}'),
  },
  curve: {
    heldOut: 'loss on held-out tasks ',
    chips: message<{ average: string; tasks: string }>(
      'on the chips: {average} loss on {tasks} held-out tasks after these steps',
    ),
    /** While it trains: of fewer tasks, and with fewer digits. */
    estimates: message<{ average: string; tasks: string; all: string }>(
      'on the chips: {average} loss after these steps, on {tasks} of {all} held-out tasks until it rests',
    ),
    about: message<{ loss: string }>('≈{loss}'),
    title: 'Loss after k gradient steps',
    overMean: message<{ tasks: string }>('{tasks} held-out tasks, 95% interval'),
    over: message<{ tasks: string }>('{tasks} held-out tasks'),
    averageHelp:
      'The mean is of the tasks on which adaptation does not run away; the median is of all.',
    zero: message<{ value: string }>('zero {value}'),
    best: message<{ value: string }>('best guess without points {value}'),
    bestTerm: {
      name: 'best guess without points',
      help: 'The least error without a point of the task: that of the best task-blind predictor. Who is below has learned from the points.',
    },
    loss: 'mean squared error',
    stepsK: 'steps k',
    interval: message<{ name: string }>('{name}, half of the 95% interval'),
    median: message<{ name: string }>('{name}, median'),
    ranAway: message<{ name: string }>('{name}, ran away'),
  },
  training: {
    title: 'Meta-training loss',
    abscissa: {
      label: 'Over',
      options: {
        iterations: 'over meta-iterations',
        gradients: 'over gradients',
        seconds: 'over seconds',
      },
      axis: {
        gradients: 'gradients and Hessian-vector products',
        seconds: 'seconds of its own computing',
      },
    },
    part: message<{ from: string; steps: number; tasks: number }>(
      'from {from} on after {steps, plural, one {one step} other {# steps}} ({tasks, plural, one {# task} other {# tasks}})',
    ),
    parts: message<{ list: string }>('{list}, before learning from them'),
    note: message<{ steps: number; tasks: number }>(
      'after {steps, plural, one {one step} other {# steps}}, on {tasks, plural, one {the next task} other {the next # tasks}} before learning from them',
    ),
  },
  see: {
    idle: 'Nobody here has anything to learn: training goes through its tasks, and changes nothing.',
    beyond:
      'These tasks leave the training range. What was learned is a distribution of tasks: outside it, a few steps are no longer enough.',
    untrained:
      'All contenders start from the same random weights, so their plots look alike. Press <b>Train</b>: each learns from the same tasks in its own way, and is judged after adapting to others.',
    early:
      'The first thing to be learned is the average of all tasks. What sets the methods apart comes after: how far one gradient step leads from there.',
  },
  how: { title: 'How each one learns' },
};
