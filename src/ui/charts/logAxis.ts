/** Axes of logarithms: charts draw log₁₀ of what they show, and their ticks say what it was. */

import { superscript } from '../../words/digits';
import type { Axis } from './PlotFrame';

/** 10ᵏ in a form that people read at a glance. */
export function powerOfTen(exponent: number): string {
  if (!Number.isInteger(exponent)) return '';
  if (exponent >= -2 && exponent <= 3) return String(10 ** exponent);
  return `10${superscript(exponent)}`;
}

/** An axis over 10^low … 10^high with a tick at every power, or at every few. */
export function logAxis(low: number, high: number, label: string, most = 6): Axis {
  const [first, last] = [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)];
  const step = Math.ceil((last - first) / most);
  const ticks: number[] = [];
  for (let k = Math.ceil(first / step) * step; k <= last; k += step) ticks.push(k);
  return { domain: [first, last], ticks, label, format: powerOfTen, logarithmic: true };
}

export const log10 = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values, (v) => Math.log10(v));
