/**
 * Pairs of drawings, as networks of alphabets are trained on them: of each character one drawing by one person and one by
 * another, of characters that stand in one alphabet together.
 */

import type { Stream } from '../../math/rng';
import type { Points } from '../task';
import { alphabetOf, byAlphabet } from './alphabets';
import { elasticInto } from './elastic';
import { PIXELS } from './glyphs';

/** Side of the drawings that jitter takes its samples from. */
export const FINE = 56;

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
 * A batch of pairs as one task: first drawings of all characters, then second ones in the same order. Targets are one-hot
 * [points, groups × ways + groups]: the character, and its episode.
 *
 * @param among the characters that it is drawn from
 */
export function drawPairs(
  drawings: FineDrawings,
  among: readonly number[],
  { groups, ways, alphabet, turned, strength }: PairShape,
  random: Stream,
): Points {
  const alphabets = byAlphabet(drawings.names, among);
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
