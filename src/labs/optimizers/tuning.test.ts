import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import { mean } from '../../math/statistics';
import { undisturbed } from '../../session/turn';
import { surfaces } from '../../tasks/surfaces';
import { courseOf, familyOf } from './families';
import { type TunedName, tuned, tunedNames } from './racers';
import { tuneOnSurface, walk } from './surface';
import { type Found, gridOf, isWhole, RATES, ratesOf, tune } from './tuning';

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await startEngine(['simd']));
});
afterAll(() => engine.dispose());

describe('the rates of optimisers that people wrote', () => {
  it('are tuned on problems that are not in the race, and are the best of the grid', async () => {
    const family = familyOf('gaussian', 3);
    const tuning = family.draw(1, 'tuning problems', 0, 8);
    const test = family.draw(1, 'test problems', 0, 8);
    expect(tuning.inputs).not.toEqual(test.inputs);
    const found: Found = {};
    for await (const _step of tune(engine, family, 1, found, 16));
    expect(isWhole(found)).toBe(true);
    for (const grid of Object.values(found)) {
      expect(grid.rates).toEqual(RATES);
      const least = Math.min(...grid.means);
      expect(grid.chosen).toBe(grid.rates[grid.means.indexOf(least)]);
    }
    expect(ratesOf(found).adam).toBe(found.adam!.chosen);
  });

  it('are none at which a problem diverged', () => {
    const means = RATES.map((_, i) => (i === 3 ? Number.NaN : i === 4 ? 2 : 3));
    const grid = gridOf(means);
    expect(grid.chosen).toBe(RATES[4]);
    expect(grid.means[3]).toBe(Number.POSITIVE_INFINITY);
  });

  it('give the figures that these optimisers are known for', async () => {
    const family = familyOf('uniform', 10);
    const course = courseOf(engine, family, family.draw(9, 'test problems', 0, 2048));
    const final = async (name: TunedName, rate: number) => {
      let f = 0;
      for await (const losses of tuned[name].run(course, rate, 100)) f = mean(losses);
      return f;
    };
    // Published for other draws: 0.210, 0.096 and 0.164.
    expect(await final('sgd', 0.0178)).toBeCloseTo(0.21, 1);
    expect(await final('adam', 0.178)).toBeCloseTo(0.096, 1);
    expect(await final('rmsprop', 0.0178)).toBeCloseTo(0.164, 1);
  });

  it('bring every optimiser down the bowl', async () => {
    const rates = await tuneOnSurface(engine, 'bowl', 1, undisturbed);
    const { value, start } = surfaces.bowl;
    for (const name of tunedNames) {
      const updates = tuned[name].propose(engine, rates[name], 2);
      const path = await walk('bowl', updates, start, 100, undisturbed);
      expect(value(path.at(-2)!, path.at(-1)!)).toBeLessThan(0.05 * value(...start));
    }
  });
});

describe('a walk', () => {
  it('goes from several starts at once as from each alone', async () => {
    const from = (...starts: number[]) =>
      walk('himmelblau', tuned.adam.propose(engine, 0.1, starts.length), starts, 5, undisturbed);
    const both = await from(1, 2, -3, 0.5);
    const [a, b] = [await from(1, 2), await from(-3, 0.5)];
    for (let t = 0; t <= 5; t++) {
      const row = [...both.subarray(4 * t, 4 * t + 4)];
      expect(row).toEqual([...a.subarray(2 * t, 2 * t + 2), ...b.subarray(2 * t, 2 * t + 2)]);
    }
  });
});
