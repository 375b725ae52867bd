/** The optimizer lab's words. */

import { message } from '../message';
import { racers } from './racers';

const families = {
  gaussian: 'Quadratics, N(0, 1), as in the paper',
  uniform: 'Quadratics, U[0, 1), as in its code',
};

export const optimizers = {
  contenders: racers,
  title: 'An optimiser that was learned',
  fields: {
    racers: { label: 'Compare' },
    race: {
      label: 'Race on',
      help: 'Held-out problems.',
      options: {
        ...families,
        blobs: 'Logistic regression on two blobs',
        spirals: 'A small network on two spirals',
      },
    },
    raceSteps: {
      label: 'Race length',
      help: 'Go past the training horizon to see where it fails.',
    },
    raceProblems: { label: 'Held-out problems', help: 'Over which the race is averaged.' },
    surface: {
      label: 'Surface',
      help: 'A function of two variables to walk down. No optimiser has been trained on it; rates of the others are tuned on it.',
      options: {
        bowl: 'Ill-conditioned bowl',
        rosenbrock: 'Rosenbrock’s valley',
        himmelblau: 'Himmelblau’s four valleys',
        rastrigin: 'Rastrigin’s egg box',
      },
    },
    surfaceSteps: {
      label: 'Steps on the surface',
      help: 'How far each optimiser walks from the start.',
    },
    begin: {
      label: 'Begin from',
      help: 'The shipped checkpoint was trained beforehand, by a command that it names.',
      options: { checkpoint: 'A trained one', scratch: 'Scratch' },
    },
    hidden: {
      label: 'LSTM layers',
      help: 'Units of each, with commas between. The paper has 20, 20.',
    },
    preprocessing: {
      label: 'Gradient as',
      help: 'The paper’s appendix A; its code leaves quadratics’ alone.',
      options: { 'log-sign': 'Logarithm and sign', none: 'None' },
    },
    outputScale: { label: 'Output scale', help: 'What a proposed update is multiplied by.' },
    family: {
      label: 'Problems',
      help: 'What the optimiser is trained on: ‖Wθ − y‖².',
      options: families,
    },
    objective: {
      label: 'Minimise',
      help: 'Under the logarithm a problem that is nearly solved counts as much as one that is not; softened, hard ones keep more weight. Not in the paper.',
      options: {
        sum: 'Sum of f, as in the paper',
        log: 'Sum of log f',
        'soft-log': 'Sum of softened log f',
      },
    },
    unroll: { label: 'Unroll', help: 'Steps that a meta-gradient reaches back.' },
    horizon: { label: 'Horizon', help: 'Steps after which new problems are drawn.' },
    rate: { label: 'Meta-rate', help: 'Of Adam, which trains the LSTM.' },
    dimension: { label: 'Dimension', help: 'Of θ.' },
    problems: { label: 'Problems at once', help: 'Over which a meta-gradient is averaged.' },
    scaling: {
      label: 'Random scaling',
      help: 'Coordinates of training problems are stretched by up to e to this power. Later work: Lv et al. 2017.',
    },
    gradients: {
      label: 'Gradients of f',
      help: 'The paper drops their derivatives.',
      options: { constant: 'are constants', flow: 'let derivatives through' },
    },
    curriculum: {
      label: 'Horizon is',
      help: 'Growing from one unroll to all of it over the first fifth. Later work: Chen et al. 2020.',
      options: { fixed: 'Fixed', growing: 'Growing' },
    },
    decay: {
      label: 'Falling to ×',
      help: 'What the meta-rate is multiplied by in the end; 1 keeps it.',
    },
    clip: { label: 'Clip at', help: 'Greatest length of a meta-gradient.' },
    iterations: {
      label: 'Meta-iterations',
      help: 'Unrolls, each with one update of the LSTM.',
    },
  },
  groups: {
    race: 'The race',
    optimiser: 'Learned optimiser',
    'optimiser/ends': 'Input and output',
    training: 'Meta-training',
    'training/problems': 'Problems',
    'training/length': 'Derivatives and length',
    engine: 'Engine',
  },
  presets: {
    'lstm-quadratic': {
      label: 'Quadratics, trained',
      source:
        'The paper’s problems, network and unroll (Andrychowicz et al. 2016, section 3.1). Ours are the objective, a softened mean of log f, the clipped meta-gradient and the choice of the best on validation problems: the sum of f is ruled by the first steps of the steepest problems.',
    },
    'lstm-quadratic-repository': {
      label: 'Quadratics of the authors’ code, trained',
      source:
        'W and y from U[0, 1), start near the origin, as in deepmind/learning-to-learn. Objective and clipping as above.',
    },
    paper: {
      label: 'Andrychowicz et al. 2016, from scratch',
      source:
        'arXiv 1606.04474, section 3.1: sum of f, unroll 20, horizon 100, gradients held constant. Batch and rate are those of the authors’ code; the paper searched its rate.',
    },
    repository: {
      label: 'The authors’ code, from scratch',
      source: 'deepmind/learning-to-learn: U[0, 1), no preprocessing of gradients, Adam at 0.001.',
    },
  },
  remarks: {
    sitsOut: 'sits out: these are no quadratics',
    ranAway: message<{ count: number }>('ran away {count, plural, one {once} other {# times}}'),
    exploded: message<{ at: number; rate: number; clip: number }>(
      'At meta-iteration {at, number} the optimiser ran away on its problems: they were dropped and others drawn. Lower the meta-rate (then {rate}), or clip at less (then {clip}).',
    ),
  },
  files: {
    began: message<{ date: string; command: string }>(
      'Began from an optimiser trained beforehand ({date}) by <code>{command}</code>.',
    ),
    loaded: message<{ date: string; command: string }>(
      'Began from the optimiser of a file ({date}, <code>{command}</code>). The link holds the settings, not the optimiser: keep the file.',
    ),
    notHeld: 'This link was made with an optimiser of a file, which no link holds.',
    loadIt: message<{ begins: string }>(
      'Load that file to have it; without it the run begins from {begins, select, scratch {scratch} other {the one that is shipped}}.',
    ),
    /** Stands in a file in place of a command. */
    inPage: 'trained in the page',
    scratch: 'Begin from scratch',
    choose: 'Checkpoint file',
    save: 'Save optimiser',
    load: 'Load optimiser',
    unusable: message<{ why: string }>('This checkpoint cannot be used: {why}.'),
    unchanged: 'Nothing was changed. Choose a file that this lab saved.',
    otherNetwork:
      'The trained optimiser has another network than these settings: this one begins from scratch.',
    differing: message<{ names: string }>('Differing: {names}.'),
    missing: message<{ why: string }>(
      'The trained optimiser could not be loaded ({why}): this one begins from scratch.',
    ),
  },
  race: {
    /** At the end of the curve of the learned optimiser as it is now, where the best so far races. */
    now: 'now',
    ofNow: message<{ name: string }>('{name} of now'),
    /** Where a curve leaves the plot. */
    leaves: message<{ name: string }>('{name} ↓'),
    knows: message<{ name: string }>('{name}: know that it is a quadratic'),
    title: 'Race',
    step: 'step',
    averageHelp:
      'A few hard problems rule the mean; the median does not see them. The mean is without problems that an optimiser ran away on.',
    overMean: message<{ problems: string }>('f, {problems} held-out problems, 95% interval'),
    over: message<{ problems: string }>('f, {problems} held-out problems, quartiles'),
    tuning: message<{ tried: number; of: number }>(
      'The optimisers that people wrote are given their best rates first: {tried, number} of {of, number} tried. Each joins the race when it has its own.',
    ),
    running: 'The race is on …',
    leads: message<{ at: string; average: string; own: string; rival: string; other: string }>(
      'After {at} steps the learned optimiser’s {average, select, mean {mean} other {median}} is <b>{own}</b>; the best tuned one, {rival}, has <b>{other}</b>.',
    ),
    beyond: {
      diverges: 'Past its training it diverges.',
      stalls: 'Past its training it stalls: nothing there asked for more.',
      slower: 'Past its training it goes on, more slowly than those that never stop.',
      ahead: 'Past its training it goes on, and stays ahead.',
    },
    conjugate: message<{ ahead: string; f: string; at: string }>(
      '{ahead, select, yes {Conjugate gradients, which know that it is a quadratic, are still ahead} other {Conjugate gradients, which know that it is a quadratic, are behind}}: {f} after {at} steps.',
    ),
    elsewhere: message<{ ahead: string; f: string; at: string }>(
      '{ahead, select, yes {L-BFGS, with nothing to tune, is ahead} other {L-BFGS, with nothing to tune, is behind}}: {f} after {at} steps.',
    ),
    end: message<{ at: string; own: string; rival: string; other: string }>(
      'At {at} it has {own}, {rival} {other}.',
    ),
    awayOn: message<{ name: string; count: number }>('{name} on {count}'),
    away: message<{ list: string; problems: string }>(
      'Ran away, of {problems} problems: {list}. Means are of the others.',
    ),
    median: message<{ name: string }>('{name}, median'),
    mean: message<{ name: string }>('{name}, mean'),
    interval: message<{ name: string }>('{name}, half of the 95% interval'),
    ranAway: message<{ name: string }>('{name}, ran away'),
  },
  rates: {
    summary: message<{ rates: string }>('Tuned rates: {rates}'),
    one: message<{ name: string; rate: string }>('{name} {rate}'),
    lead: message<{ steps: number }>(
      'Each rate has the least mean of f after {steps, plural, one {one step} other {# steps}} on problems of their own, none of which is in the race. ∞: a problem diverged.',
    ),
    grid: 'Grid of rates',
    caption: message<{ steps: number }>(
      'Mean f after {steps, plural, one {one step} other {# steps}}, by rate',
    ),
    rate: 'Rate',
  },
  surface: {
    title: 'On the surface',
    note: 'drag the start',
    start: 'Start',
    play: 'Play',
    stop: 'Stop',
    one: 'One step',
    step: message<{ at: number; of: number }>('step <b>{at}</b> of {of}'),
    slider: 'Surface step',
    values: 'f at this step',
    x: message<{ name: string }>('{name}, x'),
    y: message<{ name: string }>('{name}, y'),
  },
  response: {
    title: 'What it proposes',
    /** At the end of the line of what it proposes at that step. */
    step: message<{ at: number }>('step {at}'),
    gradient: 'gradient',
    update: 'proposed update',
    after: message<{ count: number }>('update after {count} same'),
  },
  cells: {
    title: 'What it remembers',
    step: 'step',
    axis: 'cells of its last layer, on one problem',
    gradient: 'gradient',
    update: 'update',
    cell: message<{ number: number }>('cell {number}'),
  },
  training: {
    title: 'Meta-training',
    axis: message<{ problems: number }>('f on {problems} validation problems'),
    now: 'now',
    ofNow: message<{ name: string }>('{name} of now'),
    best: 'best so far',
    bestOf: message<{ at: string }>('best so far, of {at}'),
    showBest: 'Show the best so far',
    showNow: 'Show that of now',
    shownHelp: 'The best on validation problems is kept beside that of now.',
    columns: { final: 'final f, median', finalMean: 'final f, mean', sum: 'sum of f, mean' },
    ends: { final: 'final, median', finalMean: 'final, mean', sum: 'sum, mean' },
    /** What of whom, where several are trained. */
    of: message<{ name: string; what: string }>('{name}: {what}'),
    rival: message<{ name: string }>('{name}, tuned'),
  },
  see: {
    gone: message<{ count: string; problems: string; rate: string }>(
      'The learned optimiser runs away on {count} of {problems} problems. Lower the {rate} and reset, or begin from a trained one.',
    ),
    elsewhere:
      'These are not the problems that it was trained on. What it has learned is how <i>those</i> behave: the optimisers written by hand assume less, and are seldom as far off.',
    untrained:
      'An untrained LSTM proposes noise. Press <b>Train</b>: within a minute or two it overtakes every tuned optimiser, on problems of the kind that it is trained on. Conjugate gradients, which know that these are quadratics, it does not reach.',
    response:
      'What it proposes grows far more slowly than the gradient: between SGD, whose update is proportional to it, and Adam, which sees little more than its sign. And it depends on memory: the lines differ in how long it has seen the same gradient.',
    longer:
      'The line in the race is the horizon that it was trained for. Beyond it nobody told it what to do.',
  },
  how: {
    title: 'How an optimiser is learned',
    walk: 'Walk through the next meta-iteration',
    lead: 'An optimiser turns gradients into updates. Here that map is an LSTM, one for all coordinates, each with a memory of its own. It is trained by gradient descent through its own steps, and judged on problems that it has not met.',
    loss: {
      title: 'The meta-loss',
      formula: 'The expected sum of f over the steps of an unroll.',
      text: 'Derivatives run back through twenty steps at a time. The paper treats the gradients that the LSTM is given as constants; under <i>Derivatives and length</i> they can be let through.',
      source:
        'Andrychowicz et al. 2016, arXiv 1606.04474. The sum of log f, random scaling and a growing horizon are not theirs.',
    },
    race: {
      title: 'A fair race',
      text: 'All start at the same points of the same held-out problems. The optimisers written by hand run at the rate that did best on a grid, over other problems: open <i>Tuned rates</i> to see it. Conjugate gradients and L-BFGS have nothing to tune and are there to compare with: they look at more than the gradient of one coordinate.',
    },
  },
};
