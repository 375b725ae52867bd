/**
 * What is known of contenders before their code is here: settings, what to lower, what a meta-iteration costs. A page that
 * shows them has no more of them until something explains them.
 */

import { choice, integer, number } from '../spec/field';
import type { Contender, InnerLoop } from './contender';

export type Sheet<Own = object> = Pick<
  Contender<Own>,
  'fields' | 'knobs' | 'cost' | 'ownLoop' | 'reads' | 'told'
>;
// biome-ignore lint/suspicious/noExplicitAny: sheets with settings of every kind stand in one registry
export type AnySheet = Omit<Sheet<any>, 'fields'> & { readonly fields: object };

const first = ({ steps }: InnerLoop) => ({ gradients: steps + 1, products: 0 });
const exact = ({ steps }: InnerLoop) => ({ gradients: steps + 1, products: steps });
const plain = (gradients: number): Sheet['cost'] => {
  return () => ({ gradients, products: 0 });
};
const adapting = { fields: {}, knobs: ['innerRate', 'outerRate'] } as const;

export const mamlSheet: Sheet = { ...adapting, cost: exact };
export const firstOrderSheet: Sheet = { ...adapting, cost: first };
export const jointSheet: Sheet = { ...adapting, cost: plain(1) };
export const randomSheet: Sheet = { fields: {}, knobs: [], cost: plain(0) };

export interface ReptileOwn {
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: 'sgd' | 'adam';
  readonly rate: number;
}

const group = 'outer/reptile';

export const reptileSheet: Sheet<ReptileOwn> = {
  fields: {
    steps: integer({ min: 1, max: 50 }, { live: 'training', group }),
    batch: integer({ min: 1, max: 300, scale: 'log' }, { live: 'training', group }),
    optimizer: choice(['sgd', 'adam'], { group }),
    /** ε at the start; it falls in a straight line to 0. */
    rate: number({ min: 0.001, max: 1, scale: 'log' }, { live: 'training', work: false, group }),
  },
  knobs: ['innerRate', 'rate'],
  cost: (_inner, { steps }) => ({ gradients: steps, products: 0 }),
};

export interface MetaSgdOwn {
  /** What every rate begins with. */
  readonly start: number;
}

export const metaSgdSheet: Sheet<MetaSgdOwn> = {
  fields: {
    start: number({ min: 0.0001, max: 1, scale: 'log' }, { work: false, group: 'outer/metasgd' }),
  },
  knobs: ['start', 'outerRate'],
  cost: exact,
};

export interface AnilOwn {
  /** Layers with weights that adapt, counted from the output; α, as a head alone bears larger steps than all layers do. */
  readonly layers: number;
  readonly rate: number;
}

export const anilSheet: Sheet<AnilOwn> = {
  fields: {
    layers: integer({ min: 1, max: 4 }, { live: 'training', group: 'outer/anil' }),
    rate: number({ min: 0.0001, max: 1, scale: 'log' }, { live: 'training', group: 'outer/anil' }),
  },
  knobs: ['rate', 'outerRate'],
  cost: exact,
};

export interface ImplicitOwn {
  /** λ, how strongly adaptation is held to θ. */
  readonly lambda: number;
  /** Steps of the inner loop, and their rate α. */
  readonly steps: number;
  readonly rate: number;
  /** Hessian-vector products of conjugate gradients. */
  readonly products: number;
}

const implicit = 'outer/imaml';

export const implicitSheet: Sheet<ImplicitOwn> = {
  fields: {
    lambda: number({ min: 0.1, max: 1000, scale: 'log' }, { live: 'training', group: implicit }),
    steps: integer({ min: 1, max: 100 }, { live: 'training', group: implicit }),
    rate: number({ min: 0.0001, max: 1, scale: 'log' }, { live: 'training', group: implicit }),
    products: integer({ min: 1, max: 20 }, { live: 'training', group: implicit }),
  },
  // Against a stronger pull training builds up more curvature, until the inner steps no longer descend.
  knobs: ['lambda', 'rate', 'outerRate'],
  ownLoop: true,
  cost: (_inner, { steps, products }) => ({ gradients: steps + 1, products }),
};

export interface GatesOwn {
  /** What the derivatives of the outer loop make of what gates read. */
  readonly derivatives: 'constants' | 'exact';
  /** Whether the forget gate is learned, or stays at 1. */
  readonly forget: 'free' | 'one';
  /** What gates read of gradients and losses. */
  readonly preprocessing: 'log-sign' | 'none';
  /** What reads gradients and losses: the gates, as in the paper's equations, or a memory below them, as in its code. */
  readonly form: 'gates' | 'lstm';
  /** Whether the gradient of the mean loss is divided by the number of support points once more, as in the code. */
  readonly scale: 'mean' | 'code';
  /** By what it is looked at: its own steps, or gradient descent from its initialisation as of the others. Trains no differently. */
  readonly judged: Judged;
}

export type Judged = 'own' | 'descent';

export const gatesSheet: Sheet<GatesOwn> = {
  fields: {
    derivatives: choice(['constants', 'exact'], { live: 'training', group: 'outer/ravi' }),
    forget: choice(['free', 'one'], { work: false, group: 'outer/ravi' }),
    preprocessing: choice(['log-sign', 'none'], { work: false, group: 'outer/ravi' }),
    form: choice(['gates', 'lstm'], { group: 'outer/ravi' }),
    scale: choice(['mean', 'code'], { work: false, group: 'outer/ravi' }),
    judged: choice(['own', 'descent'], { live: 'looking', group: 'outer/ravi' }),
  },
  knobs: ['outerRate'],
  ownLoop: true,
  cost: (inner, { derivatives }) => (derivatives === 'exact' ? exact : first)(inner),
};

export interface ProcessOwn {
  /** Of every hidden layer. */
  readonly width: number;
  /** Of Adam, at the start. */
  readonly rate: number;
}

const ofProcess = 'outer/process';

export const processSheet: Sheet<ProcessOwn> = {
  fields: {
    width: integer({ min: 8, max: 128, scale: 'log' }, { group: ofProcess }),
    rate: number(
      { min: 0.0001, max: 0.1, scale: 'log' },
      { live: 'training', work: false, group: ofProcess },
    ),
  },
  knobs: ['rate'],
  ...{ ownLoop: true, reads: true },
  cost: plain(1),
};

export const bayesSheet: Sheet = {
  ...randomSheet,
  ...{ ownLoop: true, reads: true, told: true },
};
