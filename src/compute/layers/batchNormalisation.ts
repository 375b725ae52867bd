/**
 * y = γ ∘ u + β with u = s ∘ (x − mean x), s = 1 / √(var x + ε): statistics of each column over the rows of a task's batch.
 *
 * Ioffe and Szegedy 2015, arXiv 1502.03167, algorithm 1, without running averages. With a bar for the mean over rows,
 * a small move ẋ gives u̇ = B(ẋ), B(z) = s ∘ (z − z̄ − u ∘ mean(u ∘ z)), and B is symmetric, so dx = B(γ ∘ dy).
 * Its tangent follows with ṡ = −s² mean(u ∘ ẋ).
 */

import { NORMALISATION_EPSILON } from '../../networks/network';
import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

/** @param rectified whether a ReLU follows, y = max(γ ∘ u + β, 0): it costs no pass over memory of its own */
export function batchNormalisationLayer<M extends Matrices>(
  t: Tensors<M>,
  rectified: boolean,
): Layer<M> {
  const { add, blend, multiply, scale, subtract } = t;
  const minus = (a: M): M => scale(a, -1);
  return {
    forward([gains, shifts], x) {
      const gamma = gains!;
      const { u, scales: s, y } = t.normalise(x, gamma, shifts!, NORMALISATION_EPSILON, rectified);
      const above = rectified ? y : undefined;
      const gain = multiply(s, gamma);
      const perRow = 1 / x.rows;
      /** What passes the ReLU of a, with sums and means over rows, of that and of u ∘ that. */
      const statisticsOf = (a: M) => {
        const { d, sums, products } = t.sumsWith(a, u, above);
        return { d, sums, products, plain: scale(sums, perRow), withU: scale(products, perRow) };
      };
      const ofDy = onceFor((dy: M) => statisticsOf(dy));
      return {
        y,
        inputGradient(dy) {
          const { d, plain, withU } = ofDy(dy);
          const terms = [
            [gain, d],
            [minus(multiply(gain, withU)), u],
          ] as const;
          return blend(terms, minus(multiply(gain, plain)));
        },
        parameterGradients(dy) {
          const { sums, products } = ofDy(dy);
          return [products, sums];
        },

        tangent([gainsDot, shiftsDot], xDot) {
          const gammaDot = gainsDot!;
          const gainDot = multiply(s, gammaDot);
          /** u̇, and m = mean(u ∘ ẋ). */
          const moved = xDot === null ? null : moveOf(xDot);
          function moveOf(x1: M): { uDot: M; m: M } {
            const { sums, products } = t.sumsWith(x1, u);
            const m = scale(products, perRow);
            const terms = [
              [s, x1],
              [minus(multiply(s, m)), u],
            ] as const;
            return { uDot: blend(terms, scale(multiply(s, sums), -perRow)), m };
          }
          const ofDyDot = onceFor((dyDot: M) => statisticsOf(dyDot));
          const sumWithUDot = onceFor((dy: M) => t.sumProducts(moved!.uDot, ofDy(dy).d));
          const along = [gammaDot, u] as const;
          return {
            yDot: blend(moved === null ? [along] : [along, [gamma, moved.uDot]], shiftsDot!, above),

            inputGradient(dy, dyDot) {
              const of = ofDy(dy);
              const dot = ofDyDot(dyDot);
              // B(ġ) with ġ = γ̇ ∘ dy + γ ∘ dẏ.
              const ofU = minus(add(multiply(gainDot, of.withU), multiply(gain, dot.withU)));
              const rest = minus(add(multiply(gainDot, of.plain), multiply(gain, dot.plain)));
              if (moved === null) {
                return blend(
                  [
                    [gainDot, of.d],
                    [gain, dot.d],
                    [ofU, u],
                  ],
                  rest,
                );
              }
              // What else moves B(g), g = γ ∘ dy: −s m B(g) − s ∘ (u̇ mean(u ∘ g) + u mean(u̇ ∘ g)).
              const smGain = multiply(multiply(s, moved.m), gain);
              const ofUDot = multiply(gain, of.withU);
              const withUDot = scale(sumWithUDot(dy), perRow);
              const u1 = subtract(multiply(smGain, of.withU), multiply(gain, withUDot));
              return blend(
                [
                  [subtract(gainDot, smGain), of.d],
                  [gain, dot.d],
                  [add(ofU, u1), u],
                  [minus(ofUDot), moved.uDot],
                ],
                add(rest, multiply(smGain, of.plain)),
              );
            },

            parameterGradients(dy, dyDot) {
              const { sums, products } = ofDyDot(dyDot);
              return [moved === null ? products : add(products, sumWithUDot(dy)), sums];
            },
          };
        },
      };
    },
  };
}

/** `compute`, but run anew only for another argument than the last. */
function onceFor<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  let last: { readonly argument: A; readonly result: R } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: compute(argument) };
    return last.result;
  };
}
