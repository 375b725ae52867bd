/** Names of curves where they end, at the right of a plot or beside it, kept apart and within its height. */

import type { Look } from '../palette';
import styles from './charts.module.css';
import { usePlot } from './PlotFrame';
import { useType } from './type';

export interface Ending {
  readonly name: string;
  readonly look: Look;
  /** Of the curve, on a grid; nothing is named before there is one. */
  readonly values: ArrayLike<number> | null;
}

/** Of a grid, what a name is as long as, about. */
const PART = 0.08;

/** What a line of names needs, in their size. */
const LINE = 1.27;

/** Places of the lines, from above: each at its own, unless it would lie on the one before. */
function apart(wanted: readonly number[], top: number, bottom: number, line: number): number[] {
  const places: number[] = [];
  for (const y of wanted) places.push(Math.max(y, (places.at(-1) ?? top - line) + line));
  // Who is too low pushes the others up.
  let lowest = bottom;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i]!, lowest);
    lowest = places[i]! - line;
  }
  return places;
}

interface EndNamesProps {
  readonly of: readonly Ending[];
  /** Whether the frame has room for them beside the plot. */
  readonly beside?: boolean;
}

export function EndNames({ of, beside = false }: EndNamesProps) {
  const plot = usePlot();
  const { name: size } = useType();
  const line = LINE * size;
  if (plot === null) return null;
  const shown = of
    .flatMap(({ name, look, values }) => {
      if (values === null) return [];
      const end = values[values.length - 1]!;
      const before = values[Math.floor((1 - PART) * (values.length - 1))]!;
      // Within the plot a curve that falls comes from above, and its name stands below.
      const at = plot.y(end) + (beside ? line / 4 : end < before ? line : -0.4 * size);
      return Number.isFinite(end) ? [{ name, look, at }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const places = apart(
    shown.map(({ at }) => at),
    plot.top + (beside ? 4 : 14),
    plot.top + plot.height - 6,
    line,
  );
  const right = plot.left + plot.width;
  return shown.map(({ name, look }, i) => (
    <text
      key={name}
      className={styles.endName}
      data-beside={beside || undefined}
      x={beside ? right + 6 : right - 4}
      y={places[i]}
      textAnchor={beside ? 'start' : 'end'}
      style={{ fill: look.color }}
    >
      {name}
    </text>
  ));
}
