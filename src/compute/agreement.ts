/** Whether two engines agree, over random networks and batches: a property for tests. */

import fc from 'fast-check';
import { expect } from 'vitest';
import { type Stream, stream } from '../math/rng';
import { mlp, type Network } from '../networks/network';
import { relativeError } from './derivatives';
import { type Engine, type LossName, lossNames, type Rows } from './engine';

interface Case {
  readonly network: Network;
  readonly tasks: number;
  readonly points: number;
  /** Whether all tasks share one row of parameters, or one batch. */
  readonly shared: 'nothing' | 'parameters' | 'batch';
  readonly loss: LossName;
  readonly seed: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  network: fc
    .record({
      inputs: fc.integer({ min: 1, max: 5 }),
      hidden: fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 3 }),
      outputs: fc.integer({ min: 1, max: 4 }),
      activation: fc.constantFrom('relu' as const, 'tanh' as const),
    })
    .map(({ inputs, hidden, outputs, activation }) => mlp(inputs, hidden, outputs, activation)),
  tasks: fc.integer({ min: 1, max: 9 }),
  points: fc.integer({ min: 1, max: 23 }),
  shared: fc.constantFrom('nothing' as const, 'parameters' as const, 'batch' as const),
  loss: fc.constantFrom(...lossNames),
  seed: fc.nat(),
});

const results = ['predict', 'loss', 'gradient', 'hessianVector'] as const;

async function compute(engine: Engine, one: Case, what: (typeof results)[number]) {
  const { network, tasks, points, shared, loss, seed } = one;
  const learner = engine.compile(network, loss);
  const random = stream(seed, 'agreement');
  const width = learner.parameterCount;
  const normals = (count: number, sd: number) =>
    Float32Array.from({ length: count }, () => random.normal(0, sd));
  const parameterRows = shared === 'parameters' ? 1 : tasks;
  const batchTasks = shared === 'batch' ? 1 : tasks;
  // Weights that neither vanish nor blow up with width.
  const theta = normals(parameterRows * width, 1 / Math.sqrt(Math.max(...widths(network))));
  const vector = normals(tasks * width, 1);
  const inputs = normals(batchTasks * points * network.inputs, 1);
  const outputs = widths(network).at(-1)!;
  const targets =
    loss === 'cross-entropy'
      ? oneHot(batchTasks * points, outputs, random)
      : normals(batchTasks * points * outputs, 1);
  const rows: Rows = engine.tidy(() => {
    const parameters = engine.rows(theta, parameterRows);
    const batch = learner.batch({ tasks: batchTasks, points, inputs, targets });
    if (what === 'predict') return learner.predict(parameters, batch);
    const at = learner.at(parameters, batch);
    return what === 'hessianVector' ? at.hessianVector(engine.rows(vector, tasks)) : at[what]();
  });
  const values = await engine.read(rows);
  engine.release(rows);
  return values;
}

function oneHot(points: number, classes: number, random: Stream): Float32Array {
  const targets = new Float32Array(points * classes);
  for (let i = 0; i < points; i++) targets[i * classes + random.integer(classes)] = 1;
  return targets;
}

const widths = (network: Network): number[] => [
  network.inputs,
  ...network.layers.flatMap((layer) => (layer.kind === 'dense' ? [layer.units] : [])),
];

/** Checks `runs` random cases: every result of the two engines within 1e-4 of each other, relatively. */
export async function expectAgreement(a: Engine, b: Engine, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      for (const what of results) {
        const [first, second] = [await compute(a, one, what), await compute(b, one, what)];
        expect(relativeError(first, second), what).toBeLessThan(1e-4);
      }
    }),
    { numRuns: runs, seed: 1 },
  );
}
