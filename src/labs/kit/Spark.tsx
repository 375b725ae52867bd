/** What was learned so far, as small as a line: over the moments that one can look back to. */

import { iterations, means } from '../../session/series';
import type { Look } from '../../ui/palette';
import { useRunState } from './context';
import parts from './parts.module.css';
import { useSeries } from './useSeries';

export interface SparkProps {
  readonly curves: readonly {
    /** Of the run's rows. */
    readonly column: string;
    readonly look: Look;
  }[];
  /** From what was recorded to what is drawn: a logarithm, say. */
  readonly shown?: (value: number) => number;
}

const WIDTH = 100;
const HEIGHT = 20;

/** The values of a curve at these places, each the nearest one before. */
function valuesAt(places: readonly number[], at: readonly number[], values: readonly number[]) {
  let i = 0;
  return places.map((place) => {
    while (i + 1 < at.length && at[i + 1]! <= place) i += 1;
    return values[i] ?? Number.NaN;
  });
}

export function Spark({ curves, shown = (value) => value }: SparkProps) {
  const series = useSeries();
  const kept = useRunState((s) => s.kept);
  const iteration = useRunState((s) => s.iteration);
  // As the slider that it lies behind: every kept moment has a stop, and now the last.
  const places = [...kept.map((s) => s.iteration).filter((at) => at < iteration), iteration];
  const at = iterations(series);
  const all = curves.map(({ column }) => valuesAt(places, at, means(series, column).map(shown)));
  const finite = all.flat().filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const x = (i: number) => ((WIDTH * i) / (places.length - 1)).toFixed(1);
  const y = (value: number) => (HEIGHT * (1 - (value - low) / (high - low || 1))).toFixed(1);
  return (
    <svg
      className={parts.spark}
      data-strip
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {curves.map(({ column, look }, c) => {
        const d = all[c]!.flatMap((value, i) =>
          Number.isFinite(value) ? `${x(i)} ${y(value)}` : [],
        );
        if (d.length < 2) return null;
        return (
          <path
            key={column}
            d={`M${d.join('L')}`}
            stroke={look.color}
            strokeDasharray={look.dash}
            fill="none"
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
