import { describe, expect, it } from 'vitest';
import type { EpisodeLoss } from '../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../compute/reference';
import { stream } from '../../math/rng';
import { dense } from '../../networks/network';
import { classMeans, compareEmbedded, type Embedded } from './comparison';

const WIDTH = 3;
const WAYS = 2;

/** Two classes with two support points each, and three query points. */
function problem(): Embedded & { readonly queryLabels: readonly number[] } {
  const random = stream(1, 'embeddings');
  const normals = (count: number) => Float32Array.from({ length: count }, () => random.normal());
  return {
    support: normals(4 * WIDTH),
    query: normals(3 * WIDTH),
    width: WIDTH,
    labels: [0, 1, 0, 1],
    ways: WAYS,
    queryLabels: [1, 0, 1],
  };
}

describe.each([
  ['prototypical', 'prototypes'],
  ['matching', 'cosines'],
] as const)('%s networks', (name, how) => {
  it('classify as the loss that they are trained with has it', () => {
    const embedded = problem();
    const probabilities = compareEmbedded(how, embedded);
    const expected =
      -embedded.queryLabels.reduce((s, way, i) => s + Math.log(probabilities[i * WAYS + way]!), 0) /
      3;
    // A network that embeds a point as itself.
    const loss: EpisodeLoss = { name, support: 4, ways: WAYS };
    const learner = createReferenceEngine().compile(
      { inputs: WIDTH, layers: [dense(WIDTH)] },
      loss,
    );
    const identity = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
    const labels = [...embedded.labels, ...embedded.queryLabels];
    const targets = Float32Array.from(labels.flatMap((way) => [1 - way, way]));
    const inputs = Float32Array.of(...embedded.support, ...embedded.query);
    const batch = learner.batch({ tasks: 1, points: 7, inputs, targets });
    const [value] = exact(learner.at(rowsOf(identity, 1), batch).loss());
    expect(value).toBeCloseTo(expected, 5);
  });

  it('gives each query point a distribution', () => {
    const probabilities = compareEmbedded(how, problem());
    for (let i = 0; i < 3; i++) {
      const row = [...probabilities.subarray(i * WAYS, (i + 1) * WAYS)];
      expect(row.every((p) => p > 0)).toBe(true);
      expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    }
  });
});

it('a nearest neighbour gives all to the class of the support point with the greatest cosine', () => {
  const embedded: Embedded = {
    support: Float32Array.of(1, 0, 0, 1),
    query: Float32Array.of(0.1, 5),
    width: 2,
    labels: [1, 0],
    ways: 2,
  };
  expect([...compareEmbedded('nearest', embedded)]).toEqual([1, 0]);
});

it('takes the mean of each class, whatever the order of its points', () => {
  const embedded: Embedded = {
    support: Float32Array.of(1, 2, 10, 20, 3, 4),
    query: Float32Array.of(),
    width: 2,
    labels: [0, 1, 0],
    ways: 2,
  };
  expect([...classMeans(embedded)]).toEqual([2, 3, 10, 20]);
});
