/** Presets in addresses: a name that stands for a whole spec. */

import type { Problem } from '../spec/spec';

/** The preset that an address names, or the default one, and what is wrong with the name. */
export function presetIn<Name extends string>(
  params: URLSearchParams,
  names: readonly Name[],
  standard: Name,
): { preset: Name; problems: Problem[] } {
  const named = params.get('preset') ?? standard;
  const known = names.find((name) => name === named);
  if (known !== undefined || named === 'custom') {
    return { preset: known ?? standard, problems: [] };
  }
  const message = `preset is “${named.slice(0, 24)}”; it must be one of ${names.join(', ')}: using ${standard}`;
  return { preset: standard, problems: [{ field: 'preset', message }] };
}
