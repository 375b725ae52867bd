/**
 * One setting of a lab: its type, limits, text form and words, in one place.
 *
 * From a record of fields come the type of a spec, its validation on both sides of the worker, the
 * address that holds it, and the controls that change it.
 */

import * as z from 'zod/mini';
import type { Range } from '../math/range';

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
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'set'; readonly options: readonly Option[] }
  /** Only as text. */
  | { readonly kind: 'exact' };

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Words {
  /** Short name, with the paper's symbol: "Rate α". */
  readonly label: string;
  /** One sentence on what it does. */
  readonly help?: string;
  /** Unit after the value: "rad". */
  readonly unit?: string;
}

export interface Field<T> extends Words {
  readonly schema: z.ZodMiniType<T>;
  readonly control: Control;
  /** What a valid value is, to finish the sentence "it must be …". */
  readonly wanted: string;
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

/**
 * A number as people write it, multiples of pi included ("0.5pi"); anything else stays text.
 * Hexadecimal, blanks and infinities are not numbers here.
 */
export function parseNumber(text: string): unknown {
  if (NUMBER.test(text)) return Number(text);
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

export function number(limits: NumberLimits, words: Words): Field<number> {
  const { min, max, step = (max - min) / 100, scale = 'linear' } = limits;
  return {
    ...words,
    schema: z.number().check(z.gte(min), z.lte(max)),
    control: { kind: 'number', min, max, step, scale },
    wanted: `a number from ${formatNumber(min)} to ${formatNumber(max)}`,
    parse: parseNumber,
    format: formatNumber,
  };
}

export function integer(limits: NumberLimits, words: Words): Field<number> {
  const { min, max, step = 1, scale = 'linear' } = limits;
  return {
    ...words,
    schema: z.int().check(z.gte(min), z.lte(max)),
    control: { kind: 'number', min, max, step, scale },
    wanted: `a whole number from ${min} to ${max}`,
    parse: parseNumber,
    format: String,
  };
}

/** A whole number among too many for a slider. */
export function seed(words: Words): Field<number> {
  return { ...integer({ min: 0, max: 2 ** 32 - 1 }, words), control: { kind: 'exact' } };
}

/** An interval, written "low,high". */
export function range(limits: NumberLimits, words: Words): Field<Range> {
  const { min, max, step = (max - min) / 100 } = limits;
  const bound = z.number().check(z.gte(min), z.lte(max));
  return {
    ...words,
    schema: z.readonly(z.tuple([bound, bound]).check(z.refine(([low, high]) => low <= high))),
    control: { kind: 'range', min, max, step },
    wanted: `two numbers from ${formatNumber(min)} to ${formatNumber(max)}, the lower first`,
    parse: (text) => text.split(',').map(parseNumber),
    format: ([low, high]) => `${formatNumber(low)},${formatNumber(high)}`,
  };
}

export function choice<const V extends string>(
  options: readonly { readonly value: V; readonly label: string }[],
  words: Words,
): Field<V> {
  const values = options.map((o) => o.value) as [V, ...V[]];
  return {
    ...words,
    schema: z.enum(values) as unknown as z.ZodMiniType<V>,
    control: { kind: 'choice', options },
    wanted: `one of ${values.join(', ')}`,
    parse: (text) => text,
    format: (value) => value,
  };
}

/** A non-empty selection, written "a,b,c"; kept in the order of the options. */
export function selection<const V extends string>(
  options: readonly { readonly value: V; readonly label: string }[],
  words: Words,
): Field<readonly V[]> {
  const values = options.map((o) => o.value) as [V, ...V[]];
  const schema = z.pipe(
    z.array(z.enum(values)).check(z.minLength(1), z.maxLength(values.length)),
    z.transform((chosen) => values.filter((v) => (chosen as readonly V[]).includes(v))),
  );
  return {
    ...words,
    schema: schema as unknown as z.ZodMiniType<readonly V[]>,
    control: { kind: 'set', options },
    wanted: `one or more of ${values.join(', ')}`,
    parse: (text) => text.split(','),
    format: (value) => value.join(','),
  };
}

/** Whole numbers, written "40,40". */
export function integerList(
  limits: { readonly min: number; readonly max: number; readonly most: number },
  words: Words,
): Field<readonly number[]> {
  const { min, max, most } = limits;
  return {
    ...words,
    schema: z.readonly(
      z.array(z.int().check(z.gte(min), z.lte(max))).check(z.minLength(1), z.maxLength(most)),
    ),
    control: { kind: 'exact' },
    wanted: `1 to ${most} whole numbers from ${min} to ${max}, with commas between`,
    parse: (text) => text.split(',').map((part) => parseNumber(part.trim())),
    format: (value) => value.join(','),
  };
}
