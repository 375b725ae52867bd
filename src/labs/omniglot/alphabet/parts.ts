/**
 * Parts of the recipe, each with the settings that leave it out: what `npm run reproduce -- omniglot-alphabet --without PART`
 * trains, and what the page says mattered.
 */

import type { OmniglotSpec } from '../fields';

export const parts = {
  normalising: { normalise: 'off' },
  alphabet: { within: 'any' },
  rate: { alphabetRate: 0.003 },
} as const satisfies Record<string, Partial<OmniglotSpec>>;

export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];
