/** The plot to draw on: by pointer along the curve, or bent place by place with the arrow keys. */

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { linspace } from '../../../math/range';
import { Clip, Curve } from '../../../ui/charts/layers';
import { type Plot, usePlot } from '../../../ui/charts/PlotFrame';
import { useWords } from '../../../ui/Say';
import { PEN_RESTS } from '../../../ui/StrokePad';
import { say } from '../../../words/format';
import { useLab, useLabState } from '../hooks';
import { PLACES } from './code';
import styles from './own.module.css';
import { bent, draw, endDrawing, endOverAnother, lined, sketch, takeBack } from './sketch';

/** Values keep off the edge by as much, or the axis would grow with them. */
const RIM = 1.07;
/** Places, and parts of the axis, that an arrow key moves by; with Shift. */
const STEP = { place: 1, value: 1 / 50 };
const LEAP = { place: 5, value: 1 / 10 };

/** Counted from the left, whole or between two, and how high. */
type Place = readonly [place: number, value: number];

/** Places to an edge that nobody means to leave out. */
const NEAR = 3;

const ink = { color: 'var(--ink)', dash: undefined };
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const spoken = (value: number) => value.toFixed(2).replace('-', '−');

/** The edge, as high, of a place near it that a stroke begins at or comes to; else the place. */
function edgeNear([place, value]: Place, from: number): Place {
  if (place <= NEAR && place <= from) return [0, value];
  return [place >= PLACES - 1 - NEAR && place >= from ? PLACES - 1 : place, value];
}

export function DrawLayer() {
  const plot = usePlot();
  const lab = useLab();
  const now = useStore(sketch, (s) => s.now);
  const own = useLabState((s) => s.view.own);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever task comes into sight
  useEffect(() => endOverAnother(lab), [lab, own]);
  return plot === null || now === null ? null : <Pad plot={plot} {...now} />;
}

interface Stroke {
  readonly pointer: number;
  readonly finger: boolean;
  last: Place;
  /** The curve before it. */
  readonly before: readonly number[];
}

interface PadProps extends NonNullable<ReturnType<typeof sketch.getState>['now']> {
  readonly plot: Plot;
}

function Pad({ plot, values, range }: PadProps) {
  const lab = useLab();
  const { drawn: words } = useWords().ownTask;
  const help = useId();
  const pad = useRef<SVGGElement>(null);
  const [cursor, setCursor] = useState((PLACES - 1) / 2);
  const stroke = useRef<Stroke | null>(null);
  const penSeen = useRef(Number.NEGATIVE_INFINITY);
  const [low, high] = [plot.yAt(plot.top + plot.height) / RIM, plot.yAt(plot.top) / RIM];
  const at = linspace(range, PLACES);

  useEffect(() => {
    const element = pad.current!;
    element.focus();
    // Browsers heed touch-action on no part of an SVG.
    const keep = (event: TouchEvent) => {
      if (event.cancelable) event.preventDefault();
    };
    element.addEventListener('touchstart', keep, { passive: false });
    return () => element.removeEventListener('touchstart', keep);
  }, []);

  const placeOf = ({ clientX, clientY }: PointerEvent): Place => {
    const box = pad.current!.ownerSVGElement!.getBoundingClientRect();
    const share = (plot.xAt(clientX - box.left) - range[0]) / (range[1] - range[0]);
    const place = clamp(share * (PLACES - 1), 0, PLACES - 1);
    return [place, clamp(plot.yAt(clientY - box.top), low, high)];
  };
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const { button, pointerType, timeStamp } = event;
    const finger = pointerType === 'touch';
    if (pointerType === 'pen') penSeen.current = timeStamp;
    // The hand that holds the pen.
    if (button !== 0 || (finger && timeStamp - penSeen.current < PEN_RESTS)) return;
    const { current } = stroke;
    if (current !== null) {
      if (!current.finger) return;
      // A second finger makes it a pinch; a pen goes on from what was there before the hand came.
      stroke.current = null;
      draw(lab, current.before);
      if (finger) return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    const last = placeOf(event);
    const before = current?.before ?? values;
    stroke.current = { pointer: event.pointerId, finger, last, before };
    const nearest: Place = [Math.round(last[0]), last[1]];
    setCursor(nearest[0]);
    draw(lab, lined(before, edgeNear(nearest, nearest[0]), nearest));
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const { current } = stroke;
    if (current?.pointer !== event.pointerId) return;
    const next = placeOf(event);
    const now = lined(sketch.getState().now?.values ?? values, current.last, next);
    draw(lab, lined(now, next, edgeNear(next, current.last[0])));
    current.last = next;
    setCursor(Math.round(next[0]));
  };
  const onPointerEnd = (event: PointerEvent<SVGGElement>) => {
    if (event.pointerType === 'pen') penSeen.current = event.timeStamp;
    if (stroke.current?.pointer !== event.pointerId) return;
    if (event.type === 'pointercancel') draw(lab, stroke.current.before);
    stroke.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { place, value } = event.shiftKey ? LEAP : STEP;
    const move = (by: number) => setCursor(clamp(cursor + by, 0, PLACES - 1));
    const bend = (by: number) => {
      const to = clamp(values[cursor]! + by * (high - low), low, high) - values[cursor]!;
      draw(
        lab,
        bent(values, cursor, to).map((y) => clamp(y, low, high)),
      );
    };
    switch (event.key) {
      case 'ArrowLeft':
        move(-place);
        break;
      case 'ArrowRight':
        move(place);
        break;
      case 'ArrowUp':
        bend(value);
        break;
      case 'ArrowDown':
        bend(-value);
        break;
      case 'Home':
        setCursor(0);
        break;
      case 'End':
        setCursor(PLACES - 1);
        break;
      case 'Enter':
        endDrawing();
        break;
      case 'Escape':
        takeBack();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const [x, y] = [at[cursor]!, values[cursor]!];
  return (
    <g
      ref={pad}
      className={styles.pad}
      role="slider"
      tabIndex={0}
      aria-label={words.pad}
      aria-roledescription={words.role}
      aria-describedby={help}
      aria-orientation="vertical"
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={y}
      aria-valuetext={say(words.place, { x: spoken(x), y: spoken(y) })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onLostPointerCapture={onPointerEnd}
      onKeyDown={onKeyDown}
    >
      <desc id={help}>{words.help}</desc>
      <rect x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
      <Clip>
        <Curve x={at} y={values} look={ink} width={2.2} />
      </Clip>
      <g transform={`translate(${plot.x(x).toFixed(1)} ${plot.y(y).toFixed(1)})`}>
        <circle r={6} />
        <path d="M0 -14V14" />
      </g>
    </g>
  );
}
