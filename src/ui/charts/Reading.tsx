/**
 * Values of a plot's curves where a person points, or where the keys of its slider have led: a hairline, a dot on every
 * curve, and the numbers by name.
 */

import { type RefObject, useEffect, useRef, useState } from 'react';
import { scientific } from '../../words/digits';
import { sayList, sayNumber } from '../../words/format';
import styles from './charts.module.css';
import type { NamedCurve, NamedCurves } from './namedCurves';
import type { Axis, Plot } from './plot';

interface ReadingProps {
  readonly plot: Plot;
  readonly host: RefObject<HTMLDivElement | null>;
  /** Where somebody pointed before this was there: pixels of the window. */
  readonly from: number | null;
  readonly curves: NamedCurves;
  readonly x: Axis;
  readonly y: Axis;
}

/** While somebody looks, values are read anew so often: a training goes on. */
const ANEW_MS = 250;

const LINE = 1.45;
const PAD = 7;

export function Reading({ plot, host, from, curves, x, y }: ReadingProps) {
  /** Where, in data; null while nobody points. */
  const [at, setAt] = useState<number | null>(null);
  const [, setTurn] = useState(0);
  const now = useRef({ plot, curves, x, y, at });
  now.current = { plot, curves, x, y, at };

  useEffect(() => {
    const div = host.current!;
    const slider = div.querySelector('[role=slider]')!;
    const ending = new AbortController();
    const { signal } = ending;
    const pointed = ({ clientX }: { readonly clientX: number }) => {
      const { plot } = now.current;
      const place = clientX - div.getBoundingClientRect().left;
      const inside = place >= plot.left - 4 && place <= plot.left + plot.width + 4;
      setAt(inside ? plot.xAt(place) : null);
    };
    const left = () => {
      if (!slider.matches(':focus-visible')) setAt(null);
    };
    div.addEventListener('pointermove', pointed, { signal });
    div.addEventListener('pointerdown', pointed, { signal });
    div.addEventListener('pointerleave', left, { signal });
    div.addEventListener('pointercancel', left, { signal });
    const focused = () => {
      if (!slider.matches(':focus-visible')) return;
      const [low, high] = now.current.x.domain;
      setAt((before) => before ?? (low + high) / 2);
    };
    slider.addEventListener('focus', focused, { signal });
    slider.addEventListener('blur', () => setAt(null), { signal });
    slider.addEventListener(
      'keydown',
      (event) => {
        const { key } = event as KeyboardEvent;
        const { at, x } = now.current;
        const next = moved(key, at ?? x.domain[0], x, placesOf(now.current.curves));
        if (next === null) return;
        event.preventDefault();
        setAt(next);
      },
      { signal },
    );
    focused();
    if (from !== null && div.matches(':hover')) pointed({ clientX: from });
    return () => ending.abort();
  }, [host, from]);

  useEffect(() => {
    if (at === null) return;
    const timer = setInterval(() => setTurn((turn) => turn + 1), ANEW_MS);
    return () => clearInterval(timer);
  }, [at]);

  const read = at === null ? null : readAt(at, curves, x, y);
  useEffect(() => {
    const slider = host.current?.querySelector('[role=slider]');
    if (!slider || read === null) return;
    slider.setAttribute('aria-valuenow', String(read.x));
    slider.setAttribute('aria-valuetext', textOf(read));
  });
  return read === null ? null : <Drawn plot={plot} read={read} />;
}

interface Value {
  readonly curve: NamedCurve;
  readonly y: number;
  readonly text: string;
}

interface Read {
  readonly x: number;
  readonly label: string;
  readonly values: readonly Value[];
}

const inOrder = (a: number, b: number): number => a - b;

/** All places at which a curve has a value. */
const placesOf = (curves: NamedCurves): number[] =>
  [...new Set([...curves.values()].flatMap(({ x }) => Array.from(x)))].toSorted(inOrder);

/** Where a key leads from a place: to the next value, ten values on, to an end; null for other keys. */
function moved(
  key: string,
  from: number,
  { domain }: Axis,
  places: readonly number[],
): number | null {
  const seen = places.filter((place) => place >= domain[0] && place <= domain[1]);
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
    Home: -seen.length,
    End: seen.length,
  };
  const step = steps[key];
  if (step === undefined || seen.length === 0) return null;
  const index = nearest(seen, from) + step;
  return seen[Math.max(0, Math.min(seen.length - 1, index))]!;
}

/** The index of the value that is nearest. */
function nearest(values: ArrayLike<number>, to: number): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (Math.abs(values[i]! - to) < Math.abs(values[best]! - to)) best = i;
  }
  return best;
}

function readAt(at: number, curves: NamedCurves, x: Axis, y: Axis): Read | null {
  const all = [...curves.values()].filter((curve) => curve.x.length > 0);
  if (all.length === 0) return null;
  // What is said is of one place: that of the values nearest to the pointer.
  const places = all.map((curve) => curve.x[nearest(curve.x, at)]!);
  const place = places[nearest(places, at)]!;
  const values = all.flatMap((curve): Value[] => {
    const i = nearest(curve.x, place);
    const value = curve.y[i]!;
    if (Math.abs(curve.x[i]! - place) > 0.02 * (x.domain[1] - x.domain[0])) return [];
    return [{ curve, y: value, text: said(value, y) }];
  });
  const text = x.format?.(place) ?? few(place);
  return { x: place, label: `${x.label} ${text}`, values };
}

const said = (value: number, { logarithmic = false }: Axis): string => {
  const meant = logarithmic ? 10 ** value : value;
  return Number.isNaN(meant) ? '–' : few(meant);
};

function few(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && (size < 1e-3 || size >= 1e7)) return scientific(value);
  return sayNumber(value, { maximumSignificantDigits: size >= 1000 ? 6 : 3 });
}

const textOf = ({ label, values }: Read): string =>
  sayList([label, ...values.map(({ curve, text }) => `${curve.name} ${text}`)]);

function Drawn({ plot, read }: { readonly plot: Plot; readonly read: Read }) {
  const box = useRef<SVGGElement>(null);
  const [size, setSize] = useState({ width: 0, rem: 16 });
  useEffect(() => {
    const widths = [...box.current!.querySelectorAll('text')].map((t) => t.getBBox().width);
    const rem = Number.parseFloat(getComputedStyle(box.current!).fontSize);
    const width = Math.max(...widths);
    setSize((old) => (Math.abs(old.width - width) < 1 && old.rem === rem ? old : { width, rem }));
  });
  const line = LINE * size.rem;
  const swatch = 1.6 * size.rem;
  const width = size.width + swatch + 2 * PAD;
  const height = line * (read.values.length + 1) + 2 * PAD - 0.4 * size.rem;
  const place = plot.x(read.x);
  const right = place + 10 + width <= plot.left + plot.width;
  const left = right ? place + 10 : Math.max(0, place - 10 - width);
  const top = plot.top + 4;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; its slider says the same
    <g data-passing className={styles.reading} aria-hidden="true">
      <line x1={place} x2={place} y1={plot.top} y2={plot.top + plot.height} />
      {read.values.map(({ curve, y }) => {
        const at = plot.y(y);
        return Number.isFinite(y) && at >= plot.top && at <= plot.top + plot.height ? (
          <circle key={curve.name} cx={place} cy={at} r={3.5} fill={curve.look.color} />
        ) : null;
      })}
      <g ref={box} transform={`translate(${left} ${top})`}>
        <rect width={width} height={height} rx={6} />
        <text x={PAD} y={PAD + size.rem * 0.8}>
          {read.label}
        </text>
        {read.values.map(({ curve, text }, i) => {
          const y = PAD + size.rem * 0.8 + (i + 1) * line;
          return (
            <g key={curve.name}>
              <path
                d={`M${PAD} ${y - 0.3 * size.rem}h${swatch - 5}`}
                stroke={curve.look.color}
                strokeDasharray={curve.look.dash}
              />
              <text x={PAD + swatch} y={y}>
                <tspan>{`${curve.name} `}</tspan>
                <tspan className={styles.value}>{text}</tspan>
              </text>
            </g>
          );
        })}
      </g>
    </g>
  );
}
