/** Compiles a network description into a learner, on any engine's tensors. */

import { featuresOf, type ImageShape, positionsOf } from '../networks/geometry';
import type { LayerDescription, Network } from '../networks/network';
import { layerOffsets, parameterCount, parameterShapes, shapesBetween } from '../networks/network';
import type { Batch, BatchData, Learner, Loss, Rows } from './engine';
import { activationLayer } from './layers/activation';
import { affineLayer } from './layers/affine';
import { batchNormalisationLayer } from './layers/batchNormalisation';
import { convolutionLayer } from './layers/convolution';
import { denseLayer } from './layers/dense';
import type { Forward, Layer, Tangent } from './layers/layer';
import { maxPoolLayer } from './layers/maxPool';
import { flattenLayer, meanPoolLayer } from './layers/reshaping';
import { sphereLayer } from './layers/sphere';
import { lossOf, targetCount } from './losses';
import type { Matrices, Tensors } from './tensors';

/** A batch as an engine holds it. */
export interface HeldBatch<M> extends Batch {
  readonly inputs: M;
  readonly targets: M | null;
}

/** What is said of one that was compiled without a loss, and asked for it. */
export const PREDICTS = 'compiled to predict: there is no loss';

/** @throws RangeError */
export function targetsIn<M extends Matrices>({ targets }: HeldBatch<M>): M {
  if (targets === null) throw new RangeError('a batch without targets has no losses');
  return targets;
}

/** What is compiled needs of an engine beside its tensors. */
export interface Host<M extends Matrices> {
  readonly tensors: Tensors<M>;
  /** Uploads flat rows. */
  rows(values: Float32Array, tasks: number): Rows;
  /** Flat rows as matrices [tasks, 1, width]. */
  matrix(rows: Rows): M;
  /** Uploads row-major matrices. */
  upload(values: Float32Array, tasks: number, rows: number, columns: number): M;
  /** [tasks, rows, columns] as flat rows. */
  flatten(matrices: M): Rows;
  tidy<R>(body: () => R): R;
}

const isRelu = (layer: LayerDescription | undefined): boolean =>
  layer?.kind === 'activation' && layer.name === 'relu';

/** Whether a layer is computed along with the one below it: the ReLU of a batch normalisation. */
const isTakenAlong = (layer: LayerDescription, below: LayerDescription | undefined): boolean =>
  below?.kind === 'batch-normalisation' && isRelu(layer);

/** @param next the layer above */
function layerOf<M extends Matrices>(
  t: Tensors<M>,
  layer: LayerDescription,
  input: ImageShape,
  next: LayerDescription | undefined,
): Layer<M> {
  switch (layer.kind) {
    case 'dense':
      return denseLayer(t);
    case 'activation':
      return activationLayer(t, layer.name);
    case 'convolution':
      return convolutionLayer(t, { input, stride: layer.stride });
    case 'batch-normalisation':
      return batchNormalisationLayer(t, isRelu(next));
    case 'affine':
      return affineLayer(t);
    case 'flatten':
      return flattenLayer(t, input);
    case 'mean-pool':
      return meanPoolLayer(t, input);
    case 'max-pool':
      return maxPoolLayer(t, input);
    case 'sphere':
      return sphereLayer(t);
    default:
      return layer satisfies never;
  }
}

/** Uploads batches whose points have so many numbers; targets that nobody counts are left out. */
export const uploaded =
  <M extends Matrices>(host: Host<M>, inputCount: number, targetCount: number | null) =>
  (data: BatchData): HeldBatch<M> => {
    const { tasks, points, inputs, targets } = data;
    const check = (field: string, { length }: Float32Array, each: number): void => {
      const size = tasks * points * each;
      if (length === size) return;
      throw new RangeError(
        `${field} hold ${length} numbers; ${tasks} tasks of ${points} points need ${size}`,
      );
    };
    check('inputs', inputs, inputCount);
    const wanted = targetCount === null ? null : targets;
    if (wanted !== null) check('targets', wanted, targetCount!);
    return {
      ...{ tasks, points, data },
      inputs: host.upload(inputs, tasks, points, inputCount),
      targets: wanted && host.upload(wanted, tasks, points, targetCount!),
    };
  };

export function compileLearner<M extends Matrices>(
  host: Host<M>,
  network: Network,
  lossDescription: Loss | null,
): Learner {
  const t = host.tensors;
  const featureShapes = shapesBetween(network);
  const [inputShape, outputShape] = [featureShapes[0]!, featureShapes.at(-1)!];
  const all = network.layers;
  const own = all.flatMap((layer, l) => (isTakenAlong(layer, all[l - 1]) ? [] : [l]));
  const layers = own.map((l) => layerOf(t, all[l]!, featureShapes[l]!, all[l + 1]));
  // What is taken along has no parameters.
  const shapes = own.map((l) => parameterShapes(network)[l]!);
  const flatShapes = shapes.flat();
  const loss = lossDescription && lossOf(t, lossDescription);
  const outputs = featuresOf(outputShape);
  const targetWidth = lossDescription && targetCount(lossDescription, outputs);
  if (positionsOf(outputShape) !== 1) {
    throw new RangeError('a network must end with flat features: flatten or pool');
  }
  const held = (batch: Batch) => batch as HeldBatch<M>;

  /** The matrices of each layer. */
  const unpack = (rows: Rows): M[][] => {
    const parts = t.unpack(rows, flatShapes);
    let next = 0;
    return shapes.map((own) => own.map(() => parts[next++]!));
  };

  const forward = (parameters: M[][], inputs: M): Forward<M>[] => {
    const { tasks, rows } = inputs;
    let x = t.reshape(inputs, tasks, rows * positionsOf(inputShape), inputShape.channels);
    return layers.map((layer, l) => {
      const pass = layer.forward(parameters[l]!, x);
      x = pass.y;
      return pass;
    });
  };
  const outputOf = (passes: Forward<M>[]): M => passes[passes.length - 1]!.y;

  return {
    layerOffsets: layerOffsets(network),
    parameterCount: parameterCount(network),

    batch: uploaded(host, network.inputs, targetWidth),

    predict: (parameters, batch) =>
      host.tidy(() => host.flatten(outputOf(forward(unpack(parameters), held(batch).inputs)))),

    at(parameters, batch) {
      if (loss === null) throw new RangeError(PREDICTS);
      const { inputs } = held(batch);
      const targets = targetsIn(held(batch));
      const passes = forward(unpack(parameters), inputs);
      const output = outputOf(passes);
      const backward = once(() => {
        const top = loss.backward(output, targets);
        /** The gradient with respect to each layer's output. */
        const dys: M[] = [];
        dys[layers.length - 1] = top.dy;
        for (let l = layers.length - 1; l > 0; l--) dys[l - 1] = passes[l]!.inputGradient(dys[l]!);
        return { top, dys };
      });

      return {
        loss: () => host.tidy(() => host.flatten(loss.value(output, targets))),

        gradient() {
          const { dys } = backward();
          return host.tidy(() =>
            t.pack(passes.flatMap((pass, l) => pass.parameterGradients(dys[l]!))),
          );
        },

        hessianVector(vector) {
          const { top, dys } = backward();
          return host.tidy(() => {
            const direction = unpack(vector);
            const tangents: Tangent<M>[] = [];
            for (const [l, pass] of passes.entries()) {
              tangents.push(pass.tangent(direction[l]!, l === 0 ? null : tangents[l - 1]!.yDot));
            }
            const outputDot = tangents[layers.length - 1]!.yDot;
            if (outputDot === null) throw new Error('the network has no parameters');
            let dyDot = top.tangent(outputDot);
            const products: (readonly M[])[] = [];
            for (let l = layers.length - 1; l >= 0; l--) {
              products[l] = tangents[l]!.parameterGradients(dys[l]!, dyDot);
              if (l > 0) dyDot = tangents[l]!.inputGradient(dys[l]!, dyDot);
            }
            return t.pack(products.flat());
          });
        },
      };
    },
  };
}

/** `compute`, but run at the first call only. */
function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
