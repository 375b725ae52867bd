/** A task of one's own as the lab has every task in sight: its function, points to adapt to, and how high it goes. */

import { stream } from '../../../math/rng';
import type { Point } from '../../../spec/field';
import { perSpec } from '../../kit/perSpec';
import { between } from '../between';
import { MOST_POINTS, type RegressionSpec } from '../fields';
import { gridOf, lateTask, taskInSight } from '../lab';
import { type OwnProblem, type OwnTask, readOwn } from './code';
import { LEAST_SHARE } from './family';
import { held } from './held';

export type InSight = NonNullable<ReturnType<typeof lateTask.read>>;
type Found =
  | ({ readonly ok: true; readonly own: OwnTask } & InSight)
  | { readonly ok: false; readonly problem: OwnProblem };

/** Those that are kept for their settings: they are asked for again and again, and of a drawing there are many. */
const MOST_KEPT = 8;
const keptOf = perSpec((_: RegressionSpec) => new Map<string, Found>());

export function ownInSight(spec: RegressionSpec, text: string, shown: number): Found {
  const kept = keptOf(spec);
  // The points of a file may come yet.
  const key = `${shown} ${held.size} ${text}`;
  const found = kept.get(key) ?? find(spec, text, shown);
  kept.set(key, found);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return found;
}

function find(spec: RegressionSpec, text: string, shown: number): Found {
  const read = readOwn(text);
  if (!read.ok) return read;
  const { own } = read;
  const values = gridOf(spec).map(own.value);
  const points = own.points?.slice(0, MOST_POINTS) ?? drawn(spec, own, shown);
  if (points.length === 0) return { ok: false, problem: { code: 'nowhere' } };
  const heights = [...values.filter(Number.isFinite), ...points.map(({ y }) => y)].map(Math.abs);
  const task = { parameters: {}, value: own.value };
  const lossOf = lossOver(spec, own);
  return { ok: true, own, task, points, lossOf, high: Math.max(...heights) };
}

/** Of a list of points, those that its loss is taken at: what is not adapted to, if there is more. */
export const queryOf = ({ points }: OwnTask): readonly Point[] => {
  const rest = points?.slice(MOST_POINTS) ?? [];
  return rest.length > 0 ? rest : (points ?? []);
};

/** Mean squared error at the inputs of held-out tasks where it has a value, if that is most of them; or at its points. */
function lossOver(spec: RegressionSpec, own: OwnTask) {
  const grid = gridOf(spec);
  const [low, high] = own.points === null ? spec.testInputRange : [grid[0]!, grid.at(-1)!];
  const all = own.points === null ? grid.map((x) => ({ x, y: own.value(x) })) : queryOf(own);
  const inside = all.filter(({ x }) => x >= low - 1e-9 && x <= high + 1e-9);
  const judged = inside.filter(({ y }) => Number.isFinite(y));
  const enough = judged.length > 0 && judged.length >= LEAST_SHARE * inside.length;
  return (predictions: Float32Array): number | null =>
    enough
      ? judged.reduce((sum, { x, y }) => sum + (between(grid, predictions, x) - y) ** 2, 0) /
        judged.length
      : null;
}

/** Where the points of the task lie that it stands in for, and with as much noise; evenly where it has no value there. */
function drawn(spec: RegressionSpec, own: OwnTask, shown: number): readonly Point[] {
  const random = stream(spec.seed, 'noise of an own task', shown);
  const has = (x: number) => Number.isFinite(own.value(x));
  const given = taskInSight(spec, { shown })
    .points.map(({ x }) => x)
    .filter(has);
  const places = given.length > 0 ? given : some(gridOf(spec).filter(has), spec.shots);
  return places.map((x) => {
    const noise = spec.noise > 0 ? random.normal(0, spec.noise) : 0;
    return { x, y: Number((own.value(x) + noise).toFixed(3)) };
  });
}

/** About so many of them, evenly. */
function some(places: readonly number[], count: number): number[] {
  const by = Math.max(1, Math.floor(places.length / count));
  return places
    .filter((_, i) => i % by === 0)
    .slice(0, count)
    .map((x) => Number(x.toFixed(3)));
}

lateTask.read = (spec, own, shown) => {
  const found = ownInSight(spec, own, shown);
  return found.ok ? found : null;
};
