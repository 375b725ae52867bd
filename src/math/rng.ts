/**
 * Seeded random streams with names.
 *
 * A stream is addressed by (seed, name, index): `stream(1, 'train tasks', 12480)` is the randomness of
 * meta-iteration 12,480 and nothing else, so one consumer that draws more changes no other.
 */

import { philox4x32 } from './philox';

/** A sequence of random draws. Two streams with the same address give the same sequence. */
export interface Stream {
  /** The next unsigned 32-bit integer. */
  bits(): number;
  /** The next number in [low, high). */
  uniform(low?: number, high?: number): number;
  /** The next draw from N(mean, sd²), by Box and Muller. */
  normal(mean?: number, sd?: number): number;
  /** The next draw from N(0, sd²) given that it lies within two standard deviations. */
  truncatedNormal(sd?: number): number;
  /** The next integer in [0, count). */
  integer(count: number): number;
  /** `chosen` different integers of [0, count), in random order. */
  choose(count: number, chosen: number): number[];
}

/** Hash of a name to 32 bits (FNV-1a over UTF-16 units). */
function hash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}

/**
 * Opens the stream `name` of `seed` at `index`.
 *
 * @param seed an unsigned 32-bit integer
 * @param index a whole number below 2⁵³: a meta-iteration, a task, a problem
 */
export function stream(seed: number, name: string, index = 0): Stream {
  const key = [seed >>> 0, hash(name)] as const;
  const indexLow = index >>> 0;
  const indexHigh = Math.floor(index / 0x100000000) >>> 0;
  const block = new Uint32Array(4);
  let blocks = 0;
  let used = 4;
  let spareNormal: number | null = null;

  const bits = (): number => {
    if (used === 4) {
      philox4x32([blocks, indexLow, indexHigh, 0], key, block);
      blocks += 1;
      used = 0;
    }
    return block[used++]!;
  };

  const uniform = (low = 0, high = 1): number => low + (high - low) * (bits() / 0x100000000);

  const standardNormal = (): number => {
    if (spareNormal !== null) {
      const value = spareNormal;
      spareNormal = null;
      return value;
    }
    // The half keeps the logarithm's argument away from zero.
    const radius = Math.sqrt(-2 * Math.log((bits() + 0.5) / 0x100000000));
    const angle = 2 * Math.PI * (bits() / 0x100000000);
    spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };

  return {
    bits,
    uniform,
    normal: (mean = 0, sd = 1) => mean + sd * standardNormal(),
    truncatedNormal: (sd = 1) => {
      let value = standardNormal();
      while (Math.abs(value) > 2) value = standardNormal();
      return sd * value;
    },
    integer: (count) => Math.floor((bits() / 0x100000000) * count),
    choose: (count, chosen) => {
      if (chosen > count) throw new RangeError(`cannot choose ${chosen} of ${count}`);
      const pool: number[] = [];
      for (let i = 0; i < count; i++) pool.push(i);
      for (let i = 0; i < chosen; i++) {
        const j = i + Math.floor((bits() / 0x100000000) * (count - i));
        const taken = pool[j]!;
        pool[j] = pool[i]!;
        pool[i] = taken;
      }
      pool.length = chosen;
      return pool;
    },
  };
}
