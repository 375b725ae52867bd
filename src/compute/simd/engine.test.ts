import { describe, expect, it } from 'vitest';
import { mlp } from '../../networks/network';
import { expectAgreement } from '../agreement';
import { describeEngine } from '../contract';
import { createReferenceEngine } from '../reference';
import { createSimdEngine } from './engine';

describeEngine('simd', createSimdEngine, 'exact');

describe('the SIMD engine', () => {
  it('agrees with the reference on any network, width and batch', async () => {
    await expectAgreement(await createSimdEngine(), createReferenceEngine(), 60);
  }, 60_000);

  it('allocates nothing once it has seen a step', async () => {
    const engine = await createSimdEngine();
    const learner = engine.compile(mlp(1, [40, 40], 1, 'relu'), 'mean-squared-error');
    const step = () =>
      engine.tidy(() => {
        const batch = learner.batch({
          tasks: 5,
          points: 10,
          inputs: new Float32Array(50).fill(0.5),
          targets: new Float32Array(50),
        });
        const theta = engine.rows(new Float32Array(learner.parameterCount).fill(0.01), 1);
        const at = learner.at(theta, batch);
        at.hessianVector(at.gradient());
      });
    step();
    const reserved = engine.memory().reserved;
    for (let i = 0; i < 50; i++) step();
    expect(engine.memory().reserved).toBe(reserved);
    expect(engine.memory().handles).toBe(0);
  });

  it('says what to do when a learner needs more memory than there may be', async () => {
    const engine = await createSimdEngine();
    const learner = engine.compile(mlp(1, [256, 256, 256], 1, 'relu'), 'mean-squared-error');
    const theta = engine.rows(new Float32Array(learner.parameterCount), 1);
    const points = 3000;
    const batch = learner.batch({
      tasks: 1000,
      points,
      inputs: new Float32Array(1000 * points),
      targets: new Float32Array(1000 * points),
    });
    expect(() => engine.tidy(() => learner.at(theta, batch).gradient())).toThrow(
      /^simd-memory \d+ \d+$/,
    );
  });
});
