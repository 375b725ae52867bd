/** Trained methods as files: small, validated, and saying where they come from. */

import * as z from 'zod/mini';
import { fromHalves, toHalves } from '../../math/half';
import { parameterCount } from '../../networks/network';
import { bodyOf, classifierOf, embeds } from './networks';
import { fields, trainedNames } from './spec';

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
  theta: z.string().check(z.maxLength(4_000_000)),
  /** For Reptile, the square roots of Adam's second moments, likewise, and how often they were updated. */
  rootSecond: z.optional(z.string().check(z.maxLength(4_000_000))),
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
  let candidate: unknown;
  try {
    candidate = JSON.parse(text);
  } catch {
    throw new Error('the file is damaged: it is not JSON');
  }
  const checked = schema.safeParse(candidate);
  if (!checked.success) {
    const path = checked.error.issues[0]?.path.join('.') ?? '';
    throw new Error(`the file is damaged: ${path === '' ? 'a field' : path} is not as it must be`);
  }
  const { format: _, theta: encoded, rootSecond, updates = 0, ...rest } = checked.data;
  const theta = decode(encoded);
  const second = rootSecond === undefined ? null : decode(rootSecond).map((x) => x * x);
  const { method, network, ways } = rest;
  const wanted = parameterCount(embeds(method) ? bodyOf(network) : classifierOf(network, ways));
  for (const values of [theta, ...(second === null ? [] : [second])]) {
    if (values.length !== wanted) {
      throw new Error(
        `the file is damaged: it holds ${values.length} numbers, and its network has ${wanted}`,
      );
    }
    if (!values.every(Number.isFinite)) {
      throw new Error('the file is damaged: not all of its weights are numbers');
    }
  }
  return { ...rest, theta, second, updates };
}

export function formatCheckpoint({ theta, second, updates, ...rest }: Checkpoint): string {
  const moments =
    second === null ? {} : { rootSecond: encode(second.map((x) => Math.sqrt(x))), updates };
  const file: File = { format: FORMAT, ...rest, theta: encode(theta), ...moments };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function decode(text: string): Float32Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new Error('the file is damaged: its weights are not in base 64');
  }
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  return fromHalves(new Uint16Array(bytes.buffer, 0, Math.floor(bytes.length / 2)));
}

function encode(values: Float32Array): string {
  let binary = '';
  for (const byte of new Uint8Array(toHalves(values).buffer)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
