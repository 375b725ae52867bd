/** Names of curves where they end, at the right of a plot, kept apart and within it. */

import type { Look } from '../palette';
import styles from './charts.module.css';
import { usePlot } from './PlotFrame';

export interface Ending {
  readonly name: string;
  readonly look: Look;
  /** Of the curve, on a grid; nothing is named before there is one. */
  readonly values: ArrayLike<number> | null;
}

/** Of a grid, what a name is as long as, about. */
const PART = 0.08;

/** Pixels that a line of type needs. */
const LINE = 19;

/** Places of the lines, from above: each at its own, unless it would lie on the one before. */
function apart(wanted: readonly number[], top: number, bottom: number): number[] {
  const places: number[] = [];
  for (const y of wanted) places.push(Math.max(y, (places.at(-1) ?? top - LINE) + LINE));
  // Who is too low pushes the others up.
  let lowest = bottom;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i]!, lowest);
    lowest = places[i]! - LINE;
  }
  return places;
}

export function EndNames({ of }: { readonly of: readonly Ending[] }) {
  const plot = usePlot();
  if (plot === null) return null;
  const shown = of
    .flatMap(({ name, look, values }) => {
      if (values === null) return [];
      const end = values[values.length - 1]!;
      const before = values[Math.floor((1 - PART) * (values.length - 1))]!;
      // A curve that falls comes from above, and its name stands below.
      const at = plot.y(end) + (end < before ? LINE : -9);
      return Number.isFinite(end) ? [{ name, look, at }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const places = apart(
    shown.map(({ at }) => at),
    plot.top + 14,
    plot.top + plot.height - 6,
  );
  return shown.map(({ name, look }, i) => (
    <text
      key={name}
      className={styles.endName}
      x={plot.left + plot.width - 4}
      y={places[i]}
      textAnchor="end"
      style={{ fill: look.color }}
    >
      {name}
    </text>
  ));
}
