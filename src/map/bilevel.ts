/** Inner and outer loop of methods that have both: the lines of one table; what stands in them is the catalogue's. */

import type { MethodName } from './methods';

export const bilevelNames = [
  'maml',
  'mamlRl',
  'learned',
  'ravi',
  'reversibleLearning',
  'architectureSearch',
  'prototypical',
] as const satisfies readonly MethodName[];
export const bilevelColumns = [
  'innerVariable',
  'outerVariable',
  'innerData',
  'outerData',
  'derivative',
] as const;
