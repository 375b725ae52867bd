/** The plane: both bowls, the contours of one mean, the step of each task from θ, and where each method would take θ. */

import { type CSSProperties, useId, useRef } from 'react';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import {
  adapted,
  type Bowl,
  curvatureBy,
  gradientBy,
  lossAfter,
  type Method,
  methods,
  restOf,
  type Symmetric,
  type Vector,
} from './bowls';
import styles from './bowls.module.css';
import { ellipseAt } from './ellipses';
import { sight } from './example';
import { type Mark, type Place, placeLabels } from './labels';
import { type Plane, planeOf, shaft } from './plane';
import { RestMark } from './RestMark';
import { Start } from './Start';
import { spokenPlace } from './spoken';
import { useSize } from './useSize';

/** Which mean has contours. */
export const surfaces = ['now', 'after'] as const;
export type Surface = (typeof surfaces)[number];

/** Who descends it, at right angles to its contours. */
const descends: Readonly<Record<Surface, Method>> = { now: 'joint', after: 'maml' };

export interface DrawingProps {
  readonly tasks: readonly Bowl[];
  readonly theta: Vector;
  readonly alpha: number;
  readonly surface: Surface;
  /** What would tell where θ belongs is not in sight. */
  readonly asked: boolean;
  /** Whether it is shown where each method comes to rest. */
  readonly revealed: boolean;
  /** Where a person put θ when they were asked. */
  readonly put: Vector | null;
  readonly onMove: (theta: Vector) => void;
}

export function Drawing(props: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  return (
    <div ref={place} className={styles.place}>
      {size === null ? null : <Drawn {...props} plane={planeOf(size)} />}
    </div>
  );
}

interface DrawnProps extends DrawingProps {
  readonly plane: Plane;
}

/** Radii and lengths in pixels, on a desk. */
const RIM = 10;
const ADAPTED = 5;
/** Of the ring about θ when it has the focus. */
const REACH = 14;
const CROSS = 6;
const HEAD = 11;
/** The length of an arrow that has room, in weights. */
const ARROW = 0.85;

const moveTo = ([x, y]: Place): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
const lineTo = (from: Place, to: Place): string =>
  `M${from.map((v) => v.toFixed(1)).join(' ')}L${to.map((v) => v.toFixed(1)).join(' ')}`;

function Drawn(props: DrawnProps) {
  const { plane, tasks, theta, alpha, surface, asked, revealed, put, onMove } = props;
  const { bowls } = useWords();
  const clip = useId();
  const { width, height, unit, scale } = plane;
  const rim = RIM * scale;
  const at = plane.at(theta);
  const ends = tasks.map((task) => plane.at(adapted(task, theta, alpha)));
  const rests = methods.flatMap((method) => {
    const rest = restOf(method, tasks, alpha);
    return rest === null ? [] : [{ method, at: plane.at(rest) }];
  });
  const arrows = (asked ? [] : methods).flatMap((method) => {
    const [x, y] = gradientBy(method, tasks, theta, alpha);
    const rest = rests.find((one) => one.method === method);
    const far = rest === undefined ? Number.POSITIVE_INFINITY : distance(rest.at, at);
    // Up in the plane is down in pixels.
    const way = shaft(at, [at[0] - x * unit, at[1] + y * unit], rim, Math.min(ARROW * unit, far));
    return way === null ? [] : [{ method, ...way }];
  });
  const marks = revealed ? rests.map(({ at }): Mark => ({ at, radius: 8 * scale })) : [];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is nothing that can be drawn in
    <svg
      role="group"
      aria-label={say(bowls.drawn, {
        first: spokenPlace(tasks[0]!.centre),
        second: spokenPlace(tasks[1]!.centre),
      })}
      style={{ '--scale': scale }}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <clipPath id={clip}>
        <rect width={width} height={height} rx={8} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect className={styles.ground} width={width} height={height} />
        {tasks.map((task) => (
          <Shade key={String(task.centre)} plane={plane} task={task} />
        ))}
        {asked ? null : (
          <MeanContours
            plane={plane}
            tasks={tasks}
            alpha={surface === 'now' ? 0 : alpha}
            surface={surface}
          />
        )}
      </g>
      <rect className={styles.frame} width={width} height={height} rx={8} />
      {tasks.map(({ centre }) => (
        <path
          key={String(centre)}
          className={styles.centre}
          transform={`${moveTo(plane.at(centre))} scale(${scale})`}
          d="M-4 -4L4 4M-4 4L4 -4"
        />
      ))}
      {ends.map((end, i) => (
        <g key={String(tasks[i]!.centre)} className={styles.step}>
          <path d={lineTo(at, end)} />
          <circle cx={end[0]} cy={end[1]} r={ADAPTED * scale} />
        </g>
      ))}
      {arrows.map((arrow) => (
        <Arrow key={arrow.method} {...arrow} scale={scale} />
      ))}
      {revealed
        ? rests.map((rest) => (
            <g
              key={rest.method}
              className={styles.rest}
              transform={`${moveTo(rest.at)} scale(${scale})`}
            >
              <RestMark method={rest.method} />
            </g>
          ))
        : null}
      {put === null ? null : (
        <circle
          className={styles.put}
          transform={`${moveTo(plane.at(put))} scale(${scale})`}
          r={REACH}
        />
      )}
      <Start
        plane={plane}
        theta={theta}
        lands={tasks.map((task) => adapted(task, theta, alpha))}
        after={asked ? null : lossAfter(tasks, theta, alpha)}
        onMove={onMove}
      />
      <Names
        plane={plane}
        tasks={tasks}
        theta={at}
        ends={ends}
        marks={marks}
        lines={[
          ...ends.map((end) => [at, end] as const),
          ...arrows.map(({ from, to }) => [from, to] as const),
        ]}
      />
    </svg>
  );
}

const distance = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

interface RingProps {
  readonly plane: Plane;
  readonly matrix: Symmetric;
  readonly centre: Vector;
  /** Above the least. */
  readonly level: number;
}

function Ring({ plane, matrix, centre, level }: RingProps) {
  const { along, across, angle } = ellipseAt(matrix, level);
  const degrees = ((-angle * 180) / Math.PI).toFixed(2);
  return (
    <ellipse
      rx={(along * plane.unit).toFixed(1)}
      ry={(across * plane.unit).toFixed(1)}
      transform={`${moveTo(plane.at(centre))} rotate(${degrees})`}
    />
  );
}

/** Losses of a task that are shaded up to: the same of all, so that a flat bowl is wide. */
const SHADES = [0.05, 0.2, 0.45];

function Shade({ plane, task }: { readonly plane: Plane; readonly task: Bowl }) {
  return (
    <g className={styles.shade}>
      {SHADES.map((level) => (
        <Ring
          key={level}
          plane={plane}
          matrix={task.curvature}
          centre={task.centre}
          level={level}
        />
      ))}
    </g>
  );
}

/** Contours between the least place and the farthest corner. */
const RINGS = 9;
const corners: readonly Vector[] = sight.x.flatMap((x) => sight.y.map((y): Vector => [x, y]));

interface MeanContoursProps {
  readonly plane: Plane;
  readonly tasks: readonly Bowl[];
  /** Of the step after which losses are taken: 0 for those before. */
  readonly alpha: number;
  readonly surface: Surface;
}

function MeanContours({ plane, tasks, alpha, surface }: MeanContoursProps) {
  const centre = restOf('maml', tasks, alpha);
  if (centre === null) return null;
  const matrix = curvatureBy('maml', tasks, alpha);
  const least = lossAfter(tasks, centre, alpha);
  const most = Math.max(...corners.map((corner) => lossAfter(tasks, corner, alpha) - least));
  return (
    <g className={styles.contours} style={inColorOf(descends[surface])}>
      {Array.from({ length: RINGS }, (_, k) => (k + 1) / RINGS).map((part) => (
        <Ring key={part} plane={plane} matrix={matrix} centre={centre} level={most * part * part} />
      ))}
    </g>
  );
}

const inColorOf = (method: Method): CSSProperties => ({ '--own': lookOf(method).color });

interface ArrowProps {
  readonly method: Method;
  readonly from: Place;
  readonly to: Place;
  readonly degrees: number;
  readonly scale: number;
}

function Arrow({ method, from, to, degrees, scale }: ArrowProps) {
  const length = distance(from, to);
  const head = Math.min(HEAD * scale, length);
  // The shaft ends within the head.
  const part = Math.max(0, length - head + 1) / length;
  const end: Place = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  return (
    <g className={styles.arrow} style={inColorOf(method)} data-method={method}>
      <path className={styles.shaft} d={lineTo(from, end)} strokeDasharray={lookOf(method).dash} />
      <path
        className={styles.tip}
        transform={`${moveTo(to)} rotate(${degrees.toFixed(1)})`}
        d={`M0 0L${-head} ${-head / 2}V${head / 2}Z`}
      />
    </g>
  );
}

interface NamesProps {
  readonly plane: Plane;
  readonly tasks: readonly Bowl[];
  readonly theta: Place;
  readonly ends: readonly Place[];
  readonly marks: readonly Mark[];
  readonly lines: readonly (readonly [Place, Place])[];
}

/** Pixels on a desk: about a letter of a sentence, and its line; a letter of formulas with an index, and its line. */
const LETTER = 7.6;
const LINE = 16;
const SYMBOL = 19;
const SYMBOL_LINE = 23;

const indices = ['₁', '₂', '₃', '₄'] as const;

function Names({ plane, tasks, theta, ends, marks, lines }: NamesProps) {
  const { bowls } = useWords();
  const { scale } = plane;
  const symbol = { width: SYMBOL * scale, height: SYMBOL_LINE * scale, style: styles.symbol };
  const named = [
    ...tasks.map(({ centre }, i) => {
      const text = say(bowls.task, { number: i + 1 });
      const [width, height] = [text.length * LETTER * scale, LINE * scale];
      const at = plane.at(centre);
      return { text, at, radius: CROSS * scale, width, height, style: styles.name };
    }),
    { text: 'θ', at: theta, radius: REACH * scale, ...symbol },
    ...ends
      .map((at, i) => ({ text: `φ${indices[i]}`, at, radius: (ADAPTED + 1) * scale, ...symbol }))
      // Under θ it is not to be seen.
      .filter(({ at }) => distance(at, theta) > (RIM - ADAPTED / 2) * scale),
  ];
  const places = placeLabels(named, { marks, lines, size: [plane.width, plane.height] });
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      {named.map(({ text, style }, i) => (
        <text
          key={text}
          className={style}
          x={places[i]![0].toFixed(1)}
          y={(places[i]![1] + 5 * scale).toFixed(1)}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
