/** Layers that turn images into flat features: linear, without parameters. */

import { featuresOf, type ImageShape, positionsOf } from '../../networks/geometry';
import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

/** A layer y = A x by A and its transpose. */
function linearLayer<M extends Matrices>(forward: (x: M) => M, transposed: (dy: M) => M): Layer<M> {
  return {
    forward: (_, x) => ({
      y: forward(x),
      inputGradient: transposed,
      parameterGradients: () => [],
      tangent: (_direction, xDot) => ({
        yDot: xDot === null ? null : forward(xDot),
        inputGradient: (_dy, dyDot) => transposed(dyDot),
        parameterGradients: () => [],
      }),
    }),
  };
}

/** [tasks, points × positions, channels] → [tasks, points, positions × channels]. */
export function flattenLayer<M extends Matrices>(t: Tensors<M>, input: ImageShape): Layer<M> {
  const positions = positionsOf(input);
  return linearLayer(
    (x) => t.reshape(x, x.tasks, x.rows / positions, featuresOf(input)),
    (dy) => t.reshape(dy, dy.tasks, dy.rows * positions, input.channels),
  );
}

/** [tasks, points × positions, channels] → [tasks, points, channels]: the mean over positions. */
export function meanPoolLayer<M extends Matrices>(t: Tensors<M>, input: ImageShape): Layer<M> {
  const positions = positionsOf(input);
  const { channels } = input;
  return linearLayer(
    (x) => {
      const points = x.rows / positions;
      const sums = t.sumRows(t.reshape(x, x.tasks * points, positions, channels));
      return t.scale(t.reshape(sums, x.tasks, points, channels), 1 / positions);
    },
    (dy) => {
      const each = t.scale(t.reshape(dy, dy.tasks * dy.rows, 1, channels), 1 / positions);
      const repeated = t.repeatRows(each, positions);
      return t.reshape(repeated, dy.tasks, dy.rows * positions, channels);
    },
  );
}
