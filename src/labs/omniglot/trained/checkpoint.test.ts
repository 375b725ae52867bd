import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gatesFrom } from '../../../networks/gatedCell';
import { parameterCount } from '../../../networks/network';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import type { FileError } from '../../kit/checkpointFile';
import { bodyOf } from '../../kit/embedding/body';
import { classifierOf } from '../methods/networks';
import { methodNames, trainingOf } from '../methods/registry';
import { presets } from '../presets';
import { checkpointOf, formatCheckpoint, parseCheckpoint } from './checkpoint';
import { checkpointName, nearestShipped } from './checkpoints';
import { recipeOf } from './recipes';

const glyphs = proceduralGlyphs();
const spec = { ...presets['omniglot-5way-1shot'].spec, filters: 8 };

const kept = [
  ...(['maml', 'reptile', 'metasgd', 'ravi'] as const),
  ...(['prototypical', 'matchingfce', 'joint'] as const),
] as const;

function example(method: (typeof kept)[number]) {
  const body = parameterCount(bodyOf(spec));
  const width = method === 'joint' ? body + 99 : parameterCount(classifierOf(spec, spec.ways));
  const own = method === 'prototypical' ? body : trainingOf(method)!.count?.(spec);
  const values = Float32Array.from({ length: own ?? width }, (_, i) => Math.sin(i));
  const beside = {
    metasgd: { rates: values.map((x) => x / 2) },
    ravi: { gates: gatesFrom(0.1) },
  } as const;
  const more = beside[method as keyof typeof beside];
  const moments = { first: values, second: values.map((x) => x * x), updates: 9 };
  const state = { weights: { theta: values, ...more }, moments: { theta: moments } };
  return checkpointOf(method, spec, state, 'npm run something', glyphs);
}

describe('checkpoints', () => {
  it.each(kept)('of %s can be read again', (method) => {
    const { state: before, ...about } = example(method);
    const { state: after, ...read } = parseCheckpoint(
      formatCheckpoint({ ...about, state: before }),
    );
    expect(read).toEqual(about);
    expect(Object.keys(after.weights)).toEqual(Object.keys(before.weights));
    for (const [name, values] of Object.entries(after.weights)) {
      expect(values).toHaveLength(before.weights[name]!.length);
      values.forEach((x, i) => {
        expect(Math.abs(x - before.weights[name]![i]!)).toBeLessThanOrEqual(2 ** -11);
      });
    }
    // Moments are kept where the method goes on with them; and of joint training the body alone.
    expect(after.moments.theta?.updates).toBe(method === 'reptile' ? 9 : undefined);
    if (method === 'joint') expect(after.weights.theta).toHaveLength(parameterCount(bodyOf(spec)));
  });

  it('that are damaged are refused with a reason', () => {
    const text = formatCheckpoint(example('maml'));
    const fault = (changed: string): unknown => {
      try {
        return parseCheckpoint(changed);
      } catch (error) {
        return (error as FileError).fault;
      }
    };
    expect(fault('nothing')).toEqual({ code: 'not-json' });
    expect(fault(text.replace('few-shot 1', 'few-shot 9'))).toMatchObject({ code: 'other-format' });
    const wide = fault(text.replace('"filters": 8', '"filters": 16'));
    expect(wide).toMatchObject({ code: 'other-length' });
    expect(fault(text.replace('"filters": 8', '"filters": 800'))).toEqual({
      code: 'too-much',
      field: 'network.filters',
      value: 800,
      limit: 64,
    });
    // Gates are fourteen, and no fewer.
    const few = formatCheckpoint(example('ravi')).replace(/"gates": "[^"]*"/, '"gates": "AAAA"');
    expect(fault(few)).toMatchObject({ code: 'other-length' });
    const theta = (numbers: string) => text.replace(/"theta": "..../, `"theta": "${numbers}`);
    expect(fault(theta('////'))).toEqual({ code: 'not-finite' });
    expect(fault(theta('=()='))).toEqual({ code: 'not-base64' });
  });

  it('are found for the ways they were trained for, with the nearest shots', () => {
    expect(nearestShipped('maml', { ways: 5, shots: 1 })).toBe('omniglot-maml-5way-1shot');
    expect(nearestShipped('maml', { ways: 7, shots: 1 })).toBeNull();
    expect(nearestShipped('prototypical', { ways: 7, shots: 3 })).toBe('omniglot-prototypical');
  });

  it('are shipped, small, and say how they were made', () => {
    const shipped = methodNames.flatMap((method) =>
      (trainingOf(method)?.shipped ?? []).map(({ ways = 5, shots = 1 }) => ({
        method,
        file: checkpointName(method, { ways, shots }),
      })),
    );
    expect(shipped.length).toBeGreaterThanOrEqual(6);
    for (const { method, file: name } of shipped) {
      const file = `public/checkpoints/${name}.json`;
      expect(existsSync(file), file).toBe(true);
      expect(statSync(file).size).toBeLessThan(300_000);
      const checkpoint = parseCheckpoint(readFileSync(file, 'utf8'));
      expect(checkpoint.method).toBe(method);
      // The command that it names runs the recipe of now.
      const { spec: recipe } = recipeOf(method, checkpoint.seed, null);
      expect(checkpoint.iterations, file).toBe(recipe.iterations);
      expect(checkpoint.network, file).toMatchObject({ filters: recipe.filters });
      expect(checkpoint.command).toContain('npm run reproduce -- omniglot-');
    }
  });
});
