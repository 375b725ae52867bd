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

/** Of drawings, and of an episode that is compared. */
interface ToldOfDrawings extends Told {
  readonly ways: string;
  readonly width: string;
  readonly score: string;
  readonly best: string;
  readonly share: string;
  readonly loss: string;
  readonly mean: string;
  readonly right: string;
}

/** Of one coordinate of a problem that a learned optimiser is at, and of what it becomes. */
interface ToldOfCoordinate {
  readonly problems: string;
  readonly steps: string;
  readonly gradient: string;
  readonly inputs: string;
  readonly update: string;
  readonly from: string;
  readonly to: string;
  readonly slope: string;
  readonly meta: string;
  readonly moved: string;
  readonly before: string;
  readonly after: string;
}

/** Of a line that a person has filled, and of MAML. */
interface Filled {
  readonly at: string;
  readonly began: string;
  readonly right: string;
  readonly chosen: string;
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
  gear: 'Pace',
  gears: { line: 'line', task: 'task', iteration: 'meta-iteration', full: 'full speed' },
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
  /** The second pass: a line is left blank. */
  faded: {
    begin: 'Second pass: leave a line blank',
    title: 'Which is the line?',
    ask: 'The line that carries v back through the step is blank. Choose, and what you chose is trained here beside MAML: from the same weights, on the same tasks.',
    legend: 'v becomes',
    options: { minus: 'v − αHv', same: 'v', plus: 'v + αHv', product: 'Hv' },
    end: 'Show the line',
    training: 'It is trained when the run rests. Pause the training.',
    awaited: 'Both are being trained.',
    plot: 'Loss after one step',
    iterations: 'meta-iterations',
    loss: 'loss',
    underWay: message<Filled>('{at} meta-iterations so far: MAML {right}, yours {chosen}.'),
    outcomes: {
      minus: message<Filled>(
        'This is MAML: moving θ moves the slope on which the step is taken, too. From {began}, the loss after one step on held-out tasks has come to {right} in {at} meta-iterations.',
      ),
      same: message<Filled>(
        'This is first-order MAML: it takes the step as if its slope did not move with θ. After {at} meta-iterations its loss after one step is {chosen}; MAML’s is {right}.',
      ),
      plus: message<Filled>(
        'The wrong sign: v is carried back as through a step uphill. After {at} meta-iterations its loss after one step is {chosen}; MAML’s is {right}.',
      ),
      product: message<Filled>(
        'Only what the slope changes by is left, and v itself is forgotten. After {at} meta-iterations its loss after one step is {chosen}; MAML’s is {right}.',
      ),
    },
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
    proximalStep: {
      plain: 'Step, held to θ',
      said: message<Told>(
        'Down the support gradient, and back towards θ by the pull λ: the support loss goes from {supportBefore} to {support}, the query loss from {queryBefore} to {query}.',
      ),
    },
    conjugateStep: {
      plain: 'Solve for what θ should do',
      said: message<Told>(
        'One step of conjugate gradients: how should θ move, so that the solution moves against the query gradient? Nothing of the way to the solution is needed. This far it turned by {turned} and changed by {changed} of its length.',
      ),
    },
    meanOfSolved: {
      plain: 'Mean over tasks',
      said: message<Told>('What {tasks} tasks ask of θ, averaged. Its length is {length}.'),
    },
    gates: {
      plain: 'Gates of every weight',
      said: message<Told>(
        'From the gradient, the loss {supportBefore}, each weight and their own past, the gates say how far each weight goes, and how much of it is kept.',
      ),
    },
    stepByGates: {
      plain: 'Step, as the gates say',
      said: message<Told>(
        'Each weight is kept by its forget gate and steps by its input gate: the support loss goes from {supportBefore} to {support}, the query loss from {queryBefore} to {query}.',
      ),
    },
    ofGates: {
      plain: 'What the gates should read',
      said: message<Told>(
        'What of this step would have been better, told to the numbers that all gates share. So far this direction for them has length {length}.',
      ),
    },
    throughGates: {
      plain: 'Carry it back through the gates',
      said: message<Told>(
        'The weights before this step were kept by the forget gates and read by all gates, so the gradient is carried back through them. It turns by {turned} and changes by {changed} of its length.',
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
  /** What is said of drawings. */
  omniglot: {
    task: 'The task in focus',
    drawings: 'Some of the drawings',
    support: 'Support drawings',
    judged: 'What the network says of each drawing',
    queryAt: message<{ at: string; of: string }>('query {at} of {of}'),
    isOf: message<{ name: string }>('a drawing of {name}'),
    seen: message<{ name: string; share: string }>('a drawing of {name}, which it gives {share}'),
    likeliest: message<{ count: number; ways: number }>(
      'Of {ways} characters, its own and the likeliest others: {count} in all.',
    ),
    plane: 'The space of the network',
    planeSeen:
      'The query drawing in focus among the support drawings, with a line to each that it is compared with.',
    crosses:
      'The plane in which the embeddings of this episode differ most; distances are taken in all dimensions. Rings: support drawings. Crosses: prototypes. Full: the query. The bold line leads to the nearest prototype.',
    rings:
      'The plane in which the embeddings of this episode differ most; cosines are taken in all dimensions. Rings: support drawings. Full: the query. The bold line leads to the greatest cosine.',
    adapts: {
      draw: {
        plain: 'Draw tasks',
        said: message<ToldOfDrawings>(
          '{tasks} tasks are drawn. This one has {points} support drawings of {ways} characters to learn from and {asked} query drawings to be judged by. At θ its support loss is {support}.',
        ),
      },
    },
    alone: {
      draw: {
        plain: 'Draw tasks',
        said: message<ToldOfDrawings>(
          '{tasks} tasks are drawn. This one has {points} drawings of {ways} characters, and none is kept apart. At θ the loss on them is {support}.',
        ),
      },
      adamStep: {
        plain: 'Step of Adam',
        said: message<ToldOfDrawings>(
          'A step of Adam: the loss on all drawings of this task goes from {supportBefore} to {support}.',
        ),
      },
    },
    compares: {
      draw: {
        plain: 'Draw an episode',
        said: message<ToldOfDrawings>(
          'One episode of {ways} characters is drawn: {points} support drawings to compare with, {asked} query drawings to recognise. One of these is in focus.',
        ),
      },
      embed: {
        plain: 'Embed every drawing',
        said: message<ToldOfDrawings>(
          'The network makes {width} numbers of every drawing, support and query alike. Nothing will adapt: drawings are compared where they come to lie.',
        ),
      },
      prototypes: {
        plain: 'Compare with prototypes',
        said: message<ToldOfDrawings>(
          'The support drawings of a character are averaged: its prototype. Minus the squared distance of the query to its own is {score}, to the nearest other {best}.',
        ),
      },
      cosines: {
        plain: 'Compare with every support drawing',
        said: message<ToldOfDrawings>(
          'The cosine of the query with the nearest support drawing of its own character is {score}, with the nearest of another {best}.',
        ),
      },
      shares: {
        plain: 'Make probabilities of it',
        said: message<ToldOfDrawings>(
          'Softmax makes probabilities of the distances. The character that the query is of gets {share}.',
        ),
      },
      votes: {
        plain: 'Attend, and sum by character',
        said: message<ToldOfDrawings>(
          'Softmax makes attention of the cosines, and that of a character’s drawings is summed. The character that the query is of gets {share}.',
        ),
      },
      ownLoss: {
        plain: 'Minus the logarithm',
        said: message<ToldOfDrawings>(
          'For this query −log p is {loss}. Over all {asked} queries the mean is {mean}, and {right} are recognised.',
        ),
      },
      allGradient: {
        plain: 'Gradient of the mean, through it all',
        said: message<ToldOfDrawings>(
          'How every weight of the network should move so that queries come nearer to their own: a gradient of length {length}.',
        ),
      },
      outerStep: {
        plain: 'Step of Adam',
        said: message<ToldOfDrawings>(
          'θ moves by {length}. The same episode now has a loss of {after}; it was {before}.',
        ),
      },
    },
    mixes: {
      draw: {
        plain: 'Draw drawings of all characters',
        said: message<ToldOfDrawings>(
          '{points} drawings are drawn, each of one of {ways} training characters, turned at random. There are no tasks.',
        ),
      },
      allGradient: {
        plain: 'Gradient on all of them',
        said: message<ToldOfDrawings>(
          'The network names every drawing out of all classes: a gradient of length {length}, at θ itself.',
        ),
      },
      outerStep: {
        plain: 'Step of Adam',
        said: message<ToldOfDrawings>(
          'θ moves by {length}. The same drawings now have a loss of {after}; it was {before}.',
        ),
      },
    },
  },
  /** What is said of a learned optimiser. */
  optimizers: {
    problemAt: message<{ at: string; of: string }>('problem {at} of {of}'),
    updates: 'Updates of one coordinate',
    step: 'step',
    update: 'update',
    gradient: 'gradient',
    rivals:
      'SGD and Adam at the rates that were tuned for the race, for the same gradients; they remember nothing of before this unroll.',
    untuned: 'SGD and Adam stand beside it when their rates are tuned: the race does that.',
    cell: 'In the last layer',
    rows: {
      input: 'input gate',
      forget: 'forget gate',
      candidate: 'candidate',
      output: 'output gate',
      cell: 'cell',
      seen: message<{ units: number; mean: string }>(
        '{units, plural, one {# unit} other {# units}}, {mean} on average',
      ),
      note: 'A column for each unit; the number is the mean. In colour above zero, grey below.',
    },
    unroll: {
      title: 'What leads to what',
      seenDropped:
        'θ leads to its gradient, by way of the network m and its memory to an update, and so to the next θ. The edge from θ to its gradient is dashed.',
      seenWhole:
        'θ leads to its gradient, by way of the network m and its memory to an update, and so to the next θ.',
      dropped:
        'On the way back nothing goes through the dashed edge: the gradient is taken as a constant, as in the paper.',
      whole: 'On the way back the derivative goes through every edge, that of the gradient too.',
    },
    lines: {
      draw: {
        plain: 'Problems, and where they stand',
        said: message<ToldOfCoordinate>(
          '{problems} problems, and {steps} steps on each. What follows is one coordinate of one of them, whose f stands at {from}.',
        ),
      },
      gradient: {
        plain: 'Gradient of the problem',
        said: message<ToldOfCoordinate>(
          'At f = {from}, the gradient of this coordinate is {gradient}. The network is given it as {inputs}.',
        ),
      },
      proposal: {
        plain: 'The network proposes an update',
        said: message<ToldOfCoordinate>(
          'Gates decide what its cells keep and take in, and what they let out: an update of {update} for a gradient of {gradient}.',
        ),
      },
      update: {
        plain: 'Take it',
        said: message<ToldOfCoordinate>(
          'Every coordinate takes its update, by the same network: f goes from {from} to {to}.',
        ),
      },
      back: {
        plain: 'Back through the step',
        said: message<ToldOfCoordinate>(
          'What is minimised changes by {slope} for each unit of this update. Summed over all coordinates and later steps, the weights have a meta-gradient of length {meta}.',
        ),
      },
      throughGradient: {
        plain: 'Back through the gradient',
        said: message<ToldOfCoordinate>(
          'The gradient that was given depends on θ, too. With that the slope before this step is {slope}.',
        ),
      },
      clipped: {
        plain: 'Mean, clipped in length',
        said: message<ToldOfCoordinate>(
          'The mean over {problems} problems, cut to its greatest length where it is longer: {meta}.',
        ),
      },
      adam: {
        plain: 'Step of Adam',
        said: message<ToldOfCoordinate>(
          'The weights move by {moved}. On the same problems f then ends at {after} on average; it was {before}.',
        ),
      },
    },
  },
};
