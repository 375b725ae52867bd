/**
 * A language whose best readers are formulas: documents are Markov chains over a few syllables, and each document has
 * transition probabilities of its own about those of the language.
 *
 * The language is a matrix M, its rows from Dirichlet(ρ, …, ρ). Row a of a document's matrix is drawn from Dirichlet(κ M_a).
 * Without knowing the document, M_ab is the best prediction of b after a. With what was read of it, n_ab times b after a and
 * n_a times a at all, it is the mean of the posterior, (n_ab + κ M_ab) / (n_a + κ): Dirichlet is conjugate.
 */

import { type Stream, stream } from '../../math/rng';

export interface Language {
  /** How many syllables there are. */
  readonly size: number;
  /** κ: the larger, the more alike documents are. */
  readonly likeness: number;
  /** M, by rows. */
  readonly rows: readonly Float64Array[];
}

/** ρ: below 1, few syllables follow each. */
const PEAKED = 0.25;

export function languageOf(seed: number, size = 16, likeness = 6): Language {
  const random = stream(seed, 'language');
  const even = new Float64Array(size).fill(PEAKED);
  return { size, likeness, rows: Array.from({ length: size }, () => dirichlet(random, even)) };
}

/** The syllables of a document, as numbers. */
export function documentOf(
  { size, likeness, rows }: Language,
  seed: number,
  number: number,
  length: number,
): Uint8Array {
  const random = stream(seed, 'document', number);
  const own = rows.map((row) =>
    dirichlet(
      random,
      row.map((share) => likeness * share),
    ),
  );
  const text = new Uint8Array(length);
  text[0] = random.integer(size);
  for (let t = 1; t < length; t++) text[t] = drawn(random, own[text[t - 1]!]!);
  return text;
}

/**
 * What who counts gains on who does not, token by token, in nats: the logarithm of the ratio of what both gave to the token
 * before it was read. At each border of a document the counts begin anew.
 *
 * @returns as many numbers as there are tokens; 0 for the first of each document, which nothing goes before
 */
export function gains(language: Language, documents: readonly Uint8Array[]): Float64Array {
  const all: number[] = [];
  for (const text of documents) {
    const reader = readerOf(language);
    all.push(0);
    for (let t = 1; t < text.length; t++) {
      const [a, b] = [text[t - 1]!, text[t]!];
      all.push(Math.log(reader.expects(a, b) / language.rows[a]![b]!));
      reader.reads(a, b);
    }
  }
  return Float64Array.from(all);
}

/** Who counts what follows what. */
export function readerOf({ size, likeness, rows }: Language) {
  const counts = rows.map(() => new Float64Array(size));
  const totals = new Float64Array(size);
  return {
    /** The probability that b is next after a. */
    expects: (a: number, b: number): number =>
      (counts[a]![b]! + likeness * rows[a]![b]!) / (totals[a]! + likeness),
    reads(a: number, b: number): void {
      counts[a]![b]! += 1;
      totals[a]! += 1;
    },
  };
}

/** A draw from Gamma(shape, 1) as a logarithm: of small shapes most are too small for a number. Marsaglia and Tsang 2000. */
function logGamma(random: Stream, shape: number): number {
  // Their section 6: one of shape + 1, times a uniform number to the power of 1 / shape.
  if (shape < 1) return logGamma(random, shape + 1) + Math.log(1 - random.uniform()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random.uniform()) < (x * x) / 2 + d * (1 - v + Math.log(v))) {
      return Math.log(d * v);
    }
  }
}

/** A draw from Dirichlet(shapes). */
export function dirichlet(random: Stream, shapes: Float64Array): Float64Array {
  const logs = shapes.map((shape) =>
    shape > 0 ? logGamma(random, shape) : Number.NEGATIVE_INFINITY,
  );
  const most = Math.max(...logs);
  const parts = logs.map((log) => Math.exp(log - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

function drawn(random: Stream, shares: Float64Array): number {
  let left = random.uniform();
  for (let b = 0; b < shares.length; b++) {
    left -= shares[b]!;
    if (left < 0) return b;
  }
  // Rounding left a little: the last that can be.
  return shares.findLastIndex((share) => share > 0);
}
