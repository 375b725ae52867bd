/** Specs as wholes: validation, the text form that addresses hold, and what follows from the roles of their fields. */

import * as v from 'valibot';
import type { Field, Fields, Roles, SpecOf, Wanted } from './field';

/** A value that was not accepted, for `words.spec` to say. */
export type Problem =
  | {
      readonly code: 'value';
      readonly field: string;
      /** What was given, short and printable. */
      readonly value: string;
      readonly wanted: Wanted;
      /** What is used instead. */
      readonly used: string;
    }
  /** It can be read in several ways. */
  | {
      readonly code: 'ambiguous';
      readonly field: string;
      readonly value: string;
      readonly readings: readonly string[];
      readonly used: string;
    }
  /** What of a value is left out: items of a list, what stands around it, or where an address was cut. */
  | {
      readonly code: 'items' | 'extra' | 'cut';
      readonly field: string;
      readonly value: string;
    }
  | { readonly code: 'unknown'; readonly field: string }
  | {
      readonly code: 'preset';
      readonly field: string;
      readonly value: string;
      readonly options: string;
      readonly used: string;
    };

const LONGEST_QUOTE = 24;

/** A value as a message may quote it: short, and without control characters. */
export function quote(value: unknown): string {
  const text = Array.isArray(value) ? value.map(textOf).join(',') : textOf(value);
  const printable = text.replace(/\p{C}/gu, '');
  const characters = [...printable.slice(0, 2 * LONGEST_QUOTE)].slice(0, LONGEST_QUOTE).join('');
  return characters.length < printable.length ? `${characters}…` : printable;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** Checks one value; null in place of a value that is none. */
export function checkField<T>(
  field: Field<T>,
  value: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false } {
  const result = v.safeParse(field.schema, value);
  return result.success ? { ok: true, value: result.output } : { ok: false };
}

/** Checks a whole spec that came from elsewhere (a message, a file). Fields that fail take their default. */
export function checkSpec<F extends Fields>(
  fields: F,
  defaults: SpecOf<F>,
  candidate: unknown,
): { spec: SpecOf<F>; problems: Problem[] } {
  const source = typeof candidate === 'object' && candidate !== null ? candidate : {};
  const spec: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const standard = defaults[name as keyof F];
    if (!Object.hasOwn(source, name)) {
      spec[name] = standard;
      continue;
    }
    const given = (source as Record<string, unknown>)[name];
    const checked = checkField(field, given);
    spec[name] = checked.ok ? checked.value : standard;
    if (!checked.ok) {
      const [value, used] = [quote(given), field.format(standard)];
      problems.push({ code: 'value', field: name, value, wanted: field.wanted, used });
    }
  }
  return { spec: spec as SpecOf<F>, problems };
}

/** The text form of a spec: every field in order, or those alone that differ from `defaults`. */
export function encodeSpec<F extends Fields>(
  fields: F,
  spec: SpecOf<F>,
  defaults?: SpecOf<F>,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const text = (field as Field<unknown>).format(spec[name as keyof F]);
    const standard = defaults && (field as Field<unknown>).format(defaults[name as keyof F]);
    if (text !== standard) params.set(name, text);
  }
  return params;
}

/** Reads a spec from its text form. Missing fields take their default silently, bad ones with a problem. */
export function decodeSpec<F extends Fields>(
  fields: F,
  defaults: SpecOf<F>,
  params: URLSearchParams,
): { spec: SpecOf<F>; problems: Problem[] } {
  const candidate: Record<string, unknown> = {};
  for (const [name, text] of params) {
    if (Object.hasOwn(fields, name)) candidate[name] = fields[name]!.parse(text);
  }
  return checkSpec(fields, defaults, candidate);
}

/** What an address says that belongs to none of these. */
export function unknownIn(
  params: URLSearchParams,
  ...known: readonly Readonly<Record<string, unknown>>[]
): Problem[] {
  return [...new Set(params.keys())]
    .filter((name) => !known.some((names) => Object.hasOwn(names, name)))
    .map((name) => ({ code: 'unknown', field: quote(name) }));
}

/** Names of the fields in which two specs differ. */
export function changedFields<F extends Fields>(
  fields: F,
  a: SpecOf<F>,
  b: SpecOf<F>,
): (keyof F & string)[] {
  return Object.keys(fields).filter((name) => {
    if (a[name as keyof F] === b[name as keyof F]) return false;
    const format = (fields[name] as Field<unknown>).format;
    return format(a[name as keyof F]) !== format(b[name as keyof F]);
  });
}

const namesWhere = <F extends Fields>(
  fields: F,
  holds: (roles: Roles) => boolean,
): (keyof F & string)[] => Object.keys(fields).filter((name) => holds(fields[name]!));

/** What can change while training goes on; everything else waits for a restart. */
export const liveOf = <F extends Fields>(fields: F) =>
  namesWhere(fields, ({ live }) => live !== undefined);

/** Fields that change nothing of a run but how it is looked at. */
export const lookingOf = <F extends Fields>(fields: F) =>
  namesWhere(fields, ({ live }) => live === 'looking');

/** Live fields that shape training, so that a run in which they moved is not the run of one address. */
export const tuningOf = <F extends Fields>(fields: F) =>
  namesWhere(fields, ({ live }) => live === 'training');

/** What the speed of an engine depends on: whatever shapes training, unless it says otherwise. */
export const workOf = <F extends Fields>(fields: F) =>
  namesWhere(fields, ({ live, work }) => work ?? live !== 'looking');

/** `spec` with the live fields of `changes`, and nothing else of them. */
export function withLive<F extends Fields>(
  fields: F,
  spec: SpecOf<F>,
  changes: SpecOf<F>,
): SpecOf<F> {
  const live = liveOf(fields).map((name) => [name, changes[name]]);
  return { ...spec, ...(Object.fromEntries(live) as Partial<SpecOf<F>>) };
}
