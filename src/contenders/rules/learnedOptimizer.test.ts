import { describe, expect, it } from 'vitest';
import { relativeError } from '../../compute/derivatives';
import type { Engine, Learner, Rows } from '../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../compute/reference';
import { stream } from '../../math/rng';
import {
  type CoordinatewiseNetwork,
  initialiseCoordinatewise,
} from '../../networks/coordinatewise';
import { denseWithoutBiases } from '../../networks/network';
import {
  type ObjectiveName,
  type OptimizerScope,
  objectiveNames,
  type UnrollSettings,
  unroll,
} from './learnedOptimizer';

const DIMENSION = 3;
const PROBLEMS = 2;
const STEPS = 5;
const network: CoordinatewiseNetwork = {
  preprocessing: 'log-sign',
  hidden: [4, 3],
  outputScale: 0.1,
};
const random = stream(4, 'unroll');
const normals = (count: number) => Float32Array.from({ length: count }, () => random.normal());
const data = {
  tasks: PROBLEMS,
  points: DIMENSION,
  inputs: normals(PROBLEMS * DIMENSION ** 2),
  targets: normals(PROBLEMS * DIMENSION),
};
const theta = normals(PROBLEMS * DIMENSION);
const phi = initialiseCoordinatewise(network, random);

function scopeOf(engine: Engine): OptimizerScope {
  const quadratic = { inputs: DIMENSION, layers: [denseWithoutBiases(1)] };
  return {
    engine,
    optimizer: engine.compileCoordinatewise(network),
    problems: engine.compile(quadratic, 'sum-of-squares'),
  };
}

const run = (scope: OptimizerScope, at: Rows, settings: UnrollSettings) =>
  unroll(
    scope,
    at,
    {
      theta: scope.engine.rows(theta, PROBLEMS),
      state: scope.optimizer.start(PROBLEMS * DIMENSION),
    },
    scope.problems.batch(data),
    settings,
  );

/** @param fixed losses of which the means are taken where the objective holds them constant */
function objectiveOf(
  losses: readonly Rows[],
  objective: ObjectiveName,
  fixed: readonly Rows[],
): number {
  const total = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0);
  return total(
    losses.map((rows, t) => {
      const f = [...exact(rows)];
      const m = total([...exact(fixed[t]!)]) / f.length;
      if (objective === 'sum') return total(f);
      return total(f.map((x) => Math.log(objective === 'log' ? x : x + m / 2)));
    }),
  );
}

/** Derivative of the objective by central differences in double precision. */
function differences(scope: OptimizerScope, settings: UnrollSettings): Float64Array {
  const at = (moved: ArrayLike<number>) =>
    run(scope, rowsOf(Float64Array.from(moved), 1), settings).losses;
  const fixed = at(phi);
  const value = (moved: Float64Array) => objectiveOf(at(moved), settings.objective, fixed);
  return Float64Array.from(phi, (_, i) => {
    const h = 1e-5;
    const moved = (by: number) => Float64Array.from(phi, (y, j) => (i === j ? y + by : y));
    return (value(moved(h)) - value(moved(-h))) / (2 * h);
  });
}

/** Problems whose gradients are those of an earlier run, whatever θ is: what “treated as constants” means. */
function frozen(problems: Learner, gradients: readonly Rows[]): Learner {
  let asked = 0;
  return {
    ...problems,
    at: (parameters, batch) => ({
      ...problems.at(parameters, batch),
      gradient: () => gradients[asked++ % gradients.length]!,
    }),
  };
}

describe('the derivative through an unroll', () => {
  const engine = createReferenceEngine();
  const scope = scopeOf(engine);

  it.each(objectiveNames)('is exact where gradients flow, objective %s', (objective) => {
    const settings = { steps: STEPS, objective, secondOrder: true };
    const { gradient } = run(scope, engine.rows(phi, 1), settings);
    expect(relativeError(exact(gradient), differences(scope, settings))).toBeLessThan(1e-6);
  });

  it.each(objectiveNames)('is exact where gradients are constants, objective %s', (objective) => {
    const settings = { steps: STEPS, objective, secondOrder: false };
    const { gradient } = run(scope, engine.rows(phi, 1), settings);
    // One recording run; each later run asks for STEPS + 1 gradients in the same order.
    const recorded: Rows[] = [];
    const recording: Learner = {
      ...scope.problems,
      at(parameters, batch) {
        const at = scope.problems.at(parameters, batch);
        return {
          ...at,
          gradient() {
            const rows = at.gradient();
            recorded.push(rows);
            return rows;
          },
        };
      },
    };
    run({ ...scope, problems: recording }, engine.rows(phi, 1), settings);
    expect(recorded).toHaveLength(STEPS + 1);
    const constant = { ...scope, problems: frozen(scope.problems, recorded) };
    expect(relativeError(exact(gradient), differences(constant, settings))).toBeLessThan(1e-6);
  });

  it('differs between the two', () => {
    const settings = { steps: STEPS, objective: 'sum', secondOrder: true } as const;
    const flowing = exact(run(scope, engine.rows(phi, 1), settings).gradient);
    const constant = exact(
      run(scope, engine.rows(phi, 1), { ...settings, secondOrder: false }).gradient,
    );
    // Far more than the 1e-6 to which each is exact.
    expect(relativeError(flowing, constant)).toBeGreaterThan(1e-4);
  });

  it('continues where an earlier unroll ended', () => {
    const settings = { steps: 6, objective: 'sum', secondOrder: false } as const;
    const whole = run(scope, engine.rows(phi, 1), settings);
    const half = run(scope, engine.rows(phi, 1), { ...settings, steps: 3 });
    const rest = unroll(scope, engine.rows(phi, 1), half, scope.problems.batch(data), {
      ...settings,
      steps: 3,
    });
    expect(exact(rest.theta)).toEqual(exact(whole.theta));
    expect(rest.losses.map(exact)).toEqual(whole.losses.slice(3).map(exact));
  });
});
