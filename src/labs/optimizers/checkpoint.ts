/** Trained optimisers as files: small, validated, and saying where they come from. */

import * as z from 'zod/mini';
import { coordinatewiseCount } from '../../networks/coordinatewise';
import {
  base64,
  checkNumbers,
  floatsOf,
  readFields,
  shippedText,
  textOf,
  writeFields,
} from '../kit/checkpointFile';
import { fields, networkOf, type OptimizerSpec } from './fields';

const FORMAT = 'inner-loop optimizer 1';

const schema = z.object({
  format: z.literal(FORMAT),
  /** The settings that it was trained with. */
  spec: z.record(z.string(), z.unknown()),
  network: z.object({
    preprocessing: fields.preprocessing.schema,
    hidden: fields.hidden.schema,
    outputScale: fields.outputScale.schema,
  }),
  seed: fields.seed.schema,
  iteration: z.int().check(z.gte(0)),
  /** How it was made: a command, or words. */
  command: z.string().check(z.maxLength(400)),
  date: z.string().check(z.maxLength(40)),
  /** Figures that were measured when it was made. */
  figures: z.record(z.string(), z.number()),
  /** Parameters as little-endian single precision, in base 64. */
  phi: base64,
});

type File = z.infer<typeof schema>;

export interface Checkpoint extends Omit<File, 'phi' | 'format'> {
  readonly phi: Float32Array;
}

/** @throws FileError */
export function parseCheckpoint(text: string): Checkpoint {
  const { phi: encoded, format: _, ...rest } = readFields(text, FORMAT, schema);
  const phi = floatsOf(encoded);
  checkNumbers(phi, coordinatewiseCount(rest.network));
  return { ...rest, phi };
}

/** An optimiser of today, trained with some settings. */
export const checkpointOf = (
  spec: OptimizerSpec,
  made: Pick<Checkpoint, 'iteration' | 'command' | 'figures' | 'phi'>,
): Checkpoint => ({
  spec,
  network: { ...networkOf(spec), hidden: [...spec.hidden] },
  seed: spec.seed,
  date: new Date().toISOString().slice(0, 10),
  ...made,
});

export function formatCheckpoint({ phi, ...rest }: Checkpoint): string {
  const file: File = { format: FORMAT, ...rest, phi: textOf(phi) };
  return writeFields(file);
}

/** The checkpoint that is shipped for each family of problems. */
const shipped: Readonly<Record<OptimizerSpec['family'], string>> = {
  gaussian: 'lstm-quadratic',
  uniform: 'lstm-quadratic-repository',
};

/** The shipped checkpoint for some settings. @throws FileError if it cannot be used */
export const fetchCheckpoint = async ({ family }: OptimizerSpec): Promise<Checkpoint> =>
  parseCheckpoint(await shippedText(shipped[family]));
