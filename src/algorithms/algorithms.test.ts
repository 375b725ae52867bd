import { describe, expect, it } from 'vitest';
import { relativeError } from '../compute/derivatives';
import type { BatchData, Rows } from '../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../compute/reference';
import { stream } from '../math/rng';
import { mlp, type Network } from '../networks/network';
import { adapt } from './adapt';
import type { AlgorithmSettings, Episode } from './algorithm';
import { initialState, metaIteration } from './outerLoop';
import { type AlgorithmName, algorithms } from './registry';

const engine = createReferenceEngine();
const sgd = (rate: number, steps: number): AlgorithmSettings => ({
  inner: { rate, steps },
  reptileOptimizer: 'sgd',
});

/** Random θ, and an episode of 3 tasks with 4 support and 5 query points. */
function setUp(network: Network, seed = 1) {
  const learner = engine.compile(network, 'mean-squared-error');
  const random = stream(seed, 'algorithms test');
  const normals = (count: number, sd: number) =>
    Float32Array.from({ length: count }, () => random.normal(0, sd));
  const draw = (points: number): BatchData => ({
    tasks: 3,
    points,
    inputs: normals(3 * points * network.inputs, 1),
    targets: normals(3 * points, 1),
  });
  const data = { support: draw(4), query: draw(5), all: draw(9), minibatches: [draw(3), draw(3)] };
  const asOneTask = { ...data.all, tasks: 1, points: 27 };
  const episode: Episode = {
    support: learner.batch(data.support),
    query: learner.batch(data.query),
    all: learner.batch(asOneTask),
    minibatches: data.minibatches.map((d) => learner.batch(d)),
  };
  const theta = rowsOf(
    Float64Array.from({ length: learner.parameterCount }, () => random.normal(0, 0.5)),
    1,
  );
  return { scope: { engine, learner }, episode, data, theta };
}

/** Gradient of `value` at θ by central differences. */
function differences(theta: Rows, value: (theta: Rows) => number): Float64Array {
  const step = 1e-5;
  return exact(theta).map((_, i) => {
    const moved = (by: number) =>
      rowsOf(
        exact(theta).map((p, j) => (j === i ? p + by : p)),
        1,
      );
    return (value(moved(step)) - value(moved(-step))) / (2 * step);
  });
}

const average = (rows: Rows) => exact(rows).reduce((sum, x) => sum + x, 0) / rows.tasks;

describe('MAML', () => {
  it.each([
    ['relu', 1],
    ['relu', 3],
    ['tanh', 1],
    ['tanh', 2],
    ['tanh', 5],
  ] as const)('is the gradient of the loss after adaptation: %s, %i steps', (activation, steps) => {
    const { scope, episode, theta } = setUp(mlp(1, [5, 4], 1, activation), 3);
    const settings = sgd(0.1, steps);
    const expected = differences(theta, (at) => {
      const { path } = adapt(scope, at, episode.support, settings.inner);
      return average(scope.learner.at(path[steps]!, episode.query).loss());
    });
    const direction = algorithms.maml.direction(scope, theta, episode, settings);
    expect(relativeError(exact(direction), expected)).toBeLessThan(1e-6);
  });

  it('has the closed form of linear regression', () => {
    // With one linear layer, L = |Zθ − y|² / n with Z = [X 1]; the Hessian 2 ZᵀZ / n does not depend on θ.
    const { scope, episode, data, theta } = setUp(mlp(2, [], 1, 'relu'));
    const rate = 0.2;
    const product = (rows: number[][], v: number[]) =>
      rows.map((row) => row.reduce((sum, z, j) => sum + z * v[j]!, 0));
    const design = (d: BatchData, t: number) =>
      Array.from({ length: d.points }, (_, i) => [
        d.inputs[(t * d.points + i) * 2]!,
        d.inputs[(t * d.points + i) * 2 + 1]!,
        1,
      ]);
    const gradientAt = (Z: number[][], v: number[], y: ArrayLike<number>) => {
      const residual = product(Z, v).map((p, i) => p - y[i]!);
      return [0, 1, 2].map((j) =>
        Z.reduce((s, z, i) => s + (2 * z[j]! * residual[i]!) / Z.length, 0),
      );
    };
    const start = [...exact(theta)];
    const expected = [0, 0, 0];
    for (const t of [0, 1, 2]) {
      const targets = (d: BatchData) => d.targets.subarray(t * d.points, (t + 1) * d.points);
      const S = design(data.support, t);
      const Q = design(data.query, t);
      const step = gradientAt(S, start, targets(data.support));
      const adapted = start.map((p, j) => p - rate * step[j]!);
      const v = gradientAt(Q, adapted, targets(data.query));
      const curved = gradientAt(S, v, new Float64Array(S.length));
      v.forEach((x, j) => {
        expected[j]! += (x - rate * curved[j]!) / 3;
      });
    }
    const direction = algorithms.maml.direction(scope, theta, episode, sgd(rate, 1));
    expect(relativeError(exact(direction), expected)).toBeLessThan(1e-12);
  });

  it('differs from first-order MAML where curvature matters, and only there', () => {
    const { scope, episode, theta } = setUp(mlp(1, [5, 4], 1, 'tanh'));
    const direction = (name: AlgorithmName, rate: number) =>
      exact(algorithms[name].direction(scope, theta, episode, sgd(rate, 1)));
    expect(relativeError(direction('fomaml', 0.1), direction('maml', 0.1))).toBeGreaterThan(0.05);
    expect(relativeError(direction('fomaml', 1e-9), direction('maml', 1e-9))).toBeLessThan(1e-6);
  });
});

describe('first-order MAML', () => {
  it('is the query gradient at the adapted parameters', () => {
    const { scope, episode, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const settings = sgd(0.1, 2);
    const adapted = adapt(scope, theta, episode.support, settings.inner).path[2]!;
    const expected = engine.mean(scope.learner.at(adapted, episode.query).gradient());
    const direction = algorithms.fomaml.direction(scope, theta, episode, settings);
    expect(exact(direction)).toEqual(exact(expected));
  });
});

describe('Reptile', () => {
  it('with one step of gradient descent is joint training scaled by the inner rate', () => {
    const { scope, episode, data, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const once = { ...episode, minibatches: [scope.learner.batch(data.all)] };
    const reptile = algorithms.reptile.direction(scope, theta, once, sgd(0.1, 1));
    const joint = algorithms.joint.direction(scope, theta, episode, sgd(0.1, 1));
    expect(
      relativeError(
        exact(reptile),
        exact(joint).map((g) => 0.1 * g),
      ),
    ).toBeLessThan(1e-10);
  });

  it('moves to the mean of where the tasks lead', () => {
    const { scope, episode, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const { learner } = scope;
    let phi: Rows = theta;
    for (const batch of episode.minibatches) {
      phi = engine.addScaled(phi, -0.1, learner.at(phi, batch).gradient());
    }
    const direction = algorithms.reptile.direction(scope, theta, episode, sgd(0.1, 1));
    const whole = engine.addScaled(theta, -1, direction);
    expect(relativeError(exact(whole), exact(engine.mean(phi)))).toBeLessThan(1e-12);
  });

  it('takes its first step of Adam along the sign of the gradient', () => {
    const { scope, episode, data, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const once = { ...episode, minibatches: [scope.learner.batch(data.all)] };
    const settings = { ...sgd(0.1, 1), reptileOptimizer: 'adam' } as const;
    const direction = exact(algorithms.reptile.direction(scope, theta, once, settings));
    const gradient = exact(scope.learner.at(theta, scope.learner.batch(data.all)).gradient());
    const P = direction.length;
    const expected = direction.map(
      (_, i) => (0.1 * [0, 1, 2].reduce((sum, t) => sum + Math.sign(gradient[t * P + i]!), 0)) / 3,
    );
    expect(relativeError(direction, expected)).toBeLessThan(1e-5);
  });
});

describe('joint pre-training', () => {
  it('is the gradient of the loss on all points of all tasks', () => {
    const { scope, episode, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const expected = differences(theta, (at) => average(scope.learner.at(at, episode.all).loss()));
    const direction = algorithms.joint.direction(scope, theta, episode, sgd(0.1, 1));
    expect(relativeError(exact(direction), expected)).toBeLessThan(1e-7);
  });
});

describe('the outer loop', () => {
  const outer = { optimizer: 'sgd', rate: 0.05, interpolation: 0.3 } as const;
  const run = (name: AlgorithmName, optimizer: 'sgd' | 'adam') => {
    const { scope, episode, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const settings = sgd(0.1, 1);
    const state = initialState(engine, Float32Array.from(exact(theta)));
    const next = metaIteration(algorithms[name], scope, state, episode, settings, {
      ...outer,
      optimizer,
    });
    const direction = algorithms[name].direction(scope, state.theta, episode, settings);
    return { before: exact(state.theta), after: exact(next.theta), direction: exact(direction) };
  };

  it('descends with SGD at the outer rate', () => {
    const { before, after, direction } = run('maml', 'sgd');
    expect(
      relativeError(
        after,
        before.map((p, i) => p - 0.05 * direction[i]!),
      ),
    ).toBeLessThan(1e-12);
  });

  it('begins with Adam by the sign of the direction', () => {
    const { before, after, direction } = run('fomaml', 'adam');
    const expected = before.map((p, i) => p - 0.05 * Math.sign(direction[i]!));
    expect(relativeError(after, expected)).toBeLessThan(1e-4);
  });

  it('interpolates for Reptile, whatever the optimiser', () => {
    const { before, after, direction } = run('reptile', 'adam');
    expect(
      relativeError(
        after,
        before.map((p, i) => p - 0.3 * direction[i]!),
      ),
    ).toBeLessThan(1e-12);
  });

  it('leaves a random initialisation alone', () => {
    const { before, after } = run('random', 'adam');
    expect(after).toEqual(before);
  });
});
