/**
 * MAML with other ways to carry v back through a step, for who learns it: one is right, the others are what one might take
 * for it. They stand in no registry.
 */

import { carrying, maml } from './maml';

export const carried = {
  /** MAML: v − αHv. */
  minus: maml,
  /** First-order MAML: v stays. */
  same: carrying((_engine, v) => v),
  /** The wrong sign: v + αHv. */
  plus: carrying((engine, v, product, rate) => engine.addScaled(v, rate, product())),
  /** The Hessian-vector product alone: Hv. */
  product: carrying((_engine, _v, product) => product()),
} as const;

export type CarriedName = keyof typeof carried;
