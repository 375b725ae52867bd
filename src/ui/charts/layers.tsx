/** What is drawn in a plot: curves, bands and rules, clipped to its area. */

import { area, line } from 'd3-shape';
import { type ReactNode, useContext, useEffect, useId, useMemo } from 'react';
import type { Look } from '../palette';
import { peaksBeyond } from './beyond';
import styles from './charts.module.css';
import { NamedCurvesContext } from './namedCurves';
import { type Plot, usePlot } from './PlotFrame';
import { fitting, useType } from './type';

/** Keeps what it holds inside the plot's area. */
export function Clip({ children }: { readonly children: ReactNode }) {
  const id = useId();
  const plot = usePlot();
  if (plot === null) return null;
  return (
    <g>
      <clipPath id={id}>
        <rect x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </g>
  );
}

type Numbers = ArrayLike<number>;

/** Far outside every plot, but not so far that a renderer loses precision. */
const FAR = 1e4;

/** Pixels of a value, kept within what renderers can take; not finite values make gaps. */
const pixel = (value: number): number => Math.max(-FAR, Math.min(FAR, value));

function curvePath(plot: Plot, xs: Numbers, ys: Numbers): string {
  return (
    line<number>()
      .defined((_, i) => Number.isFinite(ys[i]!))
      .x((_, i) => pixel(plot.x(xs[i]!)))
      .y((_, i) => pixel(plot.y(ys[i]!)))
      .digits(1)(Array.from(xs)) ?? ''
  );
}

interface CurveProps {
  /** Whose values are read off where a person points. */
  readonly name?: string | undefined;
  readonly x: Numbers;
  readonly y: Numbers;
  readonly look: Look;
  readonly width?: number;
  readonly opacity?: number;
}

export function Curve({ name, x, y, look, width = 2, opacity = 1 }: CurveProps) {
  const plot = usePlot();
  const named = useContext(NamedCurvesContext);
  useEffect(() => {
    if (name !== undefined) named?.set(name, { name, look, x, y });
  });
  useEffect(() => {
    if (name === undefined) return undefined;
    return () => void named?.delete(name);
  }, [name, named]);
  if (plot === null) return null;
  return (
    <path
      className={styles.stroke}
      data-name={name}
      d={curvePath(plot, x, y)}
      fill="none"
      stroke={look.color}
      strokeDasharray={look.dash}
      style={{ '--width': width, strokeDasharray: dashOf(look) }}
      opacity={opacity}
      strokeLinejoin="round"
    />
  );
}

/** Dashes grow with the stroke: wide ones would close their gaps. */
const dashOf = ({ dash }: Look): string | undefined =>
  dash?.replaceAll(/\d+/g, 'calc($& * var(--px))');

interface BandProps {
  readonly x: Numbers;
  readonly low: Numbers;
  readonly high: Numbers;
  readonly look: Look;
}

/** What lies between two curves: an interval. */
export function Band({ x, low, high, look }: BandProps) {
  const plot = usePlot();
  if (plot === null) return null;
  const d = area<number>()
    .defined((_, i) => Number.isFinite(low[i]!) && Number.isFinite(high[i]!))
    .x((_, i) => pixel(plot.x(x[i]!)))
    .y0((_, i) => pixel(plot.y(low[i]!)))
    .y1((_, i) => pixel(plot.y(high[i]!)))
    .digits(1)(Array.from(x));
  return <path d={d ?? ''} fill={look.color} opacity={0.14} />;
}

interface HorizontalRuleProps {
  readonly y: number;
  readonly label?: string;
  /** The label goes above the rule or below it. */
  readonly side?: 'above' | 'below';
}

export function HorizontalRule({ y, label, side }: HorizontalRuleProps) {
  const plot = usePlot();
  const { tick } = useType();
  if (plot === null) return null;
  const at = plot.y(y);
  if (at < plot.top || at > plot.top + plot.height) return null;
  return (
    <g>
      <line
        className={styles.stroke}
        x1={plot.left}
        x2={plot.left + plot.width}
        y1={at}
        y2={at}
        stroke="var(--edge)"
        strokeDasharray="2 4"
        style={{ '--width': 1 }}
      />
      <text
        className={styles.ruleLabel}
        x={plot.left + plot.width - 2}
        y={side === 'above' ? at - 4 : at + 1.07 * tick}
        textAnchor="end"
        style={{ fontSize: fitting(label ?? '', plot.width, tick) }}
      >
        {plot.height < 5 * tick ? null : label}
      </text>
    </g>
  );
}

export function VerticalRule({ x }: { readonly x: number }) {
  const plot = usePlot();
  if (plot === null) return null;
  const at = plot.x(x);
  if (at < plot.left - 0.5 || at > plot.left + plot.width + 0.5) return null;
  return (
    <line
      className={styles.stroke}
      x1={at}
      x2={at}
      y1={plot.top}
      y2={plot.top + plot.height}
      stroke="var(--ink)"
      opacity={0.4}
      style={{ '--width': 1 }}
    />
  );
}

/** At the upper edge: here a curve goes on above the plot. */
export function Beyond({ x, y, look }: Pick<CurveProps, 'x' | 'y' | 'look'>) {
  const plot = usePlot();
  if (plot === null) return null;
  return peaksBeyond(plot, x, y).map((at) => (
    <path
      key={at}
      data-part="beyond"
      d={`M${at.toFixed(1)} ${plot.top}l4 7h-8z`}
      fill={look.color}
    />
  ));
}

/** Where something stands. */
export function Dot({
  x,
  y,
  look,
}: {
  readonly x: number;
  readonly y: number;
  readonly look: Look;
}) {
  const plot = usePlot();
  if (plot === null || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  return (
    <circle
      className={styles.mark}
      cx={pixel(plot.x(x))}
      cy={pixel(plot.y(y))}
      r={4}
      fill={look.color}
      stroke="var(--panel)"
      strokeWidth={1.2}
    />
  );
}

/** A line of a legend, as wide as it needs to be to show its dashes. */
export function Swatch({ look }: { readonly look: Look }) {
  return useMemo(
    () => (
      <svg className={styles.swatch} viewBox="0 0 30 8" aria-hidden="true">
        <path d="M0 4H30" stroke={look.color} strokeWidth={3} strokeDasharray={look.dash} />
      </svg>
    ),
    [look],
  );
}
