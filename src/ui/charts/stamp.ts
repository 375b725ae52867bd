/** What a figure that is taken away says of where it comes from, as far as a part of the page knows: it says how to ask. */

import type { Measured } from './table';

export interface Row {
  readonly label: string;
  /** Empty for a label that says it all. */
  readonly value: string;
}

export interface Stamp {
  /** For the names of files: of the lab, then of what tells one run from another. */
  readonly place: string;
  readonly run: readonly string[];
  /** In lines. */
  readonly lines: readonly (readonly Row[])[];
  readonly link: string;
}

/** Asked with what a figure's numbers are of when it is taken away; null where there is nothing to say but where it is. */
export const stamping: { ask: ((of: Measured | null) => Promise<Stamp | null>) | null } = {
  ask: null,
};
