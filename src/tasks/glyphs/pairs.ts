/**
 * Pairs of drawings, as networks of alphabets are trained on them: of each character one drawing by one person and one by
 * another, of characters that stand in one alphabet together.
 */

import type { Stream } from '../../math/rng';
import type { Points } from '../task';
import { alphabetOf, byAlphabet } from './alphabets';
import { elasticInto } from './elastic';
import { type Glyphs, levelsOf, PIXELS, SIDE } from './glyphs';

/** Side of the drawings that jitter takes its samples from. */
export const FINE = 2 * SIDE;

/** Drawings finer than what a network sees, each by the same people within an alphabet. */
export interface FineDrawings {
  /** `Greek/character07`. */
  readonly names: readonly string[];
  /** Drawings of each character. */
  readonly drawers: number;
  /** Row-major [FINE, FINE], ink 255; not to be written to. */
  read(character: number, drawer: number): Uint8Array;
}

export interface PairShape {
  /** Episodes of a batch. */
  readonly groups: number;
  /** Characters of an episode at most: an alphabet may have fewer. */
  readonly ways: number;
  /** Whether an episode is of one alphabet, and of two drawers. */
  readonly alphabet: boolean;
  /** Whether each episode is turned and mirrored in one of eight ways. */
  readonly turned: boolean;
  /** Strength of what every drawing is moved, stretched and bent by; 1 as published here. */
  readonly strength: number;
}

/**
 * Draws batches of pairs, each as one task: first drawings of all characters, then second ones in the same order. Targets are
 * one-hot [points, groups × ways + groups]: the character, and its episode.
 *
 * @param among the characters that they are drawn from
 */
export function pairDrawer(drawings: FineDrawings, among: readonly number[]) {
  const alphabets = byAlphabet(drawings.names, among);
  return (shape: PairShape, random: Stream) => drawn(drawings, among, alphabets, shape, random);
}

function drawn(
  drawings: FineDrawings,
  among: readonly number[],
  alphabets: ReadonlyMap<string, readonly number[]>,
  { groups, ways, alphabet, turned, strength }: PairShape,
  random: Stream,
): Points {
  const episodes = Array.from({ length: groups }, (_, group) => {
    // An alphabet in proportion to its characters: that of a character of all.
    const one = among[random.integer(among.length)]!;
    const pool = alphabet ? alphabets.get(alphabetOf(drawings.names[one]!))! : among;
    const chosen = random.choose(pool.length, Math.min(ways, pool.length)).map((i) => pool[i]!);
    const drawers = () => random.choose(drawings.drawers, 2) as [number, number];
    const both = drawers();
    const symmetry = turned ? random.integer(8) : 0;
    return chosen.map((character) => ({
      group,
      character,
      drawers: alphabet ? both : drawers(),
      symmetry,
    }));
  }).flat();
  const half = episodes.length;
  const inputs = new Float32Array(2 * half * PIXELS);
  const width = groups * ways + groups;
  const targets = new Float32Array(2 * half * width);
  for (const side of [0, 1] as const) {
    episodes.forEach(({ group, character, drawers, symmetry }, i) => {
      const point = side * half + i;
      const fine = drawings.read(character, drawers[side]);
      elasticInto(fine, { symmetry, strength }, random, inputs, point * PIXELS);
      targets[point * width + i] = 1;
      targets[point * width + groups * ways + group] = 1;
    });
  }
  return { tasks: 1, points: 2 * half, inputs, targets };
}

/** Drawings of a set of characters, each made once; between its pixels where nothing finer is known. */
export function fineDrawingsOf(glyphs: Glyphs): FineDrawings {
  const drawers = Math.min(...glyphs.classes.map(({ drawings }) => drawings));
  const made = new Map<number, Uint8Array>();
  const plain = new Float32Array(PIXELS);
  return {
    names: glyphs.classes.map(({ name }) => name),
    drawers,
    read(character, drawer) {
      const key = character * drawers + drawer;
      let levels = made.get(key);
      if (levels === undefined) {
        let fine = glyphs.finely?.(character, drawer);
        if (fine === undefined) {
          glyphs.write(character, drawer, 0, plain, 0);
          fine = doubled(plain);
        }
        levels = levelsOf(fine);
        made.set(key, levels);
      }
      return levels;
    },
  };
}

/** A drawing at twice as many pixels a side: each lies a quarter of the way from one to the next. */
function doubled(ink: Float32Array): Float32Array {
  const out = new Float32Array(FINE * FINE);
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= SIDE || column >= SIDE ? 0 : ink[row * SIDE + column]!;
  for (let i = 0; i < FINE; i++) {
    const [row, nextRow] = [i >> 1, (i >> 1) + (i & 1 ? 1 : -1)];
    for (let j = 0; j < FINE; j++) {
      const [column, nextColumn] = [j >> 1, (j >> 1) + (j & 1 ? 1 : -1)];
      const near = 0.75 * at(row, column) + 0.25 * at(row, nextColumn);
      const far = 0.75 * at(nextRow, column) + 0.25 * at(nextRow, nextColumn);
      out[i * FINE + j] = 0.75 * near + 0.25 * far;
    }
  }
  return out;
}
