/** Trained starts as files: one θ, validated, and saying where it comes from. */

import * as v from 'valibot';
import { mlp, parameterCount } from '../../networks/network';
import { finite, shortText, wholeFrom } from '../../spec/schemas';
import { checkSpec } from '../../spec/spec';
import {
  base64,
  checkNumbers,
  floatsOf,
  readFields,
  shippedText,
  textOf,
  writeFields,
} from '../kit/checkpointFile';
import { fields, type RegressionSpec } from './fields';
import { presets } from './presets';
import type { RegressionSnapshot } from './snapshot';

const FORMAT = 'inner-loop regression 1';

/** The preset whose starts are shipped, and whose. */
export const shippedPreset = 'sinusoid-10shot';
export const shippedNames = ['maml', 'joint'] as const;
export type ShippedName = (typeof shippedNames)[number];

export const fileOf = (name: ShippedName): string => `sinusoid-${name}`;

const schema = v.object({
  format: v.literal(FORMAT),
  method: v.picklist(shippedNames),
  /** The settings that it was trained with. */
  spec: v.record(v.string(), v.unknown()),
  iteration: wholeFrom(0),
  command: shortText(400),
  date: shortText(40),
  /** Mean squared error on the query points of held-out tasks, after so many gradient steps. */
  figures: v.record(v.string(), finite),
  /** Little-endian single precision, in base 64. */
  theta: base64,
});

export interface Start extends Omit<v.InferOutput<typeof schema>, 'format' | 'spec' | 'theta'> {
  readonly spec: RegressionSpec;
  readonly theta: Float32Array;
}

/** @throws FileError */
export function parseStart(text: string): Start {
  const { format: _, theta: encoded, spec: found, ...rest } = readFields(text, FORMAT, schema);
  const { spec } = checkSpec(fields, presets[shippedPreset].spec, found);
  const theta = floatsOf(encoded);
  checkNumbers(theta, parameterCount(mlp(1, spec.hidden, 1, spec.activation)));
  return { ...rest, spec, theta };
}

export const formatStart = ({ theta, ...rest }: Start): string =>
  writeFields({ format: FORMAT, ...rest, theta: textOf(theta) });

/** A run's meta-iteration 0 from trained starts. */
export const snapshotOf = (
  starts: Readonly<Partial<Record<ShippedName, Float32Array>>>,
): RegressionSnapshot => ({
  iteration: 0,
  contenders: shippedNames.flatMap((name) => {
    const theta = starts[name];
    if (theta === undefined) return [];
    return [{ name, weights: { theta }, moments: {}, good: null, diverged: null }];
  }),
});

/** @throws FileError, or what the network says */
export const fetchStart = async (name: ShippedName): Promise<Start> =>
  parseStart(await shippedText(fileOf(name)));
