/** The run's recorded curves, as often as they need to be drawn. */

import { useEffect, useState } from 'react';
import type { Series } from '../../session/series';
import { useAnyLab } from './context';

/** Milliseconds between two drawings of the streamed curves. */
const DRAW_INTERVAL = 250;

export function useSeries(): Series {
  const { store } = useAnyLab().run;
  const [series, setSeries] = useState(store.getState().series);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      timer = undefined;
      setSeries(store.getState().series);
    };
    draw();
    const unsubscribe = store.subscribe((now, before) => {
      if (now.series === before.series) return;
      // A new run is drawn at once.
      if (now.series.bins.length < before.series.bins.length / 2) draw();
      else timer ??= setTimeout(draw, DRAW_INTERVAL);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
  return series;
}
