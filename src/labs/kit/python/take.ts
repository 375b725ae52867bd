/** What of a lab in sight can be taken to Python. */

import type { Phrase } from '../../../words/words';
import type { AnyLab } from '../context';
import type { Tensors } from '../safetensors';
import type { Recipe } from './assemble';

/** A number of the page that the script prints too. */
export interface Figure {
  readonly method: string;
  /** Steps after which it is measured; null where there are none to choose. */
  readonly steps: number | null;
  readonly mean: number;
  readonly ci95: number;
  readonly median: number | null;
}

export interface Take {
  /** Of its files, without what they end in. */
  readonly name: string;
  /** What it needs beside PyTorch, as pip calls it, and where its data are. */
  readonly beside?: { readonly packages: string; readonly data: string };
  /** Null while the page itself looks for a setting of the script, or where nobody who takes part is in scripts. */
  readonly recipe: Recipe | null;
  /** Why there is no script, where another method would not bring one. */
  readonly unscripted?: Phrase;
  /** Whether it judges weights and trains none; steps are then sightings of what is judged. */
  readonly judgesOnly?: boolean;
  /** Methods for which a script has no room. */
  readonly leftOut: readonly string[];
  /** Those that no script has. */
  readonly without?: readonly string[];
  /** What the page has measured of held-out tasks, and the meta-iteration that it is of. */
  readonly figures: readonly Figure[];
  readonly iteration: number | null;
  /** Meta-iterations that the weights were trained for before the run, of each method that was. */
  readonly beforehand: readonly number[];
  /** Null before the run has any. */
  weights(): Promise<Tensors | null>;
}

export type TakeOf = (lab: AnyLab) => Take;

/** Six digits at most, as the scripts print them, so that the two can be compared. */
export const digits = (value: number): string => String(Number(value.toPrecision(6)));

/** By what the scripts print before them. */
export const notesOf = ({
  figures,
  iteration,
}: Pick<Take, 'figures' | 'iteration'>): Record<string, string> => ({
  ...(iteration === null ? {} : { 'meta-iterations': String(iteration) }),
  ...Object.fromEntries(
    figures.map(({ method, steps, mean, ci95, median }) => [
      steps === null ? method : `${method} ${steps}`,
      `${digits(mean)} ± ${digits(ci95)}${median === null ? '' : `, median ${digits(median)}`}`,
    ]),
  ),
});
