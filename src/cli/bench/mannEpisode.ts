/**
 * The gradient of MANN that reads streams (Santoro et al. 2016), with the settings of the memory lab: a feed-forward
 * controller that sees each drawing, the one before and its label; keys with a strength; every head writes to a mix of the
 * slot that it read last and of a least used one. The mean cross-entropy over all steps of all streams; gradients are with
 * respect to all parameters.
 */

import { stream } from '../../math/rng';
import { type MannSettings, mannReader } from '../../networks/programs/readers/mann';
import { oneHot } from '../../tasks/labels';
import { streamPoints } from '../../tasks/streams';
import { initialProgram, shapesOfProgram } from './programs';
import type { Shape } from './shapes';

export interface MannEpisodeWorkload {
  readonly name: string;
  readonly what: string;
  readonly kind: 'episode';
  /** Streams. */
  readonly tasks: number;
  readonly steps: number;
  /** Numbers of a drawing. */
  readonly features: number;
  readonly labels: number;
  readonly mann: MannSettings & {
    readonly controller: 'feedforward';
    readonly input: 'pair';
    readonly sharpness: 'learned';
    readonly writing: 'lru';
  };
}

/**
 * Row-major arrays: parameters [P], x [streams, steps, drawing, drawing before and its label], one-hot targets
 * [streams, steps, labels]. Parameters are weights and biases of the controller, weights of what was read, weights and biases
 * of keys, of what is written, of gates and of strengths, each head by head, and those of the scores.
 */
export interface MannEpisodeInputs {
  readonly parameters: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export const mannEpisodeProgram = ({ features, labels, mann }: MannEpisodeWorkload) =>
  mannReader({ features, labels }, mann).plain;

export const mannEpisodeShapes = (workload: MannEpisodeWorkload): readonly Shape[] =>
  shapesOfProgram(mannEpisodeProgram(workload));

/** How far drawings of one character lie from each other, where characters lie 1 from zero in each direction. */
const SPREAD = 0.3;

export function mannEpisodeInputs(workload: MannEpisodeWorkload): MannEpisodeInputs {
  const { name, tasks, steps, features, labels } = workload;
  const random = stream(1, `bench ${name}`);
  const parameters = initialProgram(mannEpisodeProgram(workload), random);
  const streams = Array.from({ length: tasks }, () => {
    const means = Float32Array.from({ length: labels * features }, () => random.normal());
    const told = Array.from({ length: steps }, () => random.integer(labels));
    const drawn = Float32Array.from({ length: steps * features }, (_, i) => {
      const mean = means[told[Math.floor(i / features)]! * features + (i % features)]!;
      return mean + random.normal(0, SPREAD);
    });
    return { features: drawn, labels: told };
  });
  const { inputs, targets } = streamPoints(streams, { width: features, code: oneHot(labels) });
  return { parameters, x: inputs, y: targets };
}
