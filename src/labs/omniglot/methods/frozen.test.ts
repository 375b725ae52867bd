import { expect, it } from 'vitest';
import { relativeError } from '../../../compute/derivatives';
import { createSimdEngine } from '../../../compute/simd/engine';
import { stream } from '../../../math/rng';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { bodyOf } from '../../kit/embedding/body';
import { FrozenBodies, frozenNetwork, frozenWeights } from '../../kit/embedding/frozen';
import { presets } from '../presets';
import { initialWeights } from './networks';

const spec = { ...presets.scratch.spec, filters: 8 };
const network = bodyOf(spec);
const none = { name: 'matching', support: 1, ways: 2 } as const;

it('does on the drawings of its statistics what the network does in a batch of them', async () => {
  const engine = await createSimdEngine();
  const random = stream(1, 'drawings');
  const points = 6;
  const drawings = Float32Array.from({ length: points * network.inputs }, () => random.uniform());
  const theta = engine.rows(initialWeights(spec, null, 1), 1);
  const data = { tasks: 1, points, inputs: drawings, targets: new Float32Array(2 * points) };
  const run = async (frozen: boolean) => {
    const learner = engine.compile(frozen ? frozenNetwork(network) : network, none);
    const weights = frozen
      ? engine.rows(await frozenWeights(engine, network, theta, drawings), 1)
      : theta;
    const outputs = engine.tidy(() => learner.predict(weights, learner.batch(data)));
    return await engine.read(outputs);
  };
  expect(relativeError(await run(true), await run(false))).toBeLessThan(1e-4);
});

it('is computed once for the same weights', async () => {
  const engine = await createSimdEngine();
  const bodies = new FrozenBodies(engine, network, proceduralGlyphs(1, 60), 1);
  const first = await bodies.weights(engine.rows(initialWeights(spec, null, 1), 1));
  const again = await bodies.weights(engine.rows(initialWeights(spec, null, 1), 1));
  const other = await bodies.weights(engine.rows(initialWeights(spec, null, 2), 1));
  expect(again).toBe(first);
  expect(other).not.toEqual(first);
});
