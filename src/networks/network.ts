/** Networks as data: what every engine compiles, what a checkpoint stores, what a link describes. */

import { featuresOf, type ImageShape, patchShape, poolShape, positionsOf, TAPS } from './geometry';

export type ActivationName = 'relu' | 'tanh';

/**
 * - `convolution`: 3 × 3, with a border of zeros one wide, and no biases: it is followed by a batch normalisation,
 *   which would take them out again.
 * - `batch-normalisation`: of each channel over all positions of all points of a task's batch, and of nothing else:
 *   there are no running averages. Then a gain and a shift for each channel.
 * - `affine`: a gain and a shift for each channel, and nothing else.
 * - `flatten`: all positions of an image as one row of features.
 * - `mean-pool`: the mean over positions, channel by channel.
 * - `max-pool`: the greatest of each 2 × 2 positions, channel by channel; of odd sides the last ones stand alone.
 * - `sphere`: flat features divided by their length, times one learned number: products of two are then cosines times
 *   its square.
 */
export type LayerDescription =
  | { readonly kind: 'dense'; readonly units: number; readonly biases: boolean }
  | { readonly kind: 'activation'; readonly name: ActivationName }
  | { readonly kind: 'convolution'; readonly filters: number; readonly stride: number }
  | { readonly kind: 'batch-normalisation' }
  | { readonly kind: 'affine' }
  | { readonly kind: 'flatten' }
  | { readonly kind: 'mean-pool' }
  | { readonly kind: 'max-pool' }
  | { readonly kind: 'sphere' };

export interface Network {
  /** Features of one input. */
  readonly inputs: number;
  /** How they lie, row-major [height, width, channels], if an input is an image. */
  readonly image?: ImageShape;
  readonly layers: readonly LayerDescription[];
}

/**
 * What batch normalisation adds to variances before it divides by their roots: that of tf.contrib.layers.batch_norm,
 * in the code of Finn et al. and of Nichol et al.
 */
export const NORMALISATION_EPSILON = 1e-3;

/** One parameter matrix [rows, columns] and where it lies in the flat vector. */
export interface ParameterShape {
  readonly role: 'weights' | 'biases' | 'gains' | 'shifts';
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  /** Inputs of the layer that owns it: what initialisers scale by. */
  readonly fanIn: number;
}

export const dense = (units: number): LayerDescription => ({ kind: 'dense', units, biases: true });
export const denseWithoutBiases = (units: number): LayerDescription => ({
  kind: 'dense',
  units,
  biases: false,
});
export const activation = (name: ActivationName): LayerDescription => ({
  kind: 'activation',
  name,
});

/** A multi-layer perceptron: dense layers of the `hidden` widths with activations between, linear at the end. */
export function mlp(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  name: ActivationName,
): Network {
  return {
    inputs,
    layers: [...hidden.flatMap((units) => [dense(units), activation(name)]), dense(outputs)],
  };
}

/** `depth` times a 3 × 3 convolution of stride 2 with batch normalisation and ReLU, flattened. */
export const convolutions = (filters: number, depth: number): LayerDescription[] => [
  ...Array.from({ length: depth }, (): LayerDescription[] => [
    { kind: 'convolution', filters, stride: 2 },
    { kind: 'batch-normalisation' },
    activation('relu'),
  ]).flat(),
  { kind: 'flatten' },
];

/** The shape of what enters each layer, and, last, of what leaves the network. */
export function shapesBetween(network: Network): ImageShape[] {
  let shape: ImageShape = network.image ?? { height: 1, width: 1, channels: network.inputs };
  if (featuresOf(shape) !== network.inputs) {
    throw new RangeError(`${network.inputs} inputs do not make an image of ${describe(shape)}`);
  }
  const shapes = [shape];
  for (const layer of network.layers) {
    shape = shapeAfter(layer, shape);
    shapes.push(shape);
  }
  return shapes;
}

function shapeAfter(layer: LayerDescription, input: ImageShape): ImageShape {
  switch (layer.kind) {
    case 'dense':
      if (positionsOf(input) !== 1) {
        throw new RangeError(`a dense layer takes flat features, not ${describe(input)}: flatten`);
      }
      return { ...input, channels: layer.units };
    case 'convolution':
      return { ...patchShape({ input, stride: layer.stride }), channels: layer.filters };
    case 'flatten':
      return { height: 1, width: 1, channels: featuresOf(input) };
    case 'mean-pool':
      return { height: 1, width: 1, channels: input.channels };
    case 'max-pool':
      return poolShape(input);
    case 'activation':
    case 'batch-normalisation':
    case 'affine':
    case 'sphere':
      return input;
    default:
      return layer satisfies never;
  }
}

const describe = ({ height, width, channels }: ImageShape): string =>
  `${height} × ${width} × ${channels}`;

/** The parameters of each layer in turn (none for an activation), in the order of the flat vector. */
export function parameterShapes(network: Network): ParameterShape[][] {
  const inputs = shapesBetween(network);
  let offset = 0;
  return network.layers.map((layer, index) => {
    const { channels } = inputs[index]!;
    const next = (
      role: ParameterShape['role'],
      rows: number,
      columns: number,
      fanIn: number,
    ): ParameterShape => {
      const shape = { role, rows, columns, offset, fanIn };
      offset += rows * columns;
      return shape;
    };
    switch (layer.kind) {
      case 'dense': {
        const weights = next('weights', channels, layer.units, channels);
        return layer.biases ? [weights, next('biases', 1, layer.units, channels)] : [weights];
      }
      case 'convolution': {
        const fanIn = TAPS * channels;
        return [next('weights', fanIn, layer.filters, fanIn)];
      }
      case 'batch-normalisation':
      case 'affine':
        return [next('gains', 1, channels, channels), next('shifts', 1, channels, channels)];
      case 'sphere':
        return [next('gains', 1, 1, channels)];
      case 'activation':
      case 'flatten':
      case 'mean-pool':
      case 'max-pool':
        return [];
      default:
        return layer satisfies never;
    }
  });
}

/** Length of the flat parameter vector. */
export function parameterCount(network: Network): number {
  return parameterShapes(network)
    .flat()
    .reduce((sum, shape) => sum + shape.rows * shape.columns, 0);
}

/** Features of one output. */
export const outputCount = (network: Network): number => featuresOf(shapesBetween(network).at(-1)!);

/** Where the parameters of each layer with weights begin in the flat vector. */
export const layerOffsets = (network: Network): number[] =>
  parameterShapes(network)
    .flat()
    .filter(({ role }) => role === 'weights')
    .map(({ offset }) => offset);
