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
  const { add, blend, multiply, scale } = t;
  /** Statistics are two rows, of z and of u ∘ z, so that what is done to both is done once. */
  const rowsOf = (statistics: M): [plain: M, withU: M] => [
    t.sliceRows(statistics, 0, 1),
    t.sliceRows(statistics, 1, 1),
  ];
  return {
    forward([gains, shifts], x) {
      const gamma = gains!;
      const { u, scales: s, y } = t.normalise(x, gamma, shifts!, NORMALISATION_EPSILON, rectified);
      const above = rectified ? y : undefined;
      const gain = multiply(s, gamma);
      const perRow = 1 / x.rows;
      /** What of a passes the ReLU, with its sums, and its means with a minus: in B they are taken off. */
      const statisticsOf = (a: M) => {
        const { d, sums } = t.sumsWith(a, u, above);
        return { d, sums, off: scale(sums, -perRow) };
      };
      const ofDy = onceFor(statisticsOf);
      return {
        y,
        inputGradient(dy) {
          const { d, off } = ofDy(dy);
          const [rest, ofU] = rowsOf(multiply(off, gain));
          const terms = [
            [gain, d],
            [ofU, u],
          ] as const;
          return blend(terms, rest);
        },
        parameterGradients(dy) {
          const [plain, withU] = rowsOf(ofDy(dy).sums);
          return [withU, plain];
        },

        tangent([gainsDot, shiftsDot], xDot) {
          const gammaDot = gainsDot!;
          const gainDot = multiply(s, gammaDot);
          const moved = xDot === null ? null : moveOf(xDot);
          /** u̇ = B(ẋ), and −mean(u ∘ ẋ). */
          function moveOf(x1: M): { uDot: M; off: M } {
            const off = scale(t.sumsWith(x1, u).sums, -perRow);
            const [rest, ofU] = rowsOf(multiply(off, s));
            const terms = [
              [s, x1],
              [ofU, u],
            ] as const;
            return { uDot: blend(terms, rest), off: rowsOf(off)[1] };
          }
          const ofDyDot = onceFor(statisticsOf);
          const sumWithUDot = onceFor((dy: M) => t.sumProducts(moved!.uDot, ofDy(dy).d));
          const along = [gammaDot, u] as const;
          return {
            yDot: blend(moved === null ? [along] : [along, [gamma, moved.uDot]], shiftsDot!, above),

            inputGradient(dy, dyDot) {
              const of = ofDy(dy);
              const dot = ofDyDot(dyDot);
              // B(ġ) with ġ = γ̇ ∘ dy + γ ∘ dẏ.
              const straight = add(multiply(of.off, gainDot), multiply(dot.off, gain));
              if (moved === null) {
                const [rest, ofU] = rowsOf(straight);
                return blend(
                  [
                    [gainDot, of.d],
                    [gain, dot.d],
                    [ofU, u],
                  ],
                  rest,
                );
              }
              // What else moves B(g), g = γ ∘ dy: −s m B(g) − s ∘ (u̇ mean(u ∘ g) + u mean(u̇ ∘ g)), m = mean(u ∘ ẋ).
              const slowed = multiply(multiply(s, moved.off), gain);
              const [rest, ofU] = rowsOf(add(straight, multiply(of.off, slowed)));
              const offUDot = multiply(scale(sumWithUDot(dy), -perRow), gain);
              return blend(
                [
                  [add(gainDot, slowed), of.d],
                  [gain, dot.d],
                  [add(ofU, offUDot), u],
                  [multiply(rowsOf(of.off)[1], gain), moved.uDot],
                ],
                rest,
              );
            },

            parameterGradients(dy, dyDot) {
              const [plain, withU] = rowsOf(ofDyDot(dyDot).sums);
              return [moved === null ? withU : add(withU, sumWithUDot(dy)), plain];
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
