import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import type { RegressionSpec } from '../fields';
import { extremes, layersOf, momentsOf, sumsOf } from './statistics';

const spec: RegressionSpec = { ...small, innerSteps: 3, contenders: ['random', 'ravi'] };
const asked = async (of: RegressionSpec, iterations = 0) => {
  const experiment = await regressionExperiment.create(await createSimdEngine(), of, null);
  for (let i = 0; i < iterations; i++) await experiment.advance(undisturbed);
  return whole(experiment.answers.gates({ at: 'now', pick: 0 }, undisturbed));
};

describe('what gates do on held-out tasks', () => {
  it('is nearly gradient descent before anything is learned', async () => {
    const { gates, steps, tasks } = await asked(spec);
    expect([steps, tasks]).toEqual([3, 60]);
    expect(gates!.input.map((layer) => layer.length)).toEqual([3, 3, 3]);
    const first = 1 / (1 + Math.exp(4.5));
    for (const table of [gates!.input, gates!.lost]) {
      for (const { mean, spread } of table.flat()) {
        expect(mean).toBeCloseTo(first, 5);
        expect(spread).toBeLessThan(1e-4);
      }
    }
    const { places, input, forget } = gates!.one;
    expect(places.every((place, l) => place < [24, 117, 10][l]!)).toBe(true);
    for (const [l, curves] of input.entries()) {
      expect([curves.length, forget[l]!.length]).toEqual([20, 20]);
      expect(curves.flat().length).toBe(60);
      for (const i of curves.flat()) expect(i).toBeCloseTo(first, 5);
      for (const f of forget[l]!.flat()) expect(f).toBeCloseTo(1 - first, 5);
    }
  });

  it('differs from weight to weight once they have learned to read', async () => {
    const { gates } = await asked(spec, 30);
    for (const { spread } of gates!.input.flat()) expect(spread).toBeGreaterThan(1e-6);
  });

  it('loses nothing where the forget gate is fixed at 1', async () => {
    const { gates } = await asked({ ...spec, raviForget: 'one' }, 5);
    for (const { mean, spread } of gates!.lost.flat()) expect([mean, spread]).toEqual([0, 0]);
  });

  it('is nothing where it takes no part', async () => {
    expect((await asked({ ...spec, contenders: ['maml'] })).gates).toBeNull();
  });
});

describe('means of gates', () => {
  it('are of one gate and one layer, over all tasks', () => {
    const gates = Float32Array.of(0.1, 0.2, 0.3, 0.9, 0.8, 0.7, 0.5, 0.6, 0.7, 1, 1, 1);
    const layer = { from: 1, size: 2 };
    expect(momentsOf(sumsOf(gates, 3, layer, 'input', [0, 0, 0])).mean).toBeCloseTo(0.45, 6);
    expect(momentsOf(sumsOf(gates, 3, layer, 'lost', [0, 0, 0])).mean).toBeCloseTo(0.125, 6);
    expect(momentsOf(sumsOf(gates, 3, layer, 'input', [0, 0, 0])).spread).toBeCloseTo(
      Math.sqrt((0.2 ** 2 + 0.3 ** 2 + 0.6 ** 2 + 0.7 ** 2) / 4 - 0.45 ** 2),
      6,
    );
  });

  it('say which layer goes farthest', () => {
    const of = (...means: number[]) => means.map((mean) => ({ mean, spread: 0 }));
    const { least, most } = extremes([of(1, 3), of(5, 5), of(0, 2)]);
    expect([least, most]).toEqual([
      { layer: 2, mean: 1 },
      { layer: 1, mean: 5 },
    ]);
  });

  it('are of layers that share out all weights', () => {
    expect(layersOf({ layerOffsets: [0, 4], parameterCount: 9 })).toEqual([
      { from: 0, size: 4 },
      { from: 4, size: 5 },
    ]);
  });
});
