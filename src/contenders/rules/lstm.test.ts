import { describe, expect, it } from 'vitest';
import { relativeError } from '../../compute/derivatives';
import type { Rows } from '../../compute/engine';
import { createReferenceEngine, exact } from '../../compute/reference';
import { stream } from '../../math/rng';
import type { CoordinatewiseNetwork } from '../../networks/coordinatewise';
import { denseWithoutBiases } from '../../networks/network';
import { drawQuadratics } from '../../tasks/quadratic';
import { hold, type SavedState, type State } from '../state';
import { type OptimizerScope, unroll } from './learnedOptimizer';
import { lstm, type MetaSettings } from './lstm';

const DIMENSION = 3;
const PROBLEMS = 2;
const network: CoordinatewiseNetwork = {
  preprocessing: 'log-sign',
  hidden: [4],
  outputScale: 0.1,
};
const engine = createReferenceEngine();
const scope: OptimizerScope = {
  engine,
  optimizer: engine.compileCoordinatewise(network),
  problems: engine.compile(
    { inputs: DIMENSION, layers: [denseWithoutBiases(1)] },
    'sum-of-squares',
  ),
};
const problems = drawQuadratics('gaussian', PROBLEMS, DIMENSION, 0, stream(3, 'problems'));
const batch = scope.problems.batch(problems);
const start = () => ({
  theta: engine.rows(problems.starts, PROBLEMS),
  state: scope.optimizer.start(problems.starts.length),
});
const settings: MetaSettings = {
  steps: 5,
  objective: 'sum',
  secondOrder: false,
  rate: 0.01,
  clip: 1e9,
};
const saved = lstm.begin(network, stream(1, 'init'), {});
const step = (from: SavedState, change: Partial<MetaSettings> = {}) =>
  lstm.step(scope, hold(engine, from), start(), batch, { ...settings, ...change }, {});
const lengthOf = (rows: Rows) => Math.hypot(...exact(rows));
const first = (state: State | null) => state!.moments.phi!.first;

describe('one meta-iteration of the LSTM', () => {
  it('goes by the mean meta-gradient over problems, of logarithms over steps too', async () => {
    for (const [objective, count] of [
      ['sum', PROBLEMS],
      ['log', PROBLEMS * settings.steps],
    ] as const) {
      const phi = engine.rows(saved.weights.phi!, 1);
      const { gradient } = unroll(scope, phi, start(), batch, { ...settings, objective });
      const { state } = await step(saved, { objective });
      // A tenth of the gradient is Adam's first moment after one update.
      const mean = exact(gradient).map((x) => (0.1 * x) / count);
      expect(relativeError(exact(first(state)), mean)).toBeLessThan(1e-6);
    }
  });

  it('clips the meta-gradient in length, and keeps its direction', async () => {
    const whole = first((await step(saved)).state);
    const clip = lengthOf(whole);
    const clipped = first((await step(saved, { clip })).state);
    expect(lengthOf(clipped)).toBeCloseTo(0.1 * clip, 8);
    const scaled = exact(whole).map((x) => (x * lengthOf(clipped)) / lengthOf(whole));
    expect(relativeError(exact(clipped), scaled)).toBeLessThan(1e-6);
  });

  it('leaves problems where its own updates have brought them', async () => {
    const { position } = await step(saved);
    const phi = engine.rows(saved.weights.phi!, 1);
    const { theta, state } = unroll(scope, phi, start(), batch, settings);
    expect(exact(position.theta)).toEqual(exact(theta));
    expect(exact(position.state)).toEqual(exact(state));
  });

  it('has no state where its meta-gradient is no number', async () => {
    const phi = saved.weights.phi!.map((x, i) => (i === 7 ? Number.NaN : x));
    const { state, position } = await step({ ...saved, weights: { phi } });
    expect(state).toBeNull();
    expect(position.theta.tasks).toBe(PROBLEMS);
  });
});
