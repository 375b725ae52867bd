import { describe, expect, it } from 'vitest';
import { relativeError } from '../../compute/derivatives';
import type { BatchData, Rows } from '../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../compute/reference';
import { stream } from '../../math/rng';
import { mlp, type Network } from '../../networks/network';
import { adapt, adaptByRates } from '../adapt';
import type { Settings } from '../contender';
import { begin, hold, type State } from '../state';
import { drained } from '../steps';
import { anil } from './anil';
import { jointPretraining } from './joint';
import { firstOrderMaml, maml } from './maml';
import { metaSgd } from './metasgd';
import { reptile, reptileDirection } from './reptile';

const engine = createReferenceEngine();
const loop = (rate: number, steps: number) => ({ inner: { rate, steps } });
const settings = (rate: number, steps: number, optimizer: 'sgd' | 'adam' = 'sgd'): Settings => ({
  ...loop(rate, steps),
  outer: { optimizer, rate: 0.05 },
  left: 1,
});

/** Random θ, and points of 3 tasks with 4 support and 5 query points. */
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
  const drawn = {
    support: learner.batch(data.support),
    query: learner.batch(data.query),
    all: learner.batch({ ...data.all, tasks: 1, points: 27 }),
    minibatches: data.minibatches.map((d) => learner.batch(d)),
  };
  const theta = rowsOf(
    Float64Array.from({ length: learner.parameterCount }, () => random.normal(0, 0.5)),
    1,
  );
  return { scope: { engine, learner }, drawn, data, theta };
}

/** Gradient of `value` at some parameters by central differences. */
function differences(at: Rows, value: (moved: Rows) => number): Float64Array {
  const step = 1e-5;
  return exact(at).map((_, i) => {
    const moved = (by: number) =>
      rowsOf(
        exact(at).map((p, j) => (j === i ? p + by : p)),
        1,
      );
    return (value(moved(step)) - value(moved(-step))) / (2 * step);
  });
}

const average = (rows: Rows) => exact(rows).reduce((sum, x) => sum + x, 0) / rows.tasks;

/** What SGD at the rate of `settings` moved weights against. */
const movedAgainst = (before: State, after: State, name: string): Float64Array => {
  const [a, b] = [exact(before.weights[name]!), exact(after.weights[name]!)];
  return a.map((x, i) => (x - b[i]!) / 0.05);
};

describe('MAML', () => {
  it.each([
    ['relu', 1],
    ['relu', 3],
    ['tanh', 1],
    ['tanh', 2],
    ['tanh', 5],
  ] as const)('is the gradient of the loss after adaptation: %s, %i steps', (activation, steps) => {
    const { scope, drawn, theta } = setUp(mlp(1, [5, 4], 1, activation), 3);
    const { inner } = loop(0.1, steps);
    const expected = differences(theta, (at) => {
      const { path } = drained(adapt(scope, at, drawn.support, inner));
      return average(scope.learner.at(path[steps]!, drawn.query).loss());
    });
    const direction = drained(maml.direction(scope, theta, drawn, { inner }));
    expect(relativeError(exact(direction), expected)).toBeLessThan(1e-6);
  });

  it('has the closed form of linear regression', () => {
    // With one linear layer, L = |Zθ − y|² / n with Z = [X 1]; the Hessian 2 ZᵀZ / n does not depend on θ.
    const { scope, drawn, data, theta } = setUp(mlp(2, [], 1, 'relu'));
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
      const targets = (d: BatchData) => d.targets!.subarray(t * d.points, (t + 1) * d.points);
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
    const direction = drained(maml.direction(scope, theta, drawn, loop(rate, 1)));
    expect(relativeError(exact(direction), expected)).toBeLessThan(1e-12);
  });

  it('differs from first-order MAML where curvature matters, and only there', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5, 4], 1, 'tanh'));
    const directions = (rate: number) =>
      [firstOrderMaml, maml].map((m) =>
        exact(drained(m.direction(scope, theta, drawn, loop(rate, 1)))),
      ) as [Float64Array, Float64Array];
    expect(relativeError(...directions(0.1))).toBeGreaterThan(0.05);
    expect(relativeError(...directions(1e-9))).toBeLessThan(1e-6);
  });
});

describe('first-order MAML', () => {
  it('is the query gradient at the adapted parameters', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const { inner } = loop(0.1, 2);
    const adapted = drained(adapt(scope, theta, drawn.support, inner)).path[2]!;
    const expected = engine.mean(scope.learner.at(adapted, drawn.query).gradient());
    const direction = drained(firstOrderMaml.direction(scope, theta, drawn, { inner }));
    expect(exact(direction)).toEqual(exact(expected));
  });
});

describe('Meta-SGD', () => {
  it.each([1, 2, 4])(
    'moves θ and every rate by the gradient of the loss after %i steps',
    (steps) => {
      const { scope, drawn, theta } = setUp(mlp(1, [5, 4], 1, 'tanh'), 3);
      const random = stream(5, 'rates');
      const rates = rowsOf(
        exact(theta).map(() => random.normal(0.05, 0.1)),
        1,
      );
      const lossAfter = (start: Rows, by: Rows): number => {
        const { path } = drained(adaptByRates(scope, start, by, drawn.support, steps));
        return average(scope.learner.at(path[steps]!, drawn.query).loss());
      };
      const before: State = { ...begin(engine, {}), weights: { theta, rates } };
      const after = drained(
        metaSgd.step(scope, before, drawn, settings(0.1, steps), { start: 0.01 }),
      );
      const ofTheta = differences(theta, (at) => lossAfter(at, rates));
      const ofRates = differences(rates, (at) => lossAfter(theta, at));
      expect(relativeError(movedAgainst(before, after, 'theta'), ofTheta)).toBeLessThan(1e-6);
      expect(relativeError(movedAgainst(before, after, 'rates'), ofRates)).toBeLessThan(1e-6);
    },
  );

  it('with equal rates moves θ as MAML does', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const rates = rowsOf(
      exact(theta).map(() => 0.1),
      1,
    );
    const before: State = { ...begin(engine, {}), weights: { theta, rates } };
    const after = drained(metaSgd.step(scope, before, drawn, settings(9, 3), { start: 0.1 }));
    const expected = exact(drained(maml.direction(scope, theta, drawn, loop(0.1, 3))));
    expect(relativeError(movedAgainst(before, after, 'theta'), expected)).toBeLessThan(1e-10);
  });
});

describe('ANIL', () => {
  it.each([
    [1, 1],
    [2, 5],
  ])('is the gradient of the loss after %i layers have adapted for %i steps', (layers, steps) => {
    const network = mlp(1, [5, 4], 1, 'tanh');
    const { scope, drawn, theta } = setUp(network, 3);
    const adapted = layers === 1 ? 5 : 5 + 24;
    const rates = rowsOf(
      exact(theta).map((_, i) => (i < theta.width - adapted ? 0 : 0.1)),
      1,
    );
    const expected = differences(theta, (at) => {
      const { path } = drained(adaptByRates(scope, at, rates, drawn.support, steps));
      return average(scope.learner.at(path[steps]!, drawn.query).loss());
    });
    const before: State = { ...begin(engine, {}), weights: { theta } };
    const after = drained(
      anil.step(scope, before, drawn, settings(0.2, steps), { layers, rate: 0.1 }),
    );
    expect(relativeError(movedAgainst(before, after, 'theta'), expected)).toBeLessThan(1e-6);
  });

  it('leaves the body where it was on a task', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5, 4], 1, 'tanh'));
    const state: State = { ...begin(engine, {}), weights: { theta } };
    const path = [
      ...anil.adapt(scope, state, drawn.support, loop(0.2, 3).inner, { layers: 1, rate: 0.1 }),
    ];
    const last = exact(path.at(-1)!);
    const body = theta.width - 5;
    for (let t = 0; t < 3; t++) {
      const own = last.subarray(t * theta.width, (t + 1) * theta.width);
      expect(own.subarray(0, body)).toEqual(exact(theta).subarray(0, body));
      expect(own.subarray(body)).not.toEqual(exact(theta).subarray(body));
    }
  });
});

describe('Reptile', () => {
  it('with one step of gradient descent is joint training scaled by the inner rate', () => {
    const { scope, drawn, data, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const once = [scope.learner.batch(data.all)];
    const direction = drained(reptileDirection(scope, theta, once, 0.1, 'sgd'));
    const joint = drained(jointPretraining.direction(scope, theta, drawn.all, loop(0.1, 1)));
    expect(
      relativeError(
        exact(direction),
        exact(joint).map((g) => 0.1 * g),
      ),
    ).toBeLessThan(1e-10);
  });

  it('moves to the mean of where the tasks lead', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const { learner } = scope;
    let phi: Rows = theta;
    for (const batch of drawn.minibatches) {
      phi = engine.addScaled(phi, -0.1, learner.at(phi, batch).gradient());
    }
    const state: State = { ...begin(engine, {}), weights: { theta } };
    const own = { steps: 2, batch: 3, optimizer: 'sgd', rate: 1 } as const;
    const after = drained(reptile.step(scope, state, drawn.minibatches, settings(0.1, 1), own));
    expect(relativeError(exact(after.weights.theta!), exact(engine.mean(phi)))).toBeLessThan(1e-12);
  });

  it('moves by ε, which falls in a straight line, whatever the outer optimiser', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const state: State = { ...begin(engine, {}), weights: { theta } };
    const own = { steps: 2, batch: 3, optimizer: 'sgd', rate: 0.3 } as const;
    const direction = exact(drained(reptileDirection(scope, theta, drawn.minibatches, 0.1, 'sgd')));
    const half = { ...settings(0.1, 1, 'adam'), left: 0.5 };
    const after = drained(reptile.step(scope, state, drawn.minibatches, half, own));
    const expected = exact(theta).map((p, i) => p - 0.15 * direction[i]!);
    expect(relativeError(exact(after.weights.theta!), expected)).toBeLessThan(1e-12);
  });

  it('takes its first step of Adam along the sign of the gradient', () => {
    const { scope, data, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const once = scope.learner.batch(data.all);
    const direction = exact(drained(reptileDirection(scope, theta, [once], 0.1, 'adam')));
    const gradient = exact(scope.learner.at(theta, once).gradient());
    const P = direction.length;
    const expected = direction.map(
      (_, i) => (0.1 * [0, 1, 2].reduce((sum, t) => sum + Math.sign(gradient[t * P + i]!), 0)) / 3,
    );
    expect(relativeError(direction, expected)).toBeLessThan(1e-5);
  });
});

describe('joint pre-training', () => {
  it('is the gradient of the loss on all points of all tasks', () => {
    const { scope, drawn, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const expected = differences(theta, (at) => average(scope.learner.at(at, drawn.all).loss()));
    const direction = drained(jointPretraining.direction(scope, theta, drawn.all, loop(0.1, 1)));
    expect(relativeError(exact(direction), expected)).toBeLessThan(1e-7);
  });
});

describe('the outer optimiser', () => {
  const run = (optimizer: 'sgd' | 'adam') => {
    const { scope, drawn, theta } = setUp(mlp(1, [5], 1, 'tanh'));
    const weights = { theta: Float32Array.from(exact(theta)) };
    const state = hold(engine, { weights, moments: {} });
    const after = drained(maml.step(scope, state, drawn, settings(0.1, 1, optimizer), {}));
    const direction = drained(maml.direction(scope, state.weights.theta!, drawn, loop(0.1, 1)));
    const [before, end] = [exact(state.weights.theta!), exact(after.weights.theta!)];
    return { before, after: end, direction: exact(direction) };
  };

  it('descends with SGD at the outer rate', () => {
    const { before, after, direction } = run('sgd');
    const expected = before.map((p, i) => p - 0.05 * direction[i]!);
    expect(relativeError(after, expected)).toBeLessThan(1e-12);
  });

  it('begins with Adam by the sign of the direction', () => {
    const { before, after, direction } = run('adam');
    const expected = before.map((p, i) => p - 0.05 * Math.sign(direction[i]!));
    expect(relativeError(after, expected)).toBeLessThan(1e-4);
  });
});
