/** Workloads of few-shot recognition of drawn characters by the four convolutions of the MAML paper. */

import { stream } from '../../math/rng';
import { initialise } from '../../networks/initialisers';
import {
  convolutions,
  dense,
  type Network,
  NORMALISATION_EPSILON,
  parameterShapes,
} from '../../networks/network';
import { PIXELS, SIDE } from '../../tasks/glyphs/glyphs';
import { drawings, labels } from './drawings';
import type { Shape } from './shapes';

interface Episodes {
  readonly name: string;
  readonly what: string;
  readonly kind: 'images';
  readonly tasks: number;
  /** Classes of a task. */
  readonly ways: number;
  /** Support points of each class. */
  readonly shots: number;
  /** Query points of each class. */
  readonly queries: number;
  /** Filters of each convolution. */
  readonly filters: number;
  /**
   * Of parameters and images. Chosen to keep ReLUs away from their kinks, where rounding decides a derivative: windows of
   * such images are often alike, and then all their units fall to the same side together.
   */
  readonly seed: number;
}

/** `maml`, `fomaml`: the mean direction of one meta-step with one inner step. */
export interface ImageMamlWorkload extends Episodes {
  readonly method: 'maml' | 'fomaml';
  readonly innerRate: number;
}

/** The gradient of the loss of one episode, with support and query points in one batch. */
export interface PrototypicalWorkload extends Episodes {
  readonly method: 'prototypical';
  readonly tasks: 1;
}

export type ImageWorkload = ImageMamlWorkload | PrototypicalWorkload;

/**
 * Row-major arrays: parameters [P], inputs [tasks, points, SIDE, SIDE], one-hot targets [tasks, points, ways]. A task's
 * points go class by class.
 */
export interface ImageInputs {
  readonly parameters: Float32Array;
  readonly supportX: Float32Array;
  readonly supportY: Float32Array;
  readonly queryX: Float32Array;
  readonly queryY: Float32Array;
}

/** What the other contenders have written out: 3 × 3 convolutions of stride 2 with batch normalisation and ReLU. */
export const BLOCKS = 4;
export { NORMALISATION_EPSILON as EPSILON, SIDE };

/** A classifier; for prototypical networks what embeds, without a last layer. */
export function networkOf({ method, filters, ways }: ImageWorkload): Network {
  const body = convolutions(filters, BLOCKS);
  return {
    inputs: PIXELS,
    image: { height: SIDE, width: SIDE, channels: 1 },
    layers: method === 'prototypical' ? body : [...body, dense(ways)],
  };
}

export const imageShapes = (workload: ImageWorkload): readonly Shape[] =>
  parameterShapes(networkOf(workload))
    .flat()
    .map(({ rows, columns }) => [rows, columns]);

export function imageInputs(workload: ImageWorkload): ImageInputs {
  const { seed, tasks, ways, shots, queries } = workload;
  const random = stream(seed, 'bench images');
  return {
    parameters: initialise(networkOf(workload), 'he-normal', random),
    supportX: drawings(tasks * ways * shots, random),
    supportY: labels(tasks, ways, shots),
    queryX: drawings(tasks * ways * queries, random),
    queryY: labels(tasks, ways, queries),
  };
}
