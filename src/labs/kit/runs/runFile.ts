/** A run as a file: its settings, how far it is, what it has recorded, and every weight; to be opened again by this page. */

import { strToU8 } from 'fflate';
import * as v from 'valibot';
import { crc32 } from '../../../math/crc32';
import { finite, shortText, wholeFrom } from '../../../spec/schemas';
import type { Put } from '../story/ahead';
import { packed, unpacked } from './packed';

const NAME = 'inner-loop run';
const VERSION = 1;
/** Characters of a file, at most: no run comes near. */
export const LARGEST = 128_000_000;

/** Why something is no run, for `words.runs` to say. */
export type RunFault =
  | { readonly code: 'not-json' | 'foreign' | 'damaged' | 'newer' | 'no-lab' | 'changed' | 'cut' }
  /** Megabytes. */
  | { readonly code: 'too-large'; readonly size: number; readonly most: number }
  | { readonly code: 'unreachable'; readonly file: string };

export class RunError extends Error {
  override readonly name = 'RunError';
  constructor(readonly fault: RunFault) {
    super(fault.code);
  }
}

const iteration = wholeFrom(0);
const snapshot = v.looseObject({ iteration });
const schema = v.object({
  format: v.literal(`${NAME} ${VERSION}`),
  lab: shortText(40),
  /** When it was saved, and how fast it was then: for people. */
  saved: shortText(40),
  engine: v.nullable(shortText(40)),
  /** The address of what was in sight, and of the settings that it runs with. */
  address: shortText(20_000),
  running: shortText(20_000),
  tuned: v.boolean(),
  /** Of the rest, as it was written. */
  digest: shortText(40),
  run: v.object({
    series: v.object({ binWidth: finite, last: finite, bins: v.array(v.unknown()) }),
    kept: v.array(snapshot),
    resume: snapshot,
    remarks: v.array(v.unknown()),
  }),
  origin: v.optional(v.unknown()),
});

export interface RunFile {
  readonly lab: string;
  readonly saved: string;
  readonly engine: string | null;
  readonly address: string;
  readonly put: Put;
}

export function formatRun({ lab, saved, engine, address, put }: RunFile): string {
  const { tuned, origin } = put.extra;
  const run = packed(put.run);
  const { running } = put;
  const head = { format: `${NAME} ${VERSION}`, lab, saved, engine, address, running, tuned };
  const all = { ...head, run, origin: packed(origin) };
  return JSON.stringify({ ...all, digest: digestOf(all) });
}

/** @throws RunError */
export function parseRun(text: string): RunFile {
  if (text.length > LARGEST) {
    const megabytes = (length: number) => Math.round(length / 1e6);
    throw new RunError({
      ...{ code: 'too-large', size: megabytes(text.length), most: megabytes(LARGEST) },
    });
  }
  let candidate: Readonly<Record<string, unknown>>;
  try {
    candidate = Object(JSON.parse(text));
  } catch {
    throw new RunError({ code: 'not-json' });
  }
  const [, version] = new RegExp(`^${NAME} (\\d+)$`).exec(String(candidate.format)) ?? [];
  if (version === undefined) throw new RunError({ code: 'foreign' });
  if (Number(version) > VERSION) throw new RunError({ code: 'newer' });
  const read = v.safeParse(schema, candidate);
  if (!read.success) throw new RunError({ code: 'damaged' });
  const { lab, saved, engine, address, running, tuned } = read.output;
  const { digest, ...rest } = candidate;
  if (digestOf(rest) !== digest) throw new RunError({ code: 'changed' });
  const { run, origin } = rest;
  try {
    const put = {
      run: unpacked(run) as Put['run'],
      running,
      extra: { tuned, origin: unpacked(origin) },
    };
    return { lab, saved, engine, address, put };
  } catch {
    throw new RunError({ code: 'damaged' });
  }
}

/** Tells a file that was cut, or changed by hand, from one that this page wrote; no more than that. */
const digestOf = (value: unknown): string => crc32(strToU8(JSON.stringify(value))).toString(16);
