import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { stream } from '../../../math/rng';
import { drawGlyphEpisodes } from '../../../tasks/glyphs/episodes';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import type { Points } from '../../../tasks/task';
import { presets } from '../presets';
import { type MethodName, methodNames, type OmniglotSpec } from '../spec';
import { accuracies } from './accuracy';
import { Classifier, type ClassifyOptions, taskOf } from './classify';
import { FrozenBodies } from './frozen';
import { bodyOf } from './networks';
import { initialTheta } from './training';

const WAYS = 5;
const glyphs = proceduralGlyphs();
let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

/** What a method says of a task's queries, [points, ways]. */
async function classified(
  method: MethodName,
  change: Partial<OmniglotSpec>,
  tasks: { readonly support: Points; readonly query: Points },
  options?: ClassifyOptions,
): Promise<Float32Array> {
  const spec = { ...presets.scratch.spec, filters: 8, ways: WAYS, reptileTestSteps: 2, ...change };
  const classifier = new Classifier(
    engine,
    spec,
    new FrozenBodies(engine, bodyOf(spec), glyphs, 1),
  );
  const theta = engine.rows(initialTheta('maml', spec, glyphs), 1);
  const { steps } = await classifier.classify(method, { theta, moments: null }, tasks, options);
  engine.release(theta);
  return steps.at(-1)!;
}

const drawn = (shots: number, queries: number) =>
  drawGlyphEpisodes(
    glyphs,
    'test',
    { tasks: 1, ways: WAYS, shots, queries },
    false,
    stream(1, 'here'),
  );

/** The first points of one task. */
const firstOf = ({ points, inputs, targets }: Points, count: number): Points => ({
  tasks: 1,
  points: count,
  inputs: inputs.subarray(0, (count * inputs.length) / points),
  targets: targets.subarray(0, (count * targets.length) / points),
});

const difference = (a: Float32Array, b: Float32Array): number =>
  Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

describe.each(methodNames)('%s', (method) => {
  // More than are put through the network at once, with their support sets.
  const { support, query } = drawn(5, 4);
  const few = { support, query: firstOf(query, 2) };

  it('knows nothing of other queries, one at a time', async () => {
    const all = await classified(method, { statistics: 'inductive' }, { support, query });
    const two = await classified(method, { statistics: 'inductive' }, few);
    expect(difference(two, all)).toBeLessThan(1e-4);
  });

  it.runIf(method !== 'pixels')('knows of them when transductive', async () => {
    const all = await classified(method, { statistics: 'transductive' }, { support, query });
    const two = await classified(method, { statistics: 'transductive' }, few);
    expect(difference(two, all)).toBeGreaterThan(1e-3);
  });

  it('classifies tasks together as it does alone', async () => {
    const both = drawGlyphEpisodes(
      glyphs,
      'test',
      { tasks: 2, ways: WAYS, shots: 1, queries: 2 },
      false,
      stream(2, 'here'),
    );
    const together = await classified(method, { statistics: 'inductive' }, both);
    const second = await classified(
      method,
      { statistics: 'inductive' },
      { support: taskOf(both.support, 1), query: taskOf(both.query, 1) },
    );
    expect(difference(second, together.subarray(second.length))).toBeLessThan(1e-4);
  });
});

it('stops where it is told to, and holds nothing then', async () => {
  const { support, query } = drawn(5, 4);
  await classified('reptile', { statistics: 'inductive' }, { support, query });
  const { handles } = engine.memory();
  let breaths = 0;
  const breathe = async () => {
    breaths += 1;
    if (breaths === 4) throw new Error('enough');
  };
  const options = { every: true, breathe };
  const change = { statistics: 'inductive' } as const;
  await expect(classified('reptile', change, { support, query }, options)).rejects.toThrow(
    'enough',
  );
  // The weights that this test handed in are its own to release.
  expect(engine.memory().handles).toBe(handles + 1);
});

it('has no accuracy where weights are no numbers', () => {
  const { query } = drawn(1, 1);
  const lost = new Float32Array(WAYS * WAYS).fill(Number.NaN);
  expect(accuracies(lost, query)).toEqual([Number.NaN]);
});
