/**
 * Batch normalisations with statistics of training drawings in place of those of the batch: what running averages are
 * an estimate of, as embeddings are tested by Snell et al. 2017. Drawings then say nothing of each other.
 */

import type { Engine, Rows } from '../../../compute/engine';
import { stream } from '../../../math/rng';
import {
  type Network,
  NORMALISATION_EPSILON,
  type ParameterShape,
  parameterShapes,
  shapesBetween,
} from '../../../networks/network';
import { type Turn, undisturbed } from '../../../session/turn';
import { classesIn, type Glyphs, PIXELS } from '../../../tasks/glyphs/glyphs';

/** The network with its batch normalisations as fixed gains and shifts: as many parameters, in the same places. */
export const frozenNetwork = (network: Network): Network => ({
  ...network,
  layers: network.layers.map((layer) =>
    layer.kind === 'batch-normalisation' ? { kind: 'affine' } : layer,
  ),
});

/** As `bodyStatistics`: the parameters alone. */
export const frozenWeights = async (...asked: Parameters<typeof bodyStatistics>) =>
  (await bodyStatistics(...asked)).weights;

/**
 * Parameters for `frozenNetwork` that do on any drawing what the network does in a batch of these drawings; and the means
 * and variances of its channels there, layer by layer, from which `folded` makes the same.
 *
 * @param theta one row, of the network
 * @param drawings row-major [drawings, inputs]
 */
export async function bodyStatistics(
  engine: Engine,
  network: Network,
  theta: Rows,
  drawings: Float32Array,
  turn: Turn = undisturbed,
): Promise<{ readonly weights: Float32Array; readonly statistics: Float32Array }> {
  const points = drawings.length / network.inputs;
  const statistics: number[] = [];
  const values = await engine.read(theta);
  const shapes = parameterShapes(network);
  const between = shapesBetween(network);
  for (const [l, layer] of network.layers.entries()) {
    if (layer.kind !== 'batch-normalisation') continue;
    await turn.pause();
    // What lies below is frozen already: its outputs are those of the batch.
    const below: Network = {
      ...network,
      layers: [...frozenNetwork(network).layers.slice(0, l), { kind: 'flatten' }],
    };
    const outputs = await outputsOf(engine, below, values, drawings, points);
    const { means, variances } = columnStatistics(outputs, between[l]!.channels);
    fold(values, shapes[l]!, means, variances);
    statistics.push(...means, ...variances);
  }
  return { weights: values, statistics: Float32Array.from(statistics) };
}

/** Gains and shifts that do what a batch normalisation does with these statistics. */
function fold(
  values: Float32Array,
  [gains, shifts]: readonly ParameterShape[],
  means: ArrayLike<number>,
  variances: ArrayLike<number>,
): void {
  for (let c = 0; c < means.length; c++) {
    const gain = values[gains!.offset + c]! / Math.sqrt(variances[c]! + NORMALISATION_EPSILON);
    values[gains!.offset + c] = gain;
    values[shifts!.offset + c]! -= gain * means[c]!;
  }
}

/** Parameters for `frozenNetwork`, from those of the network and the statistics of `bodyStatistics`. */
export function folded(
  network: Network,
  theta: Float32Array,
  statistics: Float32Array,
): Float32Array {
  const values = theta.slice();
  const shapes = parameterShapes(network);
  const between = shapesBetween(network);
  let at = 0;
  for (const [l, layer] of network.layers.entries()) {
    if (layer.kind !== 'batch-normalisation') continue;
    const { channels } = between[l]!;
    const [means, variances] = [0, channels].map((from) =>
      statistics.subarray(at + from, at + from + channels),
    );
    fold(values, shapes[l]!, means!, variances!);
    at += 2 * channels;
  }
  return values;
}

/** Numbers that the statistics of a network are. */
export const statisticsCount = (network: Network): number =>
  shapesBetween(network)
    .filter((_, l) => network.layers[l]?.kind === 'batch-normalisation')
    .reduce((sum, { channels }) => sum + 2 * channels, 0);

async function outputsOf(
  engine: Engine,
  network: Network,
  weights: Float32Array,
  inputs: Float32Array,
  points: number,
): Promise<Float32Array> {
  const learner = engine.compile(network, null);
  const theta = engine.rows(weights.slice(0, learner.parameterCount), 1);
  const batch = learner.batch({ tasks: 1, points, inputs, targets: null });
  const outputs = engine.tidy(() => learner.predict(theta, batch));
  const values = await engine.read(outputs);
  engine.release(theta, batch, outputs);
  return values;
}

/** Mean and variance of each column of row-major [rows, columns]. */
function columnStatistics(values: Float32Array, columns: number) {
  const rows = values.length / columns;
  const means = new Float64Array(columns);
  const variances = new Float64Array(columns);
  values.forEach((x, i) => {
    means[i % columns]! += x / rows;
  });
  values.forEach((x, i) => {
    variances[i % columns]! += (x - means[i % columns]!) ** 2 / rows;
  });
  return { means, variances };
}

/** Training drawings from which statistics are taken. */
const DRAWINGS = 200;
/** Weights that are remembered: of a few methods, now and looked back at. */
const REMEMBERED = 12;

/** Drawings of training characters, from which statistics are taken. */
export function statisticsDrawings(glyphs: Glyphs, seed: number): Float32Array {
  const random = stream(seed, 'statistics');
  const pool = classesIn(glyphs, 'train');
  const drawings = new Float32Array(DRAWINGS * PIXELS);
  for (let i = 0; i < DRAWINGS; i++) {
    const glyph = pool[random.integer(pool.length)]!;
    const drawing = random.integer(glyphs.classes[glyph]!.drawings);
    glyphs.write(glyph, drawing, random.integer(4), drawings, i * PIXELS);
  }
  return drawings;
}

/** Frozen weights by the weights that they came from, as drawings are asked about far more often than weights change. */
export class FrozenBodies {
  private readonly known = new Map<number, Float32Array>();
  private readonly drawings: Float32Array;

  constructor(
    private readonly engine: Engine,
    private readonly network: Network,
    glyphs: Glyphs,
    seed: number,
  ) {
    this.drawings = statisticsDrawings(glyphs, seed);
  }

  /** @param theta one row, of the network */
  async weights(
    theta: Rows,
    turn: Turn = undisturbed,
    network: Network = this.network,
  ): Promise<Float32Array> {
    const key = hashOf(await this.engine.read(theta));
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const weights = await frozenWeights(this.engine, network, theta, this.drawings, turn);
    this.known.set(key, weights);
    const oldest = this.known.keys().next();
    if (this.known.size > REMEMBERED && !oldest.done) this.known.delete(oldest.value);
    return weights;
  }
}

/** FNV-1a over the numbers' bits. */
function hashOf(values: Float32Array): number {
  let h = 0x811c9dc5;
  for (const bits of new Uint32Array(values.slice().buffer)) h = Math.imul(h ^ bits, 0x01000193);
  return h >>> 0;
}
