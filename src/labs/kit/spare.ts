/** How many workers a run may have. */

import { engines } from '../../compute/catalogue';
import type { EngineName } from '../../compute/engine';

const MOST = 8;
/** A phone gets hot, and slower for it. */
const MOST_ON_PHONE = 2;

/** @param wanted a number, or `auto`: all cores but one for the page, both of two */
export function sparedFor(wanted: string, engine: EngineName): number {
  // There is one graphics device, and who does not look needs no haste.
  if (engines[engine].graphics || document.hidden) return 1;
  if (wanted !== 'auto') return Number(wanted);
  const cores = navigator.hardwareConcurrency ?? 1;
  if (cores < 2) return 1;
  const most = matchMedia('(pointer: coarse)').matches ? MOST_ON_PHONE : MOST;
  return Math.min(most, cores > 2 ? cores - 1 : cores);
}
