/**
 * The floors of the house, from the ground up: who may import whom. `floors.test.ts` holds every file to it.
 *
 * A file belongs to the room whose name its path begins with; a star stands for any one folder, and each such folder is
 * a room of its own, so that no lab sees another. A test may stand on every floor below its own.
 */

export interface Room {
  readonly room: string;
  /** Other paths that belong to it. */
  readonly also?: readonly string[];
  /** Rooms, or single files of rooms, that it stands on; words may be said by everybody. */
  readonly on: readonly string[];
}

const tools = ['math', 'spec', 'networks', 'tasks'];

export const floors: readonly Room[] = [
  { room: 'words', on: [] },
  { room: 'math', on: [] },
  { room: 'networks', on: ['math'] },
  { room: 'tasks', on: ['math'] },
  { room: 'spec', on: ['math'] },
  { room: 'compute', on: ['math', 'networks'] },
  { room: 'contenders', on: [...tools, 'compute/engine.ts'] },
  { room: 'session', on: ['math', 'spec', 'compute'] },
  { room: 'ui', on: ['math', 'spec'] },
  { room: 'characters', on: ['math', 'tasks', 'ui'] },
  {
    room: 'labs/kit',
    also: ['labs/reproduced/'],
    on: [...tools, 'compute', 'contenders', 'session', 'ui', 'characters'],
  },
  {
    room: 'labs/*',
    on: [...tools, 'compute', 'contenders', 'session', 'ui', 'characters', 'labs/kit'],
  },
  // The registries of labs, and what the page and the commands load of them.
  {
    room: 'labs',
    on: ['spec', 'compute/fault.ts', 'session', 'ui', 'characters', 'labs/kit', 'labs/*'],
  },
  // What labs are taught with: scenes of labs, and pictures of their own.
  {
    room: 'lessons',
    on: [...tools, 'compute/fault.ts', 'session', 'ui', 'labs/kit', 'labs/*', 'labs'],
  },
  // The methods of the field, with what of them is here: labs, lessons, and cards of what is not.
  { room: 'map', on: ['ui', 'labs/kit', 'labs/*', 'labs', 'lessons'] },
  {
    room: 'app',
    on: ['spec', 'compute/fault.ts', 'session', 'ui', 'labs/kit', 'labs', 'lessons', 'map'],
  },
  { room: 'main.tsx', on: ['ui', 'app'] },
  {
    room: 'cli',
    on: [...tools, 'compute', 'contenders', 'session', 'characters', 'labs/kit', 'labs/*', 'labs'],
  },
];

/** Packages that may be imported in some places only, by the beginning of their name. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  '@tensorflow': ['compute/tfjs/', 'cli/bench/'],
  react: ['ui/', 'characters/', 'labs/', 'lessons/', 'map/', 'app/', 'main.tsx'],
  'react-dom': ['ui/', 'app/', 'main.tsx'],
  'zustand/react': ['ui/', 'labs/', 'lessons/', 'app/'],
  recharts: ['ui/charts/PlotFrame.tsx'],
  // What comes from outside: settings, and files that somebody may have made or damaged.
  valibot: [
    'spec/',
    'lessons/answers.ts',
    'app/shown/',
    'tasks/glyphs/pack.ts',
    'labs/kit/',
    'labs/optimizers/checkpoint.ts',
    'labs/regression/shipped.ts',
    'labs/regression/pins/pins.ts',
    'labs/omniglot/trained/',
    'labs/memory/trained/',
    'labs/memory/you/kept.ts',
  ],
};

/** What must not come along with a script, however many files lie between. */
export const apart: readonly {
  readonly script: string;
  readonly never: readonly string[];
  readonly why: string;
}[] = [
  {
    script: 'main.tsx',
    never: [
      'compute/engines.ts',
      'compute/simd/',
      'compute/tfjs/',
      'session/loop.ts',
      'labs/*/experiment.ts',
    ],
    why: 'the page does not load what computes',
  },
  { script: 'labs/worker.ts', never: ['react', 'ui/', 'app/'], why: 'the worker shows nothing' },
];
