/** A shape for each method, so that a table of them can be read without colours. */

import type { ReactNode } from 'react';
import { lookOf } from '../../../ui/palette';
import type { MethodName } from '../methods/registry';

/** About the origin, from −5 to 5. */
const paths: Readonly<Record<MethodName, string>> = {
  maml: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  fomaml: 'M0-4.4 4.6 3.8h-9.2z',
  reptile: 'M-3.6-3.6h7.2v7.2h-7.2z',
  metasgd: 'M-4.4 0 3.8-4.6v9.2z',
  anil: 'M4.4 0-3.8-4.6v9.2z',
  ravi: 'M-4.2-2.4 0-5l4.2 2.6v4.8L0 5l-4.2-2.6z',
  prototypical: 'M0-5 4.6 0 0 5-4.6 0z',
  matching: 'M0 4.4 4.6-3.8h-9.2z',
  matchingfce: 'M0 4.4 4.6-3.8 0-1.4-4.6-3.8z',
  alphabet: 'M-4.6 3.8 0-5 4.6 3.8 0 1.2z',
  joint: 'M-1.5-4.6h3v3.1h3.1v3h-3.1v3.1h-3v-3.1h-3.1v-3h3.1z',
  random: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z',
  pixels: 'M0-5 1.3-1.6 4.8-1.5 2-.1 2.9 4 0 1.9-2.9 4-2-.1-4.8-1.5-1.3-1.6z',
};
/** Drawn as lines, so that they are not taken for the full ones. */
const hollow: readonly MethodName[] = ['random', 'metasgd', 'anil'];

export const WRONG = 'M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2';

/** As part of a drawing. */
export function Shape({ name }: { readonly name: MethodName }): ReactNode {
  const { color } = lookOf(name);
  return hollow.includes(name) ? (
    <path d={paths[name]} fill="none" stroke={color} strokeWidth={1.5} />
  ) : (
    <path d={paths[name]} fill={color} />
  );
}
