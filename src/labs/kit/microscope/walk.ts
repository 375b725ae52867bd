/** A record on its way: at which of its lines one stands, and what is known there. Knows no React. */

import type { Seen, SeenLine, Walked } from './recorded';

/** The weights in the space of θ that a line names, or the direction: what is said of it is of this. */
const NAMED = ['gradient', 'v', 'phi', 'theta', 'u'] as const;

export type LineName = 'draw' | (string & {});

export interface Standing<Line extends SeenLine = SeenLine> {
  /** 0 before the first line. */
  readonly at: number;
  readonly last: number;
  readonly name: LineName;
  readonly line: Line | null;
  /** The inner step in sight, of so many. */
  readonly k: number | null;
  readonly steps: number;
  readonly seen: Seen | null;
}

export const seenAt = ({ seen }: SeenLine): Seen | null => {
  const name = NAMED.find((one) => seen[one] !== undefined);
  return name === undefined ? null : seen[name]!;
};

/** @param at places beyond the record are its last */
export function standingAt<Line extends SeenLine>(
  { lines }: Walked<Line>,
  at: number,
): Standing<Line> {
  const place = Math.min(at, lines.length);
  const line = place === 0 ? null : lines[place - 1]!;
  return {
    ...{ at: place, last: lines.length, name: line?.line ?? 'draw', line },
    ...{ k: line?.k ?? null, steps: 1 + Math.max(-1, ...lines.map(({ k }) => k ?? -1)) },
    seen: line === null ? null : seenAt(line),
  };
}

/** Where a line of this name is passed next, from a place on; from the beginning where it is not passed again. */
export function nextOf({ lines }: Walked, name: LineName, from: number): number {
  if (name === 'draw') return 0;
  const places = lines.flatMap(({ line }, i) => (line === name ? [i + 1] : []));
  return places.find((place) => place > from) ?? places[0] ?? from;
}

/** A line that knows what the network is with the weights that it has come to. */
export interface Fitted<Fit> extends SeenLine {
  /** Null of a line that has come to no new weights. */
  readonly fit: Fit | null;
}

/** What the network is at a line, and what it was before it. */
export function fitsAt<Fit>(
  { lines, start }: Walked<Fitted<Fit>> & { readonly start: Fit },
  { at, line }: Standing<Fitted<Fit>>,
): { readonly fit: Fit; readonly fitBefore: Fit } {
  // What carries back looks at the step that it goes through; the task itself stays where it came to.
  const fitted = (until: number): Fit =>
    lines.slice(0, until).findLast(({ seen, fit }) => fit !== null && seen.theta === undefined)
      ?.fit ?? start;
  const isOuter = line?.seen.theta !== undefined;
  return { fit: isOuter ? line.fit! : fitted(at), fitBefore: fitted(Math.max(0, at - 1)) };
}
