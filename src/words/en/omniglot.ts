/** The Omniglot lab's words. */

import { message } from '../message';
import { deviations, notComparable } from './papers';

const differences = `${deviations} Methods were trained beforehand, on training characters alone; Train goes on from there at a tenth of their rates.`;

export const omniglot = {
  attention: {
    title: 'What a drawing looks at',
    lead: 'They compare in the space that they have learned. Matching networks look at every support drawing, by the softmax of ten times the cosines; prototypical networks at the mean of every class, by that of minus squared distances. In full context a drawing reads the support set first, and what it looks at before and after is beside each other. Draw over a support drawing above, and the weights change. The class that the drawing is of is underlined.',
    none: 'Add matching or prototypical networks to the methods to see what they look at.',
    whose: 'Method',
    query: 'Query drawing',
    queryAt: message<{ number: number }>('query drawing {number}'),
    weights: 'Weights of the support set',
    unread: 'Before it reads the support set',
    read: message<{ steps: number }>(
      'After {steps, plural, one {# step} other {# steps}} of reading',
    ),
  },
  title: 'Characters it has never seen',
  /** Of contenders that this lab alone has. */
  contenders: {
    alphabet: {
      label: 'Alphabet network',
      fields: {
        widths: {
          label: 'Widths',
          help: 'Filters of its four convolutions.',
          options: {
            '16-32-64-128': '16, 32, 64, 128',
            '8-16-32-64': '8, 16, 32, 64',
            '32-32-32-32': '32, 32, 32, 32',
            '24-48-96-112': '24, 48, 96, 112',
          },
        },
        rate: {
          label: 'Greatest rate',
          help: 'Of AdamW; it rises for a fiftieth of the run, then falls to 0.',
        },
        keep: {
          label: 'Running mean keeps',
          help: 'The mean of weights, which is what is tested.',
        },
        episodes: { label: 'Episodes at once', help: 'In one meta-iteration.' },
        ways: { label: 'Characters of each', help: 'An alphabet may have fewer.' },
        bend: {
          label: 'Jitter, elastic',
          help: 'How far every training drawing is turned, stretched, moved, bent and pressed.',
        },
      },
    },
  },
  /** What a method is in this lab, where that is not what it is elsewhere. */
  methods: {
    joint: {
      label: 'Joint training, last layer tuned',
      plain: 'Learns to tell all training characters apart, then learns new ones on top.',
      idea: 'Tells all training characters apart with one big last layer. On a new task that layer is replaced, and tuned on features that stay.',
      source: '',
    },
    random: {
      label: 'Random initialisation, tuned',
      plain: 'Never practised.',
      idea: 'Weights that have learned nothing. They adapt as those of MAML do, and that is all they do.',
      source: '',
    },
    ravi: {
      label: 'Meta-learner LSTM',
      idea: 'The weights are the contents of a memory cell. At each step an input gate says how far a weight goes down its gradient and a forget gate how much of it is kept; both read the gradient, the loss, the weight and their own past, by 14 numbers that all weights share. It has an inner loop of its own: neither α nor the test steps of the others are anything to it, and it takes as many steps on a new task as it practised. None was trained beforehand.',
      source:
        'Ravi and Larochelle 2017, ICLR: its equations, without the memory below the gates that its code has; it has no Omniglot',
    },
  },

  fields: {
    methods: { label: 'Methods', help: 'What is trained and compared.' },
    ways: { label: 'Ways', help: 'Characters to tell apart.' },
    shots: { label: 'Shots', help: 'Support drawings of each.' },
    queries: { label: 'Queries', help: 'Drawings of each character to classify.' },
    statistics: {
      label: 'Batch statistics',
      help: 'Transductive, as MAML has it: queries are normalised together, so each says something about the others. One at a time: with the support set alone for methods that adapt, with training drawings for those that embed.',
      options: {
        paper: 'As in each paper',
        transductive: 'Transductive',
        inductive: 'One query at a time',
      },
    },
    characters: {
      label: 'Characters',
      help: 'Omniglot if it is here; otherwise characters that the page makes up itself.',
      options: { omniglot: 'Omniglot', procedural: 'Procedural characters' },
    },
    within: {
      label: 'Characters of a task',
      help: 'In training and at test. Those of one alphabet are more alike.',
      options: { any: 'Any', alphabet: 'Of one alphabet' },
    },
    drawers: {
      label: 'Drawn by',
      help: 'In Lake’s test one person drew all that is shown, and another all that is asked.',
      options: { any: 'Anybody', two: 'One shown, another asked' },
    },
    split: {
      label: 'Held out',
      help: 'By alphabets: Korean to validate; Balinese, Cyrillic, Hebrew and Sanskrit, and those of the evaluation set, to test.',
      options: { characters: 'Some characters of each alphabet', alphabets: 'Whole alphabets' },
    },
    normalise: {
      label: 'Drawings',
      help: 'Normalised: brought to the middle and half of the way to one size; your own, too. Knowledge put in.',
      options: { off: 'As they were drawn', on: 'Normalised' },
    },
    network: {
      label: 'Network',
      help: 'Each layer with batch normalisation and ReLU.',
      options: {
        convolutional: 'Four convolutions',
        dense: 'Dense layers, no convolutions',
      },
    },
    filters: { label: 'Filters', help: 'Of each convolution.' },
    pooling: {
      label: 'Features are',
      help: 'The last convolution’s, before the last layer.',
      options: { flatten: 'Flattened', mean: 'Averaged over positions' },
    },
    tasks: { label: 'Tasks at once', help: 'In one meta-iteration of MAML and Reptile.' },
    trainQueries: { label: 'Training queries', help: 'Of each character, in MAML’s tasks.' },
    innerRate: { label: 'Inner rate α', help: 'Of gradient descent on the support set.' },
    innerSteps: { label: 'Inner steps', help: 'In training.' },
    testSteps: { label: 'Test steps', help: 'On a new task.' },
    metaRate: {
      label: 'Meta-rate',
      help: 'Of Adam, which trains every method but Reptile.',
    },
    decay: {
      label: 'Meta-rate is',
      help: 'The papers keep it, or halve it now and then.',
      options: { constant: 'Constant', linear: 'Falling to 0' },
    },
    jitter: {
      label: 'Jitter',
      help: 'How far training drawings are moved, turned and stretched. Not in the papers.',
    },
    reptileBatch: { label: 'Inner batch', help: 'Drawings in each of Reptile’s inner steps.' },
    reptileRate: { label: 'Inner rate', help: 'Of Adam without momentum.' },
    metricWays: {
      label: 'Training ways',
      help: 'More than at test make a harder, better teacher.',
    },
    metricShots: {
      label: 'Training shots',
      help: 'Support drawings of each class in an episode of training.',
    },
    metricQueries: {
      label: 'Training queries',
      help: 'Query drawings of each class in an episode of training.',
    },
    headRate: {
      label: 'Last layer’s rate',
      help: 'Of gradient descent on the support drawings, in the last layer alone.',
    },
    headSteps: {
      label: 'Last layer’s steps',
      help: 'How often the last layer moves on the support drawings of a task.',
    },
    iterations: { label: 'Meta-iterations', help: 'Updates of each method.' },
    begin: {
      label: 'Begin with',
      help: 'Trained ones were made beforehand, by this project’s own code, and are trained on at a tenth of the rates.',
      options: { checkpoint: 'Trained ones', scratch: 'Random weights' },
    },
  },
  groups: {
    tasks: 'Tasks',
    'tasks/alphabets': 'Alphabets, drawers and size',
    adapting: 'On a new task',
    'adapting/more': 'Reptile, and the last layer',
    outer: 'Meta-training',
    'outer/network': 'Network',
    'outer/length': 'Length and jitter',
    'outer/tasks': 'MAML’s tasks',
    'outer/reptile': 'Reptile',
    'outer/metasgd': 'Meta-SGD',
    'outer/anil': 'ANIL',
    'outer/ravi': 'Meta-learner LSTM',
    'outer/embeddings': 'Embeddings',
    'outer/matchingfce': 'Full context',
    'outer/alphabet': 'Alphabet network',
    'outer/joint': 'Joint training',
    engine: 'Engine',
  },
  presets: {
    'omniglot-5way-1shot': {
      label: '5-way 1-shot, trained',
      source: `Network, inner loop and rotations of Finn et al. 2017, section 5.2; Reptile as in Nichol et al. 2018; the other methods on the same body. ${differences}`,
    },
    'omniglot-5way-5shot': {
      label: '5-way 5-shot, trained',
      source: `As 5-way 1-shot, with five drawings of each character: the same weights, trained for one shot. Reptile is left out: its fifty steps on all of them take long. ${differences}`,
    },
    'omniglot-20way-1shot': {
      label: '20-way 1-shot, trained embeddings',
      source: `The same embeddings among twenty characters. The methods that adapt are left out: they would need a last layer of twenty, trained on its own. ${differences}`,
    },
    scratch: {
      label: 'From scratch, in minutes',
      source:
        'Settings that learn quickly rather than well: 16 filters, and embeddings trained 20-way with few drawings. Not from a paper.',
    },
    paper: {
      label: 'Finn et al. 2017, from scratch',
      source:
        'arXiv 1703.03400, section 5.2: 64 filters, 32 tasks, α = 0.4, one inner step (three at test), Adam at 0.001, 60,000 meta-iterations. Hours on a laptop; a graphics device helps.',
    },
    'within-alphabet': {
      label: 'Within one alphabet, 20-way 1-shot',
      source: `The embeddings of 20-way 1-shot, on tasks whose twenty characters are of one alphabet: they are more alike. The embeddings were trained on any characters. ${differences}`,
    },
    lake: {
      label: 'Lake’s test, of alphabets held out',
      source:
        'Tasks as in Lake, Salakhutdinov and Tenenbaum 2015: twenty characters of one alphabet, one drawing of each by one person, another by another. Not the official drawings: these are of alphabets that were held out here. Network and training are not from a paper.',
    },
    'no-convolutions': {
      label: 'Finn et al. 2017, no convolutions',
      source: 'The paper’s network of dense layers, 256-128-64-64, which it reports at 89.7%.',
    },
  },

  remarks: {
    diverged: message<{ name: string; at: string }>(
      '{name}: at meta-iteration {at} its weights stopped being numbers. It trains no further.',
    ),
    lower: message<{ knobs: string }>('Lower {knobs}, then reset.'),
    knob: message<{ label: string; value: string }>('{label} (now {value})'),
    or: ' or ',
    otherCharacters: message<{ at: string; before: string; now: string }>(
      'Up to meta-iteration {at} this run was trained on {before}; it goes on with {now}.',
    ),
    noAlphabets:
      'These characters have neither alphabets nor drawers: tasks are of any characters, and some characters are held out.',
    fewAlphabets:
      'Too few of these alphabets are held out for tasks of twenty: some characters of each are held out instead.',
    seen: {
      omniglot: message<{ train: number; validation: number; test: number }>(
        'Omniglot ({train, number} to train, {validation, number} to validate, {test, number} to test)',
      ),
      procedural: message<{ train: number; validation: number; test: number }>(
        'procedural characters ({train, number} to train, {validation, number} to validate, {test, number} to test)',
      ),
    },
    resetForThese: 'Reset begins a run with these alone.',
    keepsOwn:
      'The run goes on with the characters that it began with until this page is loaded again; Reset begins one with these.',
  },

  trained: {
    own: message<{ label: string; value: string }>('; {label} {value}'),
    why: message<{ problems: string }>(
      '{problems}. They learn slowly at the rates of trained ones: Begin from scratch has full rates.',
    ),
    otherSplit: 'what was trained beforehand has seen characters that are tested here',
  },

  /** In what tasks are not those of the papers. */
  kinds: {
    within: 'of one alphabet',
    drawers: 'by two drawers',
    split: 'whole alphabets held out',
    normalise: 'normalised drawings',
  },

  statistics: {
    paper: 'batch statistics as in each paper',
    transductive: 'transductive',
    inductive: 'one query at a time',
  },
  /** How one method’s queries were normalised, in a table. */
  protocol: { transductive: 'transductive', inductive: 'one at a time' },
  lost: 'lost',
  /** Where published figures stand. */
  sources: {
    finn: 'Finn et al. 2017, table 1',
    nichol: 'Nichol et al. 2018, table 2',
    li: 'Li et al. 2017, table 2',
    raghu: 'Raghu et al. 2020',
    furrer:
      'Furrer, Erginbaş and Kayaalp 2020, a student project, 600 tasks; the paper has no Omniglot',
    snell: 'Snell et al. 2017, table 1',
    vinyals: 'Vinyals et al. 2016, table 1',
  },

  episode: {
    title: 'Episode',
    about: message<{ ways: number; shots: number }>('{ways}-way {shots}-shot'),
    sources: {
      omniglot: 'Omniglot test characters',
      procedural: 'procedural characters, not Omniglot',
    },
    another: 'New episode',
    drawOne: 'Draw one',
    drawHere: 'Draw here',
    drawNoMore: 'Done drawing',
    steps: 'Gradient steps',
    stepsAt: message<{ at: number; of: number }>(
      'after <b>{at}</b> of {of, plural, one {# gradient step} other {# gradient steps}}',
    ),
    stepsValue: message<{ at: number; of: number }>('{at} of {of}'),
    before: 'before',
    farther: 'Methods with more steps are shown as far through theirs.',
    byHand: 'You first',
    lake: 'Lake’s test',
    byHandHelp: 'Begins a new episode: the answers of this one are in sight.',
    oneOfEach: message<{ shots: number }>(
      '{shots, plural, one {One drawing} other {# drawings}} of each',
    ),
    byYou: 'Which is which? What <b>you</b> answered',
    by: message<{ name: string }>('Which is which? What <b>{name}</b> answers'),
    byAfter: message<{ name: string; step: number; steps: number }>(
      'Which is which? What <b>{name}</b> answers, after {step} of its {steps, plural, one {# gradient step} other {# gradient steps}}',
    ),
    supportSet: 'Support set',
    classOf: message<{ letter: string }>('Class {letter}'),
    classNamed: message<{ letter: string; name: string }>('Class {letter}: {name}'),
    unknown: 'not known yet',
    yours: 'yours',
    /** Beside the answer to the query that is drawn, or given in its place. */
    byPerson: 'drawn',
    given: 'given',
    queries: 'Query drawings',
    query: message<{ index: number; said: string }>('Query {index}, {said}'),
    noClass: 'no class yet',
    ofClass: message<{ letter: string }>('class {letter}'),
    queryUnknown: message<{ index: number }>('Query {index}: not known yet'),
    notClassified: message<{ index: number; truth: string }>(
      'Query {index}, of class {truth}: not classified',
    ),
    classified: message<{ index: number; letter: string; sure: string; result: string }>(
      'Query {index}: classified as {letter}{sure}; {result}',
    ),
    drawn: message<{ holds: string }>('Drawn query, {holds}: not classified'),
    drawnClassified: message<{ holds: string; letter: string; sure: string }>(
      'Drawn query, {holds}: classified as {letter}{sure}',
    ),
    sure: message<{ share: string }>(', {share} sure'),
    right: 'right',
    wrong: message<{ truth: string }>('wrong, it is {truth}'),
  },

  /** A person classifies before the methods have said anything. */
  byHand: {
    title: 'You first.',
    lead: message<{ shots: number }>(
      '{shots, plural, one {One drawing} other {# drawings}} of each character is all you get. It is all that they get, too. Nobody answers before you have.',
    ),
    question: message<{ index: number; of: number }>('Question {index, number} of {of, number}'),
    press: message<{ first: string; last: string }>(
      'Which class is it? Press its letter, {first}–{last}, or choose the class.',
    ),
    done: message<{ done: number; of: number }>('<b>{done, number} of {of, number}</b> done'),
    hidden: 'Their answers are hidden until you compare.',
    compare: 'Compare',
    startOver: 'Start over',
  },

  scores: {
    caption: 'Score on this episode: a method’s row puts its answers under the drawings',
    right: message<{ right: number; total: number; name: string }>(
      '<b>{right, number} of {total, number}</b> right: {name}, in this episode',
    ),
    waiting: message<{ total: number; name: string }>(
      '<b>– of {total, number}</b> right: {name}, in this episode',
    ),
    untouched: message<{ drawings: number }>(
      'Before any gradient step it has learned nothing of {drawings, plural, one {this # drawing} other {these # drawings}}.',
    ),
    adapted: message<{ before: number; right: number; steps: number; drawings: number }>(
      'Before its first gradient step it had {before, number} right. <b>{steps, plural, one {One step} other {# steps}}</b> on {drawings, plural, one {# drawing} other {# drawings}} made it {right, number}.',
    ),
    compared: message<{ drawings: number }>(
      'It takes no gradient step: it compares each drawing with the {drawings, number} above.',
    ),
    byYou: message<{ drawings: number }>(
      'You had the same {drawings, plural, one {# drawing} other {# drawings}} to learn from as they.',
    ),
    method: 'Method',
    correct: 'right',
    heldOut: 'held out, %',
    heldOutHelp: 'Right on held-out tasks, with the 95% interval of the mean: more under Accuracy.',
    sure: 'sure',
    sureHelp: 'Mean probability of the class that is chosen',
    ms: 'ms',
    you: 'You',
    press: 'Press a row: its answers stand under the drawings. ✕ is wrong.',
  },

  draw: {
    section: 'Draw characters',
    note: 'classified as you draw',
    milliseconds: 'milliseconds',
    lead: 'Choose a place above, the query or one of the support set, and draw.',
    leftOut: message<{ count: number }>(
      'The link has no room for {count, plural, one {# drawing} other {# drawings}}.',
    ),
    query: 'Drawn query',
    place: message<{ letter: string; index: number; of: number }>(
      'Class {letter}, drawing {index} of {of}',
    ),
    inHand: 'The drawing in hand',
    restore: 'Restore all',
    restoreHelp: 'Puts back every drawing that the episode began with.',
    give: 'Use a given character',
    giveHelp: 'Puts a character here that someone else drew.',
    predictions: 'Predictions',
    noDrawing: message<{ letter: string }>('Class {letter} has no drawing yet.'),
    fewDrawings: message<{ letter: string; count: number; of: number }>(
      'Class {letter} has {count} of {of} drawings.',
    ),
    noQuery: 'Draw something to classify.',
    waiting: 'Waiting for the networks …',
    most: message<{ count: number; of: number; letter: string; ms: string }>(
      '<b>{count} of {of}</b> say <b>{letter}</b>: adapted and predicted in <b>{ms} ms</b>.',
    ),
    onItsOwn:
      'It may be none of these; they answer all the same. A drawn query is classified on its own, whatever the batch statistics of the episode.',
  },

  accuracy: {
    title: 'Accuracy',
    note: message<{
      ways: number;
      shots: number;
      queries: number;
      statistics: string;
      done: number;
      wanted: number;
    }>(
      '{ways}-way {shots}-shot, {queries, plural, one {# query} other {# queries}} each, {statistics} · <b>{done, number}</b> of {wanted, number} test tasks',
    ),
    data: 'Accuracy, data',
    caption:
      'Per cent of query drawings classified rightly, with the 95% interval of the mean over tasks, and the published figure',
    method: 'Method',
    now: 'now, %',
    at: message<{ at: string }>('at {at}, %'),
    published: 'published, %',
    drawn: 'drawn',
    procedural:
      'These are procedural characters, made by this page: no published figure speaks of them. Methods trained beforehand learned on Omniglot.',
    notComparable: `${notComparable}.`,
    students:
      'The paper of the meta-learner LSTM has no Omniglot. Its figure is of a student project (Furrer, Erginbaş and Kayaalp 2020, 600 tasks): the form of the paper’s code, eight steps, and all query drawings of a task normalised together.',
    characters: message<{ train: number; test: number }>(
      'Here {train, number} characters are trained on and {test, number} others tested.',
    ),
  },

  embedding: {
    title: 'Embedding',
    note: 'principal plane',
    none: 'None of the chosen methods compares embeddings. Prototypical networks, matching networks and joint training do: choose one under <b>Compare</b>.',
    whose: 'Method that embeds',
    support: 'support',
    query: 'query',
    prototype: 'prototype',
    set: 'set',
    class: 'class',
    first: 'first component',
    second: 'second component',
  },

  training: {
    title: 'Meta-training',
    note: 'validation; statistics as in each paper',
    axis: 'accuracy, %',
    chance: 'chance',
  },

  see: {
    procedural:
      'Omniglot is not here, so the page draws characters of its own. Bring the dataset under <i>Tasks</i>, and everything above is about real handwriting.',
    untrained:
      'Untrained weights are already better than chance: random filters see strokes. Press <b>Train</b>; prototypical networks pass nine in ten within a minute.',
    maml: 'Before any gradient step MAML guesses: its last layer knows nothing of these characters. One step later it is nearly always right.',
    prototypical: 'Prototypical networks take no step at all; the plane shows why they need none.',
    inductive:
      'Each query is normalised without the others: what one looks like tells the others nothing.',
    transductive:
      'In MAML’s tasks batch normalisation sees all queries at once. That is worth a per cent or two, and no classifier in use would have it: switch <i>Batch statistics</i> to compare.',
  },

  how: {
    title: 'Learning a character from one drawing',
    walked: 'Whose training',
    walk: 'Walk through the next meta-iteration',
  },
};
