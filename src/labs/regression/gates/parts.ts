/** What a step of the meta-learner LSTM is made of: Δθ = (f − 1) ∘ θ − i ∘ g, decay and descent, layer by layer. */

import type { Layer } from './statistics';

/** Euclidean lengths over the weights of a layer, each the mean over tasks. */
export interface Parts {
  readonly decay: number;
  readonly descent: number;
}

interface Taken {
  /** [tasks, 2 P]. */
  readonly gates: Float32Array;
  /** The weights before the step, [tasks or 1, P]. */
  readonly theta: Float32Array;
  /** [tasks, P]. */
  readonly gradient: Float32Array;
}

/** Both lengths, summed over tasks. */
export function lengthsOf(
  { gates, theta, gradient }: Taken,
  parameterCount: number,
  { from, size }: Layer,
): Parts {
  let [decay, descent] = [0, 0];
  for (let row = 0; row < gradient.length; row += parameterCount) {
    // One row of weights serves every task.
    const weights = theta.length === parameterCount ? 0 : row;
    let [ofDecay, ofDescent] = [0, 0];
    for (let i = from; i < from + size; i++) {
      const lost = 1 - gates[2 * row + parameterCount + i]!;
      ofDecay += (lost * theta[weights + i]!) ** 2;
      ofDescent += (gates[2 * row + i]! * gradient[row + i]!) ** 2;
    }
    decay += Math.sqrt(ofDecay);
    descent += Math.sqrt(ofDescent);
  }
  return { decay, descent };
}

/** The part of decay in both together, from 0 to 1; 0 of a step that is nothing. */
export const decayIn = ({ decay, descent }: Parts): number =>
  decay + descent === 0 ? 0 : decay / (decay + descent);

/** Where decay has the largest part: by its places in [layer][step]. */
export function mostDecay(parts: readonly (readonly Parts[])[]) {
  const all = parts.flatMap((steps, layer) =>
    steps.map((of, k) => ({ layer, k, share: decayIn(of) })),
  );
  return all.reduce((most, each) => (each.share > most.share ? each : most));
}
