/**
 * A network of layers as a program, with its parameters in the same order: what is to go on from its outputs in one gradient. Of
 * the layers of `network.ts`, those that embed drawings in the Omniglot lab.
 */

import { featuresOf, positionsOf } from '../geometry';
import {
  type LayerDescription,
  type Network,
  NORMALISATION_EPSILON,
  outputCount,
  parameterShapes,
  shapesBetween,
} from '../network';
import type { Matrices, Operations, Program, Shape } from '../program';

/** @throws RangeError for a layer that no program has */
export function layeredProgram(network: Network): Program {
  const between = shapesBetween(network);
  const shapes = parameterShapes(network);
  const named = shapes.flatMap((own, l) =>
    own.map(({ role, rows, columns }): [string, Shape] => [`${role} ${l}`, { rows, columns }]),
  );
  return {
    inputs: network.inputs,
    outputs: outputCount(network),
    parameters: Object.fromEntries(named),
    layers: named.map(([name]) => name).filter((name) => name.startsWith('weights')),
    run(o, p, x) {
      const { channels } = between[0]!;
      let y = o.reshape(x, (x.rows * x.columns) / channels, channels);
      network.layers.forEach((layer, l) => {
        const own = shapes[l]!.map(({ role }) => p[`${role} ${l}`]!);
        y = through(o, layer, between[l]!, own, y, x.rows);
      });
      return y;
    },
  };
}

function through<M extends Matrices>(
  o: Operations<M>,
  layer: LayerDescription,
  input: Parameters<typeof featuresOf>[0],
  [first, second]: readonly M[],
  x: M,
  points: number,
): M {
  switch (layer.kind) {
    case 'dense':
      return o.matMul(x, first!, { plus: second });
    case 'activation':
      return layer.name === 'relu' ? o.relu(x) : o.tanh(x);
    case 'convolution':
      return o.matMul(o.patches(x, { input, stride: layer.stride }), first!);
    case 'batch-normalisation':
      return o.add(o.multiply(o.standardise(x, NORMALISATION_EPSILON), first!), second!);
    case 'affine':
      return o.add(o.multiply(x, first!), second!);
    case 'flatten':
      return o.reshape(x, points, featuresOf(input));
    case 'mean-pool': {
      const { channels } = input;
      const places = positionsOf(input);
      const flat = o.reshape(x, points, places * channels);
      const at = Array.from({ length: places }, (_, i) =>
        o.sliceColumns(flat, i * channels, channels),
      );
      return o.scale(
        at.reduce((a, b) => o.add(a, b)),
        1 / places,
      );
    }
    default:
      throw new RangeError(`no program has a layer of kind ${layer.kind}`);
  }
}
