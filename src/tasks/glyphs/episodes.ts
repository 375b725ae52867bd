/**
 * Few-shot classification: which of a few characters is it, given a few drawings of each (Vinyals et al. 2016,
 * section 4.1.1)? `joined` and `minibatches` of ../task take these points too.
 */

import type { Stream } from '../../math/rng';
import type { Points } from '../task';
import { byAlphabet } from './alphabets';
import { classesIn, type Glyphs, PIXELS, type Split } from './glyphs';

/** Which characters and drawings stand in a task together. */
export interface TaskKind {
  /** Whether a task's characters are of one alphabet: of those that have enough, in proportion to their characters. */
  readonly alphabet: boolean;
  /** Whether the drawings of all classes are by the same drawers: those that are shown by some, those asked about by others. */
  readonly drawers: boolean;
}

/** Of any characters, and drawings by anybody. */
export const anyKind: TaskKind = { alphabet: false, drawers: false };

export interface EpisodeShape {
  readonly tasks: number;
  /** Classes of a task. */
  readonly ways: number;
  /** Support points of each class. */
  readonly shots: number;
  /** Query points of each class. */
  readonly queries: number;
}

/** What one class of a task is made of. */
export interface EpisodeClass {
  readonly glyph: number;
  /** Quarter turns anticlockwise. */
  readonly turns: number;
  /** The drawings that are support points, and those that are query points. */
  readonly support: readonly number[];
  readonly query: readonly number[];
}

/**
 * Points of a batch of tasks: inputs [tasks, points, PIXELS], targets one-hot [tasks, points, ways]. A task's points go
 * class by class.
 */
export interface GlyphEpisodes {
  readonly support: Points;
  readonly query: Points;
  /** By task and way. */
  readonly classes: readonly (readonly EpisodeClass[])[];
}

/**
 * Draws tasks from the characters of one split. No drawing is in both support and query.
 *
 * @param rotate makes a class of each quarter turn of a character, four times as many, as Santoro et al. 2016 and the
 *   code of Finn et al. 2017 and Snell et al. 2017 do: two turns of one character may meet in a task. For training alone.
 * @throws RangeError when the split has too few characters or they have too few drawings
 */
export function drawGlyphEpisodes(
  glyphs: Glyphs,
  split: Split,
  shape: EpisodeShape,
  rotate: boolean,
  random: Stream,
  kind: TaskKind = anyKind,
): GlyphEpisodes {
  const { tasks, ways, shots, queries } = shape;
  const all = classesIn(glyphs, split);
  const turnsOfEach = rotate ? 4 : 1;
  checkEnough(glyphs, split, all, shape, turnsOfEach);
  const poolOf = kind.alphabet ? alphabetsOf(glyphs, all, ways / turnsOfEach) : () => all;

  const classes = Array.from({ length: tasks }, () => {
    const pool = poolOf(random);
    const fewest = Math.min(...pool.map((glyph) => glyphs.classes[glyph]!.drawings));
    const shared = kind.drawers ? random.choose(fewest, shots + queries) : null;
    return random.choose(pool.length * turnsOfEach, ways).map((chosen): EpisodeClass => {
      const glyph = pool[Math.floor(chosen / turnsOfEach)]!;
      const drawings = shared ?? random.choose(glyphs.classes[glyph]!.drawings, shots + queries);
      return {
        glyph,
        turns: chosen % turnsOfEach,
        support: drawings.slice(0, shots),
        query: drawings.slice(shots),
      };
    });
  });
  return {
    support: pointsOf(glyphs, classes, ways, shots, 'support'),
    query: pointsOf(glyphs, classes, ways, queries, 'query'),
    classes,
  };
}

/** Draws the characters of one alphabet that has enough; of all alphabets, where none has. */
function alphabetsOf(
  glyphs: Glyphs,
  among: readonly number[],
  least: number,
): (random: Stream) => readonly number[] {
  const names = glyphs.classes.map(({ name }) => name);
  const large = [...byAlphabet(names, among).values()].filter(({ length }) => length >= least);
  const members = large.flatMap((own) => own.map(() => own));
  return (random) => members[random.integer(members.length)] ?? among;
}

function checkEnough(
  glyphs: Glyphs,
  split: Split,
  pool: readonly number[],
  { ways, shots, queries }: EpisodeShape,
  turnsOfEach: number,
): void {
  if (ways > pool.length * turnsOfEach) {
    const needed = Math.ceil(ways / turnsOfEach);
    throw new RangeError(
      `${ways} ways need ${needed} characters; the ${split} split has ${pool.length}`,
    );
  }
  const scarce = pool.find((glyph) => glyphs.classes[glyph]!.drawings < shots + queries);
  if (scarce !== undefined) {
    const { name, drawings } = glyphs.classes[scarce]!;
    throw new RangeError(
      `${shots} shots and ${queries} queries need ${shots + queries} drawings; ${name} has ${drawings}`,
    );
  }
}

function pointsOf(
  glyphs: Glyphs,
  classes: GlyphEpisodes['classes'],
  ways: number,
  each: number,
  part: 'support' | 'query',
): Points {
  const tasks = classes.length;
  const points = ways * each;
  const inputs = new Float32Array(tasks * points * PIXELS);
  const targets = new Float32Array(tasks * points * ways);
  let row = 0;
  for (const task of classes) {
    task.forEach((drawn, way) => {
      for (const drawing of drawn[part]) {
        glyphs.write(drawn.glyph, drawing, drawn.turns, inputs, row * PIXELS);
        targets[row * ways + way] = 1;
        row += 1;
      }
    });
  }
  return { tasks, points, inputs, targets };
}
