/** Who reads Lake's questions, by name, for page and worker alike. */

import { isTrained, type MethodName, methodNames } from '../methods/registry';
import { presets } from '../presets';
import { nearestShipped } from '../trained/checkpoints';

/** The kind of its tasks. */
export const lakeSpec = {
  ...presets['omniglot-20way-1shot'].spec,
  statistics: 'inductive',
} as const;

/** Networks that are shipped for tasks of this kind; that of alphabets has files of its own. */
export const networkNames: readonly MethodName[] = methodNames.filter(
  (name) => isTrained(name) && nearestShipped(name, lakeSpec) !== null,
);

export type ReaderName = MethodName | 'hausdorff';

/** In the order in which they are shown. */
export const readerNames: readonly ReaderName[] = [
  'alphabet',
  ...networkNames,
  'hausdorff',
  'pixels',
];
