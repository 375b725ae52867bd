/** A lab as an address: its preset, every setting by name, and what of its view is not as it begins. */

import type { Fields, SpecOf } from './field';
import { type Presets, presetIn, presetOf } from './preset';
import { decodeSpec, encodeSpec, type Problem, unknownIn } from './spec';

/** What an address of a lab is made of. */
export interface AddressForm<F extends Fields, V extends Fields, Name extends string> {
  readonly fields: F;
  /** What is looked at, and how: worth a link, and nothing to the run. */
  readonly view: V;
  readonly presets: Presets<SpecOf<F>, Name>;
  readonly defaultPreset: Name;
  /** See `presetOf`. */
  readonly like?: ((preset: SpecOf<F>, spec: SpecOf<F>) => SpecOf<F>) | undefined;
  /** The view that a lab with these settings begins with. */
  readonly viewOf: (spec: SpecOf<F>) => SpecOf<V>;
}

export interface Address<F extends Fields, V extends Fields> {
  readonly spec: SpecOf<F>;
  readonly view: SpecOf<V>;
}

export function encodeAddress<F extends Fields, V extends Fields, Name extends string>(
  form: AddressForm<F, V, Name>,
  { spec, view }: Address<F, V>,
): URLSearchParams {
  const preset = presetOf(form.fields, form.presets, spec, form.like);
  const params = new URLSearchParams({ preset, [FORM]: '2' });
  for (const [name, text] of encodeSpec(form.fields, spec)) params.set(name, text);
  for (const [name, text] of encodeSpec(form.view, view, form.viewOf(spec))) params.set(name, text);
  const last = endOf(form);
  const end = params.get(last)!;
  params.delete(last);
  params.set(last, end);
  return params;
}

/**
 * Says that an address is whole only if it ends in the last choice among its settings: whoever cuts such an address
 * cannot leave half a value that looks like a whole one.
 */
const FORM = 'v';

/** The setting that an address ends in. */
export const endOf = ({ fields }: { readonly fields: Fields }): string =>
  Object.keys(fields).findLast((name) => fields[name]!.control.kind === 'choice')!;

/** What a short address begins with, and ends in. */
export const SHORT = [FORM, '3'] as const;

/** Whether an address that this page wrote has lost its end. */
export function isCut(form: { readonly fields: Fields }, params: URLSearchParams): boolean {
  const [first, last] = params.getAll(FORM);
  return first === '3' ? last !== first : first !== undefined && !params.has(endOf(form));
}

/** Reads an address; what cannot be used of it takes its default, and is told. */
export function decodeAddress<F extends Fields, V extends Fields, Name extends string>(
  form: AddressForm<F, V, Name>,
  params: URLSearchParams,
): { readonly address: Address<F, V>; readonly problems: Problem[] } {
  const { preset, problems } = presetIn(params, form.presets, form.defaultPreset);
  const settings = decodeSpec(form.fields, form.presets[preset].spec, params);
  const view = decodeSpec(form.view, form.viewOf(settings.spec), params);
  return {
    address: { spec: settings.spec, view: view.spec },
    problems: [
      ...problems,
      ...settings.problems,
      ...view.problems,
      ...unknownIn(params, form.fields, form.view, {
        preset: true,
        [FORM]: true,
      }),
    ],
  };
}

/** The part of a link behind its page: colons and commas are plain in it, and easier to read. */
export const hashOf = (lab: string, params: URLSearchParams): string =>
  `#/${lab}?${String(params).replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
