/**
 * Points of a plot that can be moved, added and removed, by pointer and by keyboard.
 *
 * One point of a plot takes part in the order of Tab; Page Up and Page Down go from point to point, arrows move it,
 * Delete removes it, Insert adds one beside it. A point beyond the axes stands at their edge, with an arrow to where it
 * is, and can be taken there.
 */

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { say } from '../../words/format';
import { useWords } from '../Say';
import styles from './charts.module.css';
import { type Plot, usePlot } from './PlotFrame';
import { useDragging } from './useDragging';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface HandlesProps {
  readonly points: readonly Point[];
  /** "Support point". */
  readonly noun: string;
  readonly onChange: (points: readonly Point[]) => void;
  /** A point is taken. What it returns puts everything back, if it turns out that nobody meant it. */
  readonly onTake: () => () => void;
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

export function Handles(props: HandlesProps) {
  const plot = usePlot();
  return plot === null ? null : <Movable plot={plot} {...props} />;
}

function Movable({
  plot,
  points,
  noun,
  onChange,
  onTake,
  many = true,
}: HandlesProps & { readonly plot: Plot }) {
  const { charts } = useWords().frame;
  const help = useId();
  const [active, setActive] = useState(0);
  const putBack = useRef(() => {});

  const [leftmost, topmost] = [plot.left, plot.top];
  const [rightmost, lowest] = [plot.left + plot.width, plot.top + plot.height];
  const [left, right] = [plot.xAt(leftmost), plot.xAt(rightmost)];
  const [top, bottom] = [plot.yAt(topmost), plot.yAt(lowest)];
  const current = Math.min(active, points.length - 1);
  const places = points.map(
    ({ x, y }) =>
      [clamp(plot.x(x), leftmost, rightmost), clamp(plot.y(y), topmost, lowest)] as const,
  );

  const inX = (x: number) => rounded(clamp(x, left, right));
  const inY = (y: number) => rounded(clamp(y, bottom, top));
  const at = ([x, y]: readonly [number, number]): Point => ({
    x: inX(plot.xAt(x)),
    y: inY(plot.yAt(y)),
  });
  const move = (index: number, to: Partial<Point>) =>
    onChange(points.map((point, i) => (i === index ? { ...point, ...to } : point)));
  const focus = (index: number) => {
    setActive(index);
    requestAnimationFrame(() => {
      const point = group.current?.querySelector<SVGElement>(`[data-index="${index}"]`);
      point?.focus({ preventScroll: true });
    });
  };
  const remove = (index: number) => {
    if (!many || points.length === 1) return;
    // To the right, or from the last one to the left.
    const right = neighbour(points, index, 1);
    const next = points[right]!.x < points[index]!.x ? neighbour(points, index, -1) : right;
    onChange(points.filter((_, i) => i !== index));
    focus(next > index ? next - 1 : next);
  };
  const add = (point: Point) => {
    if (!many) return;
    setActive(points.length);
    onChange([...points, point]);
  };

  const { group, dragged, under, placeOf, handlers } = useDragging({
    places,
    onTake: (index) => {
      putBack.current = onTake();
      focus(index);
    },
    onMove: (index, to) => move(index, at(to)),
    onCancel: () => putBack.current(),
    onDoubleTap: remove,
  });

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const point = points[index]!;
    const part = event.shiftKey ? BIG_NUDGE : NUDGE;
    const [dx, dy] = [part * (right - left), part * (top - bottom)];
    switch (event.key) {
      case 'ArrowLeft':
        move(index, { x: inX(point.x - dx) });
        break;
      case 'ArrowRight':
        move(index, { x: inX(point.x + dx) });
        break;
      case 'ArrowUp':
        move(index, { y: inY(point.y + dy) });
        break;
      case 'ArrowDown':
        move(index, { y: inY(point.y - dy) });
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
        add({ x: inX(point.x + 5 * dx), y: inY(point.y) });
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: each point in it is worked by keyboard
    <g
      ref={group}
      className={styles.handles}
      data-dragged={dragged !== null || undefined}
      {...handlers}
      onDoubleClick={(event) => {
        const index = under(event);
        if (index === null) add(at(placeOf(event)));
        else remove(index);
      }}
    >
      <desc id={help}>{many ? charts.manyHelp : charts.moveHelp}</desc>
      <rect
        className={styles.ground}
        x={plot.left}
        y={plot.top}
        width={plot.width}
        height={plot.height}
      />
      {points.map((point, index) => {
        const [x, y] = places[index]!;
        const [beyondX, beyondY] = [plot.x(point.x) - x, plot.y(point.y) - y];
        const beyond = Math.hypot(beyondX, beyondY) > 1;
        const position = say(charts.position, { x: spoken(point.x), y: spoken(point.y) });
        const said = beyond ? say(charts.beyond, { position }) : position;
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
            key={index}
            className={styles.handle}
            data-index={index}
            data-dragged={dragged === index || undefined}
            data-beyond={beyond || undefined}
            role="slider"
            tabIndex={index === current ? 0 : -1}
            aria-label={
              points.length > 1
                ? say(charts.oneOf, { noun, index: index + 1, count: points.length })
                : noun
            }
            aria-roledescription={charts.point}
            aria-describedby={help}
            aria-orientation="vertical"
            aria-valuemin={Math.min(bottom, point.y)}
            aria-valuemax={Math.max(top, point.y)}
            aria-valuenow={point.y}
            aria-valuetext={said}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
            onFocus={() => setActive(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {beyond ? <title>{said}</title> : null}
            <circle className={styles.reach} r={13} />
            <circle className={styles.dot} r={4} />
            {beyond ? (
              <path
                className={styles.arrow}
                d="M8 -4L13 0L8 4Z"
                transform={`rotate(${((Math.atan2(beyondY, beyondX) * 180) / Math.PI).toFixed(0)})`}
              />
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
