/**
 * An address that others have changed on its way, made good: what can be understood is put as this page writes it, what
 * cannot is left out and told. Loaded when an address is not as this page writes it.
 */

import { type AddressForm, decodeAddress, isCut } from './address';
import type { Field, Fields } from './field';
import { type Problem, quote } from './spec';
import { readGiven } from './written';
import { plainText } from './writtenNumber';

// biome-ignore lint/suspicious/noExplicitAny: the form of any lab
export type AnyForm = AddressForm<any, any, any>;

/** Names of many things, of which some may be good. */
const LISTS: readonly string[] = ['selection', 'points', 'text'];

export function mended(
  form: AnyForm,
  given: URLSearchParams,
): { readonly params: URLSearchParams; readonly problems: readonly Problem[] } {
  const params = new URLSearchParams(given);
  const fields: Fields = { ...form.fields, ...form.view };
  const cut = isCut(form, params) ? withoutCut(fields, params) : null;
  const told = mendPreset(form, params);
  const preset = params.get('preset');
  const problems: Problem[] = [...(cut === null ? [] : [cut]), ...told];
  for (const problem of decodeAddress(form, params).problems) {
    if (problem.code !== 'value') {
      problems.push(problem);
      continue;
    }
    const { field: name } = problem;
    const field = fields[name] as Field<unknown>;
    // The last of several with one name is in force.
    const text = params.getAll(name).at(-1)!;
    const read = readGiven(field, text);
    if (!read.ok) {
      params.delete(name);
      const { value, used } = problem;
      const { readings } = read;
      problems.push(
        readings.length > 0 ? { code: 'ambiguous', field: name, value, readings, used } : problem,
      );
      continue;
    }
    params.set(name, field.format(read.value));
    if (read.dropped !== undefined) {
      const { code, text: left } = read.dropped;
      problems.push({ code, field: name, value: quote(left) });
    }
  }
  for (const name of new Set(params.keys())) {
    if (!Object.hasOwn(fields, name)) params.delete(name);
  }
  if (Object.hasOwn(form.presets, preset ?? '')) params.set('preset', preset!);
  return { params, problems };
}

/** Takes away what the end of an address holds, as it may be half of something. */
function withoutCut(fields: Fields, params: URLSearchParams): Problem | null {
  const entries = [...params];
  const known = entries.findLastIndex(([name]) => Object.hasOwn(fields, name) || name === 'preset');
  // Half a name is an unknown one; what others have appended is none of ours.
  const halved = ([name]: readonly [string, string]) =>
    Object.keys(fields).some((field) => field !== name && field.startsWith(name));
  const [name, text] = entries[known] ?? [];
  const half = entries.slice(known + 1).find(halved);
  if (half !== undefined) {
    params.delete(half[0]);
    return { code: 'cut', field: quote(half[0]), value: quote(half[0]) };
  }
  if (name === undefined) return null;
  const items = LISTS.includes(fields[name]?.wanted.code ?? '') ? text!.split(',') : [text!];
  const kept = items.slice(0, -1);
  if (kept.length > 0) params.set(name, kept.join(','));
  else params.delete(name);
  return { code: 'cut', field: name, value: quote(items.at(-1)) };
}

/** A preset with something behind its name; half a name, cut by whoever put an ellipsis there, may be that of another. */
function mendPreset(form: AnyForm, params: URLSearchParams): Problem[] {
  const given = params.get('preset');
  if (given === null || Object.hasOwn(form.presets, given)) return [];
  const [, name, rest] = /^([\w-]*)(.*)$/s.exec(plainText(given))!;
  const known = name === 'custom' || Object.hasOwn(form.presets, name!);
  if (!known || /^(?:…|\.\.)/.test(rest!)) return [];
  params.set('preset', name!);
  return rest === '' ? [] : [{ code: 'extra', field: 'preset', value: quote(rest) }];
}
