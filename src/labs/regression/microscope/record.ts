/** A meta-iteration walked by the code that trains, and what can be shown of it: lengths, angles, a plane, curves, losses. */

import type { Batch, Rows } from '../../../compute/engine';
import { afterLastStep } from '../../../contenders/evaluation';
import { traceIteration } from '../../../contenders/outerLoop';
import { copyWeights, release, type State } from '../../../contenders/state';
import { mean } from '../../../math/statistics';
import type { Points } from '../../../tasks/task';
import { ownOf } from '../../kit/ownFields';
import { readLines, type TracedLine } from '../../kit/trace';
import { type Asked, onTasks, type Standing } from '../asked';
import { contenderOf } from '../methods';
import { angleBetween, difference, lengthOf, type Plane, planeOf } from './plane';
import type { Fit, Recorded, RecordedLine, Seen } from './recorded';

/** Of quantities with more numbers than this, the task in focus is kept alone: there may be a hundred lines of them. */
const MOST_KEPT = 100_000;

/** Directions in the space of θ, and weights in it. What else lines name has a space of its own. */
const directions = ['gradient', 'v'];
const weights = ['phi', 'theta'];

/** @param task the one in focus; of a meta-batch of fewer, the last */
export async function recordOf(
  run: Asked,
  { name, state }: Standing,
  task: number,
  grid: Float32Array,
): Promise<Recorded> {
  const { scope, spec, settings } = run;
  const { engine, learner } = scope;
  const { source, batches } = run.source();
  const { tasks } = source.tasks.support;
  const focus = Math.min(task, tasks - 1);
  const is = contenderOf(name);
  const own = ownOf(name, is, spec);
  // The run may go on while this is read.
  const before = copyWeights(engine, state);
  let after: State | null = null;
  const held: Batch[] = [];
  try {
    const kept = (rows: Rows) =>
      rows.tasks === tasks && tasks * rows.width > MOST_KEPT
        ? engine.task(rows, focus)
        : engine.copy(rows);
    const walk = traceIteration({ contender: is, scope, source, settings, own }, state, kept);
    after = copyWeights(engine, walk.result);
    // What did not move is the run's own.
    release(engine, walk.result, state);
    const { support, query } = source.tasks;
    const ofOne = [support, query].map((points) => learner.batch(one(points, focus)));
    const curve = learner.batch({ tasks: 1, points: grid.length, inputs: grid, targets: null });
    held.push(...ofOne, curve);
    const fitOf = async (values: Float32Array): Promise<Fit> => {
      const [predicted, ...losses] = engine.tidy(() => {
        const phi = engine.rows(values, 1);
        return [
          learner.predict(phi, curve),
          ...ofOne.map((points) => learner.at(phi, points).loss()),
        ];
      });
      const [loss, queryLoss] = await Promise.all(losses.map((rows) => engine.read(rows)));
      const found = {
        ...{ curve: await engine.read(predicted!), support: loss![0]! },
        query: queryLoss![0]!,
      };
      engine.release(predicted!, ...losses);
      return found;
    };
    const lines = await readLines(engine, walk.lines);
    const theta = await engine.read(before.weights.theta!);
    const afterwards = async (from: State): Promise<number> => {
      const adapting = onTasks(run, { name, state: from }, source.batch(support), settings.inner);
      const asked = source.batch(query);
      return mean(await afterLastStep(adapting, (phi) => learner.at(phi, asked).loss()));
    };
    return {
      ...{ task: focus, tasks, start: await fitOf(theta) },
      lines: await seenIn(lines, theta, focus, fitOf),
      ...{ before: await afterwards(before), after: await afterwards(after) },
    };
  } finally {
    engine.release(...held, ...batches.values());
    release(engine, before);
    if (after !== null) release(engine, after);
  }
}

const one = ({ points, inputs, targets }: Points, task: number): Points => {
  const part = (values: Float32Array) => values.slice(task * points, (task + 1) * points);
  return { tasks: 1, points, inputs: part(inputs), targets: part(targets) };
};

/** The rows that were kept of a quantity, the one in focus first. */
function rowsIn({ tasks, width, values }: TracedLine['quantities'][string], focus: number) {
  const row = (task: number) => values.subarray(task * width, (task + 1) * width);
  const first = tasks === 1 ? 0 : focus;
  const others = Array.from({ length: tasks }, (_, task) => task).filter((task) => task !== first);
  return [row(first), ...others.map(row)];
}

async function seenIn(
  lines: readonly TracedLine[],
  theta: Float32Array,
  focus: number,
  fitOf: (values: Float32Array) => Promise<Fit>,
): Promise<readonly RecordedLine[]> {
  const found = lines.map(({ line, k, quantities }) => ({
    ...{ line, k },
    rows: Object.entries(quantities).map(([of, kept]) => [of, rowsIn(kept, focus)] as const),
  }));
  const plane = planeOf(spanning(found, theta));
  const earlier = new Map<string, Float32Array>();
  const recorded: RecordedLine[] = [];
  for (const { line, k, rows } of found) {
    const seen: Record<string, Seen> = {};
    let reached: Float32Array | null = null;
    for (const [of, all] of rows) {
      seen[of] = seenOf(of, all, plane, theta, earlier.get(of));
      earlier.set(of, all[0]!);
      if (weights.includes(of)) reached = all[0]!;
    }
    recorded.push({ line, k, seen, fit: reached === null ? null : await fitOf(reached.slice()) });
  }
  return recorded;
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
    values: own!.slice(),
  };
}
