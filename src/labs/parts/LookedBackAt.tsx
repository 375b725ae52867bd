/** The axis of meta-iterations, and the mark of the one that a person looks back to. */

import { ticks } from '../../ui/charts/axis';
import { VerticalRule } from '../../ui/charts/layers';
import type { Axis } from '../../ui/charts/PlotFrame';
import { useCore } from './context';

/** @param count ticks, about: a narrow chart has room for few */
export function iterationAxis(end: number, count = 8): Axis {
  const domain = [0, end] as const;
  const format = (value: number) => value.toLocaleString('en');
  return { domain, ticks: ticks(domain, count), label: 'meta-iteration', format };
}

export function LookedBackAt() {
  const lookBack = useCore((s) => s.lookBack);
  return lookBack === null ? null : <VerticalRule x={lookBack} />;
}
