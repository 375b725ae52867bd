/** What is known of learners that read a stream, before their code is here: see `../sheets.ts`. */

import { choice, integer, number } from '../../spec/field';
import type { AnySheet, Sheet } from '../sheets';

const rateOf = (group: string) =>
  number({ min: 0.0001, max: 0.1, scale: 'log' }, { live: 'training', work: false, group });
const once: Sheet['cost'] = () => ({ gradients: 1, products: 0 });
const learned = { knobs: ['rate'], ownLoop: true, reads: true, cost: once } as const;

export interface FeedforwardOwn {
  /** Units of the hidden layer. */
  readonly hidden: number;
  /** Of Adam. */
  readonly rate: number;
}

const hiddenOf = (group: string) => integer({ min: 8, max: 256, scale: 'log' }, { group });

export const feedforwardSheet: Sheet<FeedforwardOwn> = {
  ...learned,
  fields: {
    hidden: hiddenOf('outer/feedforward'),
    rate: rateOf('outer/feedforward'),
  },
};

export interface LstmReaderOwn {
  readonly hidden: number;
  readonly rate: number;
}

export const lstmReaderSheet: Sheet<LstmReaderOwn> = {
  ...learned,
  fields: { hidden: hiddenOf('outer/lstm'), rate: rateOf('outer/lstm') },
};

export interface MannOwn {
  readonly controller: 'feedforward' | 'lstm';
  /** What goes into it: a drawing, with the one before and its label beside it; or with that label alone, as in the paper. */
  readonly input: 'pair' | 'late';
  /** Units of the controller. */
  readonly hidden: number;
  readonly slots: number;
  /** Numbers in a slot. */
  readonly width: number;
  /** Heads that read; each writes as well. */
  readonly heads: number;
  /** γ: how much of a slot's use is remembered from step to step. */
  readonly decay: number;
  /** Whether cosines are multiplied by a strength that is learned, or compared as they are. */
  readonly sharpness: 'learned' | 'plain';
  /** To a mix of the slot that was read last and of the least used one, or to each slot in turn. */
  readonly writing: 'lru' | 'fifo';
  readonly rate: number;
}

export const mannSheet: Sheet<MannOwn> = {
  ...learned,
  fields: {
    controller: choice(['feedforward', 'lstm'], { group: 'outer/mann' }),
    input: choice(['pair', 'late'], { group: 'outer/mann' }),
    hidden: hiddenOf('outer/mann'),
    slots: integer({ min: 4, max: 128, scale: 'log' }, { group: 'outer/mann' }),
    width: integer({ min: 4, max: 64, scale: 'log' }, { group: 'outer/mann' }),
    heads: integer({ min: 1, max: 4 }, { group: 'outer/mann' }),
    decay: number({ min: 0, max: 1, step: 0.01 }, { work: false, group: 'outer/mann' }),
    sharpness: choice(['learned', 'plain'], { group: 'outer/mann' }),
    writing: choice(['lru', 'fifo'], { group: 'outer/mann' }),
    rate: rateOf('outer/mann'),
  },
};

export interface KeyValueOwn {
  /** Numbers in the keys and the values of a head. */
  readonly width: number;
  readonly heads: number;
  readonly rate: number;
}

export const keyValueSheet: Sheet<KeyValueOwn> = {
  ...learned,
  fields: {
    width: integer({ min: 4, max: 64, scale: 'log' }, { group: 'outer/kv' }),
    heads: integer({ min: 1, max: 8 }, { group: 'outer/kv' }),
    rate: rateOf('outer/kv'),
  },
};

export interface SnailOwn {
  /** Filters of each convolution. */
  readonly filters: number;
  /** Dense blocks before each attention; the n-th looks 2ⁿ⁻¹ drawings back. */
  readonly blocks: number;
  /** Numbers in the keys and in the values of attention. */
  readonly width: number;
  readonly rate: number;
}

export const snailSheet: Sheet<SnailOwn> = {
  ...learned,
  fields: {
    filters: integer({ min: 4, max: 128, scale: 'log' }, { group: 'outer/snail' }),
    blocks: integer({ min: 1, max: 6 }, { group: 'outer/snail' }),
    width: integer({ min: 4, max: 128, scale: 'log' }, { group: 'outer/snail' }),
    rate: rateOf('outer/snail'),
  },
};

/** It keeps every drawing as it is: there is nothing to train. */
export const nearestSheet: Sheet = {
  fields: {},
  knobs: [],
  ownLoop: true,
  reads: true,
  cost: () => ({ gradients: 0, products: 0 }),
};

export interface RareOwn {
  readonly slots: number;
}

/** It files by a rule: there is nothing to train. */
export const rareSheet: Sheet<RareOwn> = {
  ...nearestSheet,
  fields: {
    slots: integer(
      { min: 4, max: 128, scale: 'log' },
      { live: 'looking', work: false, group: 'outer/rare' },
    ),
  },
};

export const readerSheets = {
  mann: mannSheet,
  kv: keyValueSheet,
  snail: snailSheet,
  lstm: lstmReaderSheet,
  nearest: nearestSheet,
  rare: rareSheet,
  feedforward: feedforwardSheet,
} as const satisfies Record<string, AnySheet>;
