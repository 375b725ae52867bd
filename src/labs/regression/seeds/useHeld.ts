/** The seeds of the lab in sight, as React sees them. */

import { useStore } from 'zustand';
import { useLab } from '../hooks';
import type { RegressionLab } from '../lab';
import { Held, type HeldState } from './held';

const all = new WeakMap<RegressionLab, Held>();

export function heldOf(lab: RegressionLab): Held {
  const held = all.get(lab) ?? new Held(lab);
  all.set(lab, held);
  return held;
}

export function useHeld(): { readonly held: Held; readonly state: HeldState } {
  const held = heldOf(useLab());
  return { held, state: useStore(held.store) };
}
