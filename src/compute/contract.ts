/** What every engine must do, as a test suite to run on each. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../math/rng';
import {
  type CoordinatewiseNetwork,
  initialiseCoordinatewise,
  stateCount,
} from '../networks/coordinatewise';
import { type GatedCell, gatedCount } from '../networks/gatedCell';
import {
  activation,
  convolutions,
  dense,
  denseWithoutBiases,
  mlp,
  type Network,
  outputCount,
} from '../networks/network';
import { pooledConvolutions } from '../networks/pooled';
import { distanceFromKinks, finiteDifferences, relativeError, SAFE_DISTANCE } from './derivatives';
import type { BatchData, Engine, Loss, Moments, PairLoss, Predictor, Rows } from './engine';
import { describePrograms } from './programs/contract';
import { createReferenceEngine, exact, rowsOf } from './reference';

/**
 * Relative error allowed in single precision. Products of a few dozen terms lose two or three of seven digits;
 * graphics devices also take coarser transcendental functions.
 */
const TOLERANCE = { exact: 2e-5, graphics: 5e-4 };

/** Odd sizes, so that windows end at every side in another way. */
const picture = { inputs: 40, image: { height: 5, width: 4, channels: 2 } };

/** One network for each operation alone, and the compositions that the labs use; with squared errors unless said. */
const networks: Record<string, Network> = {
  'dense without biases': { inputs: 3, layers: [denseWithoutBiases(2)] },
  dense: { inputs: 3, layers: [dense(2)] },
  'dense, dense': { inputs: 2, layers: [dense(3), dense(2)] },
  relu: { inputs: 2, layers: [dense(5), activation('relu'), dense(1)] },
  tanh: { inputs: 2, layers: [dense(5), activation('tanh'), dense(1)] },
  'tanh at the output': { inputs: 1, layers: [dense(3), activation('tanh')] },
  'relu below everything': { inputs: 3, layers: [activation('relu'), dense(2)] },
  'relu 7-6': mlp(1, [7, 6], 1, 'relu'),
  'tanh 7-6': mlp(1, [7, 6], 1, 'tanh'),
  'relu 5-4-3': mlp(2, [5, 4, 3], 2, 'relu'),
  convolution: {
    ...picture,
    layers: [{ kind: 'convolution', filters: 3, stride: 2 }, { kind: 'flatten' }],
  },
  'convolution, stride 1': {
    ...picture,
    layers: [{ kind: 'convolution', filters: 2, stride: 1 }, { kind: 'mean-pool' }],
  },
  'two convolutions, tanh': {
    ...picture,
    layers: [
      { kind: 'convolution', filters: 5, stride: 2 },
      activation('tanh'),
      { kind: 'convolution', filters: 3, stride: 2 },
      { kind: 'flatten' },
    ],
  },
  'batch normalisation': { inputs: 3, layers: [{ kind: 'batch-normalisation' }] },
  'batch normalisation of a dense layer': {
    inputs: 2,
    layers: [dense(5), { kind: 'batch-normalisation' }, activation('tanh'), dense(2)],
  },
  'batch normalisation above an activation without parameters': {
    inputs: 3,
    layers: [activation('tanh'), { kind: 'batch-normalisation' }, dense(2)],
  },
  'two batch normalisations': {
    inputs: 2,
    layers: [
      dense(3),
      { kind: 'batch-normalisation' },
      activation('tanh'),
      dense(3),
      { kind: 'batch-normalisation' },
    ],
  },
  affine: { inputs: 3, layers: [{ kind: 'affine' }] },
  'affine between dense layers': {
    inputs: 2,
    layers: [dense(5), { kind: 'affine' }, activation('tanh'), dense(2)],
  },
  'max pool': {
    ...picture,
    layers: [activation('tanh'), { kind: 'max-pool' }, { kind: 'flatten' }, dense(2)],
  },
  'max pool above a convolution': {
    ...picture,
    layers: [
      { kind: 'convolution', filters: 5, stride: 1 },
      { kind: 'max-pool' },
      activation('tanh'),
      { kind: 'convolution', filters: 4, stride: 1 },
      { kind: 'max-pool' },
      { kind: 'flatten' },
    ],
  },
  sphere: { inputs: 3, layers: [{ kind: 'sphere' }] },
  'sphere between dense layers': {
    inputs: 2,
    layers: [dense(5), activation('tanh'), { kind: 'sphere' }, dense(2)],
  },
  'mean pool': {
    ...picture,
    layers: [activation('tanh'), { kind: 'mean-pool' }, dense(2)],
  },
};

/** That of few-shot learning, at its own size but for the filters. */
const glyphs = (filters: number, ways: number): Network => ({
  inputs: 784,
  image: { height: 28, width: 28, channels: 1 },
  layers: [...convolutions(filters, 4), dense(ways)],
});

/** The convolutional classifier of few-shot learning, small. */
const convolutional = (outputs: number): Network => ({
  ...picture,
  layers: [...convolutions(3, 2), dense(outputs)],
});

const otherLosses: Record<string, { network: Network; loss: Loss }> = {
  'a quadratic': {
    network: { inputs: 3, layers: [denseWithoutBiases(1)] },
    loss: 'sum-of-squares',
  },
  'dense, cross-entropy': { network: { inputs: 3, layers: [dense(4)] }, loss: 'cross-entropy' },
  'tanh 5, cross-entropy': { network: mlp(2, [5], 2, 'tanh'), loss: 'cross-entropy' },
  'relu 6-5, cross-entropy': { network: mlp(2, [6, 5], 7, 'relu'), loss: 'cross-entropy' },
  'convolutional, cross-entropy': { network: convolutional(3), loss: 'cross-entropy' },
  prototypical: {
    network: mlp(2, [5], 3, 'tanh'),
    loss: { name: 'prototypical', support: 4, ways: 2 },
  },
  matching: { network: mlp(2, [5], 3, 'tanh'), loss: { name: 'matching', support: 4, ways: 2 } },
  pairs: {
    network: { inputs: 2, layers: [dense(5), activation('tanh'), { kind: 'sphere' }] },
    loss: { name: 'pairs', ways: 4, groups: 2 },
  },
  'pooled, pairs': {
    network: { ...picture, layers: pooledConvolutions([3, 4]) },
    loss: { name: 'pairs', ways: 3, groups: 1 },
  },
  'convolutional, prototypical': {
    network: { ...picture, layers: convolutions(3, 2) },
    loss: { name: 'prototypical', support: 3, ways: 3 },
  },
  'convolutional, matching': {
    network: { ...picture, layers: convolutions(3, 2) },
    loss: { name: 'matching', support: 4, ways: 2 },
  },
};
const cases: [string, Network, Loss][] = [
  ...Object.entries(networks).map(([name, network]): [string, Network, Loss] => [
    name,
    network,
    'mean-squared-error',
  ]),
  ...Object.entries(otherLosses).map(([name, { network, loss }]): [string, Network, Loss] => [
    name,
    network,
    loss,
  ]),
];

/** A recurrent network for each way that its input takes, and sizes that are no multiples of four. */
const recurrent: Record<string, CoordinatewiseNetwork> = {
  'one layer': { preprocessing: 'none', hidden: [3], outputScale: 1 },
  'two layers, log and sign': { preprocessing: 'log-sign', hidden: [5, 4], outputScale: 0.1 },
  'two wider layers': { preprocessing: 'log-sign', hidden: [8, 9], outputScale: 0.1 },
};

/** Cells of weights, by what their gates read. */
const gated: Record<string, GatedCell> = {
  'of logarithms and signs': { preprocessing: 'log-sign', forget: 'free', hidden: 0 },
  'of numbers as they are': { preprocessing: 'none', forget: 'free', hidden: 0 },
  'that forgets nothing': { preprocessing: 'log-sign', forget: 'one', hidden: 0 },
  'over a memory': { preprocessing: 'log-sign', forget: 'free', hidden: 3 },
  'over a memory of numbers as they are': { preprocessing: 'none', forget: 'free', hidden: 5 },
  'over a memory, that forgets nothing': { preprocessing: 'log-sign', forget: 'one', hidden: 4 },
};

/** Of all sizes, one of them nothing. */
const numbersOf = (count: number, seed: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) =>
    i === 2 ? 0 : Math.sin(seed * (i + 1)) * 10 ** ((i % 9) - 7),
  );

interface Problem {
  readonly network: Network;
  readonly loss: Loss;
  readonly data: BatchData;
  /** [tasks, P], and its first row for the shared case. */
  readonly parameters: Float32Array;
  readonly shared: Float32Array;
  readonly vector: Float32Array;
}

function randomProblem(
  network: Network,
  tasks: number,
  points: number,
  seed: number,
  loss: Loss = 'mean-squared-error',
): Problem {
  const width = createReferenceEngine().compile(network, 'mean-squared-error').parameterCount;
  const random = stream(seed, 'contract');
  const normals = (count: number, sd: number) =>
    Float32Array.from({ length: count }, () => random.normal(0, sd));
  const parameters = normals(tasks * width, 0.7);
  const targets = normals(tasks * points * outputCount(network), 2);
  return {
    network,
    loss,
    parameters,
    shared: parameters.slice(0, width),
    vector: normals(tasks * width, 1),
    data: {
      tasks,
      points,
      inputs: normals(tasks * points * network.inputs, 1.5),
      targets: targetsFor(loss, targets, tasks, points, outputCount(network)),
    },
  };
}

/** Targets that suit a loss; those of squared errors are `values`. */
function targetsFor(
  loss: Loss,
  values: Float32Array,
  tasks: number,
  points: number,
  outputs: number,
): Float32Array {
  if (typeof loss === 'string') {
    return loss === 'cross-entropy' ? distributions(values, outputs) : values;
  }
  if (loss.name === 'pairs') return pairsOf(loss, tasks, points);
  // Every class has as many support points.
  const oneHot = new Float32Array(tasks * points * loss.ways);
  for (let i = 0; i < tasks * points; i++) {
    oneHot[i * loss.ways + ((i % points) % loss.ways)] = 1;
  }
  return oneHot;
}

/** One-hot characters and groups of two halves, in the same order. */
function pairsOf({ ways, groups }: PairLoss, tasks: number, points: number): Float32Array {
  const targets = new Float32Array(tasks * points * (ways + groups));
  for (let i = 0; i < tasks * points; i++) {
    const character = (i % points) % (points / 2);
    targets[i * (ways + groups) + character] = 1;
    targets[i * (ways + groups) + ways + (character % groups)] = 1;
  }
  return targets;
}

/** Each run of `width` numbers made into a distribution. */
function distributions(values: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(values.length / width);
  values.forEach((x, i) => {
    sums[Math.floor(i / width)]! += Math.exp(x);
  });
  return values.map((x, i) => Math.exp(x) / sums[Math.floor(i / width)]!);
}

/** The first random problem, from `seed` on, on which finite differences can be trusted. */
function smoothProblem(
  network: Network,
  tasks: number,
  points: number,
  seed: number,
  loss: Loss,
): Problem {
  for (let s = seed; ; s++) {
    const problem = randomProblem(network, tasks, points, s, loss);
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

    describe.each(cases)('network %s', (_, network, loss) => {
      const problem = smoothProblem(network, 3, typeof loss === 'string' ? 4 : 6, 11, loss);

      it.each([
        ['each task', problem.parameters, 3],
        ['all tasks', problem.shared, 1],
      ] as const)(
        'matches finite differences, parameters of %s',
        async (_case, parameters, rows) => {
          const expected = finiteDifferences(
            (e) => e.compile(network, loss),
            parameters,
            problem.data,
            problem.vector,
          );
          const gradient = await measured((e) => {
            const learner = e.compile(network, loss);
            return learner.at(e.rows(parameters, rows), learner.batch(problem.data)).gradient();
          });
          expect(relativeError(gradient, expected.gradient)).toBeLessThan(tolerance);
          const product = await measured((e) => {
            const learner = e.compile(network, loss);
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
      ['twenty classes', mlp(6, [17], 20, 'relu'), 4, 9, 'cross-entropy'],
      ['quadratics', { inputs: 10, layers: [denseWithoutBiases(1)] }, 30, 10, 'sum-of-squares'],
      [
        'means of as many rows as images have',
        {
          inputs: 1,
          layers: [dense(4), activation('relu'), { kind: 'batch-normalisation' }, dense(1)],
        },
        ...[1, 30_000],
      ],
      ['characters', glyphs(20, 5), 2, 5, 'cross-entropy'],
      ['characters, odd filters', glyphs(7, 3), 1, 4, 'cross-entropy'],
      [
        'characters, embedded',
        { ...glyphs(17, 5), layers: convolutions(17, 4) },
        2,
        8,
        { name: 'prototypical', support: 4, ways: 4 },
      ],
      [
        'characters, matched',
        { ...glyphs(8, 5), layers: convolutions(8, 4) },
        2,
        8,
        { name: 'matching', support: 4, ways: 2 },
      ],
      [
        'characters, pooled and paired',
        { ...glyphs(8, 5), layers: pooledConvolutions([8, 12]) },
        2,
        8,
        { name: 'pairs', ways: 4, groups: 2 },
      ],
    ] as [string, Network, number, number, Loss?][])(
      'agrees with the reference on %s',
      async (_, network, tasks, points, loss = 'mean-squared-error') => {
        const problem = randomProblem(network, tasks, points, 5, loss);
        const compute =
          (what: 'loss' | 'predict' | 'gradient' | 'hessianVector') => (e: Engine) => {
            const learner = e.compile(network, loss);
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
      },
    );

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

    it('stays finite where a plain softmax would overflow', async () => {
      const network: Network = { inputs: 1, layers: [denseWithoutBiases(2)] };
      const data: BatchData = {
        tasks: 1,
        points: 2,
        inputs: Float32Array.of(1, -1),
        targets: Float32Array.of(1, 0, 1, 0),
      };
      const compute = (what: 'loss' | 'gradient') => (e: Engine) => {
        const learner = e.compile(network, 'cross-entropy');
        return learner.at(e.rows(Float32Array.of(200, -200), 1), learner.batch(data))[what]();
      };
      expect((await measured(compute('loss')))[0]).toBeCloseTo(200, 3);
      expect([...(await measured(compute('gradient')))]).toEqual([0.5, -0.5]);
    });

    describe.each(Object.entries(recurrent))('recurrent network %s', (_, network) => {
      const [tasks, width, steps] = [2, 3, 3];
      const random = stream(21, 'recurrent');
      const numbers = (count: number, sd: number) =>
        Float32Array.from({ length: count }, () => random.normal(0, sd));
      const phi = initialiseCoordinatewise(network, random).map((x) => x + random.normal(0, 0.1));
      // Above and below the bound of the preprocessing.
      const inputs = Array.from({ length: steps }, (_, t) =>
        numbers(tasks * width, 1).map((x, i) => (i === t ? 1e-5 * x : x)),
      );
      const weights = Array.from({ length: steps }, () => numbers(tasks * width, 1));
      const start = numbers(tasks * width * stateCount(network), 0.5);

      /** Σ over steps of weights · output, and its derivatives. */
      const derivatives = (e: Engine, what: 'parameters' | 'inputs' | 'state'): Rows => {
        const cell = e.compileCoordinatewise(network);
        const parameters = e.rows(phi, 1);
        let state: Rows = e.rows(start, 1);
        const passes = inputs.map((x) => {
          const pass = cell.step(parameters, e.rows(x, tasks), state);
          state = pass.state;
          return pass;
        });
        let [dState, sum]: [Rows | null, Rows | null] = [null, null];
        let first: Rows | null = null;
        for (let t = steps - 1; t >= 0; t--) {
          const back = passes[t]!.backward(e.rows(weights[t]!, tasks), dState, sum);
          [dState, sum] = [back.state, back.parameters];
          if (t === 0) first = back.inputs();
        }
        return { parameters: sum!, inputs: first!, state: dState! }[what];
      };

      it.each([
        ['parameters', phi],
        ['inputs', inputs[0]!],
        ['state', start],
      ] as const)('has the derivatives of finite differences, of its %s', async (what, at) => {
        const e = createReferenceEngine();
        const cell = e.compileCoordinatewise(network);
        const value = (moved: Float64Array): number => {
          const own = { parameters: phi, inputs: inputs[0]!, state: start, [what]: moved };
          const exactRows = (values: ArrayLike<number>, count: number) =>
            rowsOf(Float64Array.from(values), count);
          let state: Rows = exactRows(own.state, 1);
          let sum = 0;
          for (let t = 0; t < steps; t++) {
            const x = exactRows(t === 0 ? own.inputs : inputs[t]!, tasks);
            const pass = cell.step(exactRows(own.parameters, 1), x, state);
            state = pass.state;
            exact(pass.output).forEach((y, i) => {
              sum += y * weights[t]![i]!;
            });
          }
          return sum;
        };
        const expected = Float64Array.from(at, (x, i) => {
          const h = 1e-5 * Math.max(Math.abs(x), 1e-4);
          const moved = (by: number) => Float64Array.from(at, (y, j) => (i === j ? y + by : y));
          return (value(moved(h)) - value(moved(-h))) / (2 * h);
        });
        const values = await measured((e2) => derivatives(e2, what));
        expect(relativeError(values, expected)).toBeLessThan(tolerance);
      });

      it('steps as the reference does', async () => {
        const compute = (e: Engine) => {
          const cell = e.compileCoordinatewise(network);
          const many = Float32Array.from(
            { length: 35 },
            (_, i) => Math.sin(i) * 10 ** ((i % 9) - 6),
          );
          let state = cell.start(35);
          let output: Rows = e.rows(many, 7);
          for (let t = 0; t < 4; t++) {
            ({ output, state } = cell.step(e.rows(phi, 1), output, state));
          }
          return output;
        };
        const expected = await reference.read(compute(reference));
        expect(relativeError(await measured(compute), expected)).toBeLessThan(tolerance);
      });
    });

    describe.each(Object.entries(gated))('cell of weights %s', (_, cell) => {
      const [tasks, width, steps] = [2, 7, 3];
      const random = stream(22, 'gates');
      const numbers = (count: number, sd: number) =>
        Float32Array.from({ length: count }, () => random.normal(0, sd));
      // Gradients above and below the bound of the preprocessing.
      const gradients = Array.from({ length: steps }, (_, t) =>
        numbers(tasks * width, 1).map((x, i) => (i % 4 === t ? 1e-5 * x : x)),
      );
      const losses = Array.from({ length: steps }, () => numbers(tasks, 1).map(Math.abs));
      const given = {
        parameters: numbers(gatedCount(cell), 0.5),
        theta: numbers(width, 1),
        gradient: gradients[0]!,
        loss: losses[0]!,
      };
      type Given = Record<keyof typeof given, Rows>;
      const weights = numbers(tasks * width, 1);

      const walk = (e: Engine, from: Given, rows: (values: Float32Array) => Rows) => {
        const gates = e.compileGates(cell);
        let [theta, memory]: [Rows, Rows | null] = [from.theta, null];
        return gradients.map((own, t) => {
          const gradient = t === 0 ? from.gradient : rows(own);
          const loss = t === 0 ? from.loss : rows(losses[t]!);
          const step = gates.step(from.parameters, { theta, gradient, loss, memory });
          [theta, memory] = [step.theta, step.memory];
          return step;
        });
      };
      const onEngine = (e: Engine): Given => ({
        parameters: e.rows(given.parameters, 1),
        theta: e.rows(given.theta, 1),
        gradient: e.rows(given.gradient, tasks),
        loss: e.rows(given.loss, tasks),
      });
      /** Of weights · the last θ, summed over tasks. The loss of the first step is reached by a gradient of 1 for it. */
      const derivatives = (e: Engine, what: keyof typeof given): Rows => {
        const passes = walk(e, onEngine(e), (values) => e.rows(values, tasks));
        let [d, dMemory, sum]: [Rows, Rows | null, Rows | null] = [
          e.rows(weights, tasks),
          null,
          null,
        ];
        let back: ReturnType<(typeof passes)[number]['backward']> | null = null;
        for (const pass of passes.toReversed()) {
          back = pass.backward(d, dMemory, sum);
          [d, dMemory, sum] = [back.theta, back.memory, back.parameters];
        }
        const { gradient, loss } = back!.inputs();
        return { parameters: sum!, theta: d, gradient, loss }[what];
      };

      it.each(['parameters', 'theta', 'gradient', 'loss'] as const)(
        'has the derivatives of finite differences, of its %s',
        async (what) => {
          const e = createReferenceEngine();
          const value = (moved: Float64Array): Float64Array => {
            const own = { ...given, [what]: moved };
            const held = (values: ArrayLike<number>, count: number) =>
              rowsOf(Float64Array.from(values), count);
            const from: Given = {
              parameters: held(own.parameters, 1),
              theta: held(own.theta, 1),
              gradient: held(own.gradient, tasks),
              loss: held(own.loss, tasks),
            };
            const passes = walk(e, from, (values) => held(values, tasks));
            const last = exact(passes.at(-1)!.theta);
            return Float64Array.from({ length: tasks }, (_, task) =>
              weights
                .subarray(task * width, (task + 1) * width)
                .reduce((sum, w, i) => sum + w * last[task * width + i]!, 0),
            );
          };
          const at = given[what];
          // Each task's own derivative: [tasks, numbers], of what tasks share; else of a task's own number.
          const each = Array.from(at, (x, i) => {
            const h = 1e-5 * Math.max(Math.abs(x), 1e-4);
            const moved = (by: number) =>
              value(Float64Array.from(at, (y, j) => (i === j ? y + by : y)));
            const [up, down] = [moved(h), moved(-h)];
            return up.map((high, task) => (high - down[task]!) / (2 * h));
          });
          const shared = what === 'parameters' || what === 'theta';
          const values = await measured((e2) => derivatives(e2, what));
          if (what === 'loss') {
            // By way of the loss, weights are told: its derivative times the gradient.
            const expected = given.gradient.map((g, i) => {
              const task = Math.floor(i / width);
              return g * each[task]![task]!;
            });
            expect(relativeError(values, expected)).toBeLessThan(tolerance);
            return;
          }
          const count = shared ? at.length : width;
          const expected = Float64Array.from({ length: tasks * count }, (_, n) => {
            const task = Math.floor(n / count);
            return each[shared ? n % count : n]![task]!;
          });
          expect(relativeError(values, expected)).toBeLessThan(tolerance);
        },
      );

      it.each([3, 8, 33])('steps as the reference does, with %i weights', async (count) => {
        const compute = (what: 'theta' | 'memory' | 'gates') => (e: Engine) => {
          const gates = e.compileGates(cell);
          const parameters = e.rows(given.parameters, 1);
          let theta: Rows = e.rows(numbersOf(count, 1), 1);
          let memory: Rows | null = null;
          let last: Rows | null = null;
          for (let t = 0; t < 4; t++) {
            const gradient = e.rows(numbersOf(3 * count, t + 2), 3);
            const loss = e.rows(Float32Array.of(2, 1e-6, 0.3), 3);
            const step = gates.step(parameters, { theta, gradient, loss, memory });
            ({ theta, memory } = step);
            last = { theta, memory, gates: step.gates() }[what];
          }
          return last!;
        };
        for (const what of ['theta', 'memory', 'gates'] as const) {
          const expected = await reference.read(compute(what)(reference));
          expect(relativeError(await measured(compute(what)), expected), what).toBeLessThan(
            tolerance,
          );
        }
      });
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
        (e) => e.multiply(e.rows(many, 3), e.rows(other, 3)),
        (e) => e.multiply(e.rows(one, 1), e.rows(many, 3)),
        (e) => e.multiply(e.rows(many, 3), e.rows(one, 1)),
        (e) => e.divideTasks(e.rows(many, 3), e.rows(Float32Array.of(2, -0.5, 7), 3)),
        (e) => e.divideTasks(e.rows(many, 3), e.rows(Float32Array.of(3), 1)),
        (e) => e.dot(e.rows(many, 3), e.rows(other, 3)),
        (e) => {
          const [first, second] = [e.rows(one, 1), e.rows(one.map(Math.abs), 1)];
          const moments: Moments = { first, second, updates: 4 };
          return e.adam(e.rows(many, 3), e.rows(other, 3), moments, settings).parameters;
        },
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

    describePrograms(() => engine, tolerance, precision === 'exact');

    it('reads into arrays of the reader, and copies rows whole or one task alone', async () => {
      const problem = randomProblem(mlp(1, [4], 1, 'tanh'), 3, 3, 7);
      const learner = engine.compile(problem.network, 'mean-squared-error');
      const before = engine.memory().handles;
      const [batch, given] = [learner.batch(problem.data), engine.rows(problem.parameters, 3)];
      const gradient = engine.tidy(() => learner.at(given, batch).gradient());
      const one = engine.rows(problem.shared, 1);
      for (const rows of [given, gradient, one]) {
        const { width } = rows;
        const expected = (await engine.read(rows)).slice();
        (await engine.read(rows)).fill(7);
        expect(await engine.read(rows)).toEqual(expected);
        const array = new Float32Array(expected.length);
        expect(await engine.read(rows, array)).toBe(array);
        expect(array).toEqual(expected);
        const last = engine.task(rows, 2);
        const copy = engine.copy(rows);
        engine.release(rows);
        expect([copy.tasks, last.tasks]).toEqual([rows.tasks, 1]);
        expect(await engine.read(copy)).toEqual(expected);
        expect(await engine.read(last)).toEqual(expected.subarray(expected.length - width));
        engine.release(copy, last);
      }
      engine.release(batch);
      expect(engine.memory().handles).toBe(before);
    });

    it('predicts without a loss, and without targets', async () => {
      const { network, parameters, data } = randomProblem(mlp(2, [4], 3, 'tanh'), 2, 3, 7);
      const predicted = (compile: (e: Engine) => Predictor, targets: Float32Array | null) =>
        measured((e) => {
          const learner = compile(e);
          return learner.predict(e.rows(parameters, 2), learner.batch({ ...data, targets }));
        });
      const withLoss = (e: Engine) => e.compile(network, 'cross-entropy');
      const expected = await predicted(withLoss, data.targets);
      expect(await predicted(withLoss, null)).toEqual(expected);
      expect(await predicted((e) => e.compile(network, null), null)).toEqual(expected);
      const learner = engine.compile(network, 'cross-entropy');
      const batch = learner.batch({ ...data, targets: null });
      const rows = engine.rows(parameters, 2);
      expect(() => engine.tidy(() => learner.at(rows, batch))).toThrow('without targets');
      engine.release(batch, rows);
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
