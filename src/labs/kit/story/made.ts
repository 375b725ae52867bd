/** What makes a run: two addresses with the same of it have the same run. */

import type { Fields } from '../../../spec/field';
import { encodeSpec, lookingOf } from '../../../spec/spec';

export interface Fielded {
  readonly definition: { readonly fields: Fields; readonly name: string };
}

/** All settings that are not only looked with, as text. */
export function madeBy(
  { fields }: Pick<Fielded['definition'], 'fields'>,
  spec: Readonly<Record<string, unknown>>,
): string {
  const text = encodeSpec(fields, spec as never);
  for (const name of [...lookingOf(fields), 'engine', 'workers']) text.delete(name);
  return String(text);
}
