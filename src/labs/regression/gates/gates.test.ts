import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import type { RegressionSpec } from '../fields';
import { binsOf, countInto, noneCounted, reachOf } from './bins';
import { decayIn, lengthsOf, mostDecay } from './parts';
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

  it('is one and the same gate for every gradient, as long as gates read nothing', async () => {
    const { gates } = await asked(spec);
    const first = 1 / (1 + Math.exp(4.5));
    expect(gates!.against.map((layer) => layer.length)).toEqual([3, 3, 3]);
    for (const bins of gates!.against.flat()) {
      expect(new Set(bins.map(({ sign }) => sign))).toEqual(new Set([-1, 1]));
      for (const { mean } of bins) expect(10 ** mean).toBeCloseTo(first, 5);
    }
    // ReLUs at rest pass nothing on to the weights below them; to the output something always arrives.
    expect(gates!.zeros[0]).toBeGreaterThan(0.1);
    for (const zeros of gates!.zeros) expect(zeros).toBeLessThan(1);
  });

  it('counts every gate at a gradient once, whatever was learned', async () => {
    const { gates } = await asked(spec, 30);
    const sizes = [24, 117, 10];
    for (const [l, layer] of gates!.against.entries()) {
      const counted = layer.flat().reduce((sum, { count }) => sum + count, 0);
      const all = 60 * 3 * sizes[l]!;
      const placed = all * (1 - gates!.zeros[l]!);
      expect(counted).toBeLessThanOrEqual(Math.round(placed));
      // Only sizes that hardly occur are left out: of the ten weights at the output, more than of many.
      if (l < 2) expect(counted).toBeGreaterThan(0.9 * placed);
    }
  });

  it('splits each step into as much decay and descent as its path says', async () => {
    const { gates } = await asked(spec);
    // 0.011 of weights that all layers begin with, and that hardly move in three steps.
    for (const layer of gates!.parts) {
      for (const { decay } of layer) expect(decay).toBeCloseTo(layer[0]!.decay, 1);
      for (const of of layer) {
        expect(decayIn(of)).toBeGreaterThan(0);
        expect(decayIn(of)).toBeLessThan(1);
      }
    }
  });

  it('differs from weight to weight once they have learned to read', async () => {
    const { gates } = await asked(spec, 30);
    for (const { spread } of gates!.input.flat()) expect(spread).toBeGreaterThan(1e-6);
  });

  it('loses nothing where the forget gate is fixed at 1', async () => {
    const { gates } = await asked({ ...spec, raviForget: 'one' }, 5);
    for (const { mean, spread } of gates!.lost.flat()) expect([mean, spread]).toEqual([0, 0]);
    for (const of of gates!.parts.flat()) {
      expect(of.decay).toBe(0);
      expect(of.descent).toBeGreaterThan(0);
    }
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

describe('the parts of a step', () => {
  const gates = Float32Array.of(0.1, 0.2, 0.3, 0.9, 0.8, 1, 0.5, 0.5, 0.5, 1, 0.5, 1);
  const gradient = Float32Array.of(7, 3, 4, 9, -6, 8);

  it('are lengths over the weights of a layer, summed over tasks', () => {
    const layer = { from: 1, size: 2 };
    const theta = Float32Array.of(5, 2, 6, 5, -8, 6);
    const { decay, descent } = lengthsOf({ gates, theta, gradient }, 3, layer);
    expect(decay).toBeCloseTo(0.2 * 2 + 0.5 * 8, 5);
    expect(descent).toBeCloseTo(Math.hypot(0.2 * 3, 0.3 * 4) + 5, 5);
  });

  it('are of the one row of weights that all tasks begin from', () => {
    const layer = { from: 0, size: 2 };
    const theta = Float32Array.of(3, 4, 0);
    const { decay } = lengthsOf({ gates, theta, gradient }, 3, layer);
    expect(decay).toBeCloseTo(Math.hypot(0.1 * 3, 0.2 * 4) + 0.5 * 4, 5);
  });

  it('say where decay has the largest part, and that nothing has none', () => {
    const of = (decay: number, descent: number) => ({ decay, descent });
    expect(decayIn(of(0, 0))).toBe(0);
    expect(
      mostDecay([
        [of(1, 1), of(1, 3)],
        [of(3, 1), of(0, 0)],
      ]),
    ).toEqual({ layer: 1, k: 0, share: 0.75 });
  });
});

describe('gates against gradients', () => {
  it('are counted by sign and size of the gradient, within one layer', () => {
    const counted = noneCounted();
    const tasks = 40;
    const gates = Float32Array.from(
      { length: 6 * tasks },
      (_, i) => [0.1, 0.2, 0.4, 9, 9, 9][i % 6]!,
    );
    const gradient = Float32Array.from({ length: 3 * tasks }, (_, i) => [1, 0.011, -0.011][i % 3]!);
    countInto(counted, gates, gradient, 3, { from: 1, size: 2 });
    const bins = binsOf(counted);
    expect(bins.map(({ sign, log, count }) => [sign, log, count])).toEqual([
      [-1, -1.875, 40],
      [1, -1.875, 40],
    ]);
    expect(bins[0]!.mean).toBeCloseTo(Math.log10(0.4), 6);
    expect(bins[1]!.mean).toBeCloseTo(Math.log10(0.2), 6);
    const { least, most } = reachOf(bins)!;
    expect([least.sign, most.sign]).toEqual([1, -1]);
  });

  it('have no place at 0, nor where hardly any lie', () => {
    const counted = noneCounted();
    countInto(counted, Float32Array.of(0.5, 0.5, 1, 1), Float32Array.of(0, 2), 2, {
      from: 0,
      size: 2,
    });
    expect([counted.all, counted.zeros]).toEqual([2, 1]);
    expect(binsOf(counted)).toEqual([]);
    expect(reachOf([])).toBeNull();
  });
});
