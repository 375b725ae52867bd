/** Trained methods as files: small, validated, and saying where they come from. */

import * as v from 'valibot';
import { type SavedState, slim } from '../../../contenders/state';
import { toHalves } from '../../../math/half';
import { parameterCount } from '../../../networks/network';
import { finite } from '../../../spec/schemas';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import {
  base64,
  checkNumbers,
  halvesOf,
  readFields,
  textOf,
  writeFields,
} from '../../kit/checkpointFile';
import { bodyOf } from '../../kit/embedding/body';
import { provenance, provenanceOf } from '../../kit/provenance';
import { bodyWeights, classifierOf } from '../methods/networks';
import { type MethodName, methodNames, trainingOf } from '../methods/registry';
import { type SharedSpec, sharedFields } from '../methods/sharedFields';

const FORMAT = 'inner-loop few-shot 1';

const schema = v.object({
  format: v.literal(FORMAT),
  method: v.picklist(methodNames),
  network: v.object({
    network: sharedFields.network.schema,
    filters: sharedFields.filters.schema,
    pooling: sharedFields.pooling.schema,
  }),
  /** Ways and shots of the tasks that it was trained for. */
  ways: sharedFields.ways.schema,
  shots: sharedFields.shots.schema,
  ...provenance,
  /** Weights, of the body alone where only that is used; little-endian half precision, in base 64. */
  theta: base64,
  /** Weights beside θ, by name, likewise. */
  more: v.optional(v.record(v.string(), base64)),
  /** The square roots of Adam's second moments of θ, likewise, for who goes on with them, and how often they were updated. */
  rootSecond: v.optional(base64),
  updates: v.optional(finite),
});

type File = v.InferOutput<typeof schema>;

/** What a checkpoint says of itself. */
export type About = Omit<File, 'format' | 'theta' | 'more' | 'rootSecond' | 'updates'>;

export interface Checkpoint extends About {
  readonly state: SavedState;
}

/** @throws FileError */
export function parseCheckpoint(text: string): Checkpoint {
  const file = readFields(text, FORMAT, schema);
  const { format: _, theta, more = {}, rootSecond, updates = 0, ...about } = file;
  const { method, network, ways } = about;
  const { keeps, beside = {}, count } = trainingOf(method) ?? {};
  const wanted =
    count?.(network) ??
    parameterCount(keeps === 'body' ? bodyOf(network) : classifierOf(network, ways));
  const numbers = (encoded: string, length = wanted): Float32Array => {
    const values = halvesOf(encoded);
    checkNumbers(values, length);
    return values;
  };
  const weights = Object.entries({ theta, ...more }).map(([name, of]) => [
    name,
    numbers(of, beside[name]),
  ]);
  const second = rootSecond === undefined ? null : numbers(rootSecond).map((x) => x * x);
  const moments = second === null ? {} : { theta: { first: new Float32Array(), second, updates } };
  return { ...about, state: { weights: Object.fromEntries(weights), moments } };
}

export function formatCheckpoint({ state, ...about }: Checkpoint): string {
  const { theta, ...others } = state.weights;
  const more = Object.entries(others).map(([name, values]) => [name, encode(values)]);
  const carried = state.moments.theta;
  const file: File = {
    format: FORMAT,
    ...about,
    theta: encode(theta!),
    ...(more.length === 0 ? {} : { more: Object.fromEntries(more) }),
    ...(carried === undefined
      ? {}
      : { rootSecond: encode(carried.second.map(Math.sqrt)), updates: carried.updates }),
  };
  return writeFields(file);
}

const encode = (values: Float32Array): string => textOf(toHalves(values));

/** A method that was trained with these settings, as what is shipped of it. */
export function checkpointOf(
  method: MethodName,
  spec: SharedSpec,
  state: SavedState,
  command: string,
  glyphs: Glyphs,
): Checkpoint {
  const { network, filters, pooling, ways, shots } = spec;
  const { keeps, carries } = trainingOf(method)!;
  const { weights, moments } = slim(state, carries);
  const body = { theta: bodyWeights(spec, weights.theta!) };
  return {
    method,
    network: { network, filters, pooling },
    ways,
    shots,
    ...provenanceOf(spec, glyphs, command),
    state: { weights: keeps === 'body' ? body : weights, moments },
  };
}
