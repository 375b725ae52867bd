/** What of a record is drawn in its plane, as far as it was walked. In the units of weights; θ is the origin. */

import type { Vector } from '../../../math/vector';
import type { SeenLine, Walked } from './recorded';

const THETA: Vector = [0, 0];

interface Arrow {
  readonly from: Vector;
  readonly to: Vector;
  /** Whether it is of the line in sight. */
  readonly now: boolean;
}

export interface PlaneDrawing {
  /** Of all that the whole record will show, so that nothing jumps on the way. */
  readonly bounds: {
    readonly left: number;
    readonly right: number;
    readonly low: number;
    readonly high: number;
  };
  /** θ and where the task in focus has come to, step by step. */
  readonly path: readonly Vector[];
  /** Where the other tasks have come to. */
  readonly others: readonly Vector[];
  readonly arrows: readonly Arrow[];
  /** Where θ goes; null before it does. */
  readonly moved: Vector | null;
}

/** Lines whose gradient belongs to where a task has come to: those on the way back belong to where they lead, θ. */
const AT_PHI = ['innerGradient', 'minibatchGradient', 'queryGradient'];

/**
 * @param at the lines that were passed
 * @param rate by which gradients are drawn shorter: that of the inner loop
 */
export function picturePlane({ lines }: Walked, at: number, rate: number): PlaneDrawing {
  const drawn = (until: number) => {
    const path: Vector[] = [THETA];
    let others: readonly Vector[] = [];
    let moved: Vector | null = null;
    const arrows: Arrow[] = [];
    for (const [i, line] of lines.slice(0, until).entries()) {
      const { phi, theta } = line.seen;
      const way = directionIn(line);
      if (phi !== undefined) {
        path.push(phi.places[0]!);
        others = phi.places.slice(1);
      }
      if (theta !== undefined) moved = theta.places[0]!;
      if (way !== null) {
        const from = AT_PHI.includes(line.line) ? path.at(-1)! : THETA;
        const size = line.line === 'towards' ? 1 : rate;
        const to: Vector = [from[0] + size * way[0], from[1] + size * way[1]];
        arrows.push({ from, to, now: i === until - 1 });
      }
    }
    return { path, others, arrows, moved };
  };
  const whole = drawn(lines.length);
  const places = [
    ...[THETA, ...whole.path, ...whole.others],
    ...whole.arrows.map(({ to }) => to),
    ...(whole.moved === null ? [] : [whole.moved]),
  ].filter((place) => place.every(Number.isFinite));
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const least = Math.max(1e-12, ...[...xs, ...ys].map(Math.abs)) * 1e-3;
  return {
    ...drawn(at),
    bounds: {
      ...{ left: Math.min(...xs) - least, right: Math.max(...xs) + least },
      ...{ low: Math.min(...ys) - least, high: Math.max(...ys) + least },
    },
  };
}

/** The way down of the line; null where it has none in the space of θ. */
function directionIn({ seen }: SeenLine): Vector | null {
  const named = seen.gradient ?? seen.v;
  return named?.places[0] ?? null;
}
