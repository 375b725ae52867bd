/** Trained methods as files: small, validated, and saying where they come from. */

import * as z from 'zod/mini';
import { fromHalves, toHalves } from '../../../math/half';
import { parameterCount } from '../../../networks/network';
import {
  base64,
  bytesOf,
  checkNumbers,
  readFields,
  textOf,
  writeFields,
} from '../../checkpointFile';
import { bodyOf, classifierOf, embeds } from '../methods/networks';
import { fields, trainedNames } from '../spec';

const FORMAT = 'inner-loop few-shot 1';

const schema = z.object({
  format: z.literal(FORMAT),
  method: z.enum(trainedNames),
  network: z.object({
    network: fields.network.schema,
    filters: fields.filters.schema,
    pooling: fields.pooling.schema,
  }),
  /** Ways and shots of the tasks that it was trained for. */
  ways: fields.ways.schema,
  shots: fields.shots.schema,
  seed: z.number(),
  iterations: z.number(),
  /** Characters that it was trained on, in words. */
  characters: z.string().check(z.maxLength(200)),
  command: z.string().check(z.maxLength(400)),
  date: z.string().check(z.maxLength(40)),
  /** Weights, of the body alone where only that is used; little-endian half precision, in base 64. */
  theta: base64,
  /** For Reptile, the square roots of Adam's second moments, likewise, and how often they were updated. */
  rootSecond: z.optional(base64),
  updates: z.optional(z.number()),
});

type File = z.infer<typeof schema>;

export interface Checkpoint extends Omit<File, 'format' | 'theta' | 'rootSecond' | 'updates'> {
  readonly theta: Float32Array;
  readonly second: Float32Array | null;
  readonly updates: number;
}

/** @throws Error that says what is wrong with the file */
export function parseCheckpoint(text: string): Checkpoint {
  const file = readFields(text, FORMAT, schema);
  const { format: _, theta: encoded, rootSecond, updates = 0, ...rest } = file;
  const theta = decode(encoded);
  const second = rootSecond === undefined ? null : decode(rootSecond).map((x) => x * x);
  const { method, network, ways } = rest;
  const wanted = parameterCount(embeds(method) ? bodyOf(network) : classifierOf(network, ways));
  checkNumbers(theta, wanted);
  if (second !== null) checkNumbers(second, wanted);
  return { ...rest, theta, second, updates };
}

export function formatCheckpoint({ theta, second, updates, ...rest }: Checkpoint): string {
  const moments =
    second === null ? {} : { rootSecond: encode(second.map((x) => Math.sqrt(x))), updates };
  const file: File = { format: FORMAT, ...rest, theta: encode(theta), ...moments };
  return writeFields(file);
}

function decode(text: string): Float32Array {
  const bytes = bytesOf(text);
  return fromHalves(new Uint16Array(bytes.buffer, 0, Math.floor(bytes.length / 2)));
}

const encode = (values: Float32Array): string => textOf(toHalves(values));
