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

/** Of a step of a stream, and of what training makes of all of them. */
interface ToldOfStream {
  readonly streams: string;
  readonly steps: number;
  readonly ways: number;
  /** The drawing of now, and the one before with its label; 0 and nothing at the first. */
  readonly at: number;
  readonly before: number;
  readonly told: string;
  readonly head: number;
  readonly heads: number;
  readonly width: number;
  /** What is nearest, or read most: its number, what it is of, and what that gives. */
  readonly slot: number;
  readonly kind: 'none' | 'drawing';
  readonly place: number;
  readonly of: string;
  readonly fits: 'yes' | 'no';
  readonly score: string;
  readonly share: string;
  /** Whether the character was seen before, and how much of what is read is of it. */
  readonly seen: 'yes' | 'no';
  readonly ofOwn: string;
  readonly readLength: string;
  readonly askLength: string;
  readonly carried: number;
  readonly reach: number;
  readonly gate: string;
  readonly rest: string;
  readonly strength: string;
  readonly free: number;
  readonly useOfFree: string;
  readonly mostUse: string;
  readonly written: number;
  readonly writtenShare: string;
  readonly filled: number;
  readonly isFilled: 'yes' | 'no';
  readonly used: number;
  readonly use: string;
  readonly units: number;
  readonly decay: string;
  readonly input: string;
  readonly forget: string;
  readonly output: string;
  readonly cellLength: string;
  readonly changed: string;
  readonly said: string;
  readonly sure: string;
  readonly right: string;
  readonly own: string;
  readonly nats: string;
  readonly loss: string;
  readonly guess: string;
  readonly length: string;
  readonly weights: string;
  readonly from: string;
  readonly to: string;
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
  /** Numbers of units, side by side. */
  units: {
    input: 'input gate',
    forget: 'forget gate',
    candidate: 'candidate',
    output: 'output gate',
    cell: 'cell',
    hidden: 'hidden',
    seen: message<{ units: number; mean: string }>(
      '{units, plural, one {# unit} other {# units}}, {mean} on average',
    ),
    note: 'A column for each unit; the number is the mean. In colour above zero, grey below.',
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
  /** What is said of a stream, drawing by drawing. */
  memory: {
    streamAt: message<{ at: string; of: string }>('stream {at} of {of}'),
    stream: 'The stream in focus',
    go: message<{ at: number; label: string }>('Go to drawing {at}, of label {label}'),
    now: message<{ at: number }>('Drawing {at}'),
    unanswered: 'Not answered yet',
    answered: message<{ label: string; share: string }>('{label}, which is given {share}'),
    head: 'Head',
    kept: {
      memory: message<{ head: number; heads: number; shown: number; slots: number }>(
        'Head {head} of {heads}; the {shown} of {slots} slots that matter now',
      ),
      items: message<{ head: number; heads: number; shown: number; of: number }>(
        'Head {head} of {heads}; {shown} of {of} items',
      ),
      attended: message<{ shown: number; of: number }>('{shown} of {of} steps that are attended'),
      state: 'The cell and its gates',
      nothingKept: 'It keeps nothing: units of now',
      slot: 'slot, and what it holds',
      item: 'drawing, and its label',
      holds: message<{ at: number }>('drawing {at}'),
      nothing: 'nothing',
      free: 'free',
      before: 'usage before',
      write: 'written',
      cosine: 'cosine',
      read: 'read',
      usage: 'usage after',
      score: 'score',
      weight: 'attended',
      firstLook: 'first look',
      secondLook: 'second look',
    },
    lines: {
      draw: {
        plain: 'Draw streams',
        said: message<ToldOfStream>(
          '{streams} streams of {steps} drawings are drawn, of {ways} characters each, with labels dealt anew. This is one of them. While it is read, no weight moves.',
        ),
      },
      controller: {
        plain: 'The controller takes it in',
        said: message<ToldOfStream>(
          '{before, plural, =0 {The first drawing is here, and nothing was told yet.} other {Drawing {at} is here, and the label of drawing {before}: {told}.}} {units} units make of it, and of what was read last, what to do.',
        ),
      },
      heads: {
        plain: 'A key, what to write, a gate',
        said: message<ToldOfStream>(
          'Head {head} of {heads} has a key of {width} numbers to search with, {width} numbers to write, and a gate that is open by {gate}.',
        ),
      },
      headsInTurn: {
        plain: 'A key, and what to write',
        said: message<ToldOfStream>(
          'Head {head} of {heads} has a key of {width} numbers to search with, and {width} numbers to write.',
        ),
      },
      least: {
        plain: 'Find the slots used least',
        said: message<ToldOfStream>(
          'Slot {free} is free for head {head}: with {useOfFree} its usage is among the least. The greatest is {mostUse}.',
        ),
      },
      turn: {
        plain: 'The next slot in turn',
        said: message<ToldOfStream>(
          'It is the turn of slot {free}: what is oldest makes room, whatever its use.',
        ),
      },
      write: {
        plain: 'Where to write',
        said: message<ToldOfStream>(
          '{gate} goes where head {head} read last, {rest} to its free slot. Most is written to slot {written}: {writtenShare}.',
        ),
      },
      memory: {
        plain: 'Wipe the free slot, and write',
        said: message<ToldOfStream>(
          'Slot {free} is wiped, and what heads write is added to the slots. {isFilled, select, yes {Slot {filled} now holds most of drawing {before}, with its label {told}.} other {Nothing was told yet that it could hold.}}',
        ),
      },
      cosines: {
        plain: 'Address: compare the key with every slot',
        said: message<ToldOfStream>(
          'The key of head {head} is nearest to slot {slot}, at a cosine of {score}. {kind, select, drawing {It holds drawing {place}, told {of}: {fits, select, yes {the same character} other {another character}}.} other {It holds no drawing.}}',
        ),
      },
      readWeights: {
        plain: 'Weigh: a softmax over slots',
        said: message<ToldOfStream>(
          'Cosines, {strength} times as strong, become weights: slot {slot} is read with {share}. {seen, select, yes {{ofOwn} of what is read is of this character.} other {This character is new: there is nothing of it.}}',
        ),
      },
      found: {
        plain: 'Read: slots by their weights',
        said: message<ToldOfStream>(
          'Slots, each by its weight, add up to what is read: {width} numbers, of length {readLength}.',
        ),
      },
      usage: {
        plain: 'Usage fades, and is added to',
        said: message<ToldOfStream>(
          'All usage is multiplied by γ = {decay}; what was read and written now is added. Slot {used} has most, {use}.',
        ),
      },
      store: {
        plain: 'File the drawing before',
        said: message<ToldOfStream>(
          '{before, plural, =0 {Nothing was before drawing {at}. There is one item, which says nothing: it is for what is new.} other {Drawing {before} with its label {told} becomes an item: a key of the drawing, a value of both. There {before, plural, one {is # such item} other {are # such items}} now, and one that says nothing.}}',
        ),
      },
      query: {
        plain: 'A query of the drawing of now',
        said: message<ToldOfStream>(
          'Head {head} of {heads} makes a query of drawing {at}: {width} numbers, of length {askLength}. No label goes in: it is not known yet.',
        ),
      },
      scores: {
        plain: 'Address: compare it with every key',
        said: message<ToldOfStream>(
          '{kind, select, drawing {The query of head {head} fits drawing {place} best, told {of}: a score of {score}. It is {fits, select, yes {the same character} other {another character}}.} other {The query of head {head} fits the item best that says nothing: a score of {score}.}}',
        ),
      },
      attention: {
        plain: 'Weigh: a softmax over items',
        said: message<ToldOfStream>(
          'Scores become weights: the greatest is {share}. {seen, select, yes {{ofOwn} of what is read is of this character.} other {This character is new: there is nothing of it.}}',
        ),
      },
      foundItems: {
        plain: 'Read: values by their weights',
        said: message<ToldOfStream>(
          'Values, each by its weight, add up to what is read: {width} numbers, of length {readLength}.',
        ),
      },
      carry: {
        plain: 'Carry along what is near',
        said: message<ToldOfStream>(
          '{carried} numbers join this step with {reach, plural, one {the one} other {# steps}} before: so a drawing can meet its label, which comes one step late.',
        ),
      },
      look: {
        plain: 'Look back',
        said: message<ToldOfStream>(
          'A first look over all steps so far. The greatest weight, {share}, goes to the {kind, select, drawing {step after drawing {place}} other {first step}}.',
        ),
      },
      carryAgain: {
        plain: 'Carry along what was found',
        said: message<ToldOfStream>(
          '{carried} numbers more join this step with {reach, plural, one {the one} other {# steps}} before, with all that the first look found.',
        ),
      },
      lookAgain: {
        plain: 'Look back once more: address, weigh, read',
        said: message<ToldOfStream>(
          'The greatest weight, {share}, goes to the {kind, select, drawing {step after drawing {place}, told {of}: {fits, select, yes {the same character} other {another character}}} other {first step}}. {seen, select, yes {{ofOwn} goes to steps after this character.} other {This character is new.}}',
        ),
      },
      gates: {
        plain: 'Gates',
        said: message<ToldOfStream>(
          '{before, plural, =0 {The first drawing is here, and nothing was told yet.} other {Drawing {at} is here, and the label of drawing {before}: {told}.}} On average the input gate is open by {input}, the forget gate by {forget}, the output gate by {output}.',
        ),
      },
      cell: {
        plain: 'Forget some, take some in',
        said: message<ToldOfStream>(
          'The cell keeps what the forget gate lets through and takes in what the input gate does. It moves by {changed}, to a length of {cellLength}: all that is known is in it.',
        ),
      },
      hidden: {
        plain: 'Let some out',
        said: message<ToldOfStream>(
          'The output gate, open by {output} on average, decides what of the cell is used for the answer.',
        ),
      },
      layer: {
        plain: 'One layer, of now',
        said: message<ToldOfStream>(
          '{units} units see drawing {at}{before, plural, =0 {} other { and the label of drawing {before}, {told}}}. Nothing of before is left.',
        ),
      },
      answer: {
        plain: 'Answer',
        said: message<ToldOfStream>(
          'It says {said}, {sure} sure. The label is {right}, which gets {own}: −log p is {nats}.',
        ),
      },
      streamLoss: {
        plain: 'Loss of the stream',
        said: message<ToldOfStream>(
          'Over {steps} drawings −log p is {loss} on average in this stream. Who guesses among {ways} labels loses {guess}. Over all {streams} streams it is {from}.',
        ),
      },
      allGradient: {
        plain: 'Gradient, back through every drawing',
        said: message<ToldOfStream>(
          'How each of {weights} weights should move, carried back through all {steps} drawings of {streams} streams, through all that was kept: a gradient of length {length}.',
        ),
      },
      outerStep: {
        plain: 'Step of Adam',
        said: message<ToldOfStream>(
          'θ moves by {length}. The same {streams} streams now have a loss of {to}; it was {from}.',
        ),
      },
    },
  },
};
