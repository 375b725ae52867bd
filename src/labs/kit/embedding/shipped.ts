/**
 * The embedding of drawings that is shipped, as a file says it: prototypical networks, trained in the Omniglot lab on its
 * training characters alone, so that those it holds back are new to it, too.
 */

import * as v from 'valibot';
import { siteRoot } from '../../../characters/served';
import type { Engine } from '../../../compute/engine';
import { type Network, outputCount, parameterCount } from '../../../networks/network';
import type { Turn } from '../../../session/turn';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { base64, checkNumbers, FileError, halvesOf, readFields } from '../checkpointFile';
import { bodyOf } from './body';
import { frozenNetwork, frozenWeights, statisticsDrawings } from './frozen';

export const EMBEDDING_FILE = 'omniglot-prototypical';
const FORMAT = 'inner-loop few-shot 1';

const schema = v.object({
  format: v.literal(FORMAT),
  method: v.literal('prototypical'),
  network: v.object({
    network: v.literal('convolutional'),
    filters: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(128)),
    pooling: v.picklist(['flatten', 'mean']),
  }),
  theta: base64,
});

export interface ShippedEmbedding {
  readonly network: Network;
  readonly theta: Float32Array;
}

/** @throws FileError */
export function parseEmbedding(text: string): ShippedEmbedding {
  const { network: shape, theta: encoded } = readFields(text, FORMAT, schema);
  const network = bodyOf(shape);
  const theta = halvesOf(encoded);
  checkNumbers(theta, parameterCount(network));
  return { network, theta };
}

/** In a worker, or on the page. @throws FileError, or what the network says */
export async function fetchEmbedding(): Promise<ShippedEmbedding> {
  const file = `checkpoints/${EMBEDDING_FILE}.json`;
  const response = await fetch(new URL(file, siteRoot()));
  if (!response.ok) throw new FileError({ code: 'unreachable', file, status: response.status });
  return parseEmbedding(await response.text());
}

/** It embeds drawings, each by itself: its statistics are those of training characters. */
export interface Embedder {
  readonly width: number;
  /** @param drawings row-major [drawings, pixels] @returns row-major [drawings, width] */
  embed(drawings: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

/**
 * Embeddings are moved and scaled so that on training characters each number has mean 0 and all have mean square 1: as they
 * are, none of them is negative, and products of any two are much the same.
 *
 * @param seed of the drawings from which statistics are taken
 */
export async function embedderOf(
  engine: Engine,
  { network, theta }: ShippedEmbedding,
  glyphs: Glyphs,
  seed: number,
  turn: Turn,
): Promise<Embedder> {
  const drawings = statisticsDrawings(glyphs, seed);
  const rows = engine.rows(theta, 1);
  let weights: Float32Array;
  try {
    weights = await frozenWeights(engine, network, rows, drawings, turn);
  } finally {
    engine.release(rows);
  }
  const predictor = engine.compile(frozenNetwork(network), null);
  const frozen = engine.rows(weights, 1);
  const raw = async (inputs: Float32Array): Promise<Float32Array> => {
    const batch = predictor.batch({
      ...{ tasks: 1, points: inputs.length / network.inputs, inputs, targets: null },
    });
    const outputs = engine.tidy(() => predictor.predict(frozen, batch));
    try {
      return await engine.read(outputs);
    } finally {
      engine.release(batch, outputs);
    }
  };
  const width = outputCount(network);
  const standard = standardising(await raw(drawings), width);
  return {
    width,
    embed: async (inputs) => standard(await raw(inputs)),
    dispose: () => engine.release(frozen),
  };
}

/** What makes each column of [rows, width] of mean 0, and all of them together of mean square 1, as they are here. */
function standardising(
  values: Float32Array,
  width: number,
): (values: Float32Array) => Float32Array {
  const rows = values.length / width;
  const means = new Float64Array(width);
  values.forEach((x, i) => {
    means[i % width]! += x / rows;
  });
  const squares = values.reduce((sum, x, i) => sum + (x - means[i % width]!) ** 2, 0);
  const scale = 1 / Math.sqrt(Math.max(squares / values.length, 1e-12));
  return (others) => others.map((x, i) => (x - means[i % width]!) * scale);
}
