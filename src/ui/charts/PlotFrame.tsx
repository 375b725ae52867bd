/**
 * Axes, grid and scales by Recharts, around layers that draw by those scales.
 *
 * Curves are layers of our own rather than Recharts' lines, because they change twenty times a
 * second and must not pass through its store: only the axes' numbers do. This file and the hooks it hands
 * on are the only users of Recharts.
 */

import {
  type ComponentProps,
  memo,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  CartesianGrid,
  ComposedChart,
  usePlotArea,
  useXAxisInverseScale,
  useXAxisScale,
  useYAxisInverseScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { say } from '../../words/format';
import { useWords } from '../Say';
import styles from './charts.module.css';
import { type NamedCurves, NamedCurvesContext } from './namedCurves';
import type { Axis, Plot } from './plot';
import { fitting, useType } from './type';
import { useTurn } from './useTurn';

export type { Axis, Plot };

interface PlotFrameProps {
  readonly x: Axis;
  readonly y: Axis;
  /** Beside the plot, in the page's size of type: for the names of curves, and the name of x under them. */
  readonly room?: number;
  /** Whether its curves have names: then their values are read off where a person points. */
  readonly reads?: boolean;
  readonly children: ReactNode;
}

const asIs = (value: number): string => String(value).replace('-', '−');
/** Room above for the name of y, and at the right for that of x. */
const MARGIN = { top: 15, right: 20, bottom: 0, left: 0 };
/** Of an axis's numbers, in their size: how wide those of y are, how high those of x with their distance. */
const AXIS_WIDTH = 3.03;
const AXIS_HEIGHT = 1.75;
/** How far numbers of that size stand below x: large ones would meet those of y in the corner. */
const distanceOf = (tick: number): number => Math.max(2, 0.5 * (tick - 12));
/** Numbers of an axis that is made for how many there are. */
const MANY = 99;
const NO_DATA: never[] = [];
/** That somebody may want to read values off. */
const SIGNS = ['pointerenter', 'pointerdown', 'focusin'] as const;
const NOTHING = (): void => {};

/** Fills its container. Children draw with `usePlot`. */
export const PlotFrame = memo(function PlotFrame(props: PlotFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  return useTurn(place) ? <Chart {...props} /> : <div ref={place} className={styles.plot} />;
});

/** What shows values, and where somebody pointed first: pixels of the window. */
interface Found extends Pick<typeof import('./Reading'), 'Reading'> {
  readonly from: number | null;
}

function Chart({ x, y, room = 0, reads = false, children }: PlotFrameProps) {
  const { tick, name, most } = useType();
  // To a hall they are as large as the window is, however small the chart.
  const thinned = most < MANY;
  const xTicks = useMemo(() => few(x.ticks, most), [x.ticks, most]);
  const yTicks = useMemo(() => few(y.ticks, most), [y.ticks, most]);
  const [curves] = useState((): NamedCurves => new Map());
  const [reading, setReading] = useState<Found | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const { charts } = useWords().frame;
  useEffect(() => {
    if (!reads) return;
    // Not needed before somebody points; out of reach then, it is asked for at the next time.
    const load = (event: Event) => {
      const { clientX = null } = event as Partial<PointerEvent>;
      import('./Reading').then(({ Reading }) => {
        ending.abort();
        setReading({ Reading, from: clientX });
      }, NOTHING);
    };
    const ending = new AbortController();
    const { signal } = ending;
    for (const kind of SIGNS) host.current!.addEventListener(kind, load, { signal });
    return () => ending.abort();
  }, [reads]);
  return (
    <div ref={host} className={styles.plot}>
      {reads ? (
        <div
          className={styles.reader}
          role="slider"
          tabIndex={0}
          aria-label={say(charts.read, { x: x.label })}
          aria-valuemin={x.domain[0]}
          aria-valuemax={x.domain[1]}
          aria-valuenow={x.domain[0]}
        />
      ) : null}
      <ComposedChart
        responsive
        style={{ width: '100%', height: '100%' }}
        data={NO_DATA}
        margin={{
          ...MARGIN,
          top: Math.max(MARGIN.top, 1.3 * tick),
          right: room > 0 ? room * name : MARGIN.right,
        }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={x.domain as [number, number]}
          ticks={xTicks}
          niceTicks="none"
          tickFormatter={x.format ?? asIs}
          allowDataOverflow
          axisLine={{ stroke: 'var(--line)' }}
          tickLine={false}
          tick={{ fill: 'var(--soft)' }}
          interval={thinned ? 'equidistantPreserveStart' : 0}
          tickMargin={distanceOf(tick)}
          height={Math.max(20, Math.round(AXIS_HEIGHT * tick))}
        />
        <YAxis
          type="number"
          domain={y.domain as [number, number]}
          ticks={yTicks}
          niceTicks="none"
          tickFormatter={y.format ?? asIs}
          allowDataOverflow
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--soft)' }}
          interval={thinned ? 'preserveStartEnd' : 0}
          width={Math.round(AXIS_WIDTH * tick)}
        />
        <AxisNames x={x.label} y={y.label} beside={room > 0} />
        <NamedCurvesContext value={curves}>{children}</NamedCurvesContext>
        {reading === null ? null : <Read {...reading} host={host} curves={curves} x={x} y={y} />}
      </ComposedChart>
    </div>
  );
}

type ReadProps = Found & Omit<ComponentProps<Found['Reading']>, 'plot'>;

function Read({ Reading, ...props }: ReadProps) {
  const plot = usePlot();
  return plot === null ? null : <Reading plot={plot} {...props} />;
}

/** Evenly spaced ones of these, 0 among them if it was. */
function few(ticks: readonly number[], most: number): number[] {
  const by = Math.ceil(ticks.length / most);
  const from = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, i) => (i - from) % by === 0);
}

interface AxisNamesProps {
  readonly x: string;
  readonly y: string;
  readonly beside: boolean;
}

/** The name of y above its axis, clear of its numbers, that of x at its end: beside its numbers where there is room. */
function AxisNames({ x, y, beside }: AxisNamesProps) {
  const plot = usePlot();
  const { tick } = useType();
  if (plot === null) return null;
  const [right, foot] = [plot.left + plot.width, plot.top + plot.height];
  const of = beside
    ? ({
        x: right + Math.max(MARGIN.right, 1.3 * tick),
        y: foot + 6 + distanceOf(tick) + 0.62 * tick,
      } as const)
    : ({ x: right + MARGIN.right - 2, y: foot - 5, textAnchor: 'end' } as const);
  return (
    <g className={styles.axisName}>
      <text
        x={plot.left}
        y={plot.top - 7}
        style={{ fontSize: fitting(y, plot.width + MARGIN.right, tick) }}
      >
        {y}
      </text>
      <text {...of}>{x}</text>
    </g>
  );
}

/** The plot that a layer draws in, or null while it has no size. */
export function usePlot(): Plot | null {
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const xAt = useXAxisInverseScale();
  const yAt = useYAxisInverseScale();
  if (area === undefined || !x || !y || !xAt || !yAt || area.width <= 0 || area.height <= 0) {
    return null;
  }
  return {
    left: area.x,
    top: area.y,
    width: area.width,
    height: area.height,
    x: (value) => x(value) as number,
    y: (value) => y(value) as number,
    xAt: (pixel) => xAt(pixel) as number,
    yAt: (pixel) => yAt(pixel) as number,
  };
}
