/** The experiments of `npm run reproduce`. To add one: a line here. */

import type { Reproduction } from './reproduction';

const regression = async (name: 'sinusoid-10shot' | 'sinusoid-5shot' | 'reptile-toy' | 'cubic') =>
  (await import('./regression/reproduction')).reproductionOf(name);

const optimizers = async (name: 'lstm-quadratic' | 'lstm-quadratic-repository') =>
  (await import('./optimizers/reproduction')).reproductionOf(name);

const omniglot = async (
  name: 'omniglot-5way-1shot' | 'omniglot-5way-5shot' | 'omniglot-20way-1shot',
) => {
  const { reproductionOf } = await import('./omniglot/reproduction');
  return reproductionOf(name, async () =>
    (await import('../characters/packedFile')).packedGlyphs(),
  );
};

export const reproductions = {
  'sinusoid-10shot': () => regression('sinusoid-10shot'),
  'sinusoid-5shot': () => regression('sinusoid-5shot'),
  'reptile-toy': () => regression('reptile-toy'),
  cubic: () => regression('cubic'),
  'lstm-quadratic': () => optimizers('lstm-quadratic'),
  'lstm-quadratic-repository': () => optimizers('lstm-quadratic-repository'),
  'omniglot-5way-1shot': () => omniglot('omniglot-5way-1shot'),
  'omniglot-5way-5shot': () => omniglot('omniglot-5way-5shot'),
  'omniglot-20way-1shot': () => omniglot('omniglot-20way-1shot'),
} satisfies Record<string, () => Promise<Reproduction>>;

export type ReproductionName = keyof typeof reproductions;
