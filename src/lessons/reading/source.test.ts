import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import { dirichlet, documentOf, gains, languageOf, readerOf } from './source';

const language = languageOf(1);

/** ln Γ, by Stirling's series. */
function lnGamma(x: number): number {
  if (x < 9) return lnGamma(x + 1) - Math.log(x);
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}

describe('a draw from Dirichlet', () => {
  it('has the mean and the variances of the formula', () => {
    const random = stream(1, 'test');
    const shapes = Float64Array.of(0.02, 0.3, 1, 2.68);
    const whole = shapes.reduce((a, b) => a + b, 0);
    const draws = Array.from({ length: 20_000 }, () => dirichlet(random, shapes));
    shapes.forEach((shape, k) => {
      const all = draws.map((draw) => draw[k]!);
      const expected = shape / whole;
      const variance = (expected * (1 - expected)) / (whole + 1);
      const found = mean(all);
      // Five standard errors.
      expect(Math.abs(found - expected)).toBeLessThan(5 * Math.sqrt(variance / all.length));
      expect(mean(all.map((x) => (x - found) ** 2))).toBeCloseTo(variance, 2);
    });
    for (const draw of draws) expect(draw.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe('who counts', () => {
  it('expects a distribution, that of the language before anything was read', () => {
    const reader = readerOf(language);
    for (let b = 0; b < 16; b++) {
      expect(reader.expects(3, b)).toBeCloseTo(language.rows[3]![b]!, 15);
    }
    for (const b of [1, 1, 7, 2]) reader.reads(3, b);
    const all = Array.from({ length: 16 }, (_, b) => reader.expects(3, b));
    expect(all.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('gives a document the probability that it has over all matrices', () => {
    // ∏ Γ(κ) / Γ(n_a + κ) ∏ Γ(n_ab + κ M_ab) / Γ(κ M_ab): the integral over Dirichlet, in closed form.
    const text = documentOf(language, 1, 0, 300);
    const { likeness, rows, size } = language;
    const reader = readerOf(language);
    const counts = rows.map(() => new Float64Array(size));
    let told = 0;
    for (let t = 1; t < text.length; t++) {
      const [a, b] = [text[t - 1]!, text[t]!];
      told += Math.log(reader.expects(a, b));
      reader.reads(a, b);
      counts[a]![b]! += 1;
    }
    let expected = 0;
    counts.forEach((row, a) => {
      const n = row.reduce((x, y) => x + y, 0);
      expected += lnGamma(likeness) - lnGamma(n + likeness);
      row.forEach((count, b) => {
        const prior = likeness * rows[a]![b]!;
        if (count > 0) expected += lnGamma(count + prior) - lnGamma(prior);
      });
    });
    expect(told).toBeCloseTo(expected, 6);
  });

  it('is not ahead of the language on average where documents are all alike', () => {
    const alike = { ...language, likeness: 1e9 };
    const texts = Array.from({ length: 20 }, (_, k) => documentOf(alike, 1, k, 512));
    for (const gain of gains(alike, texts)) expect(Math.abs(gain)).toBeLessThan(1e-4);
  });

  it('knows nothing of a document yet at its border', () => {
    const texts = [documentOf(language, 1, 0, 512), documentOf(language, 1, 1, 512)];
    const both = gains(language, texts);
    expect(both).toHaveLength(1024);
    // Of the first two tokens there is nothing to be known.
    for (const border of [0, 512]) {
      expect(both[border]).toBe(0);
      expect(both[border + 1]).toBeCloseTo(0, 12);
    }
    expect(both.subarray(512)).toEqual(gains(language, [texts[1]!]));
  });

  it('has read nothing that comes after: another end changes no gain before it', () => {
    const text = documentOf(language, 1, 2, 400);
    const other = text.map((token, t) => (t < 200 ? token : (token + 5) % 16));
    const upTo = (of: Uint8Array) => gains(language, [of]).subarray(0, 200);
    expect(upTo(other)).toEqual(upTo(text));
  });
});

it('the same seed gives the same documents, and each document is another one', () => {
  expect(documentOf(language, 1, 4, 64)).toEqual(documentOf(languageOf(1), 1, 4, 64));
  expect(documentOf(language, 1, 4, 64)).not.toEqual(documentOf(language, 1, 5, 64));
});
