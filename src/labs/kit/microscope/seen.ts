/** What can be seen of a walk, made of its numbers: lengths, angles, and places in a plane. For the worker. */

import type { Engine, Rows } from '../../../compute/engine';
import type { Walk } from '../../../contenders/steps';
import { readLines, type TracedLine } from '../trace';
import { angleBetween, difference, lengthOf, type Plane, planeOf } from './plane';
import { printOf } from './print';
import type { Seen, SeenLine } from './recorded';

/** Of quantities with more numbers than this, the task in focus is kept alone: there may be a hundred lines of them. */
const MOST_KEPT = 100_000;

/** Directions in the space of θ, and weights in it. What else lines name has a space of its own. */
const directions = ['gradient', 'v'];
const weights = ['phi', 'theta'];

/** A line with the weights that it has come to, of what is in focus. */
export interface Reached {
  readonly line: SeenLine;
  readonly weights: Float32Array | null;
}

/** What is kept of each quantity of a walk, and how many of its lines belong to a task alone. */
export function keeper(engine: Engine, tasks: number, focus: number) {
  /** Of copies: those of what each task has its own. */
  const ofEach = new Set<Rows>();
  return {
    kept(rows: Rows): Rows {
      const each = rows.tasks === tasks && tasks > 1;
      const copy =
        each && tasks * rows.width > MOST_KEPT ? engine.task(rows, focus) : engine.copy(rows);
      if (each) ofEach.add(copy);
      return copy;
    },
    own: ({ lines }: Pick<Walk<unknown>, 'lines'>): number =>
      1 +
      lines.findLastIndex(({ quantities }) =>
        Object.values(quantities).some((rows) => ofEach.has(rows)),
      ),
  };
}

/** A walk, read: its lines with what can be seen of them, and where they have come to. What it kept is given back. */
export async function seenIn(
  engine: Engine,
  { lines }: Pick<Walk<unknown>, 'lines'>,
  theta: Float32Array,
  focus: number,
): Promise<readonly Reached[]> {
  return reachedIn(await readLines(engine, lines), theta, focus);
}

export function reachedIn(
  lines: readonly TracedLine[],
  theta: Float32Array,
  focus: number,
): readonly Reached[] {
  const found = lines.map(({ line, k, quantities }) => ({
    ...{ line, k },
    rows: Object.entries(quantities).map(([of, kept]) => [of, rowsIn(kept, focus)] as const),
  }));
  const plane = planeOf(spanning(found, theta));
  const earlier = new Map<string, Float32Array>();
  return found.map(({ line, k, rows }) => {
    const seen: Record<string, Seen> = {};
    let reached: Float32Array | null = null;
    for (const [of, all] of rows) {
      seen[of] = seenOf(of, all, plane, theta, earlier.get(of));
      earlier.set(of, all[0]!);
      if (weights.includes(of)) reached = all[0]!;
    }
    return { line: { line, k, seen }, weights: reached };
  });
}

/** The rows that were kept of a quantity, the one in focus first. */
function rowsIn({ tasks, width, values }: TracedLine['quantities'][string], focus: number) {
  const row = (task: number) => values.subarray(task * width, (task + 1) * width);
  const first = tasks === 1 ? 0 : focus;
  const others = Array.from({ length: tasks }, (_, task) => task).filter((task) => task !== first);
  return [row(first), ...others.map(row)];
}

/** The task's first gradient and what θ moves against in the end; where these are one, what θ moves by. */
function spanning(
  found: readonly { readonly rows: readonly (readonly [string, readonly Float32Array[]])[] }[],
  theta: Float32Array,
): Float64Array[] {
  const named = found.flatMap(({ rows }) => rows);
  const ways = named.filter(([of]) => directions.includes(of)).map(([, [first]]) => down(first!));
  const moved = named.findLast(([of]) => of === 'theta');
  const [first, last] = [ways[0], ways.at(-1)];
  if (first === undefined) return [];
  return [first, last!, ...(moved === undefined ? [] : [difference(moved[1][0]!, theta)])];
}

const down = (direction: Float32Array): Float64Array =>
  Float64Array.from(direction, (value) => -value);

function seenOf(
  of: string,
  rows: readonly Float32Array[],
  plane: Plane,
  theta: Float32Array,
  before: Float32Array | undefined,
): Seen {
  const isPlace = weights.includes(of);
  const wayOf = (row: Float32Array) => (isPlace ? difference(row, theta) : down(row));
  const isIn = isPlace || directions.includes(of);
  const [own] = rows;
  const way = isIn ? wayOf(own!) : own!;
  const changes = !isPlace && before !== undefined && before.length === own!.length;
  return {
    length: lengthOf(way),
    places: isIn ? rows.map((row) => plane.place(wayOf(row))) : [],
    within: isIn ? plane.within(way) : null,
    turned: changes ? angleBetween(before, own!) : null,
    changed: changes ? lengthOf(difference(own!, before)) / lengthOf(before) : null,
    print: printOf(own!),
  };
}
