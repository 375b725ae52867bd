/** What parts of the recipe of alphabets are worth, as it was measured beforehand, and the addresses that train them here. */

import { encodeSpec } from '../../../spec/spec';
import { fields, type OmniglotSpec } from '../fields';
import { beginningWith, presets } from '../presets';
import { type Part, parts } from './parts';

/** By `npm run reproduce -- omniglot-alphabet`, seed 1, in eight bits. */
export const measured = {
  date: '2026-11-27/28',
  iterations: 200,
  questions: 4000,
  /** Questions that were answered wrongly. */
  whole: 913,
  without: { normalising: 1253, alphabet: 985, rate: 984 } satisfies Partial<Record<Part, number>>,
  longer: { iterations: 14_200, wrong: 554 },
} as const;

/** Points by a separate program in PyTorch: short trainings of a minute and a half, the long one of 16 minutes. */
const elsewhere = { time: 2.9, normalising: 3, alphabet: 2, rate: 2 } as const;

type Measured = keyof (typeof measured)['without'];
export type Row = Measured | 'time';

export interface Gain {
  readonly name: Row;
  /** Shares of questions, without the part and with it. */
  readonly without: number;
  readonly whole: number;
  /** Percentage points, here and by the other program. */
  readonly points: number;
  readonly elsewhere: number;
  readonly address: string;
}

const measuredNames = Object.keys(measured.without) as Measured[];

/** Of a run from scratch, with what it changes in the recipe. */
function addressWith(changed: Partial<OmniglotSpec>): string {
  const { spec } = presets.lake;
  const wanted = { ...beginningWith(spec, 'scratch'), ...changed };
  const params = new URLSearchParams([['preset', 'lake'], ...encodeSpec(fields, wanted, spec)]);
  return `#/omniglot?${params}`;
}

const { iterations, questions, whole, without, longer } = measured;

export const wholeAddress = addressWith({ iterations });
export const wholeShare = whole / questions;

const gainOf = (name: Row, before: number, after: number, address: string): Gain => ({
  name,
  without: before / questions,
  whole: after / questions,
  points: (100 * (before - after)) / questions,
  elsewhere: elsewhere[name],
  address,
});

/** What is worth most first. */
export const gains: readonly Gain[] = [
  gainOf('time', whole, longer.wrong, addressWith({ iterations: longer.iterations })),
  ...measuredNames.map((name) =>
    gainOf(name, without[name], whole, addressWith({ iterations, ...parts[name] })),
  ),
].toSorted((a, b) => b.points - a.points);

const COMMAND = 'npm run reproduce -- omniglot-alphabet --seed 1';

/** What measured them. */
export const commands: readonly string[] = [
  `${COMMAND} --iterations ${iterations} [--without ${measuredNames.join(' | ')}]`,
  COMMAND,
];
