import { expect, it } from 'vitest';
import { type LstmSettings, lstmProgram } from '../../networks/programs/lstm';
import { mlpProgram } from '../../networks/programs/mlp';
import { createSimdEngine } from '../simd/engine';
import { needsOf } from './needs';

const lstm: LstmSettings = { inputs: 8, outputs: 4, hidden: [32], sequences: 4 };
const STEPS = 64;
/** Bytes that they take where every gate is an operation by itself, as they were when segments came. */
const GATE_BY_GATE = 3_987_024;

it('counts what a network holds', () => {
  // Weights, biases, points and targets, and one layer's outputs.
  const { prediction } = needsOf(mlpProgram(3, [], 2, 'tanh'), 'sum-of-squares', 2, 5);
  expect(prediction).toBe(4 * 2 * (3 * 2 + 2 + 5 * 3 + 5 * 2 + 5 * 2));
});

it('grows with the steps of a scan, and by segments with those of one', () => {
  const of = (steps: number, segment?: number) =>
    needsOf(
      lstmProgram({ ...lstm, ...(segment === undefined ? {} : { segment }) }),
      'cross-entropy',
      1,
      lstm.sequences * steps,
    ).gradient;
  expect(of(2 * STEPS) / of(STEPS)).toBeGreaterThan(1.8);
  expect(of(STEPS) / GATE_BY_GATE).toBeLessThan(0.53);
  expect(of(STEPS, 8) / GATE_BY_GATE).toBeLessThan(0.5);
  expect(of(STEPS, 8)).toBeLessThan(of(STEPS));
});

it.each([undefined, 8])(
  'says of a scan by segments of %s what an engine then takes',
  async (segment) => {
    const engine = await createSimdEngine();
    const program = lstmProgram({ ...lstm, ...(segment === undefined ? {} : { segment }) });
    const learner = engine.compileProgram(program, 'cross-entropy');
    const points = lstm.sequences * STEPS;
    const batch = learner.batch({
      tasks: 1,
      points,
      inputs: new Float32Array(points * lstm.inputs),
      targets: new Float32Array(points * lstm.outputs),
    });
    const theta = engine.rows(new Float32Array(learner.parameterCount), 1);
    engine.tidy(() => {
      learner.at(theta, batch).gradient();
    });
    // It takes memory in sizes of its own, and gives none back.
    const share = engine.memory().reserved / needsOf(program, 'cross-entropy', 1, points).gradient;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(2);
  },
);
