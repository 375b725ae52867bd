import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { patchShape, positionsOf, TAPS } from '../../networks/geometry';
import { relativeError } from '../derivatives';
import { withConvolutions } from '../patches';
import { instantiateKernels, supportedBuild } from './kernels';
import type { SimdMatrices } from './matrices';
import { Pool } from './pool';
import { simdTensors } from './tensors';

/** Sizes that end tiles, blocks of images and windows at every side in another way. */
const cases = fc.record({
  tasks: fc.integer({ min: 1, max: 3 }),
  images: fc.integer({ min: 1, max: 11 }),
  height: fc.integer({ min: 1, max: 9 }),
  width: fc.integer({ min: 1, max: 9 }),
  channels: fc.constantFrom<number>(1, 2, 3, 4, 5, 8, 13),
  filters: fc.constantFrom<number>(1, 3, 4, 8, 16, 24, 29),
  stride: fc.integer({ min: 1, max: 5 }),
  shared: fc.constantFrom('nothing' as const, 'images' as const, 'filters' as const),
  plus: fc.boolean(),
  seed: fc.nat(),
});

type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

describe('convolutions that walk their windows', async () => {
  const kernels = await instantiateKernels(supportedBuild()!);
  const pool = new Pool(kernels.memory);
  const walked = simdTensors(kernels, pool);
  const written = withConvolutions(walked);

  const expectSame = (a: SimdMatrices, b: SimdMatrices): void => {
    const sizes = ({ tasks, rows, columns }: SimdMatrices) => [tasks, rows, columns];
    expect(sizes(a)).toEqual(sizes(b));
    const [first, second] = [a, b].map(({ pointer, tasks, rows, columns }) =>
      pool.heap.slice(pointer / 4, pointer / 4 + tasks * rows * columns),
    ) as [Float32Array, Float32Array];
    expect(relativeError(first, second)).toBeLessThan(2e-6);
  };

  const check = ({ tasks, images, channels, filters, ...rest }: Case): void => {
    const { height, width, stride, shared, plus } = rest;
    const random = stream(rest.seed, 'convolutions');
    const windows = { input: { height, width, channels }, stride };
    const make = (own: number, rows: number, columns: number): SimdMatrices => {
      const block = pool.take(own * rows * columns);
      const { pointer } = block;
      for (let i = 0; i < own * rows * columns; i++)
        pool.heap[pointer / 4 + i] = random.normal(0, 1);
      return { tasks: own, rows, columns, pointer, taskStride: rows * columns, block };
    };
    const positions = images * positionsOf(windows.input);
    const results = images * positionsOf(patchShape(windows));
    const x = make(shared === 'images' ? 1 : tasks, positions, channels);
    const w = make(shared === 'filters' ? 1 : tasks, TAPS * channels, filters);
    const v = make(tasks, TAPS * channels, filters);
    const dy = make(tasks, results, filters);
    const before = plus ? make(tasks, results, filters) : undefined;
    const gradient = plus ? make(tasks, TAPS * channels, filters) : undefined;
    const [ours, theirs] = [walked, written].map((t) => {
      const seen = t.windowed(x, windows);
      return [
        seen.times(shared === 'images' ? v : w, before),
        seen.transposedTimes(dy, gradient),
        t.throughWindows([[dy, w]], windows),
        t.throughWindows(
          [
            [dy, w],
            [dy, v],
          ],
          windows,
        ),
      ];
    }) as [SimdMatrices[], SimdMatrices[]];
    ours.forEach((one, i) => {
      expectSame(one, theirs[i]!);
    });
  };

  it('are products with the patches', () => {
    fc.assert(
      fc.property(cases, (one) => pool.tidy(() => check(one))),
      { numRuns: 300, seed: 1 },
    );
  });

  it('are products with the patches, of more images than are at work at once', () => {
    const large = { tasks: 2, images: 23, height: 20, width: 18, channels: 16, filters: 20 };
    const rest = { stride: 2, plus: true, seed: 1 };
    for (const shared of ['nothing', 'images', 'filters'] as const) {
      pool.tidy(() => check({ ...large, ...rest, shared }));
    }
  });
});
