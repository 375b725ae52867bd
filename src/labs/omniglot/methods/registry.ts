/** Who is compared in this lab, in the order of the page. To add one: a line here, and its words. */

import { matchingNetworks, prototypicalNetworks } from '../../../contenders/embeddings/embedding';
import { anil } from '../../../contenders/starts/anil';
import { firstOrderMaml, maml } from '../../../contenders/starts/maml';
import { metaSgd } from '../../../contenders/starts/metasgd';
import { randomInitialisation } from '../../../contenders/starts/random';
import { reptileOnImages } from '../../../contenders/starts/reptileOnImages';
import { ownOf } from '../../kit/ownFields';
import { alphabet } from './alphabet';
import { classifier, likeTest } from './classifier';
import { context } from './context';
import { embedder } from './embedder';
import { gateCounts, gatedClassifier } from './gated';
import { joint } from './joint';
import { type AnyMethod, type Training, untrained } from './method';
import { pixels } from './pixels';
import { figures } from './published';

const fiveWay = [{ ways: 5, shots: 1 }];
/** Embeddings see fewer drawings of a character than the papers' 1,200 offer: jitter makes up for some. */
const jitter = 0.5;

export const methods = {
  maml: classifier(maml, {
    shipped: fiveWay,
    recipe: { iterations: 60_000 },
    published: figures('finn', 'transductive', [98.7, 0.4], [99.9, 0.1], [95.8, 0.3], [98.9, 0.2]),
  }),
  fomaml: classifier(firstOrderMaml, {
    shipped: fiveWay,
    recipe: { iterations: 120_000 },
    published: figures(
      'nichol',
      'transductive',
      [98.3, 0.5],
      [99.2, 0.2],
      [89.4, 0.5],
      [97.9, 0.1],
    ),
  }),
  reptile: classifier(reptileOnImages, {
    // It learns from more drawings than the test has, and splits none off.
    shape: (spec, own) => ({ ...likeTest(spec), shots: own.shots, queries: 0 }),
    steps: (_spec, own) => own.testSteps,
    reads: ['tasks'],
    carries: ['theta'],
    shipped: fiveWay,
    recipe: { iterations: 80_000, tasks: 5 },
    published: [
      ...figures('nichol', 'inductive', [95.39, 0.09], [98.9, 0.1], [88.14, 0.15], [96.65, 0.33]),
      ...figures(
        'nichol',
        'transductive',
        [97.68, 0.04],
        [99.48, 0.06],
        [89.43, 0.14],
        [97.12, 0.32],
      ),
    ],
  }),
  metasgd: classifier(metaSgd, {
    // Its rates are learned for as many steps as it is trained with.
    steps: ({ innerSteps }) => innerSteps,
    reads: ['tasks', 'trainQueries', 'innerSteps'],
    published: figures(
      'li',
      'transductive',
      [99.53, 0.26],
      [99.93, 0.09],
      [95.93, 0.38],
      [98.97, 0.19],
    ),
  }),
  anil: classifier(anil, {
    // Its head moves at a rate of its own.
    reads: ['tasks', 'trainQueries', 'innerSteps', 'testSteps'],
    recipe: { iterations: 60_000 },
    shipped: fiveWay,
    published: figures('raghu', 'transductive', null, null, [96.2, 0.5], [98, 0.3]),
  }),
  ravi: classifier(gatedClassifier, {
    steps: (_spec, own) => own.steps,
    innerSteps: (_spec, own) => own.steps,
    reads: ['tasks', 'trainQueries'],
    // At test the paper's code normalises queries by what it has seen of the support set; that of the one who reports, together.
    statistics: 'inductive',
    beside: gateCounts,
    recipe: { iterations: 60_000 },
    published: figures('furrer', 'transductive', [94.7, 0.44], null, null, null),
  }),
  prototypical: embedder(prototypicalNetworks, 'prototypical', {
    recipe: { iterations: 30_000, jitter },
    published: figures('snell', 'inductive', 98.8, 99.7, 96.0, 98.9),
  }),
  matching: embedder(matchingNetworks, 'matching', {
    recipe: { iterations: 20_000, metricWays: 20, metricQueries: 5, jitter },
    published: figures('vinyals', 'inductive', 98.1, 98.9, 93.8, 98.5),
  }),
  matchingfce: context(jitter),
  alphabet,
  joint: joint(jitter),
  random: untrained(classifier(randomInitialisation, { reads: ['innerRate', 'testSteps'] })),
  pixels: pixels(figures('vinyals', 'inductive', 41.7, 63.2, 26.7, 42.6)),
} as const satisfies Record<string, AnyMethod>;

export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as MethodName[];
export const methodOf = (name: MethodName): AnyMethod => methods[name];

/** How a method is trained; null for one that is not. */
export const trainingOf = (name: MethodName): Training<unknown> | null => methodOf(name).training;
export const isTrained = (name: MethodName): boolean => trainingOf(name) !== null;

/** The settings that a method alone has. */
export const ownIn = (name: MethodName, spec: object): object =>
  ownOf(name, methodOf(name), spec as Readonly<Record<string, unknown>>);
