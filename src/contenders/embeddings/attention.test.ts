import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { attentionOf } from './comparison';

const [width, ways, shots, queries] = [7, 3, 2, 4];
const random = stream(1, 'attention');
const drawn = (points: number) =>
  Float32Array.from({ length: points * width }, () => random.normal());
const [support, query] = [drawn(ways * shots), drawn(queries)];
const labels = Array.from({ length: ways * shots }, (_, i) => Math.floor(i / shots));

/** Recomputed in double precision, from the formulas alone. */
function expected(scores: (q: readonly number[], s: readonly (readonly number[])[]) => number[]) {
  const rows = (of: Float32Array) =>
    Array.from({ length: of.length / width }, (_, i) => [...of.slice(i * width, (i + 1) * width)]);
  return rows(query).flatMap((q) => {
    const powers = scores(q, rows(support)).map(Math.exp);
    return powers.map((x) => x / powers.reduce((a, b) => a + b, 0));
  });
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe('attention to a support set', () => {
  const embedded = { support, query, width, ways, labels };
  it('is the softmax of ten times the cosines, over support points', () => {
    const known = expected((q, s) =>
      s.map((row) => (10 * dot(q, row)) / Math.sqrt(dot(q, q) * dot(row, row))),
    );
    const found = attentionOf('cosines', embedded);
    expect(found).toHaveLength(known.length);
    known.forEach((share, i) => void expect(Math.abs(found[i]! - share)).toBeLessThan(1e-4));
  });

  it('is the softmax of minus squared distances, over means of classes', () => {
    const known = expected((q, s) =>
      Array.from(
        { length: ways },
        (_, way) =>
          -q.reduce((sum, x, j) => {
            const mean = (s[way * shots]![j]! + s[way * shots + 1]![j]!) / 2;
            return sum + (x - mean) ** 2;
          }, 0),
      ),
    );
    const found = attentionOf('prototypes', embedded);
    known.forEach((share, i) => void expect(Math.abs(found[i]! - share)).toBeLessThan(1e-4));
  });
});
