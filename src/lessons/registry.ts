/** The lessons, each loaded when it is opened, and the orders in which they can be taught. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import type { LabName } from '../labs/names';
import type { Scenes } from './lesson';

export interface Lesson {
  /** In which it is taught. */
  readonly lab: LabName;
  /** Scenes that lie in another lab, by name. */
  readonly elsewhere?: Readonly<Record<string, LabName>>;
  readonly scenes: () => Promise<Scenes>;
}

export const lessons: Readonly<Record<LessonName, Lesson>> = {
  'one-drawing': {
    lab: 'omniglot',
    scenes: async () => (await import('./oneDrawing')).oneDrawing,
  },
  averaging: { lab: 'regression', scenes: async () => (await import('./averaging')).averaging },
  'two-loops': { lab: 'regression', scenes: async () => (await import('./twoLoops')).twoLoops },
  'second-order': {
    lab: 'regression',
    scenes: async () => (await import('./secondOrder')).secondOrder,
  },
  reptile: { lab: 'regression', scenes: async () => (await import('./reptile')).reptile },
  breaks: { lab: 'regression', scenes: async () => (await import('./breaks')).breaks },
  'two-views': { lab: 'regression', scenes: async () => (await import('./twoViews')).twoViews },
  compare: { lab: 'omniglot', scenes: async () => (await import('./compare')).compare },
  'learned-optimizer': {
    lab: 'optimizers',
    scenes: async () => (await import('./learnedOptimizer')).learnedOptimizer,
  },
  'memory-cell': {
    lab: 'optimizers',
    elsewhere: { inside: 'regression' },
    scenes: async () => (await import('./memoryCell')).memoryCell,
  },
  'memory-stream': {
    lab: 'memory',
    scenes: async () => (await import('./memoryStream')).memoryStream,
  },
  reading: { lab: 'regression', scenes: async () => (await import('./reading')).reading },
  'bi-level': { lab: 'regression', scenes: async () => (await import('./biLevel')).biLevel },
};

/** The lab that a scene lies in. */
export const labOf = (lesson: LessonName, scene: string): LabName =>
  lessons[lesson].elsewhere?.[scene] ?? lessons[lesson].lab;

/** Lessons in an order; their words are the catalogue's. */
export const playlists = {
  start: ['two-loops', 'averaging'],
  hour: ['one-drawing', 'averaging', 'two-loops', 'second-order', 'learned-optimizer', 'compare'],
  cs420: [
    'one-drawing',
    'compare',
    'averaging',
    'two-loops',
    'second-order',
    'reptile',
    'breaks',
    'two-views',
    'learned-optimizer',
    'memory-cell',
    'memory-stream',
    'reading',
    'bi-level',
  ],
  views: [
    'averaging',
    'two-views',
    'two-loops',
    'second-order',
    'compare',
    'memory-stream',
    'bi-level',
  ],
  images: [
    'one-drawing',
    'compare',
    'memory-stream',
    'averaging',
    'two-loops',
    'second-order',
    'breaks',
  ],
} as const satisfies Readonly<Record<string, readonly LessonName[]>>;
export type PlaylistName = keyof typeof playlists;
