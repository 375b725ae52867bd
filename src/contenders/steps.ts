/**
 * An algorithm that can be watched: it stops at each line of its listing and shows what it has computed. Full speed and
 * slow motion run the same body: one drains it, the other walks it.
 */

import type { Engine, Rows } from '../compute/engine';

/** A line of an algorithm, as its paper has it. */
export interface ListingLine {
  /** By which what is said of it is found. */
  readonly name: string;
  /** In TeX. */
  readonly tex: string;
}

/** A line that was just computed. Its quantities live until the algorithm goes on. */
export interface Passed {
  readonly line: ListingLine;
  /** By name: rows of one task, or of each. */
  readonly quantities: Readonly<Record<string, Rows>>;
  /** The inner step k that it is part of, where it is part of one. */
  readonly k: number | null;
}
export type Steps<Result> = Generator<Passed, Result, void>;

export const passed = (
  line: ListingLine,
  quantities: Passed['quantities'],
  k: number | null = null,
): Passed => ({ line, quantities, k });

/** Runs to the end. */
export function drained<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** An algorithm that was walked: what it led to, and copies of what each line computed, to be released. */
export interface Walk<Result> {
  readonly result: Result;
  readonly lines: readonly Passed[];
}

/**
 * Runs to the end as well, and keeps copies of what it computed on the way. To be used within one `tidy`.
 *
 * @param kept what is kept of a quantity: of large ones, a task's own
 */
export function walked<Result>(
  engine: Engine,
  steps: Steps<Result>,
  kept: (rows: Rows) => Rows = (rows) => engine.copy(rows),
): Walk<Result> {
  const lines: Passed[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { result: value, lines };
    const copies = Object.entries(value.quantities).map(([name, rows]) => [name, kept(rows)]);
    lines.push({ ...value, quantities: Object.fromEntries(copies) });
  }
}

const line = (name: string, tex: string): ListingLine => ({ name, tex });

/** Lines that several algorithms share, in the symbols of their formulas. */
export const lines = {
  innerGradient: line('innerGradient', String.raw`g_k=\nabla L_S(\phi_k)`),
  innerStep: line('innerStep', String.raw`\phi_{k+1}=\phi_k-\alpha\,g_k`),
  stepByRates: line('stepByRates', String.raw`\phi_{k+1}=\phi_k-\alpha\circ g_k`),
  queryGradient: line('queryGradient', String.raw`v=\nabla L_Q(\phi_K)`),
  throughStep: line('throughStep', String.raw`v\leftarrow v-\alpha\,H_S(\phi_k)\,v`),
  throughRates: line('throughRates', String.raw`v\leftarrow v-H_S(\phi_k)\,(\alpha\circ v)`),
  ofRates: line('ofRates', String.raw`u\leftarrow u-g_k\circ v`),
  mean: line('mean', String.raw`\bar v=\tfrac1n\textstyle\sum_i v_i`),
  means: line('means', String.raw`(\bar v,\bar u)=\tfrac1n\textstyle\sum_i(v_i,u_i)`),
  allGradient: line('allGradient', String.raw`\bar v=\nabla\,\overline{L(\theta)}`),
  minibatchGradient: line('minibatchGradient', String.raw`g_k=\nabla L_k(\phi_k)`),
  adamStep: line('adamStep', String.raw`\phi_{k+1}=\phi_k-\operatorname{Adam}(g_k)`),
  towards: line('towards', String.raw`\bar v=\overline{\theta-\phi_K}`),
  outerStep: line(
    'outerStep',
    String.raw`\theta\leftarrow\theta-\beta\,\operatorname{step}(\bar v)`,
  ),
  outerMove: line('outerMove', String.raw`\theta\leftarrow\theta-\varepsilon\,\bar v`),
} as const satisfies Readonly<Record<string, ListingLine>>;
