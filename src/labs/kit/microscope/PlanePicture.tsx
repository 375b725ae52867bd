/** Weights and gradients of a record in their plane, as far as it was walked: true lengths, true angles. */

import type { Vector } from '../../../math/vector';
import { arrow } from '../../../ui/charts/arrow';
import { TakeCorner } from '../../../ui/charts/TakeCorner';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say } from '../../../words/format';
import styles from './microscope.module.css';
import { picturePlane } from './picture';
import type { Walked } from './recorded';
import { type Standing, seenAt } from './walk';
import { percent } from './words';

/** The picture's own units. */
const SIZE = 320;
const RIM = 34;

interface PlanePictureProps {
  readonly recorded: Walked;
  readonly standing: Standing;
  /** By which gradients are drawn shorter: α. */
  readonly rate: number;
}

export function PlanePicture({ recorded, standing, rate }: PlanePictureProps) {
  const { microscope } = useWords();
  const { plane } = microscope;
  const { bounds, path, others, arrows, moved } = picturePlane(recorded, standing.at, rate);
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.low + bounds.high) / 2 };
  const scale = (SIZE - 2 * RIM) / Math.max(bounds.right - bounds.left, bounds.high - bounds.low);
  const at = ([x, y]: Vector): Vector => [
    SIZE / 2 + scale * (x - middle.x),
    SIZE / 2 - scale * (y - middle.y),
  ];
  const theta = at([0, 0]);
  const last = at(path.at(-1)!);
  const within = standing.line === null ? null : (seenAt(standing.line)?.within ?? null);
  return (
    <figure className={styles.plane}>
      <TakeCorner title={plane.title} />
      <figcaption>{plane.title}</figcaption>
      <svg
        role="img"
        aria-label={say(plane.seen, { tasks: others.length })}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
      >
        <path className={styles.axis} d={`M0 ${theta[1]}H${SIZE}M${theta[0]} 0V${SIZE}`} />
        {others.map((place, i) => (
          <Dot
            // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number
            key={i}
            className={styles.other!}
            at={at(place)}
            r={2.5}
          />
        ))}
        <polyline
          className={styles.path}
          points={path.map((place) => at(place).join()).join(' ')}
        />
        {path.slice(1).map((place) => (
          <Dot key={String(place)} className={styles.phi!} at={at(place)} r={4} />
        ))}
        {arrows.map(({ from, to, now }) => (
          <path
            key={`${from} ${to}`}
            className={styles.direction}
            data-now={now || undefined}
            d={arrow([at(from), at(to)], now ? 8 : 6)}
          />
        ))}
        <Dot className={styles.theta!} at={theta} r={6} />
        <text x={theta[0] - 13} y={theta[1] + 21}>
          θ
        </text>
        {path.length > 1 && moved === null ? (
          <text x={last[0] + 13} y={last[1] - 9}>
            φ
          </text>
        ) : null}
        {moved === null ? null : (
          <>
            <path className={styles.move} d={arrow([theta, at(moved)], 9)} />
            <Dot className={styles.moved!} at={at(moved)} r={6} />
          </>
        )}
      </svg>
      {within === null ? null : <p>{say(plane.within, { part: percent(within) })}</p>}
      <p className={text.hint}>{plane.axes}</p>
    </figure>
  );
}

interface DotProps {
  readonly className: string;
  readonly at: Vector;
  readonly r: number;
}

const Dot = ({ className, at: [cx, cy], r }: DotProps) => (
  <circle className={className} cx={cx} cy={cy} r={r} />
);
