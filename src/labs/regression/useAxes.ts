/** The axes of the lab's charts, which follow the settings: what a person moved is painted first, the charts are laid out after. */

import { useDeferredValue, useMemo } from 'react';
import { niceCeiling, ticks } from '../../ui/charts/axis';
import type { Axis } from '../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../ui/charts/useKeptAxis';
import { adaptationAxes } from './adaptation/adaptation';
import type { RegressionSpec } from './fields';
import { useLabState } from './hooks';
import { taskInSight } from './lab';
import { blindErrors } from './tasks';

/** The settings of the run, a moment later. */
export const useSettledSpec = (): RegressionSpec => useDeferredValue(useLabState((s) => s.running));

/** Of plots of one task, the same for all contenders. */
export function useAdaptationAxes(): { readonly x: Axis; readonly y: Axis } {
  const spec = useSettledSpec();
  const high = useLabState((s) => taskInSight(s.running, s.view).high);
  const { x, y } = useMemo(() => adaptationAxes(spec, high), [spec, high]);
  return { x: useKeptAxis(x), y: useKeptAxis(y) };
}

/** Losses of every chart of the lab share this axis: a little above the zero predictor. */
export function useLossAxis(label: string): Axis {
  const { zero } = blindErrors(useSettledSpec());
  const domain = [0, niceCeiling(1.1 * zero)] as const;
  return useKeptAxis({ domain, ticks: ticks(domain, 5), label });
}
