import { describe, expect, it } from 'vitest';
import { linspace } from '../math/range';
import { stream } from '../math/rng';
import { mean } from '../math/statistics';
import { cubics } from './cubic';
import { sinusoids } from './sinusoid';
import { drawEpisodes, joined, minibatches, type Sampling } from './task';
import { taskBlindErrors } from './taskBlind';

const random = { inputRange: [-5, 5], inputs: 'random', noise: 0 } as const satisfies Sampling;
const grid = { ...random, inputs: 'grid' } as const;
const finn = sinusoids([0.1, 5], [0, Math.PI]);
const cubic = cubics([-0.5, 0.5], [-0.5, 0.5], [-1, 1], [0, 1]);

describe('task families', () => {
  it('draw within their ranges', () => {
    const s = stream(1, 'tasks');
    for (let i = 0; i < 200; i++) {
      const { amplitude, phase } = finn.draw(s).parameters;
      expect(amplitude).toBeGreaterThanOrEqual(0.1);
      expect(amplitude).toBeLessThan(5);
      expect(phase).toBeGreaterThanOrEqual(0);
      expect(phase).toBeLessThan(Math.PI);
    }
  });

  it.each([
    ['sinusoids', finn],
    ['sinusoids of one phase', sinusoids([1, 2], [0.3, 0.3])],
    ['cubics', cubic],
  ])('know the moments of %s', (_, family) => {
    const s = stream(2, 'moments');
    for (const x of [-1.7, 0.4, 1.9]) {
      const values = Array.from({ length: 60_000 }, () => family.draw(s).value(x));
      const { mean: first, square } = family.moments(x);
      expect(Math.abs(mean(values) - first)).toBeLessThan(0.03);
      expect(Math.abs(mean(values.map((v) => v * v)) / square - 1)).toBeLessThan(0.03);
    }
  });
});

describe('task-blind errors', () => {
  it('are the published ones for the MAML sinusoids', () => {
    const errors = taskBlindErrors(finn, random, 20);
    expect(errors.zero).toBeCloseTo(4.25, 2);
    expect(errors.best).toBeCloseTo(3.006, 3);
  });

  it('leave nothing to the mean when phases cover the circle', () => {
    const errors = taskBlindErrors(sinusoids([0.1, 5], [0, 2 * Math.PI]), grid, 50);
    expect(errors.zero).toBeCloseTo(4.25, 2);
    expect(errors.best).toBeCloseTo(errors.zero, 6);
  });

  it('add the noise', () => {
    const quiet = taskBlindErrors(finn, random, 20);
    const noisy = taskBlindErrors(finn, { ...random, noise: 0.5 }, 20);
    expect(noisy.zero - quiet.zero).toBeCloseTo(0.25, 6);
    expect(noisy.best - quiet.best).toBeCloseTo(0.25, 6);
  });
});

describe('episodes', () => {
  it('give targets of their task', () => {
    const { support, query, tasks } = drawEpisodes(
      finn,
      random,
      { tasks: 3, support: 4, query: 6 },
      stream(1, 'train tasks'),
    );
    expect(support.inputs.length).toBe(12);
    expect(query.inputs.length).toBe(18);
    tasks.forEach((task, t) => {
      for (let i = 0; i < 4; i++) {
        expect(support.targets[t * 4 + i]).toBeCloseTo(task.value(support.inputs[t * 4 + i]!), 5);
      }
    });
  });

  it('split a grid between support and query', () => {
    const { support, query } = drawEpisodes(
      finn,
      grid,
      { tasks: 1, support: 10, query: 40 },
      stream(1, 'train tasks'),
    );
    const all = [...support.inputs, ...query.inputs].sort((x, y) => x - y);
    linspace([-5, 5], 50).forEach((x, i) => {
      expect(all[i]).toBeCloseTo(x, 5);
    });
  });

  it('add noise of the given size to targets', () => {
    const { query, tasks } = drawEpisodes(
      finn,
      { ...random, noise: 0.3 },
      { tasks: 1, support: 1, query: 5000 },
      stream(1, 'noise'),
    );
    const residuals = Array.from(query.targets, (y, i) => y - tasks[0]!.value(query.inputs[i]!));
    expect(Math.sqrt(mean(residuals.map((r) => r * r)))).toBeCloseTo(0.3, 2);
  });

  it('join support and query task by task', () => {
    const { support, query } = drawEpisodes(
      finn,
      random,
      { tasks: 2, support: 2, query: 3 },
      stream(1, 'train tasks'),
    );
    const all = joined(support, query);
    expect([...all.inputs]).toEqual([
      ...support.inputs.slice(0, 2),
      ...query.inputs.slice(0, 3),
      ...support.inputs.slice(2),
      ...query.inputs.slice(3),
    ]);
  });
});

describe('minibatches', () => {
  const { support: all } = drawEpisodes(
    finn,
    grid,
    { tasks: 2, support: 50, query: 1 },
    stream(1, 'train tasks'),
  );

  it('deal every point once an epoch', () => {
    const batches = minibatches(all, 10, 5, stream(1, 'minibatches'));
    for (const task of [0, 1]) {
      const seen = batches.flatMap((b) => [...b.inputs.slice(task * 10, task * 10 + 10)]);
      expect(seen.sort()).toEqual([...all.inputs.slice(task * 50, task * 50 + 50)].sort());
    }
  });

  it('keep inputs and targets together', () => {
    const targets = new Map(Array.from(all.inputs, (x, i) => [`${i >= 50}${x}`, all.targets[i]]));
    for (const b of minibatches(all, 10, 7, stream(2, 'minibatches'))) {
      b.inputs.forEach((x, i) => {
        expect(b.targets[i]).toBe(targets.get(`${i >= 10}${x}`));
      });
    }
  });

  it('are all points when the size is too large', () => {
    expect(minibatches(all, 999, 1, stream(1, 'minibatches'))[0]!.points).toBe(50);
  });
});
