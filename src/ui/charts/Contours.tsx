/** A function of two variables, as filled contours of its logarithm. */

import { contours } from 'd3-contour';
import { useMemo } from 'react';
import { usePlot } from './PlotFrame';

const COLUMNS = 96;
const ROWS = 72;
const LEVELS = 13;

interface ContoursProps {
  readonly value: (x: number, y: number) => number;
}

export function Contours({ value }: ContoursProps) {
  const plot = usePlot();
  const { left, top, width, height } = plot ?? { left: 0, top: 0, width: 0, height: 0 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scales change with the area alone
  const paths = useMemo(() => {
    if (plot === null) return [];
    const values: number[] = [];
    for (let j = 0; j < ROWS; j++) {
      for (let i = 0; i < COLUMNS; i++) {
        const x = plot.xAt(left + ((i + 0.5) / COLUMNS) * width);
        const y = plot.yAt(top + ((j + 0.5) / ROWS) * height);
        values.push(Math.log(value(x, y) + 0.1));
      }
    }
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const levels = Array.from({ length: LEVELS }, (_, k) => low + (k / LEVELS) * (high - low));
    const at = (point: number[]) =>
      `${(left + (point[0]! / COLUMNS) * width).toFixed(1)} ${(top + (point[1]! / ROWS) * height).toFixed(1)}`;
    return contours()
      .size([COLUMNS, ROWS])
      .thresholds(levels)(values)
      .map(({ coordinates }) =>
        coordinates.flatMap((rings) => rings.map((ring) => `M${ring.map(at).join('L')}Z`)).join(''),
      );
  }, [value, left, top, width, height]);
  return (
    <g>
      {paths.map((d, k) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          key={k}
          d={d}
          fill="var(--ink)"
          fillOpacity={0.014}
          stroke="var(--line)"
          strokeWidth={0.6}
          fillRule="evenodd"
        />
      ))}
    </g>
  );
}
