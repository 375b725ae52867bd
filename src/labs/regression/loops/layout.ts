/** Where everything stands in the picture of the two loops: the arcs of the page's sign, with tasks along the outer one. */

import { meanOf, minus, plus, polar, size, type Vector } from '../../../math/vector';
import { pathThrough, pointAt } from '../../../ui/charts/arrow';
import type { Picture } from './pictures';
import { adapt, type Bowl, moveOf, queryGradient, ratesGradient } from './twoWeights';

/** As many tasks and steps as can be told apart. */
export const MOST_TASKS = 6;
export const MOST_STEPS = 5;

/** Of the picture, around the middle of the arcs. */
export const SIGHT = { left: -208, top: -190, width: 416, height: 380 };
/** As in the sign: from its top clockwise, and open towards the upper left. */
export const OUTER = 164;
export const INNER = (OUTER * 4) / 9;
const BEGIN = -Math.PI / 2;
const SPAN = (289 / 180) * Math.PI;
/** Of a task's curve. */
export const GLYPH = { width: 58, height: 36 };

/** Where θ is: off the middle of what the tasks want, towards the opening. */
export const THETA: Vector = polar(50, BEGIN + SPAN + (Math.PI * 2 - SPAN) / 2);

/** They bend the way all to the same side, so that no two ways cross. */
const bowlsAt = (angles: readonly number[]): Bowl[] =>
  angles.map((angle) => ({
    support: polar(OUTER * 0.76, angle),
    query: polar(OUTER * 0.82, angle - 0.12),
    steep: angle + 0.55,
  }));

/** A share of what was to go along the steepest direction is left after all steps, however many they are. */
const LEFT = 0.3;
const rateOf = (steps: number): number => (steps === 0 ? 0 : 1 - LEFT ** (1 / steps));
/** What learned rates are to that: some larger, some smaller. */
const LEARNED: Vector = [1.18, 0.8];

/** Pixels that θ moves by a gradient, whose own length says nothing here; towards a place, a share of the way. */
const OUTER_STEP = 60;
const SHARE = 0.75;
/** Pixels of the longest query gradient. */
const GRADIENT = 28;

export interface Layout {
  /** Middles of the tasks' curves. */
  readonly tasks: readonly Vector[];
  /** Of the inner loop, from θ; empty if there is none. */
  readonly paths: readonly (readonly Vector[])[];
  /** Against the query gradient at the end of each path; empty if nobody asks. */
  readonly gradients: readonly Vector[];
  /** Beside the end of one of them: its letter. */
  readonly letter: Vector | null;
  /** The mean of where paths end, if that is what counts. */
  readonly mean: Vector | null;
  /** Where θ is moved to; null if it stays. */
  readonly moved: Vector | null;
  /** Both rates before and after, as parts of the largest; null if they are not learned. */
  readonly rates: { readonly before: Vector; readonly after: Vector } | null;
}

export function layoutOf(picture: Picture, tasks: number, steps: number): Layout {
  const angles = Array.from({ length: tasks }, (_, i) => BEGIN + (SPAN * (i + 0.5)) / tasks);
  const bowls = bowlsAt(angles);
  const rate = rateOf(steps);
  const rates: Vector = picture.learnsRates ? [LEARNED[0] * rate, LEARNED[1] * rate] : [rate, rate];
  const paths = steps === 0 ? [] : bowls.map((bowl) => adapt(bowl, THETA, rates, steps));
  const { mover } = picture;
  const asks = mover === 'carried' || mover === 'queries';
  const gradients = asks
    ? bowls.map((bowl, i) => minus([0, 0], queryGradient(bowl, paths[i]!.at(-1)!)))
    : [];
  const longest = Math.max(...gradients.map(size));
  const mean = mover === 'ends' ? meanOf(paths.map((path) => path.at(-1)!)) : null;
  const move = moveOf(mover, { bowls, theta: THETA, rates, paths });
  const far = mover === 'ends' ? SHARE : OUTER_STEP / size(move);
  return {
    tasks: angles.map((angle) => polar(OUTER, angle)),
    paths,
    letter: letterOf(paths),
    gradients: gradients.map((g) => [(g[0] * GRADIENT) / longest, (g[1] * GRADIENT) / longest]),
    mean,
    moved: mover === null ? null : plus(THETA, move, far),
    rates: picture.learnsRates
      ? ratesOf(rates, meanOf(bowls.map((bowl, i) => ratesGradient(bowl, paths[i]!, rates))))
      : null,
  };
}

/** Across the way of the last one, which has most room around it. */
function letterOf(paths: Layout['paths']): Vector | null {
  const last = paths.at(-1);
  if (last === undefined) return null;
  const [before, end] = last.slice(-2) as [Vector, Vector];
  const way = Math.atan2(end[1] - before[1], end[0] - before[0]);
  return plus(end, polar(17, way + Math.PI / 2));
}

/** A step against a gradient, a fifth of the whole at most. */
function ratesOf(rates: Vector, gradient: Vector): NonNullable<Layout['rates']> {
  const largest = Math.max(...rates);
  const before: Vector = [rates[0] / largest, rates[1] / largest];
  const steepest = Math.max(...gradient.map(Math.abs));
  return { before, after: plus(before, gradient, -0.2 / steepest) };
}

/** An arc of the sign, in the direction in which it is gone through. */
export function arc(radius: number): string {
  const [from, to] = [polar(radius, BEGIN), polar(radius, BEGIN + SPAN)];
  return `M${pointAt(from)}A${radius.toFixed(1)} ${radius.toFixed(1)} 0 1 1 ${pointAt(to)}`;
}

/** A way back beside a path, to its left, that begins and ends off its ends. */
export function wayBack(path: readonly Vector[], off: number, gap: number): Vector[] {
  const back = path.toReversed();
  const beside = back.map((point, k) => {
    const [a, b] = k === 0 ? [point, back[1]!] : [back[k - 1]!, point];
    const way = Math.atan2(b[1] - a[1], b[0] - a[0]);
    return plus(point, polar(off, way - Math.PI / 2));
  });
  return shortened(beside, gap);
}

/** A line that ends before its end. */
export function shortened(points: readonly Vector[], gap: number): Vector[] {
  const kept = [...points];
  let left = gap;
  while (kept.length > 2 && size(minus(kept.at(-1)!, kept.at(-2)!)) <= left) {
    left -= size(minus(kept.at(-1)!, kept.at(-2)!));
    kept.pop();
  }
  const [before, end] = kept.slice(-2) as [Vector, Vector];
  const length = size(minus(end, before));
  const share = Math.max(0.1, (length - left) / length);
  return [...kept.slice(0, -1), plus(before, minus(end, before), share)];
}

/** A task's curve, as high as the largest of its batch. */
export function curvePath(values: readonly number[], largest: number): string {
  const { width, height } = GLYPH;
  const points = values.map(
    (y, i): Vector => [
      (i / (values.length - 1) - 0.5) * (width - 12),
      (-y / largest) * (height / 2 - 3),
    ],
  );
  return pathThrough(points);
}
