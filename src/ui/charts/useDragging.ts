/**
 * Points that follow a mouse, a pen or a finger: the nearest within reach is taken, and moves by as much as what took it.
 *
 * A pen goes before a finger that rests on the chart. A contact that the system takes away, or that a second finger makes
 * a pinch, has moved nothing.
 */

import { type PointerEvent, useEffect, useRef, useState } from 'react';

type Place = readonly [x: number, y: number];

interface Drag {
  readonly pointer: number;
  readonly finger: boolean;
  readonly index: number;
  /** From the point to where it was taken. */
  readonly offset: Place;
  readonly down: Place;
  moved: boolean;
}

interface DraggingProps {
  /** Where points are, in pixels from the corner of the chart. */
  readonly places: readonly Place[];
  readonly onTake: (index: number) => void;
  readonly onMove: (index: number, to: Place) => void;
  /** All is to be as it was when the point was taken. */
  readonly onCancel: () => void;
  /** Two taps with a finger: it never comes to a double click, as the page is kept from scrolling. */
  readonly onDoubleTap: (index: number) => void;
}

/** Pixels about a point. */
const REACH = { mouse: 13, finger: 22 };
/** Milliseconds from one tap to the next, at most. */
const DOUBLE = 400;
/** Pixels that a finger moves without meaning to. */
const STILL = 4;

const reachOf = (type: string): number => (type === 'mouse' ? REACH.mouse : REACH.finger);

export function useDragging(props: DraggingProps) {
  const group = useRef<SVGGElement>(null);
  const drag = useRef<Drag | null>(null);
  const tap = useRef({ index: -1, time: Number.NEGATIVE_INFINITY });
  const [dragged, setDragged] = useState<number | null>(null);

  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const { left, top } = group.current!.ownerSVGElement!.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const distance = ([x, y]: Place, [x2, y2]: Place) => Math.hypot(x - x2, y - y2);
  /** The point within reach of a place, or null. */
  const taken = (at: Place, reach: number): number | null => {
    const distances = props.places.map((place) => distance(place, at));
    const least = Math.min(...distances);
    return least <= reach ? distances.indexOf(least) : null;
  };

  const keepsPage = useRef<(event: TouchEvent) => boolean>(() => false);
  useEffect(() => {
    keepsPage.current = ({ changedTouches: [touch] }) =>
      touch !== undefined && taken(placeOf(touch), REACH.finger) !== null;
  });
  useEffect(() => {
    // Browsers heed touch-action on no part of an SVG; and beside the points, a finger scrolls the page.
    const keep = (event: TouchEvent) => {
      if (event.cancelable && keepsPage.current(event)) event.preventDefault();
    };
    const element = group.current!;
    element.addEventListener('touchstart', keep, { passive: false });
    return () => element.removeEventListener('touchstart', keep);
  }, []);

  const end = () => {
    drag.current = null;
    setDragged(null);
  };
  const cancel = () => {
    if (drag.current?.moved) props.onCancel();
    end();
  };

  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const finger = event.pointerType === 'touch';
    if (drag.current !== null) {
      const pinch = drag.current.finger && finger;
      if (drag.current.finger) cancel();
      if (pinch || drag.current !== null) return;
    }
    if (event.button !== 0) return;
    const at = placeOf(event);
    const index = taken(at, reachOf(event.pointerType));
    if (index === null) return;
    const [x, y] = props.places[index]!;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      ...{ pointer: event.pointerId, finger, index },
      ...{ offset: [at[0] - x, at[1] - y], down: at, moved: false },
    };
    setDragged(index);
    props.onTake(index);
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const { current } = drag;
    if (current?.pointer !== event.pointerId) return;
    const at = placeOf(event);
    if (!current.moved && distance(at, current.down) < (current.finger ? STILL : 1)) return;
    current.moved = true;
    props.onMove(current.index, [at[0] - current.offset[0], at[1] - current.offset[1]]);
  };
  const onPointerEnd = (event: PointerEvent<SVGGElement>) => {
    const { current } = drag;
    if (current?.pointer !== event.pointerId) return;
    if (event.type === 'pointercancel') return cancel();
    // Capture passes from the point that was touched to all of them.
    if (event.type === 'lostpointercapture' && event.target !== event.currentTarget) return;
    end();
    if (!current.finger || current.moved) return;
    const { timeStamp: time } = event;
    const { index } = current;
    const again = tap.current.index === index && time - tap.current.time < DOUBLE;
    tap.current = again ? { index: -1, time } : { index, time };
    if (again) props.onDoubleTap(index);
  };

  return {
    group,
    dragged,
    /** The point that a double click means, or null. */
    under: (event: { clientX: number; clientY: number }) => taken(placeOf(event), REACH.mouse),
    placeOf,
    handlers: {
      ...{ onPointerDown, onPointerMove },
      ...{ onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd },
      onLostPointerCapture: onPointerEnd,
    },
  };
}
