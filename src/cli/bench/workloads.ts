/** What is timed. Every contender computes the same numbers from the same inputs. */

import {
  type AttentionSetInputs,
  type AttentionSetWorkload,
  attentionSetInputs,
  attentionSetShapes,
} from './attentionSet';
import { type ImageInputs, type ImageWorkload, imageInputs, imageShapes } from './images';
import {
  type MannEpisodeInputs,
  type MannEpisodeWorkload,
  mannEpisodeInputs,
  mannEpisodeShapes,
} from './mannEpisode';
import { type PairsInputs, type PairsWorkload, pairsInputs, pairsShapes } from './pairs';
import {
  type RegressionInputs,
  type RegressionWorkload,
  regressionInputs,
  regressionShapes,
} from './regression';
import {
  type SequenceInputs,
  type SequenceWorkload,
  sequenceInputs,
  sequenceShapes,
} from './sequence';
import type { Shape } from './shapes';
import { type UnrollInputs, type UnrollWorkload, unrollInputs, unrollShapes } from './unroll';

export type Workload =
  | RegressionWorkload
  | UnrollWorkload
  | ImageWorkload
  | SequenceWorkload
  | AttentionSetWorkload
  | MannEpisodeWorkload
  | PairsWorkload;

type Inputs =
  | RegressionInputs
  | UnrollInputs
  | ImageInputs
  | SequenceInputs
  | AttentionSetInputs
  | MannEpisodeInputs
  | PairsInputs;

const sinusoid = {
  tasks: 25,
  points: 10,
  hidden: [40, 40],
  innerRate: 0.01,
  innerSteps: 1,
} as const;

const omniglot = {
  kind: 'images',
  tasks: 4,
  ways: 5,
  shots: 1,
  queries: 5,
  filters: 24,
  innerRate: 0.4,
  seed: 4,
} as const;

export const workloads: readonly Workload[] = [
  {
    ...sinusoid,
    name: 'sinusoid-maml',
    what: 'MAML meta-step: 25 tasks, K = 10, 1-40-40-1, second order',
    kind: 'maml',
  },
  {
    ...sinusoid,
    name: 'sinusoid-fomaml',
    what: 'first-order MAML meta-step, same size',
    kind: 'fomaml',
  },
  {
    ...sinusoid,
    name: 'sinusoid-reptile',
    what: 'Reptile meta-step, 5 inner steps, same size',
    kind: 'reptile',
    innerSteps: 5,
  },
  {
    ...sinusoid,
    name: 'maml-64-64',
    what: 'MAML meta-step at 1-64-64-1',
    kind: 'maml',
    hidden: [64, 64],
  },
  {
    ...sinusoid,
    name: 'maml-100-tasks',
    what: 'MAML meta-step with 100 tasks',
    kind: 'maml',
    tasks: 100,
  },
  {
    ...sinusoid,
    name: 'adapt-10-steps',
    what: 'ten steps on one task, with outputs at 121 inputs after each: what dragging a point costs one contender',
    kind: 'adapt',
    tasks: 1,
    innerSteps: 10,
  },
  {
    name: 'lstm-unroll',
    what: 'meta-step of a learned optimiser: LSTM 20-20 on 32 quadratics in 10 dimensions, through 20 updates',
    kind: 'unroll',
    problems: 32,
    dimension: 10,
    updates: 20,
    network: { preprocessing: 'log-sign', hidden: [20, 20], outputScale: 0.1 },
  },
  {
    ...omniglot,
    name: 'omniglot-maml',
    what: 'MAML meta-step on images of 28 × 28: 4 tasks, 5-way 1-shot, 5 queries a class, 4 convolutions of 24 filters, second order',
    method: 'maml',
  },
  {
    ...omniglot,
    name: 'omniglot-fomaml',
    what: 'first-order MAML meta-step, same size',
    method: 'fomaml',
  },
  {
    ...omniglot,
    name: 'omniglot-paper',
    what: 'MAML meta-step at the size of its paper: 32 tasks, 1 query a class, 64 filters',
    method: 'maml',
    tasks: 32,
    queries: 1,
    filters: 64,
  },
  {
    name: 'omniglot-prototypical',
    what: 'gradient of prototypical networks: one episode, 20-way 1-shot, 5 queries a class, 4 convolutions of 32 filters',
    kind: 'images',
    method: 'prototypical',
    tasks: 1,
    ways: 20,
    shots: 1,
    queries: 5,
    filters: 32,
    seed: 49,
  },
  {
    name: 'lstm-sequence',
    what: 'gradient of an LSTM of 128 units on 16 sequences of 50 images of 28 × 28, embedded in 64 dimensions, a class of 5 at each step',
    kind: 'sequence',
    tasks: 1,
    sequences: 16,
    steps: 50,
    embedding: 64,
    units: 128,
    classes: 5,
  },
  {
    name: 'attention-set',
    what: 'gradient of attention to support sets of images of 28 × 28: 4 tasks, 5-way 5-shot, 5 queries a class, 64 wide, prototypical',
    kind: 'set',
    tasks: 4,
    ways: 5,
    shots: 5,
    queries: 5,
    width: 64,
  },
  {
    name: 'mann-episode',
    what: 'gradient of MANN on 16 streams of 50 drawings of 32 numbers, a class of 5 at each step: feed-forward controller of 128 units, 32 slots of 32 numbers, 2 heads',
    kind: 'episode',
    tasks: 16,
    steps: 50,
    features: 32,
    labels: 5,
    mann: {
      controller: 'feedforward',
      input: 'pair',
      hidden: 128,
      slots: 32,
      width: 32,
      heads: 2,
      decay: 0.95,
      sharpness: 'learned',
      writing: 'lru',
    },
  },
  {
    name: 'alphabet-step',
    what: 'gradient of the network of alphabets: 160 drawings of 28 × 28, 4 convolutions of 16, 32, 64 and 128 filters with maxima, pairs of 4 episodes of 20 characters',
    kind: 'pairs',
    tasks: 1,
    groups: 4,
    ways: 20,
    widths: [16, 32, 64, 128],
    // With seed 1 two values of one window differ by less than single precision tells: their maximum is another in each.
    seed: 2,
  },
];

export function shapesOf(workload: Workload): readonly Shape[] {
  switch (workload.kind) {
    case 'unroll':
      return unrollShapes(workload);
    case 'images':
      return imageShapes(workload);
    case 'sequence':
      return sequenceShapes(workload);
    case 'set':
      return attentionSetShapes(workload);
    case 'episode':
      return mannEpisodeShapes(workload);
    case 'pairs':
      return pairsShapes(workload);
    default:
      return regressionShapes(workload);
  }
}

export function inputsOf(workload: Workload): Inputs {
  switch (workload.kind) {
    case 'unroll':
      return unrollInputs(workload);
    case 'images':
      return imageInputs(workload);
    case 'sequence':
      return sequenceInputs(workload);
    case 'set':
      return attentionSetInputs(workload);
    case 'episode':
      return mannEpisodeInputs(workload);
    case 'pairs':
      return pairsInputs(workload);
    default:
      return regressionInputs(workload);
  }
}
