/** What only this chart has: rings of published figures, and a line that the first sighting cannot be above. */

import { usePlot } from '../../../ui/charts/PlotFrame';
import { useType } from '../../../ui/charts/type';
import styles from '../stream/stream.module.css';

interface RingsProps {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly color: string;
}

export function Rings({ x, y, color }: RingsProps) {
  const plot = usePlot();
  const { rem } = useType();
  if (plot === null) return null;
  return (
    <g data-part="published">
      {x.map((value, i) => (
        <circle
          key={value}
          cx={plot.x(value)}
          cy={plot.y(y[i]!)}
          r={0.27 * rem}
          fill="var(--paper)"
          stroke={color}
          strokeWidth={0.1 * rem}
        />
      ))}
    </g>
  );
}

/** Beside the first sighting, as far as the name of the line is from it. */
const REACH = 0.09;

export function Ceiling({ y, label }: { readonly y: number; readonly label: string }) {
  const plot = usePlot();
  const { tick } = useType();
  if (plot === null) return null;
  const at = plot.y(y);
  const end = plot.left + REACH * plot.width;
  return (
    <g data-part="ceiling">
      <line
        x1={plot.left - 4}
        x2={end}
        y1={at}
        y2={at}
        stroke="var(--ink)"
        strokeWidth={tick / 8}
      />
      <text className={styles.rule} x={end + 4} y={at + tick / 3} style={{ fontSize: tick }}>
        {label}
      </text>
    </g>
  );
}
