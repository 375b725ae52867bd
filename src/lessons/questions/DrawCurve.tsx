/** A curve that a person draws: by pointer over the plot, or point by point with the arrow keys. It stays under the outcome. */

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say } from '../../words/format';
import styles from '../lessons.module.css';
import { gapOf } from './gap';

/** The picture's own units. */
const WIDTH = 320;
const HEIGHT = 170;
const RIM = { left: 40, right: 12, top: 10, bottom: 24 };
/** What one press of an arrow moves, and with Shift, as shares of the whole height. */
const NUDGE = 0.02;
const LEAP = 0.1;

interface DrawCurveProps {
  readonly ask: string;
  readonly at: readonly number[];
  readonly top: number;
  readonly drawn: readonly number[] | null;
  /** Once it is told. */
  readonly right: readonly number[] | null;
  /** Null when it is too late. */
  readonly onDraw: ((curve: number[]) => void) | null;
}

export function DrawCurve({ ask, at, top, drawn, right, onDraw }: DrawCurveProps) {
  const { draw } = useWords().lessons;
  const plot = useRef<SVGSVGElement>(null);
  const last = at.length - 1;
  const x = (i: number) => RIM.left + ((WIDTH - RIM.left - RIM.right) * i) / last;
  const y = (value: number) =>
    RIM.top + (HEIGHT - RIM.top - RIM.bottom) * (1 - Math.min(Math.max(value, 0), top) / top);
  const curve = drawn ?? at.map(() => top / 2);
  const set = (i: number, value: number) => {
    const bounded = Math.round(100 * Math.min(Math.max(value, 0), top)) / 100;
    onDraw?.(curve.map((old, j) => (j === i ? bounded : old)));
  };
  const follow = ({ clientX, clientY, buttons, pointerType }: PointerEvent<SVGSVGElement>) => {
    if (onDraw === null || plot.current === null) return;
    if (buttons === 0 && pointerType === 'mouse') return;
    const box = plot.current.getBoundingClientRect();
    const across = (WIDTH * (clientX - box.left)) / box.width - RIM.left;
    const i = Math.round((last * across) / (WIDTH - RIM.left - RIM.right));
    const down = (HEIGHT * (clientY - box.top)) / box.height - RIM.top;
    const share = 1 - down / (HEIGHT - RIM.top - RIM.bottom);
    if (i >= 0 && i <= last) set(i, top * share);
  };
  const onKey = (i: number) => (event: KeyboardEvent) => {
    const by = (event.shiftKey ? LEAP : NUDGE) * top;
    const to = { ArrowUp: curve[i]! + by, ArrowDown: curve[i]! - by, Home: 0, End: top }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(i, to);
  };
  const line = (values: readonly number[]) => values.map((v, i) => `${x(i)},${y(v)}`).join(' ');
  const gap = drawn === null || right === null ? null : gapOf(drawn, right);
  return (
    <figure className={styles.draw}>
      <figcaption>{ask}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: sliders in a picture */}
      <svg
        ref={plot}
        role="group"
        aria-label={ask}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        data-open={onDraw !== null || undefined}
        onPointerDown={(event) => {
          if (onDraw === null) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
        }}
      >
        <path className={styles.axes} d={`M${RIM.left} ${RIM.top}V${y(0)}H${WIDTH - RIM.right}`} />
        {[0, top / 2, top].map((value) => (
          <text key={value} x={RIM.left - 11} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        ))}
        {at.map((k, i) => (
          <text key={k} x={x(i)} y={HEIGHT - 8} textAnchor="middle">
            {k}
          </text>
        ))}
        {gap === null ? null : (
          <polygon
            className={styles.gap}
            points={`${line(drawn!)} ${right!
              .map((v, i) => `${x(i)},${y(v)}`)
              .reverse()
              .join(' ')}`}
          />
        )}
        {drawn === null && onDraw === null ? null : (
          <polyline
            className={styles.guess}
            data-untouched={drawn === null || undefined}
            points={line(curve)}
          />
        )}
        {right === null ? null : <polyline className={styles.right} points={line(right)} />}
        {onDraw === null
          ? null
          : at.map((k, i) => (
              <circle
                key={k}
                className={styles.handle}
                cx={x(i)}
                cy={y(curve[i]!)}
                r={6}
                role="slider"
                tabIndex={0}
                aria-label={say(draw.at, { at: k })}
                aria-valuemin={0}
                aria-valuemax={top}
                aria-valuenow={curve[i]!}
                onKeyDown={onKey(i)}
              />
            ))}
      </svg>
      <p>
        {gap === null ? (
          <span>{onDraw === null ? draw.notDrawn : draw.how}</span>
        ) : (
          <span>{say(draw.gap, { gap: digits(gap) })}</span>
        )}
      </p>
    </figure>
  );
}
