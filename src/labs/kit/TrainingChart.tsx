/** Curves of a training over its meta-iterations, as they come. */

import { Fragment, type ReactNode, useMemo } from 'react';
import { iterations, means, type Series } from '../../session/series';
import { niceCeiling, ticks } from '../../ui/charts/axis';
import { Figure } from '../../ui/charts/Figure';
import { Beyond, Clip, Curve, VerticalRule } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../ui/charts/useKeptAxis';
import type { Look } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { sayNumber } from '../../words/format';
import { useShared } from './context';
import { useSeries } from './useSeries';

export interface TrainingCurve {
  /** The column of the run's rows. */
  readonly column: string;
  /** In the data table. */
  readonly label: string;
  readonly look: Look;
  readonly width?: number;
}

export interface Over {
  readonly label: string;
  /** Where a column's values lie; null while that is not known. */
  places(column: string, series: Series): readonly number[] | null;
}

interface TrainingChartProps {
  readonly title: string;
  readonly note: ReactNode;
  readonly curves: readonly TrainingCurve[];
  /** From what was recorded to what is drawn and tabulated: a logarithm, per cent. */
  readonly shown?: (value: number) => number;
  readonly tabled?: (shown: number) => number;
  /** The axis for what is drawn. */
  readonly axis: (columns: readonly (readonly number[])[]) => Axis;
  /** Ticks, about: a narrow chart has room for few. */
  readonly ticks?: number;
  /** Whether the run began with trained weights. */
  readonly trained?: boolean;
  /** See `PlotFrame`. */
  readonly room?: number;
  /** What is drawn behind the curves, whatever they run over. */
  readonly behind?: ReactNode;
  /** Where the curves run over something else than meta-iterations. */
  readonly over?: Over | null;
  /** What is drawn beside the curves, where they run over meta-iterations. */
  readonly marks?: (at: readonly number[], columns: readonly (readonly number[])[]) => ReactNode;
}

const same = (value: number): number => value;

export function TrainingChart(props: TrainingChartProps) {
  const { title, note, curves, shown = same, tabled = same, axis, ticks: count = 8 } = props;
  const { trained = false, room = 0, over = null, behind, marks } = props;
  const { page } = useWords().frame;
  const series = useSeries();
  const at = iterations(series);
  const places = curves.map(({ column }) => (over === null ? at : over.places(column, series)));
  const last = Math.max(0, ...places.map((of) => of?.at(-1) ?? 0));
  // Ends at round numbers, so that the axis changes rarely.
  const end = over === null ? Math.max(100, niceCeiling(1.02 * last)) : niceCeiling(1.02 * last);
  const label = over?.label ?? page.metaIteration;
  const x = useMemo(
    (): Axis => ({
      domain: [0, end],
      ticks: ticks([0, end], count),
      label,
      format: (value) => sayNumber(value),
    }),
    [end, count, label],
  );
  const columns = curves.map(({ column }) => means(series, column).map(shown));
  const y = useKeptAxis(axis(columns));
  const waiting = trained ? page.waitingCheckpoint : page.waitingScratch;
  return (
    <Figure
      part="training"
      title={title}
      note={note}
      empty={at.length > 0 ? null : waiting}
      table={() => ({
        columns: [page.metaIteration, ...curves.map(({ label }) => label)],
        rows: at.map((i, k) => [
          Math.round(i),
          ...columns.map((column) => tabled(column[k] ?? Number.NaN)),
        ]),
      })}
    >
      <PlotFrame x={x} y={y} room={room} reads>
        <Clip>
          {behind}
          {curves.map(({ column, label, look, width = 2 }, i) => {
            const own = places[i];
            if (own === null || own === undefined) return null;
            // One that costs nothing is where it is from the beginning to the end.
            const x = own.at(-1) === 0 ? at.map((k) => (k / (at.at(-1) || 1)) * end) : own;
            const curve = { x, y: columns[i]!, look };
            return (
              <Fragment key={column}>
                <Curve name={label} width={width} {...curve} />
                <Beyond {...curve} />
              </Fragment>
            );
          })}
        </Clip>
        {over === null ? marks?.(at, columns) : null}
        {over === null ? <LookedBackAt /> : null}
      </PlotFrame>
    </Figure>
  );
}

/** The mark of the meta-iteration that a person looks back to. */
export function LookedBackAt() {
  const lookBack = useShared((s) => s.lookBack);
  return lookBack === null ? null : <VerticalRule x={lookBack} />;
}

export type { Series };
