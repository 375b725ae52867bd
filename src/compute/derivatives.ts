/** Derivatives by finite differences, for tests: slow, and right to about seven digits. */

import { featuresOf, type ImageShape, POOL_TAPS, poolPositions } from '../networks/geometry';
import { type Network, outputCount, parameterCount, shapesBetween } from '../networks/network';
import type { BatchData, Engine, Learner } from './engine';
import { createReferenceEngine, exact, rowsOf } from './reference';

/** Step of second differences: rounding (1e-16 / h²) and truncation (h²) are both about 1e-8. */
const STEP = 1e-4;

/**
 * Gradient and Hessian-vector product of each task's loss, from losses in double precision alone.
 *
 * @param parameters row-major [tasks or 1, P]; `vector` the same, [tasks, P]
 * @returns row-major [tasks, P]
 */
export function finiteDifferences(
  compile: (engine: Engine) => Learner,
  parameters: Float32Array,
  data: BatchData,
  vector: Float32Array,
): { gradient: Float64Array; hessianVector: Float64Array } {
  const engine = createReferenceEngine();
  const learner = compile(engine);
  const batch = learner.batch(data);
  const width = learner.parameterCount;
  const { tasks } = data;
  const base = Float64Array.from(
    { length: tasks * width },
    (_, i) => parameters[parameters.length === width ? i % width : i]!,
  );

  /** Each task's loss with coordinate `i` moved by a and the whole vector along v by b. */
  const losses = (i: number, a: number, b: number): Float64Array => {
    const moved = base.map((p, at) => p + (at % width === i ? a : 0) + b * vector[at]!);
    return exact(learner.at(rowsOf(moved, tasks), batch).loss());
  };

  const gradient = new Float64Array(tasks * width);
  const hessianVector = new Float64Array(tasks * width);
  for (let i = 0; i < width; i++) {
    const up = losses(i, STEP, 0);
    const down = losses(i, -STEP, 0);
    const upAlong = losses(i, STEP, STEP);
    const upAgainst = losses(i, STEP, -STEP);
    const downAlong = losses(i, -STEP, STEP);
    const downAgainst = losses(i, -STEP, -STEP);
    for (let t = 0; t < tasks; t++) {
      const at = t * width + i;
      gradient[at] = (up[t]! - down[t]!) / (2 * STEP);
      hessianVector[at] =
        (upAlong[t]! - upAgainst[t]! - downAlong[t]! + downAgainst[t]!) / (4 * STEP * STEP);
    }
  }
  return { gradient, hessianVector };
}

/** ‖a − b‖ / ‖b‖. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    norm += b[i]! ** 2;
  }
  return norm === 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
}

/** Least distance of any ReLU's input from its kink, and of any maximum from the next number, where differences say nothing. */
export function distanceFromKinks(
  network: Network,
  parameters: Float32Array,
  data: BatchData,
): number {
  const engine = createReferenceEngine();
  const width = engine.compile(network, 'mean-squared-error').parameterCount;
  const tasks = parameters.length / width;
  let least = Number.POSITIVE_INFINITY;
  network.layers.forEach((layer, l) => {
    const isPool = layer.kind === 'max-pool';
    if (!isPool && (layer.kind !== 'activation' || layer.name !== 'relu')) return;
    const below: Network = {
      ...network,
      layers: [...network.layers.slice(0, l), { kind: 'flatten' }],
    };
    const own = parameterCount(below);
    const values = Float64Array.from(
      { length: tasks * own },
      (_, i) => parameters[Math.floor(i / own) * width + (i % own)]!,
    );
    const learner = engine.compile(below, 'mean-squared-error');
    const targets = new Float32Array(data.tasks * data.points * outputCount(below));
    const inputs = exact(
      own === 0
        ? rowsOf(Float64Array.from(data.inputs), 1)
        : learner.predict(rowsOf(values, tasks), learner.batch({ ...data, targets })),
    );
    if (isPool) least = Math.min(least, leastLead(inputs, shapesBetween(network)[l]!));
    else for (const z of inputs) least = Math.min(least, Math.abs(z));
  });
  return least;
}

/** By how much the greatest number of a window is greater than the next, at the least. */
function leastLead(images: ArrayLike<number>, input: ImageShape): number {
  const places = poolPositions(input);
  const size = featuresOf(input);
  let least = Number.POSITIVE_INFINITY;
  for (let image = 0; image < images.length; image += size) {
    for (let window = 0; window < places.length; window += POOL_TAPS) {
      for (let c = 0; c < input.channels; c++) {
        const seen = Array.from(places.subarray(window, window + POOL_TAPS))
          .filter((position) => position >= 0)
          .map((position) => images[image + position * input.channels + c]!)
          .sort((a, b) => b - a);
        if (seen.length > 1) least = Math.min(least, seen[0]! - seen[1]!);
      }
    }
  }
  return least;
}

/** Farther from every kink than a difference of `finiteDifferences` moves any ReLU's input. */
export const SAFE_DISTANCE = 50 * STEP;
