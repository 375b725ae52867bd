import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import type { RegressionSpec } from '../fields';

const spec: RegressionSpec = { ...small, contenders: ['imaml', 'maml'] };
const asked = async (of: RegressionSpec, iterations = 0) => {
  const experiment = await regressionExperiment.create(await createSimdEngine(), of, null);
  for (let i = 0; i < iterations; i++) await experiment.advance(undisturbed);
  return whole(experiment.answers.implicit({ at: 'now' }, undisturbed));
};

describe('how implicit MAML is solved', () => {
  it('leaves less with every product, and holds as much with many inner steps as with few', async () => {
    const { solving, tasks } = await asked(spec, 3);
    expect(tasks).toBe(60);
    const { left, held, lambda } = solving!;
    expect([left.length, lambda]).toEqual([small.imamlProducts, small.imamlLambda]);
    for (const { median, worst } of left) expect(worst).toBeGreaterThanOrEqual(median);
    expect(left.at(-1)!.worst).toBeLessThan(0.01);
    expect(left.at(-1)!.worst).toBeLessThan(left[0]!.worst / 10);
    expect(new Set(held.map(({ imaml }) => imaml)).size).toBe(1);
    expect(held.at(-1)!.maml).toBeGreaterThan(3 * held[0]!.maml);
    expect(held.at(-1)!.maml).toBeGreaterThan(held[0]!.imaml);
  });

  it('is nothing where it takes no part', async () => {
    expect((await asked({ ...spec, contenders: ['maml'] })).solving).toBeNull();
  });
});
