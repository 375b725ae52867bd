/**
 * Streams of drawings whose labels come one step late: the characters, their labels, the drawings and their order are drawn
 * anew for every stream, so that nothing can be known of a label but from the stream (Santoro et al. 2016, arXiv
 * 1605.06065, section 2).
 */

import type { Stream as Random } from '../math/rng';
import { classesIn, type Glyphs, type Split } from './glyphs/glyphs';
import { codeSize, type LabelCode, labelCount, oneHot, writeLabel } from './labels';
import type { Points } from './task';

export interface StreamShape {
  /** Characters of a stream, N. */
  readonly characters: number;
  /** Drawings of a stream, T. */
  readonly length: number;
  /**
   * `independent`: the character of each drawing is drawn by itself. `balanced`: each character is drawn as often, in any
   * order; counting labels then says something of the next.
   */
  readonly order: 'independent' | 'balanced';
  /** What labels there are; one for each character, unless said. */
  readonly code?: LabelCode;
}

/** One step of a stream. */
export interface StreamStep {
  /** Class of the glyphs, and which of its drawings. */
  readonly glyph: number;
  readonly drawing: number;
  /** Which character of this stream, from 0 in the order of their labels' draw. */
  readonly character: number;
  /** How many times it has been seen with this drawing: 1 at its first. */
  readonly instance: number;
  /** From 0 to N − 1; of strings, to 3,124. */
  readonly label: number;
}
export type DrawnStream = readonly StreamStep[];

/** The characters of a stream. */
export interface Cast {
  /** Classes of the glyphs. */
  readonly glyphs: readonly number[];
  /** Of each, no two alike. */
  readonly labels: readonly number[];
  /** Of each, all its drawings in the order in which it shows them. */
  readonly drawings: readonly (readonly number[])[];
}

/** Characters of a pool of classes, and their labels, by lot. @throws RangeError when the pool has too few */
export function drawCast(
  glyphs: Glyphs,
  pool: readonly number[],
  { characters, code = oneHot(characters) }: Pick<StreamShape, 'characters' | 'code'>,
  random: Random,
): Cast {
  if (characters > pool.length) {
    throw new RangeError(`${characters} characters; there are ${pool.length} of them`);
  }
  const chosen = random.choose(pool.length, characters).map((at) => pool[at]!);
  const labels = random.choose(labelCount(code), characters);
  const drawings = chosen.map((glyph) => {
    const count = glyphs.classes[glyph]!.drawings;
    return random.choose(count, count);
  });
  return { glyphs: chosen, labels, drawings };
}

/** Draws a stream from the characters of one split. @throws RangeError when the split has too few */
export function drawStream(
  glyphs: Glyphs,
  split: Split,
  shape: StreamShape,
  random: Random,
): DrawnStream {
  const pool = classesIn(glyphs, split);
  const { characters } = shape;
  if (characters > pool.length) {
    throw new RangeError(`${characters} characters; the ${split} split has ${pool.length} of them`);
  }
  const cast = drawCast(glyphs, pool, shape, random);
  return streamOf(cast, shape, random);
}

/** The drawings of given characters, one after another. Each shows all its drawings once before any comes again. */
export function streamOf(
  { glyphs: chosen, labels, drawings }: Cast,
  { length, order }: Pick<StreamShape, 'length' | 'order'>,
  random: Random,
): DrawnStream {
  const characters = chosen.length;
  const places = order === 'balanced' ? random.choose(length, length) : null;
  const seen = chosen.map(() => 0);
  return Array.from({ length }, (_, t) => {
    const character = places ? places[t]! % characters : random.integer(characters);
    const before = seen[character]!;
    seen[character] = before + 1;
    const own = drawings[character]!;
    return {
      glyph: chosen[character]!,
      drawing: own[before % own.length]!,
      character,
      instance: before + 1,
      label: labels[character]!,
    };
  });
}

/** The same labels, shuffled until no character has its own. @param labels of two characters at least */
export function otherLabels(labels: readonly number[], random: Random): readonly number[] {
  for (;;) {
    const others = random.choose(labels.length, labels.length).map((at) => labels[at]!);
    if (others.every((label, character) => label !== labels[character])) return others;
  }
}

/**
 * The most that can be right at first instances: who knows that a character is new leaves out the labels that were told, and
 * guesses the k-th new one of N with probability 1 / (L − k + 1), where there are L labels. With as many labels as characters
 * that is H_N / N; of strings hardly any are left out, and it is 1 / L but for a part in a hundred.
 */
export function firstInstanceCeiling(characters: number, labels = characters): number {
  let sum = 0;
  for (let told = 0; told < characters; told++) sum += 1 / (labels - told);
  return sum / characters;
}

/** Streams as they are read: of each step its features, and the label that is told of it. */
export interface ReadStream {
  /** Row-major [steps, features]. */
  readonly features: Float32Array;
  readonly labels: readonly number[];
  /** In place of the labels, if some are told wrongly. */
  readonly told?: readonly number[];
}

/**
 * Streams of one length as points: a task is a stream, and a step of it is [xₜ, xₜ₋₁, yₜ₋₁ in code], with zeros before the
 * first; targets are the labels, in the same code.
 *
 * @param width numbers of a drawing
 */
export function streamPoints(
  streams: readonly ReadStream[],
  { width, code }: { readonly width: number; readonly code: LabelCode },
): Points {
  const points = streams[0]?.labels.length ?? 0;
  const labels = codeSize(code);
  const row = 2 * width + labels;
  const inputs = new Float32Array(streams.length * points * row);
  const targets = new Float32Array(streams.length * points * labels);
  streams.forEach(({ features, labels: right, told = right }, s) => {
    if (right.length !== points) throw new RangeError('streams of one length are read together');
    for (let t = 0; t < points; t++) {
      const at = (s * points + t) * row;
      inputs.set(features.subarray(t * width, (t + 1) * width), at);
      if (t > 0) {
        inputs.set(features.subarray((t - 1) * width, t * width), at + width);
        writeLabel(code, told[t - 1]!, inputs, { at: at + 2 * width });
      }
      writeLabel(code, right[t]!, targets, { at: (s * points + t) * labels });
    }
  });
  return { tasks: streams.length, points, inputs, targets };
}
