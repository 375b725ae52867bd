/**
 * One setting of a lab: its type, limits, text form and roles, in one place. Its words stand in the catalogues, under its
 * name.
 *
 * From a record of fields come the type of a spec, its validation on both sides of the worker, the address that holds it,
 * the controls that change it, and what a change of it means for a run.
 */

import * as v from 'valibot';
import type { Range } from '../math/range';
import { finite, shortText, whole } from './schemas';

/** What a control needs to know to offer a value. */
export type Control =
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly scale: 'linear' | 'log';
    }
  | { readonly kind: 'range'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'set'; readonly options: readonly string[] }
  /** Only as text. */
  | { readonly kind: 'exact' };

/** What a valid value is, for `words.spec.wanted` to say. */
export type Wanted =
  | { readonly code: 'number' | 'integer' | 'range'; readonly min: string; readonly max: string }
  | { readonly code: 'choice' | 'selection'; readonly options: string }
  | {
      readonly code: 'integers';
      readonly most: number;
      readonly min: string;
      readonly max: string;
    }
  | { readonly code: 'point' }
  | { readonly code: 'points'; readonly most: number }
  | { readonly code: 'text' };

/** What a field is to a run, to presets and to the panel: each said once, at the field. */
export interface Roles {
  /**
   * When a change acts. `training`: at once, and it shapes training, so that the run is no longer that of its link.
   * `looking`: at once, and it shapes only what is looked at. Otherwise with a restart.
   */
  readonly live?: 'training' | 'looking';
  /** Whether the speed of an engine depends on it; unless said, it does if it shapes training. */
  readonly work?: boolean;
  /**
   * `sets`: a preset is these values. `offers`: choosing a preset puts its value in, and another value leaves it that
   * preset; of a selection, taking some away. `keeps`: a preset says nothing of it.
   */
  readonly preset?: 'sets' | 'offers' | 'keeps';
  /** Of a selection: what is taken away of it is merely hidden, and needs no restart. */
  readonly hides?: boolean;
  /** The group of the panel that holds it; "group/part" is folded within the group. None: it has a control elsewhere. */
  readonly group?: string;
  /** Whether it means anything with these settings. */
  readonly visible?: (spec: Readonly<Record<string, unknown>>) => boolean;
}

export interface Field<T> extends Roles {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly control: Control;
  readonly wanted: Wanted;
  /** From the address; what cannot be read is returned as it is, for the schema to refuse. */
  parse(text: string): unknown;
  format(value: T): string;
}

// biome-ignore lint/suspicious/noExplicitAny: fields of every type live in one record
export type Fields = Readonly<Record<string, Field<any>>>;

/** The spec that a record of fields describes. */
export type SpecOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
const MULTIPLE_OF_PI = /^([+-]?(?:\d+\.?\d*|\.\d+)?)(?:pi|π)$/i;

/** Whether a text may mean thousands to whom a point is not the sign of decimals. */
export const maybeThousands = (text: string): boolean =>
  /(?:^|[^\d.])[1-9]\d{0,2}\.\d{3}(?:$|[^\d.])/.test(text);

/**
 * A number as this page writes it, multiples of pi included ("0.5pi"); anything else stays text. Hexadecimal, blanks and
 * infinities are not numbers here; "70.000", which no page of ours writes, may be 70,000. See `written.ts` for the rest.
 */
export function parseNumber(text: string): unknown {
  if (NUMBER.test(text)) {
    const value = Number(text);
    return maybeThousands(text) && String(value) !== text ? text : value;
  }
  const multiple = MULTIPLE_OF_PI.exec(text)?.[1];
  if (multiple === undefined) return text;
  if (multiple === '' || multiple === '+') return Math.PI;
  return multiple === '-' ? -Math.PI : Number(multiple) * Math.PI;
}

/** Shortest text that `parseNumber` reads back as the very same number; quarters of pi by name. */
export function formatNumber(value: number): string {
  const quarters = Math.round((4 * value) / Math.PI);
  const multiple = quarters / 4;
  if (quarters !== 0 && Math.abs(quarters) <= 40 && multiple * Math.PI === value) {
    return `${multiple === 1 ? '' : multiple === -1 ? '-' : multiple}pi`;
  }
  return String(value);
}

interface NumberLimits {
  readonly min: number;
  readonly max: number;
  /** The slider's step; any number between the limits may be typed. */
  readonly step?: number;
  readonly scale?: 'linear' | 'log';
}

const between = ({ min, max }: NumberLimits) => ({
  min: formatNumber(min),
  max: formatNumber(max),
});

export function number(limits: NumberLimits, roles: Roles = {}): Field<number> {
  const { min, max, step = (max - min) / 100, scale = 'linear' } = limits;
  return {
    ...roles,
    schema: v.pipe(finite, v.minValue(min), v.maxValue(max)),
    control: { kind: 'number', min, max, step, scale },
    wanted: { code: 'number', ...between(limits) },
    parse: parseNumber,
    format: formatNumber,
  };
}

export function integer(limits: NumberLimits, roles: Roles = {}): Field<number> {
  const { min, max, step = 1, scale = 'linear' } = limits;
  return {
    ...roles,
    schema: v.pipe(whole, v.minValue(min), v.maxValue(max)),
    control: { kind: 'number', min, max, step, scale },
    wanted: { code: 'integer', min: String(min), max: String(max) },
    parse: parseNumber,
    format: String,
  };
}

/** A whole number among too many for a slider. */
export function seed(roles: Roles = {}): Field<number> {
  return { ...integer({ min: 0, max: 2 ** 32 - 1 }, roles), control: { kind: 'exact' } };
}

/** An interval, written "low,high". */
export function range(limits: NumberLimits, roles: Roles = {}): Field<Range> {
  const { min, max, step = (max - min) / 100 } = limits;
  const bound = v.pipe(finite, v.minValue(min), v.maxValue(max));
  return {
    ...roles,
    schema: v.pipe(
      v.strictTuple([bound, bound]),
      v.check(([low, high]) => low <= high),
    ),
    control: { kind: 'range', min, max, step },
    wanted: { code: 'range', ...between(limits) },
    parse: (text) => text.split(',').map((part) => parseNumber(part.trim())),
    format: ([low, high]) => `${formatNumber(low)},${formatNumber(high)}`,
  };
}

export function choice<const V extends string>(options: readonly V[], roles: Roles = {}): Field<V> {
  return {
    ...roles,
    schema: v.picklist(options),
    control: { kind: 'choice', options },
    wanted: { code: 'choice', options: options.join(', ') },
    parse: (text) => text,
    format: (value) => value,
  };
}

/** A non-empty selection, written "a,b,c"; kept in the order of the options. */
export function selection<const V extends string>(
  options: readonly V[],
  roles: Roles = {},
): Field<readonly V[]> {
  return {
    ...roles,
    schema: v.pipe(
      v.array(v.picklist(options)),
      v.minLength(1),
      v.maxLength(options.length),
      v.transform((chosen) => options.filter((option) => chosen.includes(option))),
    ),
    control: { kind: 'set', options },
    wanted: { code: 'selection', options: options.join(', ') },
    parse: (text) => text.split(','),
    format: (value) => value.join(','),
  };
}

/** Whole numbers, written "40,40". */
export function integerList(
  limits: { readonly min: number; readonly max: number; readonly most: number },
  roles: Roles = {},
): Field<readonly number[]> {
  const { min, max, most } = limits;
  return {
    ...roles,
    schema: v.pipe(
      v.array(v.pipe(whole, v.minValue(min), v.maxValue(max))),
      v.minLength(1),
      v.maxLength(most),
    ),
    control: { kind: 'exact' },
    wanted: { code: 'integers', most, min: String(min), max: String(max) },
    parse: (text) => text.split(',').map((part) => parseNumber(part.trim())),
    format: (value) => value.join(','),
  };
}

/** A point of the plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const POINT = /^(-?\d{1,5}(?:\.\d{1,6})?):(-?\d{1,5}(?:\.\d{1,6})?)$/;

function parsePoint(text: string): unknown {
  const match = POINT.exec(text);
  return match === null ? text : { x: Number(match[1]), y: Number(match[2]) };
}

const coordinate = v.pipe(finite, v.minValue(-99_999.999999), v.maxValue(99_999.999999));
const pointSchema = v.object({ x: coordinate, y: coordinate });

/** A point, written "x:y"; none is written as nothing. */
export function point(roles: Roles = {}): Field<Point | null> {
  return {
    ...roles,
    schema: v.nullable(pointSchema),
    control: { kind: 'exact' },
    wanted: { code: 'point' },
    parse: (text) => (text === '' ? null : parsePoint(text)),
    format: (value) => (value === null ? '' : `${value.x}:${value.y}`),
  };
}

/** Points, written "x:y,x:y"; null, written as nothing, for those that are drawn. */
export function points(most: number, roles: Roles = {}): Field<readonly Point[] | null> {
  return {
    ...roles,
    schema: v.nullable(v.pipe(v.array(pointSchema), v.minLength(1), v.maxLength(most))),
    control: { kind: 'exact' },
    wanted: { code: 'points', most },
    parse: (text) => (text === '' ? null : text.split(',').map(parsePoint)),
    format: (value) => (value ?? []).map(({ x, y }) => `${x}:${y}`).join(','),
  };
}

/** Text that a page writes for itself, in a form of its own. @param most characters */
export function text(
  { most, fits }: { readonly most: number; readonly fits: (text: string) => boolean },
  roles: Roles = {},
): Field<string> {
  return {
    ...roles,
    schema: v.pipe(shortText(most), v.check(fits)),
    control: { kind: 'exact' },
    wanted: { code: 'text' },
    parse: (given) => given,
    format: (value) => value,
  };
}
