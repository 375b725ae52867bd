/** Trained optimisers as files: small, validated, and saying where they come from. */

import * as z from 'zod/mini';
import { coordinatewiseCount } from '../../networks/coordinatewise';
import { base64, bytesOf, checkNumbers, readFields, textOf, writeFields } from '../checkpointFile';
import type { OptimizerSpec } from './spec';

const FORMAT = 'inner-loop optimizer 1';

const network = z.object({
  preprocessing: z.enum(['none', 'log-sign']),
  hidden: z.array(z.int().check(z.minimum(1), z.maximum(64))).check(z.minLength(1), z.maxLength(3)),
  outputScale: z.number().check(z.positive()),
});

const schema = z.object({
  format: z.literal(FORMAT),
  /** The settings that it was trained with. */
  spec: z.record(z.string(), z.unknown()),
  network,
  seed: z.number(),
  iteration: z.number(),
  /** How it was made: a command, or words. */
  command: z.string().check(z.maxLength(400)),
  date: z.string().check(z.maxLength(40)),
  /** Figures that were measured when it was made. */
  figures: z.record(z.string(), z.number()),
  /** Parameters as little-endian single precision, in base 64. */
  phi: base64,
});

export type CheckpointFile = z.infer<typeof schema>;

export interface Checkpoint extends Omit<CheckpointFile, 'phi' | 'format'> {
  readonly phi: Float32Array;
}

/** @throws Error that says what is wrong with the file */
export function parseCheckpoint(text: string): Checkpoint {
  const { phi: encoded, format: _, ...rest } = readFields(text, FORMAT, schema);
  const bytes = bytesOf(encoded);
  const phi = new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
  checkNumbers(phi, coordinatewiseCount(rest.network));
  return { ...rest, phi };
}

export function formatCheckpoint({ phi, ...rest }: Checkpoint): string {
  const file: CheckpointFile = { format: FORMAT, ...rest, phi: textOf(phi) };
  return writeFields(file);
}

/** The checkpoint that is shipped for a family of problems. */
export const checkpointName = (spec: Pick<OptimizerSpec, 'family'>): string =>
  spec.family === 'gaussian' ? 'lstm-quadratic' : 'lstm-quadratic-repository';
