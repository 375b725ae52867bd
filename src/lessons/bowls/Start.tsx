/** θ, where it can be dragged, or moved by keyboard. */

import { type KeyboardEvent, useId, useRef } from 'react';
import { useDragging } from '../../ui/charts/useDragging';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say } from '../../words/format';
import type { Vector } from './bowls';
import styles from './bowls.module.css';
import { sight } from './example';
import { inSight, type Plane } from './plane';
import { spokenPlace } from './spoken';

/** What an arrow key moves it by, and with Shift. */
const NUDGE = 0.05;
const BIG_NUDGE = 0.25;

const arrows: Readonly<Record<string, Vector>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface StartProps {
  readonly plane: Plane;
  readonly theta: Vector;
  /** Where the step of each task leads from there. */
  readonly lands: readonly Vector[];
  /** The mean loss after one step from there; null while that is not to be known. */
  readonly after: number | null;
  readonly onMove: (theta: Vector) => void;
}

export function Start({ plane, theta, lands, after, onMove }: StartProps) {
  const { bowls, frame } = useWords();
  const help = useId();
  const handle = useRef<SVGGElement>(null);
  const before = useRef(theta);
  const place = plane.at(theta);
  const { group, dragged, handlers } = useDragging({
    places: [place],
    onTake: () => {
      before.current = theta;
      handle.current!.focus({ preventScroll: true });
    },
    onMove: (_, to) => onMove(plane.from(to)),
    onCancel: () => onMove(before.current),
    onDoubleTap: () => {},
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? BIG_NUDGE : NUDGE;
    onMove(inSight([theta[0] + by * way[0], theta[1] + by * way[1]]));
  };
  const position = spokenPlace(theta);
  const told =
    after === null
      ? say(bowls.lands, {
          position,
          first: spokenPlace(lands[0]!),
          second: spokenPlace(lands[1]!),
        })
      : say(bowls.spoken, { position, after: digits(after) });
  return (
    <g ref={group} {...handlers}>
      <desc id={help}>{frame.charts.moveHelp}</desc>
      <g
        ref={handle}
        className={styles.start}
        data-dragged={dragged !== null || undefined}
        role="slider"
        tabIndex={0}
        aria-label={bowls.theta}
        aria-roledescription={frame.charts.point}
        aria-describedby={help}
        aria-orientation="vertical"
        aria-valuemin={sight.y[0]}
        aria-valuemax={sight.y[1]}
        aria-valuenow={theta[1]}
        aria-valuetext={told}
        transform={`translate(${place[0].toFixed(1)} ${place[1].toFixed(1)}) scale(${plane.scale})`}
        onKeyDown={onKeyDown}
      >
        <circle className={styles.reach} r={14} />
        <circle className={styles.theta} r={7} />
      </g>
    </g>
  );
}
