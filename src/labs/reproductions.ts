/** The experiments of `npm run reproduce`. To add one: a line here. */

import type { Reproduction } from './reproduction';

const regression = async (name: 'sinusoid-10shot' | 'sinusoid-5shot' | 'reptile-toy' | 'cubic') =>
  (await import('./regression/reproduction')).reproductionOf(name);

const optimizers = async (name: 'lstm-quadratic' | 'lstm-quadratic-repository') =>
  (await import('./optimizers/reproduction')).reproductionOf(name);

export const reproductions = {
  'sinusoid-10shot': () => regression('sinusoid-10shot'),
  'sinusoid-5shot': () => regression('sinusoid-5shot'),
  'reptile-toy': () => regression('reptile-toy'),
  cubic: () => regression('cubic'),
  'lstm-quadratic': () => optimizers('lstm-quadratic'),
  'lstm-quadratic-repository': () => optimizers('lstm-quadratic-repository'),
} satisfies Record<string, () => Promise<Reproduction>>;

export type ReproductionName = keyof typeof reproductions;
