/** Names of the race's curves: beside the plot where they end, or, with an arrow, where they leave it below. */

import { type Ending, EndNames } from '../../ui/charts/EndNames';
import { usePlot } from '../../ui/charts/PlotFrame';
import { useType } from '../../ui/charts/type';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import styles from './optimizers.module.css';
import type { RacerName } from './racers';

export interface NamedCurve {
  readonly name: RacerName;
  /** Its name, where it has another. */
  readonly label?: string;
  /** log₁₀ of f after 0, 1, … steps. */
  readonly y: Float64Array;
}

/** Letters in the page's size of type, about, and a line of them. */
const LETTER = 0.48;
const LINE = 1.25;

/** The step at which a curve goes below for good; null if it ends in sight. */
export function leavesAt(y: Float64Array, bottom: number): number | null {
  const last = y.findLastIndex((value) => value >= bottom);
  if (last === y.length - 1) return null;
  if (last < 0) return 0;
  return last + Math.min(1, (y[last]! - bottom) / (y[last]! - y[last + 1]!));
}

interface RaceNamesProps {
  readonly curves: readonly NamedCurve[];
  /** Of the axis, as a logarithm. */
  readonly bottom: number;
}

export function RaceNames({ curves, bottom }: RaceNamesProps) {
  const { contenders } = useWords();
  const all = curves.map((curve) => ({ ...curve, at: leavesAt(curve.y, bottom) }));
  const endings = all.map(
    ({ name, label = contenders[name].label, y, at }): Ending => ({
      ...{ name: label, look: lookOf(name), values: at === null ? y : null },
    }),
  );
  return (
    <>
      <EndNames of={endings} beside />
      <Leaving
        of={all.flatMap(({ name, label, at }) => (at === null || label ? [] : [{ name, at }]))}
      />
    </>
  );
}

interface LeavingProps {
  readonly of: readonly { readonly name: RacerName; readonly at: number }[];
}

/** Each at the right of where its curve leaves, or above those that are in its way. */
function Leaving({ of }: LeavingProps) {
  const { contenders, optimizers } = useWords();
  const { leaves, knows } = optimizers.race;
  const plot = usePlot();
  const { name: rem } = useType();
  if (plot === null) return null;
  const [right, foot] = [plot.left + plot.width, plot.top + plot.height];
  const widthOf = (text: string) => text.length * LETTER * rem;
  /** The left ends of what stands on each line, from below. */
  const lines: number[] = [];
  const placed = of
    .toSorted((a, b) => b.at - a.at)
    .map(({ name, at }) => {
      const { label } = contenders[name];
      const from = plot.x(at) + 0.4 * rem;
      const whole = name === 'cg' ? say(leaves, { name: say(knows, { name: label }) }) : null;
      const text =
        whole !== null && from + widthOf(whole) < right ? whole : say(leaves, { name: label });
      const x = Math.min(from, right - widthOf(text));
      const free = lines.findIndex((left) => x + widthOf(text) + rem < left);
      const line = free < 0 ? lines.length : free;
      lines[line] = x;
      return { name, text, x, y: foot - (0.5 + line * LINE) * rem };
    });
  return placed.map(({ name, text, x, y }) => (
    <text key={name} className={styles.leaving} x={x} y={y} style={{ fill: lookOf(name).color }}>
      {text}
    </text>
  ));
}
