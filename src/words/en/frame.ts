/** The frame's words: what every page says, whatever the lab. */

import { message } from '../message';

export const frame = {
  /** Between what is listed. */
  comma: ', ',
  labs: {
    regression: 'Regression',
    optimizers: 'Optimizers',
    omniglot: 'Omniglot',
    memory: 'Memory',
    lessons: 'Lessons',
    map: 'Map of the field',
    lecture: 'Lecture',
  },
  app: {
    title: 'Inner Loop: see learning to learn',
    titleOf: message<{ lab: string }>('{lab} · Inner Loop'),
    labs: 'Labs and lessons',
    share: 'Share…',
    more: 'Share, lecture mode, theme',
    lecture: 'Lecture mode',
    lightTheme: 'Light theme',
    darkTheme: 'Dark theme',
    notices: 'Notices',
    dismiss: 'Dismiss',
    badAddress: message<{ count: number }>(
      'The address has {count, plural, one {a value} other {values}} that cannot be used; defaults take their place.',
    ),
    broken: 'This page could not be drawn',
    brokenKept:
      'The address still holds your settings, and the last run is kept in this browser where it allows storage.',
    notLoaded:
      'Is the network there? If it is, the site may have been published anew since: then load the page again. The run is kept where this browser allows storage.',
    again: 'Try again',
    reload: 'Load the page again',
    defaults: 'Start with the defaults',
  },

  faults: {
    'no-wasm': 'this browser has no WebAssembly',
    'no-wasm-simd': 'this browser has no WebAssembly SIMD',
    'no-webgpu': 'this browser has no WebGPU',
    'no-graphics-device': 'WebGPU finds no graphics device on this machine',
    'no-webgl': 'this browser gives no WebGL 2 context',
    'coarse-graphics':
      'this graphics device computes in 16 bits, too coarse for second derivatives',
    'backend-silent': message<{ backend: string }>('the {backend} backend did not start'),
    'no-engine': message<{ tried: string }>('no engine starts here ({tried})'),
    'device-lost': 'the WebGPU device was lost',
    'context-lost': 'the WebGL context was lost',
    'graphics-memory': 'the graphics device is out of memory',
    'simd-memory': message<{ held: number; needed: number }>(
      'the SIMD engine holds {held, number} MB and needs {needed, number} MB more than it may have: use a smaller network, fewer tasks or fewer points',
    ),
    'worker-stopped': 'the worker stopped',
    'worker-silent': 'the worker no longer answers',
    'worker-forbidden': 'this frame forbids workers, in which everything is computed',
    'not-loaded': 'a part of the page could not be loaded',
    'no-answer': message<{ seconds: number }>('no answer within {seconds} s'),
    'lab-unknown': message<{ lab: string; labs: string }>(
      'there is no lab “{lab}”; there are {labs}',
    ),
    other: message<{ text: string }>('{text}'),
  },

  run: {
    onEngine: message<{ engine: string }>('Running on {engine}.'),
    skipped: message<{ reasons: string }>('Tried before it: {reasons}.'),
    interrupted: message<{ why: string; from: string }>(
      'Computation was interrupted ({why}). The run goes on from meta-iteration {from}.',
    ),
    stopped: message<{ why: string }>('Computation stopped: {why}.'),
    hints: {
      'engine-lost': 'The run goes on, on another engine, from its last snapshot.',
      'engine-missing': 'Choose another engine, or a browser with WebAssembly.',
      'lab-unknown': 'Load the page again: it may be of an older version.',
      crashed: 'Reset the run; smaller networks and fewer tasks need less memory.',
      exhausted:
        'Train tries again. Smaller settings or another engine may help; the run is kept as it is.',
      'no-start':
        'Load the page again: the site may have been published anew since. An ad blocker or a policy of this network may keep its worker from loading, too.',
      forbidden: 'Open the page in a tab of its own.',
      'not-loaded':
        'Train tries again. If the network is there, load the page again: the site may have been published anew since. The run is kept where this browser allows storage.',
    },
    ownTab: 'Open in its own tab',
    unanswered: message<{ why: string }>('This could not be computed: {why}.'),
    storageFull: 'Browser storage is full: the run is not kept when this tab is closed.',
    noStorage:
      'This browser allows no storage: run and theme are not kept when this tab is closed.',
    storageHint: 'Its link (Share…) still holds every setting.',
  },

  transport: {
    train: 'Train',
    pause: 'Pause',
    step: 'Step',
    reset: 'Reset',
    iteration: message<{ at: string; of: string }>('meta-iteration <b>{at}</b> of {of}'),
    phases: {
      training: '',
      starting: 'starting',
      ready: 'ready',
      paused: 'paused',
      finished: 'finished',
      failed: 'stopped',
    },
    rate: message<{ rate: string }>('{rate}/s'),
    rateAndLeft: message<{ rate: string; left: string }>('{rate}/s, {left} left'),
    seconds: message<{ count: number }>('{count} s'),
    minutes: message<{ count: number }>('{count} min'),
    hours: message<{ count: string }>('{count} h'),
    startingEngine: 'starting an engine',
    tuned: 'tuned by hand',
    tunedHelp:
      'Settings of the training were moved during this run, so its link alone does not repeat it.',
    now: 'now',
    at: message<{ at: string }>('at {at}'),
    lookBack: 'Meta-iteration',
    nowAt: message<{ at: string }>('now, {at}'),
    pending: message<{ names: string; count: number }>(
      '<b>{names}</b> {count, plural, one {takes} other {take}} effect after a restart.',
    ),
    andMore: message<{ names: string; more: number }>('{names} and {more} more'),
    restart: 'Restart',
    undo: 'Undo',
    bringBack: 'Undo reset',
    silent: message<{ seconds: number }>(
      'In the middle of a long piece of work for {seconds, number} s. Slow engines and large settings take their time.',
    ),
    hurry: 'Do not wait',
  },

  settings: {
    title: 'Settings',
    close: 'Close settings',
    preset: 'Preset',
    custom: 'Custom settings',
    compare: 'Compare',
    pending: 'after restart',
    live: 'live',
    exact: message<{ label: string }>('{label}, exact value'),
    from: message<{ label: string }>('{label}, from'),
    to: message<{ label: string }>('{label}, to'),
    divergedAt: message<{ at: string }>('diverged at {at}'),
    fields: {
      seed: { label: 'Seed', help: 'The same seed and engine give the same run.' },
      workers: {
        label: 'Workers',
        help: 'How many workers share the methods out among them: automatic is as many as this device can spare. The numbers stay the same.',
        options: {
          auto: 'Automatic',
          '1': '1',
          '2': '2',
          '3': '3',
          '4': '4',
          '5': '5',
          '6': '6',
          '7': '7',
          '8': '8',
        },
      },
      engine: {
        label: 'Engine',
        help: 'What computes. Automatic takes the fastest on this device.',
        options: {
          auto: 'Automatic',
          simd: 'WebAssembly SIMD',
          'tfjs-webgpu': 'TensorFlow.js · WebGPU',
          'tfjs-webgl': 'TensorFlow.js · WebGL',
          'tfjs-wasm': 'TensorFlow.js · WASM',
          'tfjs-cpu': 'TensorFlow.js · CPU',
        },
      },
    },
    memory: message<{ vectors: string; megabytes: string }>(
      'The engine holds {vectors} vectors, {megabytes} MB.',
    ),
    times: 'Milliseconds per meta-iteration, measured on this device',
    notHere: 'not here',
    unread: 'This could not be read. What reads more than plain numbers needs the network, once.',
    pauseFirst: 'Pause first: training would disturb the measurement.',
    measuring: 'Measuring …',
    measure: 'Measure the engines',
    measureAgain: 'Measure the engines again',
  },

  page: {
    tour: 'Tour',
    stage: 'The experiment',
    whatToSee: 'What to see',
    /** Words that stand in sight before anything explains them. */
    terms: {
      metaIteration: {
        name: 'meta-iteration',
        help: 'One round of practice: a few new tasks, after which what is learned changes a little.',
      },
      heldOut: {
        name: 'held-out task',
        help: 'A task that nobody has practised on: it tests what was learned.',
      },
    },
    waitingScratch: 'Nothing is trained yet: press Train.',
    waitingCheckpoint: 'Trained beforehand. Press Train to go on from there.',
    metaIteration: 'meta-iteration',
    mean: 'mean',
    median: 'median',
    showMean: 'show the mean',
    showMedian: 'show the median',
    source: message<{ source: string }>('{source}.'),
  },

  papers: {
    title: 'Beside the papers',
    nobodys:
      'These settings are nobody’s but yours: nothing was published for them. Choose a preset to compare.',
  },

  charts: {
    read: message<{ x: string }>('Values by {x}'),
    dataTable: 'Data table',
    data: message<{ title: string }>('{title}, data'),
    csv: 'CSV',
    take: 'Take away',
    oneOf: message<{ noun: string; index: number; count: number }>('{noun} {index} of {count}'),
    point: 'point',
    position: message<{ x: string; y: string }>('x {x}, y {y}'),
    beyond: message<{ position: string }>('{position}, beyond the axes'),
    moveHelp: 'Arrow keys move the point, with Shift in larger steps.',
    manyHelp:
      'Arrow keys move the point, with Shift in larger steps. Page Up and Page Down choose another. Insert adds a point, Delete removes it.',
  },
};
