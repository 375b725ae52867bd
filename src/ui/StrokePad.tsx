/**
 * A square to draw on with mouse, finger or pen. Strokes are kept as vectors on a square of side 1, y down; how hard a
 * pen is pressed makes no difference.
 *
 * A hand may rest on the pad: a pen goes before a finger, and what a finger drew until then is gone. So it is when the
 * system takes a contact away, or a second finger makes it a pinch.
 */

import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { latinLetter } from './keys';
import styles from './StrokePad.module.css';

export type PadPoint = readonly [x: number, y: number];
export type PadStrokes = readonly (readonly PadPoint[])[];

interface StrokePadProps {
  /** What readers call it, and how it is worked. */
  readonly words: { readonly role: string; readonly help: string };
  readonly strokes: PadStrokes;
  /** What the pad holds, for those who cannot see it. */
  readonly label: string;
  /** Width of a line over the side. */
  readonly line: number;
  /** Hears a stroke while it grows, no more often than `INTERVAL`, and always at its end. */
  readonly onChange: (strokes: PadStrokes) => void;
  /** A stroke begins. */
  readonly onBegin: () => void;
  /** The stroke that began was none: all is to be as it was then. */
  readonly onCancel: () => void;
  /** Ctrl+Z. */
  readonly onUndo: () => void;
  /** Delete. */
  readonly onErase: () => void;
  readonly ref?: Ref<HTMLDivElement>;
  /** What lies under the strokes. */
  readonly children?: ReactNode;
}

/** Milliseconds between two reports of a growing stroke. */
const INTERVAL = 80;
/** Milliseconds after a pen was last seen for which a finger is the hand that holds it, put down between two strokes. */
export const PEN_RESTS = 2000;
/** Points nearer than this to the last one say nothing new. */
const LEAST_MOVE = 0.004;

/** A stroke that is being drawn. */
interface Pen {
  readonly pointer: number;
  readonly finger: boolean;
  readonly before: PadStrokes;
  readonly points: PadPoint[];
  timer: ReturnType<typeof setTimeout> | undefined;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

export function StrokePad(props: StrokePadProps) {
  const { words, strokes, label, line, onChange, onBegin, onCancel } = props;
  const { onUndo, onErase, ref, children } = props;
  const help = useId();
  const pen = useRef<Pen | null>(null);
  /** Fingers, and hands, that lie on the pad, whether they draw or not. */
  const resting = useRef(new Set<number>());
  /** When a pen was last seen, drawing or above the pad. */
  const penSeen = useRef(Number.NEGATIVE_INFINITY);
  /** Strokes in sight while the pen is down: the owner knows them a little later. */
  const [growing, setGrowing] = useState<PadStrokes | null>(null);
  useEffect(() => () => clearTimeout(pen.current?.timer), []);

  const drawn = ({ before, points }: Pen): PadStrokes => [...before, [...points]];
  const report = () => {
    if (pen.current === null) return;
    pen.current.timer = undefined;
    onChange(drawn(pen.current));
  };

  /** @returns whether there was a stroke to end */
  const end = (): boolean => {
    if (pen.current === null) return false;
    clearTimeout(pen.current.timer);
    pen.current = null;
    setGrowing(null);
    return true;
  };
  const cancel = () => {
    if (end()) onCancel();
  };

  const seen = ({ pointerType, timeStamp }: PointerEvent) => {
    if (pointerType === 'pen') penSeen.current = timeStamp;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    seen(event);
    const finger = event.pointerType === 'touch';
    if (finger && event.isPrimary) resting.current.clear();
    const alone = resting.current.size === 0;
    if (finger) resting.current.add(event.pointerId);
    const yielding = pen.current?.finger ? pen.current : null;
    if (yielding !== null) cancel();
    if (event.button !== 0 || pen.current !== null || (finger && !alone)) return;
    if (finger && event.timeStamp - penSeen.current < PEN_RESTS) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const points = [pointOf(event.nativeEvent, event.currentTarget)];
    // What a finger began is taken back, but the owner has not said so yet.
    const before = yielding?.before ?? strokes;
    if (yielding === null) onBegin();
    pen.current = { pointer: event.pointerId, finger, before, points, timer: undefined };
    setGrowing(drawn(pen.current));
    report();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    seen(event);
    const { current } = pen;
    if (current?.pointer !== event.pointerId) return;
    const { nativeEvent, currentTarget } = event;
    const parts = nativeEvent.getCoalescedEvents?.() ?? [];
    for (const part of parts.length > 0 ? parts : [nativeEvent]) {
      const point = pointOf(part, currentTarget);
      const last = current.points.at(-1)!;
      if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= LEAST_MOVE) {
        current.points.push(point);
      }
    }
    setGrowing(drawn(current));
    current.timer ??= setTimeout(report, INTERVAL);
  };
  const onPointerEnd = (event: PointerEvent<HTMLDivElement>) => {
    seen(event);
    resting.current.delete(event.pointerId);
    if (pen.current?.pointer !== event.pointerId) return;
    if (event.type === 'pointercancel') return cancel();
    report();
    end();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (pen.current !== null) return;
    if ((event.ctrlKey || event.metaKey) && latinLetter(event) === 'z') onUndo();
    else if (event.key === 'Delete' || event.key === 'Backspace') onErase();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={ref}
      className={styles.pad}
      role="application"
      aria-roledescription={words.role}
      aria-label={label}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes Ctrl+Z and Delete
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onLostPointerCapture={onPointerEnd}
    >
      {children}
      <svg viewBox="0 0 1 1" aria-hidden="true">
        <path d={pathOf(growing ?? strokes)} strokeWidth={line} />
      </svg>
      <span id={help} className="hidden-visually">
        {words.help}
      </span>
    </div>
  );
}

/** Where on the pad an event is; beyond its edge, the nearest place of the edge. */
function pointOf(event: { clientX: number; clientY: number }, pad: Element): PadPoint {
  const { left, top, width, height } = pad.getBoundingClientRect();
  return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
}

/** A stroke of one point is a dot: a line of no length with round ends. */
const pathOf = (strokes: PadStrokes): string =>
  strokes
    .map((stroke) => {
      const points = stroke.map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`);
      return `M${points.join('L')}${points.length === 1 ? 'h0' : ''}`;
    })
    .join('');
