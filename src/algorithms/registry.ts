/**
 * The algorithms, by the names that links and files use. To add one: a file beside this, a line here.
 *
 * The order is the order on the page. This module is plain data and pure functions, so the page
 * reads names and labels from it without loading an engine.
 */

import type { Algorithm } from './algorithm';
import { firstOrderMaml, maml } from './maml';
import { jointPretraining, randomInitialisation } from './pretraining';
import { reptile } from './reptile';

export const algorithms = {
  maml,
  fomaml: firstOrderMaml,
  reptile,
  joint: jointPretraining,
  random: randomInitialisation,
} as const satisfies Record<string, Algorithm>;

export type AlgorithmName = keyof typeof algorithms;
export const algorithmNames = Object.keys(algorithms) as AlgorithmName[];
