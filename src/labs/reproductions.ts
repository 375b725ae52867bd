/** The experiments of `npm run reproduce`, with the words of their labs. To add one: a line here. */

import { loadWords } from '../words/words';
import type { Reproduction } from './kit/reproduction';
import type { ExperimentName } from './regression/experiments';

const regression = async (name: ExperimentName): Promise<Reproduction> => {
  await loadWords('contenders', 'papers', 'regression');
  return (await import('./regression/reproduction')).reproductionOf(name);
};

const noise = async (): Promise<Reproduction> => {
  await loadWords('contenders', 'papers');
  return (await import('./regression/bayes/reproduction')).noiseReproduction();
};

const optimizers = async (
  name: 'lstm-quadratic' | 'lstm-quadratic-repository',
): Promise<Reproduction> => {
  await loadWords('contenders', 'papers', 'optimizers');
  return (await import('./optimizers/reproduction')).reproductionOf(name);
};

const omniglot = async (
  name: 'omniglot-5way-1shot' | 'omniglot-5way-5shot' | 'omniglot-20way-1shot',
): Promise<Reproduction> => {
  await loadWords('contenders', 'papers', 'omniglot', 'characters');
  const { reproductionOf } = await import('./omniglot/reproduction');
  const { LEAST_CHARACTERS } = await import('./omniglot/methods/sharedFields');
  return reproductionOf(name, async () =>
    (await import('../characters/packedFile')).packedGlyphs(LEAST_CHARACTERS),
  );
};

const memory = async (labels: 'onehot' | 'strings'): Promise<Reproduction> => {
  await loadWords('papers', 'characters');
  const { memoryReproduction } = await import('./memory/reproduction');
  const { LEAST_CHARACTERS } = await import('./memory/fields');
  return memoryReproduction(labels, {
    characters: async () =>
      (await import('../characters/packedFile')).packedGlyphs(LEAST_CHARACTERS),
    embedding: async () => (await import('./kit/embedding/shippedFile')).shippedEmbedding(),
  });
};

export const reproductions = {
  'sinusoid-10shot': () => regression('sinusoid-10shot'),
  'sinusoid-5shot': () => regression('sinusoid-5shot'),
  'reptile-toy': () => regression('reptile-toy'),
  cubic: () => regression('cubic'),
  metasgd: () => regression('metasgd'),
  anil: () => regression('anil'),
  'sinusoid-rules': () => regression('sinusoid-rules'),
  'sinusoid-noise': noise,
  'lstm-quadratic': () => optimizers('lstm-quadratic'),
  'lstm-quadratic-repository': () => optimizers('lstm-quadratic-repository'),
  'omniglot-5way-1shot': () => omniglot('omniglot-5way-1shot'),
  'omniglot-5way-5shot': () => omniglot('omniglot-5way-5shot'),
  'omniglot-20way-1shot': () => omniglot('omniglot-20way-1shot'),
  'memory-onehot': () => memory('onehot'),
  'memory-strings': () => memory('strings'),
} satisfies Record<string, () => Promise<Reproduction>>;

export type ReproductionName = keyof typeof reproductions;
