/** Trained optimisers as files: small, validated, and saying where they come from. */

import * as z from 'zod/mini';
import { coordinatewiseCount } from '../../networks/coordinatewise';
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
  phi: z.string().check(z.maxLength(4_000_000)),
});

export type CheckpointFile = z.infer<typeof schema>;

export interface Checkpoint extends Omit<CheckpointFile, 'phi' | 'format'> {
  readonly phi: Float32Array;
}

export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
}

/** @throws CheckpointError that says what is wrong with the file */
export function parseCheckpoint(text: string): Checkpoint {
  let candidate: unknown;
  try {
    candidate = JSON.parse(text);
  } catch {
    throw new CheckpointError('the file is damaged: it is not JSON');
  }
  const format = (candidate as { format?: unknown } | null)?.format;
  if (format !== FORMAT) {
    throw new CheckpointError(
      `the file is not a checkpoint of this lab: its format is not “${FORMAT}”`,
    );
  }
  const checked = schema.safeParse(candidate);
  if (!checked.success) {
    const path = checked.error.issues[0]?.path.join('.') ?? '';
    throw new CheckpointError(
      `the file is damaged: ${path === '' ? 'a field' : path} is not as it must be`,
    );
  }
  const { phi: encoded, format: _, ...rest } = checked.data;
  const phi = decode(encoded);
  const wanted = coordinatewiseCount(rest.network);
  if (phi.length !== wanted) {
    throw new CheckpointError(
      `the file is damaged: it holds ${phi.length} parameters, and its network has ${wanted}`,
    );
  }
  if (!phi.every(Number.isFinite)) {
    throw new CheckpointError('the file is damaged: not all of its parameters are numbers');
  }
  return { ...rest, phi };
}

export function formatCheckpoint({ phi, ...rest }: Checkpoint): string {
  const file: CheckpointFile = { format: FORMAT, ...rest, phi: encode(phi) };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function decode(text: string): Float32Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new CheckpointError('the file is damaged: its parameters are not in base 64');
  }
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
}

function encode(values: Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The checkpoint that is shipped for a family of problems. */
export const checkpointName = (spec: Pick<OptimizerSpec, 'family'>): string =>
  spec.family === 'gaussian' ? 'lstm-quadratic' : 'lstm-quadratic-repository';
