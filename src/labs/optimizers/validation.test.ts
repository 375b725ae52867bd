import { describe, expect, it } from 'vitest';
import { undisturbed } from '../../session/turn';
import { judge } from './validation';

async function* losses(...steps: number[][]) {
  for (const f of steps) yield Float32Array.from(f);
}

describe('how learned optimisers are judged', () => {
  it('takes the end, and the sum of what their updates led to', async () => {
    const { found } = await judge(losses([9, 9, 9], [4, 5, 6], [1, 2, 6]), undisturbed);
    // The start is nobody's merit.
    expect(found).toEqual({ final: 2, finalMean: 3, sum: 5 + 3 });
  });

  it('prefers neither few hard problems nor many easy ones', async () => {
    const score = async (...end: number[]) => (await judge(losses(end), undisturbed)).score;
    const even = await score(1, 1, 1);
    expect(even).toBeCloseTo(0, 12);
    expect(await score(3, 0.0001, 0.0001)).toBeLessThan(even);
    expect(await score(30, 0.5, 0.5)).toBeGreaterThan(even);
    expect(await score(Number.NaN, 1, 1)).toBeNaN();
  });
});
