/** Runs that were trained ahead of a lecture, out of sight: taken where a scene wants them. */

import type { Snapshot } from '../../../session/experiment';
import type { Recalled } from '../../../session/saver';
import type { Fielded } from './made';

/** A run as it is put by. */
export type Put = Recalled<Snapshot, { readonly tuned: boolean; readonly origin: unknown }>;

const there = new Map<string, Put>();

/** Of a lab, by what makes the run and how far it was trained. */
export const aheadKey = (lab: string, made: string, until: number): string =>
  `${lab} ${until} ${made}`;

export const layAhead = (key: string, put: Put): void => void there.set(key, put);

/** Those of others lie in storage, where they are found again. */
export function keepAhead(keys: { has(key: string): boolean }): void {
  for (const key of there.keys()) if (!keys.has(key)) there.delete(key);
}

export const isAhead = (key: string): boolean => there.has(key);

export const aheadOf = ({ definition }: Fielded, made: string, until: number): Put | null =>
  there.get(aheadKey(definition.name, made, until)) ?? null;

/** The farthest that is there of a run, short of a meta-iteration: training goes on from it. */
export function nearestAhead(lab: string, made: string, until: number): Put | null {
  const all = [...there].filter(
    ([key, { run }]) =>
      run.resume.iteration <= until && key === aheadKey(lab, made, run.resume.iteration),
  );
  const [nearest] = all.toSorted((a, b) => b[1].run.resume.iteration - a[1].run.resume.iteration);
  return nearest?.[1] ?? null;
}
