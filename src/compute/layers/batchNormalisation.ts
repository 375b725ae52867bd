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

export function batchNormalisationLayer<M extends Matrices>(t: Tensors<M>): Layer<M> {
  const { add, blend, multiply, scale, subtract } = t;
  const minus = (a: M): M => scale(a, -1);
  return {
    forward([gains, shifts], x) {
      const gamma = gains!;
      const { values: u, scales: s } = t.standardise(x, NORMALISATION_EPSILON);
      const gain = multiply(s, gamma);
      const perRow = 1 / x.rows;
      /** Means over rows, of a and of u ∘ a. */
      const meansOf = (a: M) => ({
        plain: scale(t.sumRows(a), perRow),
        withU: scale(t.sumProducts(u, a), perRow),
      });
      const meansOfDy = onceFor(meansOf);
      return {
        y: blend([[gamma, u]], shifts!),
        inputGradient(dy) {
          const { plain, withU } = meansOfDy(dy);
          const terms = [
            [gain, dy],
            [minus(multiply(gain, withU)), u],
          ] as const;
          return blend(terms, minus(multiply(gain, plain)));
        },
        parameterGradients(dy) {
          const { plain, withU } = meansOfDy(dy);
          return [scale(withU, x.rows), scale(plain, x.rows)];
        },

        tangent([gainsDot, shiftsDot], xDot) {
          const gammaDot = gainsDot!;
          const gainDot = multiply(s, gammaDot);
          /** u̇, and m = mean(u ∘ ẋ). */
          const moved = xDot === null ? null : moveOf(xDot);
          function moveOf(x1: M): { uDot: M; m: M } {
            const { plain, withU } = meansOf(x1);
            const terms = [
              [s, x1],
              [minus(multiply(s, withU)), u],
            ] as const;
            return { uDot: blend(terms, minus(multiply(s, plain))), m: withU };
          }
          const meansOfDyDot = onceFor(meansOf);
          const meanWithUDot = onceFor((dy: M) => scale(t.sumProducts(moved!.uDot, dy), perRow));
          const along = [gammaDot, u] as const;
          return {
            yDot: blend(moved === null ? [along] : [along, [gamma, moved.uDot]], shiftsDot!),

            inputGradient(dy, dyDot) {
              const of = meansOfDy(dy);
              const dot = meansOfDyDot(dyDot);
              // B(ġ) with ġ = γ̇ ∘ dy + γ ∘ dẏ.
              const ofU = minus(add(multiply(gainDot, of.withU), multiply(gain, dot.withU)));
              const rest = minus(add(multiply(gainDot, of.plain), multiply(gain, dot.plain)));
              if (moved === null) {
                return blend(
                  [
                    [gainDot, dy],
                    [gain, dyDot],
                    [ofU, u],
                  ],
                  rest,
                );
              }
              // What else moves B(g), g = γ ∘ dy: −s m B(g) − s ∘ (u̇ mean(u ∘ g) + u mean(u̇ ∘ g)).
              const smGain = multiply(multiply(s, moved.m), gain);
              const ofUDot = multiply(gain, of.withU);
              const u1 = subtract(multiply(smGain, of.withU), multiply(gain, meanWithUDot(dy)));
              return blend(
                [
                  [subtract(gainDot, smGain), dy],
                  [gain, dyDot],
                  [add(ofU, u1), u],
                  [minus(ofUDot), moved.uDot],
                ],
                add(rest, multiply(smGain, of.plain)),
              );
            },

            parameterGradients(dy, dyDot) {
              const { plain, withU } = meansOfDyDot(dyDot);
              const all = moved === null ? withU : add(withU, meanWithUDot(dy));
              return [scale(all, x.rows), scale(plain, x.rows)];
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
