import { useMemo } from 'react';
import type { Axis } from './plot';

/** The same axis as long as it says the same: a new one costs a layout of the chart. */
export function useKeptAxis(axis: Axis): Axis {
  const { label } = axis;
  const domain = axis.domain.join();
  const places = axis.ticks.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the axis is what these three say
  return useMemo(() => axis, [label, domain, places]);
}
