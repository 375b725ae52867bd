/** Trained optimisers as files: small, validated, and saying where they come from. */

import * as v from 'valibot';
import { coordinatewiseCount } from '../../networks/coordinatewise';
import { finite, shortText, wholeFrom } from '../../spec/schemas';
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

const schema = v.object({
  format: v.literal(FORMAT),
  /** The settings that it was trained with. */
  spec: v.record(v.string(), v.unknown()),
  network: v.object({
    preprocessing: fields.preprocessing.schema,
    hidden: fields.hidden.schema,
    outputScale: fields.outputScale.schema,
  }),
  seed: fields.seed.schema,
  iteration: wholeFrom(0),
  /** How it was made: a command, or words. */
  command: shortText(400),
  date: shortText(40),
  /** Figures that were measured when it was made. */
  figures: v.record(v.string(), finite),
  /** Parameters as little-endian single precision, in base 64. */
  phi: base64,
});

type File = v.InferOutput<typeof schema>;

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
