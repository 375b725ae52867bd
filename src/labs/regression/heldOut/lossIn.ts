/** Losses over held-out tasks, of what is in sight. */

import type { Sight } from '../../kit/story/story';
import type { State } from '../lab';
import type { ContenderName } from '../methods';

/** The losses of a contender after 0 … K steps, where they were measured on all tasks; null where not, or not to be counted. */
export function curveIn(
  { lab, iteration, training }: Sight<State>,
  name: ContenderName,
  average: 'mean' | 'median' = 'mean',
): Float64Array | null {
  const { evaluate } = lab.answers;
  // At rest, those of an earlier meta-iteration are about to be replaced.
  const holds =
    evaluate?.complete && (training || evaluate.iteration === (lab.lookBack ?? iteration));
  return (holds ? evaluate.curves[name]?.[average] : undefined) ?? null;
}

/** The mean loss after some steps; null as above. */
export function lossIn(now: Sight<State>, name: ContenderName, step: number): number | null {
  const mean = curveIn(now, name);
  const loss = mean?.[Math.min(step, mean.length - 1)];
  return loss !== undefined && Number.isFinite(loss) ? loss : null;
}
