/** A function of two variables as contours, in ink on the page's paper: four a decade, stronger at powers of ten. */

import { contours } from 'd3-contour';
import { useMemo } from 'react';
import styles from './charts.module.css';
import { usePlot } from './PlotFrame';

const COLUMNS = 128;
const ROWS = 96;
/** The least contour, by its logarithm, and contours in a decade. */
const LEAST = -1;
const A_DECADE = 4;

interface ContoursProps {
  /** Nowhere negative, but for rounding. */
  readonly value: (x: number, y: number) => number;
}

export function Contours({ value }: ContoursProps) {
  const plot = usePlot();
  const { left, top, width, height } = plot ?? { left: 0, top: 0, width: 0, height: 0 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scales change with the area alone
  const paths = useMemo(() => {
    if (plot === null) return [];
    // One column and row beyond each edge, so that contours are closed out of sight.
    const xOf = (i: number) => left + ((i - 1.5) / (COLUMNS - 3)) * width;
    const yOf = (j: number) => top + ((j - 1.5) / (ROWS - 3)) * height;
    const xs = Array.from({ length: COLUMNS }, (_, i) => plot.xAt(xOf(i + 0.5)));
    const ys = Array.from({ length: ROWS }, (_, j) => plot.yAt(yOf(j + 0.5)));
    // About a minimum the root of f is a cone: nearly straight from one place to the next.
    const roots = ys.flatMap((y) => xs.map((x) => Math.sqrt(Math.max(value(x, y), 0))));
    const greatest = 2 * Math.log10(roots.reduce((a, b) => Math.max(a, b)));
    const count = Math.max(0, Math.ceil(A_DECADE * (greatest - LEAST)));
    const levels = Array.from({ length: count }, (_, k) => 10 ** ((LEAST + k / A_DECADE) / 2));
    const at = (point: number[]) => `${xOf(point[0]!).toFixed(1)} ${yOf(point[1]!).toFixed(1)}`;
    return contours()
      .size([COLUMNS, ROWS])
      .thresholds(levels)(roots)
      .map(({ coordinates }) =>
        coordinates.flatMap((rings) => rings.map((ring) => `M${ring.map(at).join('L')}Z`)).join(''),
      );
  }, [value, left, top, width, height]);
  return (
    <g className={styles.contours}>
      {paths.map((d, k) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          key={k}
          className={styles.stroke}
          d={d}
          data-decade={k % A_DECADE === 0 || undefined}
        />
      ))}
    </g>
  );
}
