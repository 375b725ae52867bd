import { describe, expect, it } from 'vitest';
import type { Engine, Rows } from '../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../compute/reference';
import { createSimdEngine } from '../../compute/simd/engine';
import { stream } from '../../math/rng';
import { mlp } from '../../networks/network';
import type { AnyContender, Settings } from '../contender';
import type { ImplicitOwn } from '../sheets';
import { begin } from '../state';
import { conjugateGradients, implicitMaml } from './imaml';
import { maml } from './maml';

const TASKS = 3;
const network = mlp(1, [4], 1, 'tanh');
const own: ImplicitOwn = { lambda: 2, steps: 600, rate: 0.05, products: 20 };
const settings: Settings = {
  inner: { rate: 0.05, steps: 1 },
  outer: { optimizer: 'sgd', rate: 1 },
  left: 1,
};

function setUp(engine: Engine) {
  const learner = engine.compile(network, 'mean-squared-error');
  const random = stream(3, 'implicit');
  const normals = (count: number) => Float32Array.from({ length: count }, () => random.normal());
  const batch = (points: number) =>
    learner.batch({
      ...{ tasks: TASKS, points },
      inputs: normals(TASKS * points),
      targets: normals(TASKS * points),
    });
  const drawn = { support: batch(6), query: batch(7) };
  return { scope: { engine, learner }, drawn, theta: normals(learner.parameterCount) };
}

/** The mean query loss at the solutions, which so many steps come to. */
function lossAt(theta: Float64Array): number {
  const { scope, drawn } = setUp(createReferenceEngine());
  const { engine, learner } = scope;
  const from = rowsOf(theta, 1);
  let phi: Rows = from;
  for (let k = 0; k < own.steps; k++) {
    const gradient = learner.at(phi, drawn.support).gradient();
    const pull = engine.addScaled(phi, -1, from);
    phi = engine.addScaled(
      engine.addScaled(phi, -own.rate, gradient),
      -own.rate * own.lambda,
      pull,
    );
  }
  const losses = exact(learner.at(phi, drawn.query).loss());
  return losses.reduce((sum, loss) => sum + loss, 0) / TASKS;
}

async function directionOn(engine: Engine): Promise<Float64Array> {
  const { scope, drawn, theta } = setUp(engine);
  const state = begin(engine, { theta });
  const steps = implicitMaml.step(scope, state, drawn, settings, own);
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      const moved = await engine.read(value.weights.theta!);
      return Float64Array.from(theta, (x, i) => x - moved[i]!);
    }
  }
}

describe.each([
  ['reference', async () => createReferenceEngine()],
  ['simd', createSimdEngine],
] as const)('implicit MAML on %s', (name, create) => {
  it('moves θ against the derivative of the query loss at the solutions', async () => {
    const found = await directionOn(await create());
    const { theta } = setUp(createReferenceEngine());
    const at = Float64Array.from(theta);
    const h = 1e-4;
    const expected = at.map((_, i) => {
      const shifted = (by: number) => lossAt(at.map((x, j) => (i === j ? x + by : x)));
      return (shifted(h) - shifted(-h)) / (2 * h);
    });
    const size = Math.hypot(...expected);
    const error = Math.hypot(...expected.map((x, i) => x - found[i]!)) / size;
    expect(error).toBeLessThan(name === 'reference' ? 1e-5 : 1e-4);
  });

  it('solves systems of each task, and goes on from one that is solved', async () => {
    const engine = await create();
    const diagonal = engine.rows(Float32Array.of(1, 2, 5, 3, 3, 3), 2);
    const v = engine.rows(Float32Array.of(1, 1, 1, 6, -3, 9), 2);
    const residuals: number[] = [];
    let last: Float32Array = new Float32Array();
    for (const { u, residual } of conjugateGradients(
      engine,
      (p) => engine.multiply(p, diagonal),
      v,
      4,
    )) {
      last = await engine.read(u);
      residuals.push(Math.hypot(...(await engine.read(residual))));
    }
    expect(residuals[0]).toBeGreaterThan(0.1);
    expect(residuals[3]).toBeLessThan(1e-5);
    [1, 0.5, 0.2, 2, -1, 3].forEach((x, i) => {
      expect(last[i]).toBeCloseTo(x, 5);
    });
  });
});

it('holds as much with many steps as with few, where MAML holds every step', async () => {
  const engine = await createSimdEngine();
  const { scope, drawn, theta } = setUp(engine);
  const state = begin(engine, { theta });
  /** The most bytes that are held at any line of an outer step. */
  const most = (contender: AnyContender, steps: number): number =>
    engine.tidy(() => {
      let bytes = 0;
      const inner = { rate: 0.05, steps };
      const walk = contender.step(scope, state, drawn, { ...settings, inner }, { ...own, steps });
      while (walk.next().done !== true) bytes = Math.max(bytes, engine.memory().bytes);
      return bytes;
    });
  expect(most(implicitMaml, 40)).toBe(most(implicitMaml, 4));
  expect(most(maml, 40)).toBeGreaterThan(2 * most(maml, 4));
});
