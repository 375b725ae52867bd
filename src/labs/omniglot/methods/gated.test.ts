import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../../compute/reference';
import { createSimdEngine } from '../../../compute/simd/engine';
import { hold } from '../../../contenders/state';
import { drained } from '../../../contenders/steps';
import { stream } from '../../../math/rng';
import { gatesFrom } from '../../../networks/gatedCell';
import { drawGlyphEpisodes } from '../../../tasks/glyphs/episodes';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { presets } from '../presets';
import { gatedClassifier } from './gated';
import { classifierOf, initialWeights } from './networks';
import { type MethodName, ownIn } from './registry';

const STEPS = 3;
const spec = {
  ...presets.scratch.spec,
  filters: 4,
  raviDerivatives: 'exact',
  raviStart: 0.2,
} as const;
const own = ownIn('ravi' satisfies MethodName, spec) as Parameters<typeof gatedClassifier.step>[4];
const shape = { tasks: 2, ways: 3, shots: 1, queries: 2 };
const points = drawGlyphEpisodes(
  proceduralGlyphs(1, 120),
  'train',
  shape,
  true,
  stream(1, 'gated classifier'),
);
const theta = initialWeights(spec, shape.ways, 1);
const random = stream(2, 'gated classifier');
const gates = gatesFrom(spec.raviStart).map((x) => x + random.normal(0, 0.3));
const settings = {
  inner: { rate: 0.1, steps: STEPS },
  outer: { optimizer: 'sgd', rate: 1 },
  left: 1,
} as const;

function setUp(engine: Engine) {
  const learner = engine.compile(classifierOf(spec, shape.ways), 'cross-entropy');
  const drawn = { support: learner.batch(points.support), query: learner.batch(points.query) };
  return { scope: { engine, learner }, drawn };
}

/** What an outer step at a rate of 1 takes off. */
async function derivatives(engine: Engine) {
  const { scope, drawn } = setUp(engine);
  const state = hold(engine, { weights: { theta, gates }, moments: {} });
  const after = drained(gatedClassifier.step(scope, state, drawn, settings, own));
  const less = (name: 'theta' | 'gates') =>
    engine.read(engine.addScaled(state.weights[name]!, -1, after.weights[name]!));
  return { theta: await less('theta'), gates: await less('gates') };
}

/** The mean query loss after adapting, in double precision, from where a direction leads. */
function lossAlong(
  { scope, drawn }: ReturnType<typeof setUp>,
  along: typeof directions,
  by: number,
) {
  const from = (values: Float32Array, direction: Float64Array) =>
    rowsOf(
      Float64Array.from(values, (x, i) => x + by * direction[i]!),
      1,
    );
  const weights = { theta: from(theta, along.theta), gates: from(gates, along.gates) };
  let loss = Number.NaN;
  const state = { weights, moments: {} };
  for (const phi of gatedClassifier.adapt(scope, state, drawn.support, settings.inner, own)) {
    const losses = exact(scope.learner.at(phi, drawn.query).loss());
    loss = losses.reduce((sum, x) => sum + x / losses.length, 0);
  }
  return loss;
}

const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal(0, 1));
const directions = { theta: normals(theta.length), gates: normals(gates.length) };
const none = {
  theta: new Float64Array(theta.length),
  gates: new Float64Array(gates.length),
} as const;

describe.each([
  ['reference', async () => createReferenceEngine(), 1e-4],
  ['SIMD', createSimdEngine, 1e-2],
] as const)('gates over convolutions with batch normalisation, on %s', (_, create, tolerance) => {
  it.each(['theta', 'gates'] as const)(
    'have the derivatives of finite differences along a direction of %s, with all let through',
    async (of) => {
      const yardstick = setUp(createReferenceEngine());
      const along = { ...none, [of]: directions[of] };
      const h = 1e-7;
      const expected = (lossAlong(yardstick, along, h) - lossAlong(yardstick, along, -h)) / (2 * h);
      const found = (await derivatives(await create()))[of];
      const dot = found.reduce((sum, x, i) => sum + x * directions[of][i]!, 0);
      expect(Math.abs(expected)).toBeGreaterThan(1e-3);
      expect(Math.abs(dot / expected - 1)).toBeLessThan(tolerance);
    },
  );
});

it('begins with input gates of the size that is set', () => {
  const values = gatesFrom(0.4);
  expect(1 / (1 + Math.exp(-values[values.length / 2 - 1]!))).toBeCloseTo(0.4, 6);
});
