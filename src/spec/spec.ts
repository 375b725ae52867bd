/** Specs as wholes: validation, and the text form that addresses hold. */

import type { Field, Fields, SpecOf } from './field';

/** A value that was not accepted, in words for a person. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

const LONGEST_QUOTE = 24;

/** A value as a message may quote it: short, and without control characters. */
function quote(value: unknown): string {
  const text = Array.isArray(value) ? value.join(',') : String(value);
  const printable = text.replace(/\p{C}/gu, '');
  return printable.length > LONGEST_QUOTE ? `${printable.slice(0, LONGEST_QUOTE)}…` : printable;
}

/** Checks one value; the problem names the value, the limit and the cure. */
export function checkField<T>(
  name: string,
  field: Field<T>,
  value: unknown,
): { ok: true; value: T } | { ok: false; problem: Problem } {
  const result = field.schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const message = `${name} is “${quote(value)}”; it must be ${field.wanted}`;
  return { ok: false, problem: { field: name, message } };
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
    const checked = checkField(name, field, (source as Record<string, unknown>)[name]);
    spec[name] = checked.ok ? checked.value : standard;
    if (!checked.ok) problems.push(checked.problem);
  }
  return { spec: spec as SpecOf<F>, problems };
}

/** The text form of a spec, every field in order. */
export function encodeSpec<F extends Fields>(fields: F, spec: SpecOf<F>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    params.set(name, (field as Field<unknown>).format(spec[name as keyof F]));
  }
  return params;
}

/**
 * Reads a spec from its text form. Missing fields take their default silently, bad ones with a problem; names in
 * `others` belong to somebody else, any other name is a problem.
 */
export function decodeSpec<F extends Fields>(
  fields: F,
  defaults: SpecOf<F>,
  params: URLSearchParams,
  others: readonly string[] = [],
): { spec: SpecOf<F>; problems: Problem[] } {
  const candidate: Record<string, unknown> = {};
  const unknown: Problem[] = [];
  for (const [name, text] of params) {
    if (Object.hasOwn(fields, name)) candidate[name] = fields[name]!.parse(text);
    else if (!others.includes(name)) {
      unknown.push({ field: quote(name), message: `there is no setting “${quote(name)}”` });
    }
  }
  const { spec, problems } = checkSpec(fields, defaults, candidate);
  const withDefaults = problems.map((problem) => {
    const field = fields[problem.field] as Field<unknown>;
    const used = field.format(defaults[problem.field as keyof F]);
    return { ...problem, message: `${problem.message}: using ${used}` };
  });
  return { spec, problems: [...withDefaults, ...unknown] };
}

/** Names of the fields in which two specs differ. */
export function changedFields<F extends Fields>(
  fields: F,
  a: SpecOf<F>,
  b: SpecOf<F>,
): (keyof F & string)[] {
  return Object.keys(fields).filter((name) => {
    const format = (fields[name] as Field<unknown>).format;
    return format(a[name as keyof F]) !== format(b[name as keyof F]);
  });
}
