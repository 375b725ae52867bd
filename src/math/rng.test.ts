import { describe, expect, it } from 'vitest';
import { philox4x32 } from './philox';
import { stream } from './rng';
import { mean } from './statistics';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('philox4x32', () => {
  // Known answers published with Random123 (kat_vectors, philox4x32 10).
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)('gives the published block for %j, %j', (counter, key, expected) => {
    const out = new Uint32Array(4);
    philox4x32(counter, key, out);
    expect([...out]).toEqual([...expected]);
  });
});

describe('stream', () => {
  it('repeats itself at the same address', () => {
    const address = [7, 'train tasks', 12480] as const;
    expect(draws(50, stream(...address).bits)).toEqual(draws(50, stream(...address).bits));
  });

  it('differs when seed, name or index differ', () => {
    const first = stream(1, 'init', 0).bits();
    expect(stream(2, 'init', 0).bits()).not.toBe(first);
    expect(stream(1, 'test tasks', 0).bits()).not.toBe(first);
    expect(stream(1, 'init', 1).bits()).not.toBe(first);
    expect(stream(1, 'init', 2 ** 32).bits()).not.toBe(first);
  });

  it('draws uniforms in their range with the right moments', () => {
    const s = stream(3, 'uniform');
    const values = draws(40_000, () => s.uniform(-5, 5));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-5);
    expect(Math.max(...values)).toBeLessThan(5);
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((v) => v * v))).toBeCloseTo(25 / 3, 0);
  });

  it('draws normals with the right moments', () => {
    const s = stream(4, 'normal');
    const values = draws(40_000, () => s.normal(2, 3));
    expect(mean(values)).toBeCloseTo(2, 1);
    expect(Math.sqrt(mean(values.map((v) => (v - 2) ** 2)))).toBeCloseTo(3, 1);
    expect(mean(values.map((v) => (Math.abs((v - 2) / 3) < 1.96 ? 1 : 0)))).toBeCloseTo(0.95, 2);
  });

  it('truncates normals at two standard deviations', () => {
    const s = stream(5, 'truncated');
    const values = draws(20_000, () => s.truncatedNormal(0.01));
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(0.02);
    // The standard deviation of a normal truncated at ±2 is 0.8796 of the original.
    expect(Math.sqrt(mean(values.map((v) => v * v)))).toBeCloseTo(0.008796, 4);
  });

  it('chooses different integers, each as likely', () => {
    const s = stream(6, 'choose');
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const chosen = s.choose(10, 3);
      expect(new Set(chosen).size).toBe(3);
      for (const c of chosen) counts[c]! += 1;
    }
    for (const c of counts) expect(Math.abs(c - 3000)).toBeLessThan(200);
    expect(() => s.choose(2, 3)).toThrow('cannot choose 3 of 2');
  });
});
