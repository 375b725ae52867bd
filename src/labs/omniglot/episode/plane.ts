/** Embeddings in a plane: what is where, and how far the axes must reach. */

import { niceCeiling } from '../../../ui/charts/axis';
import type { EpisodeAnswer } from './question';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly way: number;
}

export interface Places {
  readonly support: readonly Place[];
  readonly query: readonly Place[];
  /** Means of the support points of each class. */
  readonly means: readonly Place[];
}

type Task = Pick<EpisodeAnswer, 'ways' | 'shots' | 'labels'>;

/** @param plane support points class by class, then query points, [points, 2] */
export function placesOf(plane: Float32Array, { ways, shots, labels }: Task): Places {
  const at = (point: number, way: number): Place => ({
    x: plane[2 * point]!,
    y: plane[2 * point + 1]!,
    way,
  });
  const support = Array.from({ length: ways * shots }, (_, i) => at(i, Math.floor(i / shots)));
  const means = Array.from({ length: ways }, (_, way): Place => {
    const own = support.filter((place) => place.way === way);
    const mean = (of: (place: Place) => number) => own.reduce((sum, p) => sum + of(p), 0) / shots;
    return { x: mean((p) => p.x), y: mean((p) => p.y), way };
  });
  return { support, means, query: labels.map((way, i) => at(support.length + i, way)) };
}

/**
 * Half the height of a plot that holds every point: a round number, so that it changes rarely.
 *
 * @param ratio width over height: a unit is as long in both directions, or distances would lie
 */
export function halfHeight({ support, query }: Places, ratio: number): number {
  const needed = [...support, ...query].map(({ x, y }) =>
    Math.max(Math.abs(y), Math.abs(x) / ratio),
  );
  return niceCeiling(1.08 * Math.max(...needed.filter(Number.isFinite), 0));
}
