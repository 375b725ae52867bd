/** A lab as a short address: the preset that is nearest, what differs from it, and nothing else. Loaded to share it. */

import { type Address, type AddressForm, SHORT } from './address';
import type { Fields, SpecOf } from './field';
import { changedFields, encodeSpec } from './spec';

/** Opens as the whole address does. It begins and ends in the same word: one that was cut is told. */
export function shortAddress<F extends Fields, V extends Fields, Name extends string>(
  form: AddressForm<F, V, Name>,
  { spec, view }: Address<F, V>,
): URLSearchParams {
  const preset = nearestPreset(form, spec);
  const params = new URLSearchParams([[...SHORT], ['preset', preset]]);
  const settings = encodeSpec(form.fields, spec, form.presets[preset].spec);
  for (const [name, text] of settings) params.set(name, text);
  for (const [name, text] of encodeSpec(form.view, view, form.viewOf(spec))) params.set(name, text);
  params.append(...SHORT);
  return params;
}

/** The preset from which the fewest settings differ. */
export function nearestPreset<F extends Fields, V extends Fields, Name extends string>(
  { fields, presets }: Pick<AddressForm<F, V, Name>, 'fields' | 'presets'>,
  spec: SpecOf<F>,
): Name {
  const away = (name: Name) => changedFields(fields, presets[name].spec, spec).length;
  return (Object.keys(presets) as Name[]).reduce((best, name) =>
    away(name) < away(best) ? name : best,
  );
}
