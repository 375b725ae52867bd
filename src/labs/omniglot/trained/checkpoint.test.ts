import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parameterCount } from '../../../networks/network';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { bodyOf, classifierOf } from '../methods/networks';
import { presets } from '../presets';
import { checkpointOf } from '../reproduction';
import { isTrained, trainedNames } from '../spec';
import { formatCheckpoint, parseCheckpoint } from './checkpoint';
import { checkpointName, nearestShipped, shipped, trainedOf } from './checkpoints';
import { recipeOf } from './recipes';

const glyphs = proceduralGlyphs();
const spec = { ...presets['omniglot-5way-1shot'].spec, filters: 8 };

function example(method: 'maml' | 'reptile' | 'prototypical') {
  const width = parameterCount(
    method === 'prototypical' ? bodyOf(spec) : classifierOf(spec, spec.ways),
  );
  const values = Float32Array.from({ length: width }, (_, i) => Math.sin(i));
  const trained = { theta: values, first: values, second: values.map((x) => x * x), updates: 9 };
  return checkpointOf(method, spec, trained, 'npm run something', glyphs);
}

describe('checkpoints', () => {
  it.each(['maml', 'reptile', 'prototypical'] as const)('of %s can be read again', (method) => {
    const before = example(method);
    const after = parseCheckpoint(formatCheckpoint(before));
    expect({ ...after, theta: 0, second: 0, updates: 0 }).toEqual({
      ...before,
      theta: 0,
      second: 0,
      updates: 0,
    });
    after.theta.forEach((x, i) => {
      expect(Math.abs(x - before.theta[i]!)).toBeLessThanOrEqual(2 ** -11);
    });
    // Moments are kept where the method goes on with them.
    expect(after.second === null).toBe(method !== 'reptile');
    expect(trainedOf(after).updates).toBe(method === 'reptile' ? 9 : 0);
  });

  it('that are damaged are refused with a reason', () => {
    const text = formatCheckpoint(example('maml'));
    expect(() => parseCheckpoint('nothing')).toThrow('it is not JSON');
    expect(() => parseCheckpoint(text.replace('few-shot 1', 'few-shot 9'))).toThrow('format');
    expect(() => parseCheckpoint(text.replace('"filters": 8', '"filters": 16'))).toThrow(
      /holds \d+ numbers, and its network has \d+/,
    );
    expect(() => parseCheckpoint(text.replace('"filters": 8', '"filters": 800'))).toThrow(
      'filters',
    );
    expect(() => parseCheckpoint(text.replace(/"theta": "..../, '"theta": "////'))).toThrow(
      'not all of its weights are numbers',
    );
    expect(() => parseCheckpoint(text.replace(/"theta": "..../, '"theta": "=()='))).toThrow(
      'not in base 64',
    );
  });

  it('are found for the ways they were trained for, with the nearest shots', () => {
    expect(nearestShipped('maml', { ways: 5, shots: 1 })).toBe('omniglot-maml-5way-1shot');
    expect(nearestShipped('maml', { ways: 7, shots: 1 })).toBeNull();
    expect(nearestShipped('prototypical', { ways: 7, shots: 3 })).toBe('omniglot-prototypical');
  });

  it('are shipped, small, and say how they were made', () => {
    expect(new Set(shipped.map((s) => s.method))).toEqual(new Set(trainedNames));
    for (const { method, ways = 5, shots = 1 } of shipped) {
      const file = `public/checkpoints/${checkpointName(method, ways, shots)}.json`;
      expect(existsSync(file), file).toBe(true);
      expect(statSync(file).size).toBeLessThan(300_000);
      const checkpoint = parseCheckpoint(readFileSync(file, 'utf8'));
      expect(checkpoint.method).toBe(method);
      // The command that it names runs the recipe of now.
      const { spec: recipe } = recipeOf(method, checkpoint.seed, null);
      expect(checkpoint.iterations, file).toBe(recipe.iterations);
      expect(checkpoint.network, file).toMatchObject({ filters: recipe.filters });
      expect(checkpoint.command).toContain('npm run reproduce -- omniglot-');
      expect(isTrained(checkpoint.method)).toBe(true);
    }
  });
});
