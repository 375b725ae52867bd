/** How embedded points are compared: what those that embed do on a new task. */

import { COSINE_SCALE } from '../../compute/engine';

/** How support points are compared with query points. */
export type Comparison = 'prototypes' | 'cosines' | 'products' | 'nearest';

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
 * - `products`: the same attention by products alone, for embeddings on a sphere whose radius was learned.
 * - `nearest`: 1 for the class of the support point with the greatest cosine; a nearest neighbour knows no more.
 */
export function compareEmbedded(how: Comparison, embedded: Embedded): Float32Array {
  const { labels, ways } = embedded;
  return forEachQuery(how, embedded, (scores) => {
    if (how === 'prototypes') return attention(how, scores);
    const out = new Array<number>(ways).fill(0);
    if (how === 'nearest') out[labels[scores.indexOf(Math.max(...scores))]!] = 1;
    else
      attention(how, scores).forEach((share, s) => {
        out[labels[s]!]! += share;
      });
    return out;
  });
}

/**
 * How much each query point looks at what it is compared with: the softmax behind its probabilities, row-major [query, ways]
 * over class means for `prototypes`, [query, support] over support points for `cosines`.
 */
export const attentionOf = (how: Attending, embedded: Embedded): Float32Array =>
  forEachQuery(how, embedded, (scores) => attention(how, scores));

/** Comparisons that have an attention to show. */
export type Attending = 'prototypes' | 'cosines';

const attention = (how: Attending | 'products', scores: readonly number[]): number[] =>
  softmax(how === 'cosines' ? scores.map((x) => COSINE_SCALE * x) : scores);

/** What a query point is judged by: minus its squared distance to each class mean, or its cosine with each support point. */
export const scoring = (
  how: Comparison,
  embedded: Embedded,
): ((point: Float32Array) => number[]) => {
  if (how === 'prototypes') return distancesToMeans(embedded);
  return how === 'products' ? productsWith(embedded) : cosinesTo(embedded);
};

/** What is made of the scores of each query point, one after the other. */
function forEachQuery(
  how: Comparison,
  embedded: Embedded,
  of: (scores: number[]) => number[],
): Float32Array {
  const { query, width } = embedded;
  const scoresOf = scoring(how, embedded);
  const points = Array.from({ length: query.length / width }, (_, i) =>
    of(scoresOf(query.subarray(i * width, (i + 1) * width))),
  );
  return Float32Array.from(points.flat());
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

function productsWith({ support, width, labels }: Embedded): (point: Float32Array) => number[] {
  return (point) =>
    labels.map((_, s) => {
      let dot = 0;
      for (let j = 0; j < width; j++) dot += support[s * width + j]! * point[j]!;
      return dot;
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

/** e^x / Σ e^x. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((x) => Math.exp(x - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}
