/** The words of each lab, besides those that all have. */

import type { Area } from '../words/words';
import type { LabName } from './names';

export const labWords = {
  regression: ['regression'],
  optimizers: ['optimizers', 'files'],
  omniglot: ['omniglot', 'characters', 'files'],
  memory: ['memory', 'characters', 'files'],
} as const satisfies Readonly<Record<LabName, readonly Area[]>>;
