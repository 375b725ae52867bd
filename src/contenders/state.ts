/** What a contender carries from one meta-iteration to the next: named rows of weights, and the moments of their optimisers. */

import type { Engine, Moments, Rows } from '../compute/engine';

export type Weights = Readonly<Record<string, Rows>>;

export interface State {
  /** By name, one row each: `theta`, … */
  readonly weights: Weights;
  /** By name; those of an outer optimiser are named as the weights that it moves. */
  readonly moments: Readonly<Record<string, Moments>>;
}

/** A state as plain numbers. */
export interface SavedState {
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly moments: Readonly<
    Record<
      string,
      { readonly first: Float32Array; readonly second: Float32Array; readonly updates: number }
    >
  >;
}

type MomentsOf<T> = { readonly first: T; readonly second: T; readonly updates: number };

/** Weights on an engine, with moments at zero for each. */
export function begin(engine: Engine, weights: Readonly<Record<string, Float32Array>>): State {
  return hold(engine, { weights, moments: {} });
}

/** A state on an engine; moments that were left out, or are of other weights, are zero. */
export function hold(engine: Engine, { weights, moments }: SavedState): State {
  const rows: Record<string, Rows> = {};
  const held: Record<string, Moments> = {};
  for (const [name, values] of Object.entries(weights)) {
    rows[name] = engine.rows(values, 1);
    held[name] = holdMoments(engine, moments[name], values.length);
  }
  for (const [name, kept] of Object.entries(moments)) {
    if (held[name] === undefined && kept.second.length > 0) {
      held[name] = holdMoments(engine, kept, kept.second.length);
    }
  }
  return { weights: rows, moments: held };
}

/** Copies of its weights alone, for who adapts them while the state goes on. */
export const copyWeights = (engine: Engine, { weights }: State): State => ({
  weights: Object.fromEntries(
    Object.entries(weights).map(([name, rows]) => [name, engine.copy(rows)]),
  ),
  moments: {},
});

/** Weights alone, for who adapts them and no more. */
export const holdWeights = (engine: Engine, weights: SavedState['weights']): State => ({
  weights: Object.fromEntries(
    Object.entries(weights).map(([name, values]) => [name, engine.rows(values, 1)]),
  ),
  moments: {},
});

function holdMoments(
  engine: Engine,
  kept: MomentsOf<Float32Array> | undefined,
  width: number,
): Moments {
  const rows = (values: Float32Array | undefined) =>
    engine.rows(values?.length === width ? values : new Float32Array(width), 1);
  const known = kept?.second.length === width;
  return {
    first: rows(kept?.first),
    second: rows(kept?.second),
    updates: known ? (kept?.updates ?? 0) : 0,
  };
}

export async function readWeights(
  engine: Engine,
  weights: Weights,
): Promise<SavedState['weights']> {
  const saved: Record<string, Float32Array> = {};
  for (const [name, rows] of Object.entries(weights)) saved[name] = await engine.read(rows);
  return saved;
}

export async function read(engine: Engine, { weights, moments }: State): Promise<SavedState> {
  const values = (rows: Rows) => engine.read(rows);
  const kept: Record<string, MomentsOf<Float32Array>> = {};
  for (const [name, { first, second, updates }] of Object.entries(moments)) {
    kept[name] = { first: await values(first), second: await values(second), updates };
  }
  return { weights: await readWeights(engine, weights), moments: kept };
}

/** What looking back needs of a state: its weights, and moments of these names. */
export function slim({ weights, moments }: SavedState, keep: readonly string[] = []): SavedState {
  const kept = keep.flatMap((name) => {
    const own = moments[name];
    return own === undefined ? [] : [[name, { ...own, first: new Float32Array() }] as const];
  });
  return { weights, moments: Object.fromEntries(kept) };
}

const rowsOf = ({ weights, moments }: State): Rows[] => [
  ...Object.values(weights),
  ...Object.values(moments).flatMap(({ first, second }) => [first, second]),
];

/** Releases what `state` holds, but for what `next` holds too. */
export function release(engine: Engine, state: State, next: State | null = null): void {
  const kept = new Set(next === null ? [] : rowsOf(next));
  engine.release(...rowsOf(state).filter((rows) => !kept.has(rows)));
}
