/**
 * Points of a plot that can be moved, added and removed, by pointer and by keyboard.
 *
 * One point of a plot takes part in the order of Tab; Page Up and Page Down go from point to point, arrows move it,
 * Delete removes it, Insert adds one beside it.
 */

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { say } from '../../words/format';
import { useWords } from '../Say';
import styles from './charts.module.css';
import { usePlot } from './PlotFrame';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface HandlesProps {
  readonly points: readonly Point[];
  /** "Support point". */
  readonly noun: string;
  readonly onChange: (points: readonly Point[]) => void;
  /** Whether points can be added and removed. */
  readonly many?: boolean;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const rounded = (value: number) => Number(value.toFixed(3));
const spoken = (value: number) => value.toFixed(2).replace('-', '−');

/** Parts of an axis that an arrow key moves a point by. */
const NUDGE = 1 / 100;
const BIG_NUDGE = 1 / 10;

/** The point after (or before) `index` from left to right, round the ends. */
function neighbour(points: readonly Point[], index: number, by: 1 | -1): number {
  const fromLeft = [...points.keys()].sort((a, b) => points[a]!.x - points[b]!.x);
  const place = fromLeft.indexOf(index);
  return fromLeft[(place + by + points.length) % points.length]!;
}

export function Handles({ points, noun, onChange, many = true }: HandlesProps) {
  const plot = usePlot();
  const { charts } = useWords().frame;
  const help = useId();
  const [active, setActive] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const group = useRef<SVGGElement>(null);
  if (plot === null) return null;

  const left = plot.xAt(plot.left);
  const right = plot.xAt(plot.left + plot.width);
  const top = plot.yAt(plot.top);
  const bottom = plot.yAt(plot.top + plot.height);
  const current = Math.min(active, points.length - 1);

  const within = (point: Point): Point => ({
    x: rounded(clamp(point.x, left, right)),
    y: rounded(clamp(point.y, bottom, top)),
  });
  const under = (event: { clientX: number; clientY: number }): Point => {
    const box = group.current!.ownerSVGElement!.getBoundingClientRect();
    return within({ x: plot.xAt(event.clientX - box.left), y: plot.yAt(event.clientY - box.top) });
  };
  const move = (index: number, to: Point) =>
    onChange(points.map((point, i) => (i === index ? within(to) : point)));
  const remove = (index: number) => {
    if (many && points.length > 1) onChange(points.filter((_, i) => i !== index));
  };
  const add = (point: Point) => {
    if (!many) return;
    setActive(points.length);
    onChange([...points, within(point)]);
  };
  const focus = (index: number) => {
    setActive(index);
    requestAnimationFrame(() => {
      group.current?.querySelector<SVGElement>(`[data-index="${index}"]`)?.focus();
    });
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const point = points[index]!;
    const part = event.shiftKey ? BIG_NUDGE : NUDGE;
    const [dx, dy] = [part * (right - left), part * (top - bottom)];
    switch (event.key) {
      case 'ArrowLeft':
        move(index, { ...point, x: point.x - dx });
        break;
      case 'ArrowRight':
        move(index, { ...point, x: point.x + dx });
        break;
      case 'ArrowUp':
        move(index, { ...point, y: point.y + dy });
        break;
      case 'ArrowDown':
        move(index, { ...point, y: point.y - dy });
        break;
      case 'PageDown':
        focus(neighbour(points, index, 1));
        break;
      case 'PageUp':
        focus(neighbour(points, index, -1));
        break;
      case 'Delete':
      case 'Backspace':
        remove(index);
        break;
      case 'Insert':
      case 'Enter':
        add({ x: point.x + 5 * dx, y: point.y });
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const onPointerDown = (event: PointerEvent<SVGGElement>, index: number) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(index);
    setActive(index);
  };

  return (
    <g ref={group}>
      <desc id={help}>{many ? charts.manyHelp : charts.moveHelp}</desc>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard adds points by Insert on a point */}
      <rect
        className={styles.ground}
        x={plot.left}
        y={plot.top}
        width={plot.width}
        height={plot.height}
        onDoubleClick={(event) => add(under(event))}
      />
      {points.map((point, index) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
          key={index}
          className={styles.handle}
          data-index={index}
          data-dragged={dragged === index || undefined}
          role="slider"
          tabIndex={index === current ? 0 : -1}
          aria-label={
            many ? say(charts.oneOf, { noun, index: index + 1, count: points.length }) : noun
          }
          aria-roledescription={charts.point}
          aria-describedby={help}
          aria-orientation="vertical"
          aria-valuemin={bottom}
          aria-valuemax={top}
          aria-valuenow={point.y}
          aria-valuetext={say(charts.position, { x: spoken(point.x), y: spoken(point.y) })}
          transform={`translate(${plot.x(point.x).toFixed(1)} ${plot.y(point.y).toFixed(1)})`}
          onFocus={() => setActive(index)}
          onKeyDown={(event) => onKeyDown(event, index)}
          onPointerDown={(event) => onPointerDown(event, index)}
          onPointerMove={(event) => {
            if (dragged === index) move(index, under(event));
          }}
          onPointerUp={() => setDragged(null)}
          onPointerCancel={() => setDragged(null)}
          onDoubleClick={(event) => {
            event.stopPropagation();
            remove(index);
          }}
        >
          <circle className={styles.reach} r={13} />
          <circle className={styles.dot} r={4} />
        </g>
      ))}
    </g>
  );
}
