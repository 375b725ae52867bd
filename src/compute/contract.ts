/** What every engine must do, as a test suite to run on each. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../math/rng';
import { activation, dense, mlp, type Network, outputCount } from '../networks/network';
import { distanceFromKinks, finiteDifferences, relativeError, SAFE_DISTANCE } from './derivatives';
import type { BatchData, Engine, Moments, Rows } from './engine';
import { createReferenceEngine } from './reference';

/**
 * Relative error allowed in single precision. Products of a few dozen terms lose two or three of seven digits;
 * graphics devices also take coarser transcendental functions.
 */
const TOLERANCE = { exact: 2e-5, graphics: 5e-4 };

/** One network for each operation alone, and the compositions that the labs use. */
const networks: Record<string, Network> = {
  dense: { inputs: 3, layers: [dense(2)] },
  'dense, dense': { inputs: 2, layers: [dense(3), dense(2)] },
  relu: { inputs: 2, layers: [dense(5), activation('relu'), dense(1)] },
  tanh: { inputs: 2, layers: [dense(5), activation('tanh'), dense(1)] },
  'tanh at the output': { inputs: 1, layers: [dense(3), activation('tanh')] },
  'relu below everything': { inputs: 3, layers: [activation('relu'), dense(2)] },
  'relu 7-6': mlp(1, [7, 6], 1, 'relu'),
  'tanh 7-6': mlp(1, [7, 6], 1, 'tanh'),
  'relu 5-4-3': mlp(2, [5, 4, 3], 2, 'relu'),
};

interface Problem {
  readonly network: Network;
  readonly data: BatchData;
  /** [tasks, P], and its first row for the shared case. */
  readonly parameters: Float32Array;
  readonly shared: Float32Array;
  readonly vector: Float32Array;
}

function randomProblem(network: Network, tasks: number, points: number, seed: number): Problem {
  const width = createReferenceEngine().compile(network, 'mean-squared-error').parameterCount;
  const random = stream(seed, 'contract');
  const normals = (count: number, sd: number) =>
    Float32Array.from({ length: count }, () => random.normal(0, sd));
  const parameters = normals(tasks * width, 0.7);
  return {
    network,
    parameters,
    shared: parameters.slice(0, width),
    vector: normals(tasks * width, 1),
    data: {
      tasks,
      points,
      inputs: normals(tasks * points * network.inputs, 1.5),
      targets: normals(tasks * points * outputCount(network), 2),
    },
  };
}

/** The first random problem, from `seed` on, on which finite differences can be trusted. */
function smoothProblem(network: Network, tasks: number, points: number, seed: number): Problem {
  for (let s = seed; ; s++) {
    const problem = randomProblem(network, tasks, points, s);
    const { parameters, shared, data } = problem;
    const distance = Math.min(
      distanceFromKinks(network, parameters, data),
      distanceFromKinks(network, shared, data),
    );
    if (distance > SAFE_DISTANCE) return problem;
  }
}

/** Runs the contract on the engine that `create` starts. */
export function describeEngine(
  name: string,
  create: () => Promise<Engine>,
  precision: keyof typeof TOLERANCE,
): void {
  const tolerance = TOLERANCE[precision];

  describe(name, () => {
    let engine: Engine;
    const reference = createReferenceEngine();
    beforeAll(async () => {
      engine = await create();
    });
    afterAll(() => engine.dispose());

    /** Runs `compute` on this engine and reads its result. */
    const measured = async (compute: (e: Engine) => Rows): Promise<Float32Array> => {
      const rows = engine.tidy(() => compute(engine));
      const values = await engine.read(rows);
      engine.release(rows);
      return values;
    };

    describe.each(Object.entries(networks))('network %s', (_, network) => {
      const problem = smoothProblem(network, 3, 4, 11);

      it.each([
        ['each task', problem.parameters, 3],
        ['all tasks', problem.shared, 1],
      ] as const)(
        'matches finite differences, parameters of %s',
        async (_case, parameters, rows) => {
          const expected = finiteDifferences(
            network,
            'mean-squared-error',
            parameters,
            problem.data,
            problem.vector,
          );
          const gradient = await measured((e) => {
            const learner = e.compile(network, 'mean-squared-error');
            return learner.at(e.rows(parameters, rows), learner.batch(problem.data)).gradient();
          });
          expect(relativeError(gradient, expected.gradient)).toBeLessThan(tolerance);
          const product = await measured((e) => {
            const learner = e.compile(network, 'mean-squared-error');
            const at = learner.at(e.rows(parameters, rows), learner.batch(problem.data));
            return at.hessianVector(e.rows(problem.vector, 3));
          });
          expect(relativeError(product, expected.hessianVector)).toBeLessThan(tolerance);
        },
      );
    });

    it.each([
      ['sinusoid', mlp(1, [40, 40], 1, 'relu'), 25, 10],
      ['reptile toy', mlp(1, [64, 64], 1, 'tanh'), 5, 10],
      ['one point', mlp(1, [3], 1, 'relu'), 2, 1],
      ['odd sizes', mlp(3, [13, 1, 7], 2, 'tanh'), 7, 3],
    ] as const)('agrees with the reference on %s', async (_, network, tasks, points) => {
      const problem = randomProblem(network, tasks, points, 5);
      const compute = (what: 'loss' | 'predict' | 'gradient' | 'hessianVector') => (e: Engine) => {
        const learner = e.compile(network, 'mean-squared-error');
        const parameters = e.rows(problem.parameters, tasks);
        const batch = learner.batch(problem.data);
        if (what === 'predict') return learner.predict(parameters, batch);
        const at = learner.at(parameters, batch);
        return what === 'hessianVector'
          ? at.hessianVector(e.rows(problem.vector, tasks))
          : at[what]();
      };
      for (const what of ['loss', 'predict', 'gradient', 'hessianVector'] as const) {
        const expected = await reference.read(compute(what)(reference));
        expect(relativeError(await measured(compute(what)), expected), what).toBeLessThan(
          tolerance,
        );
      }
    });

    it('serves one batch to tasks with parameters of their own', async () => {
      const network = mlp(1, [7, 6], 1, 'relu');
      const { parameters } = randomProblem(network, 4, 5, 3);
      const { data } = randomProblem(network, 1, 5, 4);
      const compute = (what: 'predict' | 'gradient' | 'loss') => (e: Engine) => {
        const learner = e.compile(network, 'mean-squared-error');
        const [rows, batch] = [e.rows(parameters, 4), learner.batch(data)];
        return what === 'predict' ? learner.predict(rows, batch) : learner.at(rows, batch)[what]();
      };
      for (const what of ['predict', 'gradient', 'loss'] as const) {
        const expected = await reference.read(compute(what)(reference));
        expect(relativeError(await measured(compute(what)), expected), what).toBeLessThan(
          tolerance,
        );
      }
    });

    it('adds, averages and takes Adam steps as the reference does', async () => {
      const random = stream(8, 'vectors');
      const normals = (count: number) =>
        Float32Array.from({ length: count }, () => random.normal());
      const [many, other, one] = [normals(15), normals(15), normals(5)];
      const settings = { rate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
      const computations: ((e: Engine) => Rows)[] = [
        (e) => e.addScaled(e.rows(many, 3), -0.3, e.rows(other, 3)),
        (e) => e.addScaled(e.rows(one, 1), 2, e.rows(many, 3)),
        (e) => e.addScaled(e.rows(many, 3), 2, e.rows(one, 1)),
        (e) => e.mean(e.rows(many, 3)),
        (e) => {
          const zeros = () => e.rows(new Float32Array(15), 3);
          let moments: Moments = { first: zeros(), second: zeros(), updates: 0 };
          let parameters: Rows = e.rows(many, 3);
          for (let i = 0; i < 3; i++) {
            ({ parameters, moments } = e.adam(parameters, e.rows(other, 3), moments, settings));
          }
          return parameters;
        },
      ];
      for (const compute of computations) {
        const expected = await reference.read(compute(reference));
        expect(relativeError(await measured(compute), expected)).toBeLessThan(tolerance);
      }
    });

    it('gives the same bits again', async () => {
      const problem = randomProblem(mlp(1, [40, 40], 1, 'relu'), 5, 10, 6);
      const compute = (e: Engine) => {
        const learner = e.compile(problem.network, 'mean-squared-error');
        const at = learner.at(e.rows(problem.parameters, 5), learner.batch(problem.data));
        return at.hessianVector(e.rows(problem.vector, 5));
      };
      expect(await measured(compute)).toEqual(await measured(compute));
    });

    it('releases what a tidy body made and keeps its result', async () => {
      const problem = randomProblem(mlp(1, [4], 1, 'tanh'), 2, 3, 7);
      const learner = engine.compile(problem.network, 'mean-squared-error');
      const before = engine.memory().handles;
      const batch = learner.batch(problem.data);
      const parameters = engine.rows(problem.parameters, 2);
      const result = engine.tidy(() => {
        const g = learner.at(parameters, batch).gradient();
        return { nested: [engine.addScaled(parameters, -0.1, g)] };
      });
      expect((await engine.read(result.nested[0]!)).length).toBe(problem.parameters.length);
      engine.release(batch, parameters, ...result.nested);
      expect(engine.memory().handles).toBe(before);
    });

    it('refuses a batch whose arrays do not fit', () => {
      const learner = engine.compile(mlp(1, [4], 1, 'relu'), 'mean-squared-error');
      const data = {
        tasks: 2,
        points: 3,
        inputs: new Float32Array(6),
        targets: new Float32Array(5),
      };
      expect(() => learner.batch(data)).toThrow(
        'targets hold 5 numbers; 2 tasks of 3 points need 6',
      );
    });
  });
}
