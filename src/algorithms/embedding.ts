/**
 * Learners that embed: nothing adapts, a query point is compared with the support points in the space of the network.
 *
 * In the terms of the other algorithms: no inner steps, and the loss of a whole episode. Their direction is the gradient
 * of that loss, with support and query points in one batch.
 */

import { COSINE_SCALE } from '../compute/engine';
import { type Algorithm, times } from './algorithm';
import { jointPretraining } from './pretraining';

const { direction } = jointPretraining;

export const prototypicalNetworks: Algorithm = {
  label: 'Prototypical networks',
  explanation: {
    formula: {
      tex: String.raw`p(y=k\mid x)\propto\exp\!\left(-\lVert f_\theta(x)-c_k\rVert^2\right)`,
      words:
        'The probability of a class falls with the squared distance to the mean of its embedded support points.',
    },
    idea: 'Embeds all drawings; a class is the mean of its support points, and the nearest mean wins.',
    cost: () => times(1, 'gradient'),
    source: 'Snell et al. 2017, arXiv 1703.05175',
  },
  outer: 'optimizer',
  direction,
};

export const matchingNetworks: Algorithm = {
  label: 'Matching networks',
  explanation: {
    formula: {
      tex: String.raw`\begin{gathered}p(y\mid x)=\textstyle\sum_i a_i\,y_i\\[2pt]a_i=\operatorname{softmax}_i\,10\cos\!\big(f_\theta(x),f_\theta(x_i)\big)\end{gathered}`,
      words:
        'Attention over the support points, by the cosines of their embeddings, votes for their labels.',
    },
    idea: 'Embeds all drawings; each support point votes for its class with the cosine of its embedding to that of the query point.',
    cost: () => times(1, 'gradient'),
    source:
      'Vinyals et al. 2016, arXiv 1606.04080, without full context embeddings. The factor of 10 is ours: with bare cosines it learns far less.',
  },
  outer: 'optimizer',
  direction,
};

/** How support points are compared with query points. */
export type Comparison = 'prototypes' | 'cosines' | 'nearest';

/** Embeddings of one task's support and query points, row-major [points, width]. */
export interface Embedded {
  readonly support: Float32Array;
  readonly query: Float32Array;
  readonly width: number;
  /** Class of each support point. */
  readonly labels: readonly number[];
  readonly ways: number;
}

/**
 * The probability of each class for each query point, row-major [query, ways].
 *
 * - `prototypes`: softmax over minus squared distances to class means (Snell et al. 2017, equation 2).
 * - `cosines`: attention over support points, summed within classes (Vinyals et al. 2016, equation 1), their cosines times
 *   COSINE_SCALE.
 * - `nearest`: 1 for the class of the support point with the greatest cosine; a nearest neighbour knows no more.
 */
export function compareEmbedded(how: Comparison, embedded: Embedded): Float32Array {
  const { query, width, ways } = embedded;
  const points = query.length / width;
  const out = new Float32Array(points * ways);
  const scoresOf = how === 'prototypes' ? distancesToMeans(embedded) : cosinesTo(embedded);
  for (let i = 0; i < points; i++) {
    const scores = scoresOf(query.subarray(i * width, (i + 1) * width));
    const probabilities =
      how === 'prototypes' ? softmax(scores) : votes(how, scores, embedded.labels, ways);
    out.set(probabilities, i * ways);
  }
  return out;
}

/** The mean support point of each class, row-major [ways, width]. */
export function classMeans({ support, width, labels, ways }: Embedded): Float64Array {
  const means = new Float64Array(ways * width);
  const counts = new Float64Array(ways);
  labels.forEach((way, s) => {
    counts[way]! += 1;
    for (let j = 0; j < width; j++) means[way * width + j]! += support[s * width + j]!;
  });
  return means.map((sum, i) => sum / counts[Math.floor(i / width)]!);
}

function distancesToMeans(embedded: Embedded): (point: Float32Array) => number[] {
  const { width, ways } = embedded;
  const means = classMeans(embedded);
  return (point) =>
    Array.from({ length: ways }, (_, way) => {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (point[j]! - means[way * width + j]!) ** 2;
      return -sum;
    });
}

function cosinesTo({ support, width, labels }: Embedded): (point: Float32Array) => number[] {
  const lengthOf = (values: Float32Array) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  const rows = labels.map((_, s) => support.subarray(s * width, (s + 1) * width));
  const lengths = rows.map(lengthOf);
  return (point) => {
    const length = lengthOf(point);
    return rows.map((row, s) => {
      let dot = 0;
      for (let j = 0; j < width; j++) dot += row[j]! * point[j]!;
      return dot / Math.max(length * lengths[s]!, 1e-12);
    });
  };
}

function votes(
  how: 'cosines' | 'nearest',
  scores: readonly number[],
  labels: readonly number[],
  ways: number,
): number[] {
  const out = new Array<number>(ways).fill(0);
  if (how === 'nearest') out[labels[scores.indexOf(Math.max(...scores))]!] = 1;
  else {
    softmax(scores.map((x) => COSINE_SCALE * x)).forEach((share, s) => {
      out[labels[s]!]! += share;
    });
  }
  return out;
}

/** e^x / Σ e^x. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((x) => Math.exp(x - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}
