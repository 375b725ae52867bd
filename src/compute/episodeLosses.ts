/**
 * Losses of whole episodes: query points against support points, in the space that a network embeds them in.
 *
 * Both are a cross-entropy of scores that are products of embeddings, so value, gradient and tangent are products of
 * matrices too. A dot marks the derivative along a direction, as in layers.
 */

import { COSINE_SCALE, type EpisodeLoss } from './engine';
import type { LossPasses } from './lossPasses';
import type { Matrices, Tensors } from './tensors';
import { toUnit } from './unit';

/** Something of the support points, and of the query points. */
interface Parts<M> {
  readonly s: M;
  readonly q: M;
}

/** Scores of each query point, as a function of the embeddings of all points. */
interface Scores<M> {
  readonly value: M;
  /** Gradient with respect to the embeddings, from that with respect to the scores. */
  backward(dScores: M): Parts<M>;
  /** While the embeddings move. */
  tangent(zDot: Parts<M>): { readonly value: M; backward(dScores: M, dScoresDot: M): Parts<M> };
}

/** A score so far below that its share is nothing. */
const FAR = 1e4;

export function episodeLoss<M extends Matrices>(
  t: Tensors<M>,
  { name, support, ways }: EpisodeLoss,
): LossPasses<M> {
  const split = (m: M): Parts<M> => ({
    s: t.sliceRows(m, 0, support),
    q: t.sliceRows(m, support, m.rows - support),
  });
  const join = ({ s, q }: Parts<M>): M => t.concatRows([s, q]);
  const perPoint = (m: M, targets: M): M => t.scale(m, 1 / (targets.rows - support));
  switch (name) {
    case 'prototypical':
      return {
        value(z, targets) {
          const { value } = toPrototypes(t, split(z), split(targets).s, ways);
          return perPoint(t.crossEntropy(value, split(targets).q), targets);
        },
        backward(z, targets) {
          const scores = toPrototypes(t, split(z), split(targets).s, ways);
          const p = t.softmax(scores.value);
          const dScores = perPoint(t.subtract(p, split(targets).q), targets);
          return {
            dy: join(scores.backward(dScores)),
            tangent(zDot) {
              const dot = scores.tangent(split(zDot));
              return join(dot.backward(dScores, perPoint(t.softmaxSlope(p, dot.value), targets)));
            },
          };
        },
      };
    case 'matching': {
      /** A distribution over the support points of each query point's class, and scores without all others. */
      const within = (scores: M, targets: M) => {
        const { s, q } = split(targets);
        const same = t.matMul(q, s, { transposeB: true });
        const others = t.subtract(same, t.constant(same.rows, same.columns, 1));
        return {
          shares: t.scale(same, ways / support),
          masked: t.add(scores, t.scale(others, FAR)),
        };
      };
      return {
        // −log Σ_class e^score / Σ e^score, as the difference of two cross-entropies.
        value(z, targets) {
          const { value } = sharpened(t, cosines(t, split(z)));
          const { shares, masked } = within(value, targets);
          const all = t.crossEntropy(value, shares);
          return perPoint(t.subtract(all, t.crossEntropy(masked, shares)), targets);
        },
        backward(z, targets) {
          const scores = sharpened(t, cosines(t, split(z)));
          const p = t.softmax(scores.value);
          const pWithin = t.softmax(within(scores.value, targets).masked);
          const dScores = perPoint(t.subtract(p, pWithin), targets);
          return {
            dy: join(scores.backward(dScores)),
            tangent(zDot) {
              const dot = scores.tangent(split(zDot));
              const dScoresDot = t.subtract(
                t.softmaxSlope(p, dot.value),
                t.softmaxSlope(pWithin, dot.value),
              );
              return join(dot.backward(dScores, perPoint(dScoresDot, targets)));
            },
          };
        },
      };
    }
    default:
      return name satisfies never;
  }
}

/**
 * Minus squared distances to the mean support point c of each class, less what all classes of a query point share:
 * 2 z·c − ‖c‖², [tasks, query, ways].
 */
function toPrototypes<M extends Matrices>(
  t: Tensors<M>,
  { s, q }: Parts<M>,
  labels: M,
  ways: number,
): Scores<M> {
  const weights = t.scale(labels, ways / labels.rows);
  const ones = (rows: number): M => t.constant(rows, s.columns, 1);
  const c = t.matMul(weights, s, { transposeA: true });
  /** 2 a·b − `of b`, b's rows being classes. */
  const products = (a: M, b: M, squares: M): M =>
    t.matMul(t.scale(a, 2), b, { transposeB: true, plus: t.scale(squares, -1) });
  const squaresOf = (a: M, b: M): M => t.matMul(ones(1), t.multiply(a, b), { transposeB: true });
  /** Σ over query points, repeated in each column of a class's row. */
  const sums = (d: M): M => t.matMul(d, ones(q.rows), { transposeA: true });
  return {
    value: products(q, c, squaresOf(c, c)),
    backward(d) {
      const dc = t.subtract(t.matMul(d, q, { transposeA: true }), t.multiply(c, sums(d)));
      return { s: t.scale(t.matMul(weights, dc), 2), q: t.scale(t.matMul(d, c), 2) };
    },
    tangent(dot) {
      const cDot = t.matMul(weights, dot.s, { transposeA: true });
      const moved = products(dot.q, c, t.scale(squaresOf(c, cDot), 2));
      return {
        value: t.matMul(t.scale(q, 2), cDot, { transposeB: true, plus: moved }),
        backward(d, dDot) {
          const along = t.matMul(d, dot.q, { transposeA: true });
          const dcDot = t.subtract(
            t.matMul(dDot, q, { transposeA: true, plus: along }),
            t.add(t.multiply(cDot, sums(d)), t.multiply(c, sums(dDot))),
          );
          return {
            s: t.scale(t.matMul(weights, dcDot), 2),
            q: t.scale(t.matMul(dDot, c, { plus: t.matMul(d, cDot) }), 2),
          };
        },
      };
    },
  };
}

/** Scores times COSINE_SCALE. */
function sharpened<M extends Matrices>(t: Tensors<M>, scores: Scores<M>): Scores<M> {
  const times = (m: M): M => t.scale(m, COSINE_SCALE);
  return {
    value: times(scores.value),
    backward: (d) => scores.backward(times(d)),
    tangent(zDot) {
      const dot = scores.tangent(zDot);
      return {
        value: times(dot.value),
        backward: (d, dDot) => dot.backward(times(d), times(dDot)),
      };
    },
  };
}

/** Cosines of query and support points: [tasks, query, support]. */
function cosines<M extends Matrices>(t: Tensors<M>, z: Parts<M>): Scores<M> {
  const s = toUnit(t, z.s);
  const q = toUnit(t, z.q);
  return {
    value: t.matMul(q.value, s.value, { transposeB: true }),
    backward: (d) => ({
      s: s.backward(t.matMul(d, q.value, { transposeA: true })),
      q: q.backward(t.matMul(d, s.value)),
    }),
    tangent(dot) {
      const sDot = s.tangent(dot.s);
      const qDot = q.tangent(dot.q);
      const along = t.matMul(q.value, sDot.value, { transposeB: true });
      return {
        value: t.matMul(qDot.value, s.value, { transposeB: true, plus: along }),
        backward(d, dDot) {
          const alongS = t.matMul(d, qDot.value, { transposeA: true });
          const alongQ = t.matMul(d, sDot.value);
          return {
            s: sDot.backward(
              t.matMul(d, q.value, { transposeA: true }),
              t.matMul(dDot, q.value, { transposeA: true, plus: alongS }),
            ),
            q: qDot.backward(t.matMul(d, s.value), t.matMul(dDot, s.value, { plus: alongQ })),
          };
        },
      };
    },
  };
}
