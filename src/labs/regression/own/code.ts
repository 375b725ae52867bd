/** A task of one's own as text: the formula itself, or a drawing or points in a form that addresses hold. */

import { linspace, type Range } from '../../../math/range';
import { type Point, points as pointsField } from '../../../spec/field';
import { checkField } from '../../../spec/spec';
import { between } from '../between';
import { type Formula, type FormulaProblem, readFormula } from './formula';
import { held, MOST_POINTS_OF_FILE } from './held';

/** Characters that an address is burdened with; whatever is longer is a file's. */
export const LONGEST_CODE = 600;
/** Values beyond are none here: addresses write points with five digits before the decimal point. */
export const FARTHEST = 99_999;
/** Places of a drawing, from left to right. */
export const PLACES = 61;

export interface OwnTask {
  readonly kind: 'formula' | 'drawn' | 'points';
  /** What it is called, if it has a name of its own: the formula, or a file. */
  readonly name: string | null;
  /** NaN where it has no value. */
  readonly value: Formula;
  /** Its points, if it is made of points: those to adapt to come first. */
  readonly points: readonly Point[] | null;
}

export type OwnProblem =
  | FormulaProblem
  | { readonly code: 'nowhere' }
  | { readonly code: 'drawing' | 'points' }
  | { readonly code: 'missing'; readonly file: string };

export type ReadOwn =
  | { readonly ok: true; readonly own: OwnTask }
  | { readonly ok: false; readonly problem: OwnProblem };

const bounded =
  (value: Formula): Formula =>
  (x) => {
    const y = value(x);
    return Math.abs(y) <= FARTHEST ? y : Number.NaN;
  };

export function readOwn(text: string): ReadOwn {
  const [head, ...rest] = text.split(':');
  const tail = rest.join(':');
  if (rest.length === 0) return formula(text);
  if (head === 'draw') return drawing(tail);
  if (head === 'points') return listed(tail);
  return head === 'file' ? ofFile(tail) : formula(text);
}

function formula(text: string): ReadOwn {
  const read = readFormula(text);
  if (!read.ok) return read;
  const own = { kind: 'formula', name: text.trim(), points: null } as const;
  return { ok: true, own: { ...own, value: bounded(read.value) } };
}

const VALUE = /^-?\d{1,5}(\.\d{1,4})?$/;

function drawing(text: string): ReadOwn {
  const parts = text.split(/[:,]/);
  const [low, high, ...values] = parts.map(Number);
  const fits = parts.every((part) => VALUE.test(part)) && low! < high!;
  if (!fits || values.length !== PLACES) return { ok: false, problem: { code: 'drawing' } };
  const at = linspace([low!, high!], PLACES);
  const value: Formula = (x) =>
    x < low! - 1e-3 || x > high! + 1e-3 ? Number.NaN : between(at, values, x);
  return { ok: true, own: { kind: 'drawn', name: null, points: null, value } };
}

function listed(text: string): ReadOwn {
  const field = pointsField(MOST_POINTS_OF_FILE);
  const checked = text === '' ? null : checkField(field, field.parse(text));
  return checked?.ok && checked.value !== null
    ? { ok: true, own: ofPoints(checked.value, null) }
    : { ok: false, problem: { code: 'points' } };
}

function ofFile(file: string): ReadOwn {
  const points = held.get(file);
  return points === undefined
    ? { ok: false, problem: { code: 'missing', file } }
    : { ok: true, own: ofPoints(points, file) };
}

/** The line through points; where several have one x, through their mean. */
function ofPoints(points: readonly Point[], name: string | null): OwnTask {
  const heights = new Map<number, number[]>();
  for (const { x, y } of points) heights.set(x, [...(heights.get(x) ?? []), y]);
  const line = [...heights]
    .map(([x, ys]) => ({ x, y: ys.reduce((sum, y) => sum + y, 0) / ys.length }))
    .sort((a, b) => a.x - b.x);
  const value: Formula = (x) => {
    const right = line.findIndex((point) => point.x >= x - 1e-9);
    if (right < 0) return Number.NaN;
    const b = line[right]!;
    if (Math.abs(b.x - x) <= 1e-9) return b.y;
    const a = line[right - 1];
    return a === undefined ? Number.NaN : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
  };
  return { kind: 'points', name, value, points };
}

/** With as many decimals as an address holds. */
const short = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

export const drawingText = ([low, high]: Range, values: readonly number[]): string =>
  `draw:${short(low, 4)}:${short(high, 4)}:${values.map((y) => short(y, 2)).join(',')}`;

/** @param file what points that are too many for an address are held under, with a number where others are */
export function pointsText(points: readonly Point[], file: string): string {
  const text = `points:${points.map(({ x, y }) => `${short(x, 4)}:${short(y, 4)}`).join(',')}`;
  if (text.length <= LONGEST_CODE) return text;
  let name = file;
  for (let copy = 2; held.has(name); copy++) name = `${file} (${copy})`;
  held.set(name, points);
  return `file:${name}`;
}
