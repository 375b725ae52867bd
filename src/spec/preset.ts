/** Presets: names that stand for a whole spec, in the menu and in addresses. */

import type { Field, Fields, SpecOf } from './field';
import { changedFields, type Problem, quote } from './spec';

export interface Preset<S> {
  readonly spec: S;
}

export type Presets<S, Name extends string = string> = Readonly<Record<Name, Preset<S>>>;

const namesOf = <Name extends string>(presets: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(presets) as Name[];

/**
 * The preset that a spec is, whatever its fields that presets keep, or `custom`. What a preset offers may be another value;
 * a selection may lack some of what it offers, and have nothing else.
 *
 * @param like what a preset is compared as: some of its values may follow from the spec
 */
export function presetOf<F extends Fields, Name extends string>(
  fields: F,
  presets: Presets<SpecOf<F>, Name>,
  spec: SpecOf<F>,
  like: (preset: SpecOf<F>, spec: SpecOf<F>) => SpecOf<F> = (preset) => preset,
): Name | 'custom' {
  const is = (name: Name): boolean => {
    const preset = like(presets[name].spec, spec);
    return changedFields(fields, preset, spec).every((field) => {
      const role = fields[field]!.preset;
      return role === 'keeps' || (role === 'offers' && within(spec[field], preset[field]));
    });
  };
  return namesOf(presets).find(is) ?? 'custom';
}

const within = (chosen: unknown, offered: unknown): boolean =>
  !Array.isArray(chosen) ||
  chosen.every((value) => (offered as readonly unknown[]).includes(value));

/** A preset in place of `spec`, with what presets keep. */
export function withPreset<F extends Fields>(
  fields: F,
  preset: SpecOf<F>,
  spec: SpecOf<F>,
): SpecOf<F> {
  const kept = Object.entries<Field<unknown>>(fields)
    .filter(([, field]) => field.preset === 'keeps')
    .map(([name]) => [name, spec[name as keyof F]]);
  return { ...preset, ...(Object.fromEntries(kept) as Partial<SpecOf<F>>) };
}

/** The preset that an address names, or the standard one, and what is wrong with the name. */
export function presetIn<Name extends string>(
  params: URLSearchParams,
  presets: Readonly<Record<Name, unknown>>,
  standard: Name,
): { readonly preset: Name; readonly problems: Problem[] } {
  const named = params.get('preset') ?? standard;
  const known = namesOf(presets).find((name) => name === named);
  if (known !== undefined || named === 'custom') return { preset: known ?? standard, problems: [] };
  const options = namesOf(presets).join(', ');
  const problem = { field: 'preset', value: quote(named), options, used: standard } as const;
  return { preset: standard, problems: [{ code: 'preset', ...problem }] };
}
