/** Networks as data: what every engine compiles, what a checkpoint stores, what a link describes. */

export type ActivationName = 'relu' | 'tanh';

export type LayerDescription =
  | { readonly kind: 'dense'; readonly units: number; readonly biases: boolean }
  | { readonly kind: 'activation'; readonly name: ActivationName };

export interface Network {
  /** Features of one input. */
  readonly inputs: number;
  readonly layers: readonly LayerDescription[];
}

/** One parameter matrix [rows, columns] and where it lies in the flat vector. */
export interface ParameterShape {
  readonly name: string;
  readonly role: 'weights' | 'biases';
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

/** The parameters of each layer in turn (none for an activation), in the order of the flat vector. */
export function parameterShapes(network: Network): ParameterShape[][] {
  let width = network.inputs;
  let offset = 0;
  return network.layers.map((layer, index) => {
    switch (layer.kind) {
      case 'dense': {
        const fanIn = width;
        const weights: ParameterShape = {
          name: `weights ${index}`,
          role: 'weights',
          rows: fanIn,
          columns: layer.units,
          offset,
          fanIn,
        };
        offset += fanIn * layer.units;
        width = layer.units;
        if (!layer.biases) return [weights];
        const biases: ParameterShape = {
          name: `biases ${index}`,
          role: 'biases',
          rows: 1,
          columns: layer.units,
          offset,
          fanIn,
        };
        offset += layer.units;
        return [weights, biases];
      }
      case 'activation':
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
export function outputCount(network: Network): number {
  return network.layers.reduce(
    (width, layer) => (layer.kind === 'dense' ? layer.units : width),
    network.inputs,
  );
}
