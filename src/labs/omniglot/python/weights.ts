/** The weights of the methods, named and laid out as the script has them, and the tasks that they are judged by. */

import { stream } from '../../../math/rng';
import { parameterShapes } from '../../../networks/network';
import { drawGlyphEpisodes, type EpisodeClass } from '../../../tasks/glyphs/episodes';
import { classesIn, type Glyphs, PIXELS, SIDE } from '../../../tasks/glyphs/glyphs';
import { bodyOf } from '../../kit/embedding/body';
import { statisticsDrawings } from '../../kit/embedding/frozen';
import { filtersOf, matrixOf, numbersOf, transposed } from '../../kit/python/layout';
import type { Tensor, Tensors } from '../../kit/safetensors';
import type { OmniglotSpec } from '../fields';
import { HELD_OUT_AT_ONCE } from '../methods/accuracy';
import { beginningOf } from '../methods/atWork';
import { kindOf } from '../methods/kinds';
import { headOf } from '../methods/networks';
import { isTrained, trainingOf } from '../methods/registry';
import type { OmniglotSnapshot } from '../methods/snapshot';
import { scripted } from './generate';

/** Held-out tasks, as many as the page judges by when it rests. */
const TASKS = 1000;
/** Of every character. */
const DRAWINGS = 20;
const LEVELS = 255;

export function tensorsOf(
  { methods }: Pick<OmniglotSnapshot, 'methods'>,
  spec: OmniglotSpec,
  glyphs: Glyphs,
): Tensors {
  const tensors: Record<string, Tensor> = {};
  for (const name of scripted(spec.methods)) {
    const state = isTrained(name) ? methods[name] : beginningOf(name, spec, glyphs);
    if (state?.weights.theta === undefined) continue;
    const isBody = trainingOf(name)?.keeps === 'body';
    const { theta, ...more } = state.weights;
    Object.assign(tensors, parametersOf(name, spec, theta!, !isBody));
    for (const values of Object.values(more)) {
      Object.assign(tensors, parametersOf(`${name}.rate`, spec, values, true));
    }
    const carried = name === 'reptile' ? state.moments.theta : undefined;
    if (carried !== undefined) {
      Object.assign(tensors, parametersOf('square', spec, carried.second, true));
      tensors.updates = { shape: [1], data: Float32Array.of(carried.updates) };
    }
  }
  return tensors;
}

/**
 * Biases that a normalisation follows are left out: it takes them out again.
 *
 * @param head whether a last layer belongs to it
 */
function parametersOf(prefix: string, spec: OmniglotSpec, theta: Float32Array, head: boolean) {
  const tensors: Record<string, Tensor> = {};
  const body = bodyOf(spec);
  let block = -1;
  let end = 0;
  parameterShapes(body).forEach((layer, i) => {
    const { kind } = body.layers[i]!;
    for (const shape of layer) {
      const { role, rows, columns, offset } = shape;
      end = offset + rows * columns;
      if (role === 'weights') block += 1;
      if (role === 'biases') continue;
      const isMatrix = role === 'weights';
      const name = isMatrix ? 'weight' : role === 'gains' ? 'gain' : 'shift';
      tensors[`${prefix}.${block}.${name}`] = isMatrix
        ? (kind === 'convolution' ? filtersOf : matrixOf)(shape, theta)
        : {
            shape: spec.network === 'convolutional' ? [columns, 1, 1] : [columns],
            data: numbersOf(shape, theta),
          };
    }
  });
  if (!head) return tensors;
  const [weights, biases] = parameterShapes(headOf(spec, spec.ways))[0]!;
  const last = theta.subarray(end);
  const matrix = matrixOf(weights!, last);
  const channels = spec.network === 'convolutional' ? spec.filters : weights!.rows;
  tensors[`${prefix}.${block + 1}.weight`] = {
    ...matrix,
    data: byChannel(matrix.data as Float32Array, weights!.rows, channels),
  };
  tensors[`${prefix}.${block + 1}.shift`] = {
    shape: [biases!.columns],
    data: numbersOf(biases!, last),
  };
  return tensors;
}

/** Columns that go position by position, in rows of a matrix, as PyTorch flattens images: channel by channel. */
function byChannel(values: Float32Array, columns: number, channels: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += columns) {
    const row = values.subarray(at, at + columns);
    out.set(transposed(row, columns / channels, channels), at);
  }
  return out;
}

/** Test characters, tasks as places among their drawings, and the training drawings that embeddings are normalised by. */
export function heldOutOf(spec: OmniglotSpec, glyphs: Glyphs, tasks = TASKS): Tensors {
  const pool = classesIn(glyphs, 'test');
  const { ways, shots, queries, seed } = spec;
  const places: Record<'support' | 'query', number[]> = { support: [], query: [] };
  for (let from = 0; from < tasks; from += HELD_OUT_AT_ONCE) {
    const random = stream(seed, 'test tasks', from);
    const shape = { tasks: HELD_OUT_AT_ONCE, ways, shots, queries };
    const { classes } = drawGlyphEpisodes(glyphs, 'test', shape, false, random, kindOf(spec));
    for (const drawn of classes.flat()) {
      places.support.push(...placesOf(drawn, 'support', pool));
      places.query.push(...placesOf(drawn, 'query', pool));
    }
  }
  const drawings = new Float32Array(pool.length * DRAWINGS * PIXELS);
  pool.forEach((glyph, i) => {
    for (let d = 0; d < DRAWINGS; d++) {
      glyphs.write(glyph, d, 0, drawings, (i * DRAWINGS + d) * PIXELS);
    }
  });
  const statistics = statisticsDrawings(glyphs, seed);
  return {
    characters: { shape: [pool.length, DRAWINGS, SIDE, SIDE], data: levelsOf(drawings) },
    statistics: {
      shape: [statistics.length / PIXELS, SIDE, SIDE],
      data: levelsOf(statistics),
    },
    support: { shape: [tasks, ways * shots], data: Float32Array.from(places.support) },
    query: { shape: [tasks, ways * queries], data: Float32Array.from(places.query) },
  };
}

const placesOf = (
  drawn: EpisodeClass,
  part: 'support' | 'query',
  pool: readonly number[],
): number[] => drawn[part].map((drawing) => pool.indexOf(drawn.glyph) * DRAWINGS + drawing);

/** Omniglot has 16 levels of ink here, procedural characters 256: bytes hold both. */
const levelsOf = (drawings: Float32Array): Uint8Array =>
  Uint8Array.from(drawings, (ink) => Math.round(ink * LEVELS));
