/** The picture of the two loops: what one contender does in a meta-iteration, again and again while it is trained. */

import { type CSSProperties, useMemo, useRef } from 'react';
import { linspace } from '../../../math/range';
import { minus, plus, polar, type Vector } from '../../../math/vector';
import { mlp, parameterCount } from '../../../networks/network';
import { programSize } from '../../../networks/program';
import { processProgram } from '../../../networks/programs/process';
import { arrow, pathThrough } from '../../../ui/charts/arrow';
import { TakeCorner } from '../../../ui/charts/TakeCorner';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import type { RegressionSpec } from '../fields';
import { useLabState } from '../hooks';
import { metaBatch } from '../metaBatch';
import type { ContenderName } from '../methods';
import {
  arc,
  curvePath,
  GLYPH,
  INNER,
  type Layout,
  layoutOf,
  MOST_STEPS,
  MOST_TASKS,
  OUTER,
  SIGHT,
  shortened,
  THETA,
  wayBack,
} from './layout';
import styles from './loops.module.css';
import { type Picture, pictures } from './pictures';
import { useTurns } from './useTurns';

const VALUES = 33;

/** Curves of the first tasks that the meta-iteration in sight learns from, or has learned from. */
function curvesOf(spec: RegressionSpec, iteration: number, count: number): readonly string[] {
  const { tasks } = metaBatch(spec, Math.max(0, iteration - 1), count);
  const inputs = linspace(spec.inputRange, VALUES);
  const curves = tasks.map((task) => inputs.map((x) => task.value(x)));
  const largest = Math.max(1e-9, ...curves.flat().map(Math.abs));
  return curves.map((values) => curvePath(values, largest));
}

export function LoopsPicture({ name }: { readonly name: ContenderName }) {
  const { loops, contenders } = useWords();
  const spec = useLabState((s) => s.running);
  const svg = useRef<SVGSVGElement>(null);
  const turn = useTurns(svg);
  const picture = pictures[name];
  const tasks = Math.min(MOST_TASKS, spec.metaBatch);
  const steps = Math.min(MOST_STEPS, picture.steps(spec));
  const layout = useMemo(() => layoutOf(picture, tasks, steps), [picture, tasks, steps]);
  const curves = useMemo(
    () => curvesOf(spec, turn.iteration, tasks),
    [spec, turn.iteration, tasks],
  );
  const { left, top, width, height } = SIGHT;
  return (
    <div data-figure className={styles.picture} style={{ '--own': lookOf(name).color }}>
      <TakeCorner title={contenders[name].label} />
      <svg
        ref={svg}
        role="img"
        aria-label={loops.pictures[name]}
        viewBox={`${left} ${top} ${width} ${height}`}
      >
        <Sign layout={layout} />
        <g key={`${name} ${turn.number}`} data-turning={turn.moves || undefined}>
          <Turned picture={picture} layout={layout} />
        </g>
        {layout.tasks.map((middle, i) => (
          <g key={String(middle)} transform={moveTo(middle)} className={styles.task}>
            <rect
              x={-GLYPH.width / 2}
              y={-GLYPH.height / 2}
              width={GLYPH.width}
              height={GLYPH.height}
            />
            <path d={curves[i]} />
          </g>
        ))}
        {picture.isWeightless ? null : (
          <text className={styles.symbol} x={THETA[0] - 17} y={THETA[1] - 8}>
            θ
          </text>
        )}
      </svg>
      {/* The same to the eye: it is heard as the name of the picture. */}
      <p className={styles.caption} aria-hidden="true">
        {loops.pictures[name]}
      </p>
      <p className={styles.note}>
        {say(picture.isWeightless ? loops.tasksAlone : loops.tasks, {
          shown: tasks,
          of: spec.metaBatch,
          at: sayNumber(Math.max(1, turn.iteration)),
          weights: sayNumber(weightsOf(name, spec)),
        })}
      </p>
    </div>
  );
}

/** Those of its own network, where it has one. */
function weightsOf(name: ContenderName, spec: RegressionSpec): number {
  if (name !== 'cnp' && name !== 'acnp') {
    return parameterCount(mlp(1, spec.hidden, 1, spec.activation));
  }
  return programSize(processProgram({ width: spec[`${name}Width`], attentive: name === 'acnp' }));
}

const moveTo = ([x, y]: Vector): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;

/** Values for the style sheet: where something comes from, or goes to. */
const placeOf = ([x, y]: Vector): CSSProperties => ({
  '--x': `${x.toFixed(1)}px`,
  '--y': `${y.toFixed(1)}px`,
});

/** The arcs, as far as the contender has the loops that they are the sign of. */
function Sign({ layout }: { readonly layout: Layout }) {
  const { loops } = useWords();
  const arcs = [
    { radius: OUTER, label: loops.outer, is: layout.moved !== null },
    { radius: INNER, label: loops.inner, is: layout.paths.length > 0 },
  ];
  return arcs.map(({ radius, label, is }) => (
    <g key={radius} className={styles.sign}>
      <path d={arc(radius)} data-missing={!is || undefined} />
      {is ? (
        <text x={-7} y={4 - radius}>
          {label}
        </text>
      ) : null}
    </g>
  ));
}

interface TurnedProps {
  readonly picture: Picture;
  readonly layout: Layout;
}

/** Pixels between what is drawn and the middle of a sign of weights. */
const RIM = 13;

/** What moves in a turn. */
function Turned({ picture, layout }: TurnedProps) {
  const { mover, headAlone = false } = picture;
  const { paths, letter, moved, rates } = layout;
  return (
    <>
      {moved === null ? null : <path className={styles.outerArc} pathLength={1} d={arc(OUTER)} />}
      {paths.length > 0 ? <path className={styles.innerArc} pathLength={1} d={arc(INNER)} /> : null}
      {mover === 'mixed' ? <Mixed tasks={layout.tasks} /> : null}
      {paths.map((path) => (
        <Steps key={String(path.at(-1))} path={path} headAlone={headAlone} />
      ))}
      {layout.mean === null ? null : <Ends paths={paths} mean={layout.mean} />}
      {layout.gradients.map((gradient, i) => (
        <Asked
          key={String(gradient)}
          path={paths[i]!}
          gradient={gradient}
          back={mover === 'carried'}
        />
      ))}
      {letter === null ? null : (
        <g className={styles.adapted}>
          <text className={styles.symbol} x={letter[0]} y={letter[1] + 5}>
            φ
          </text>
        </g>
      )}
      {rates === null ? null : <Rates rates={rates} />}
      {picture.isWeightless ? null : <Weights moved={moved} />}
    </>
  );
}

/** θ where it begins, and where the outer loop takes it. */
function Weights({ moved }: { readonly moved: Vector | null }) {
  const far = moved === null ? ([0, 0] as const) : minus(moved, THETA);
  return (
    <g transform={moveTo(THETA)}>
      {moved === null ? null : (
        <>
          <circle className={styles.begun} r={8} />
          <path className={styles.outerStep} pathLength={1} d={arrow(toRim(far, 9, 10), 9)} />
        </>
      )}
      <g className={styles.theta} style={placeOf(far)}>
        <circle className={styles.body} r={9} />
        <circle className={styles.head} r={5} />
      </g>
    </g>
  );
}

/** From one rim to another on the way from the origin. */
function toRim(end: Vector, from: number, to: number): Vector[] {
  const angle = Math.atan2(end[1], end[0]);
  return [polar(from, angle), polar(Math.max(from + 4, Math.hypot(...end) - to), angle)];
}

interface StepsProps {
  readonly path: readonly Vector[];
  readonly headAlone: boolean;
}

/** The steps of one task, and what it has become. */
function Steps({ path, headAlone }: StepsProps) {
  const last = path.length - 1;
  return (
    <g className={styles.inner}>
      <path pathLength={1} d={pathThrough(shortened(path.toReversed(), RIM - 3).toReversed())} />
      {path.slice(1, last).map((point, k) => (
        <circle
          key={String(point)}
          className={styles.stepped}
          style={{ '--part': (k + 1) / last }}
          transform={moveTo(point)}
          r={2.2}
        />
      ))}
      <g className={styles.adapted} transform={moveTo(path[last]!)}>
        {headAlone ? null : <circle className={styles.body} r={6} />}
        <circle className={styles.head} r={headAlone ? 4 : 2.8} />
      </g>
    </g>
  );
}

interface AskedProps {
  readonly path: readonly Vector[];
  readonly gradient: Vector;
  /** Whether it is carried back along the path, or taken over at θ as it is. */
  readonly back: boolean;
}

/** What query points say at the end of a path, and how that comes to θ. */
function Asked({ path, gradient, back }: AskedProps) {
  const end = path.at(-1)!;
  const angle = Math.atan2(gradient[1], gradient[0]);
  const points = [polar(8, angle), plus(polar(8, angle), gradient)];
  const d = arrow(points, 6);
  return (
    <>
      <path className={styles.gradient} pathLength={1} transform={moveTo(end)} d={d} />
      {back ? (
        <path className={styles.back} pathLength={1} d={arrow(wayBack(path, 4.5, RIM), 6)} />
      ) : (
        <g transform={moveTo(THETA)}>
          <path className={styles.taken} style={placeOf(minus(end, THETA))} d={d} />
        </g>
      )}
    </>
  );
}

/** The mean of where paths ended. */
function Ends({ paths, mean }: { readonly paths: Layout['paths']; readonly mean: Vector }) {
  return (
    <g className={styles.ends}>
      {paths.map((path) => (
        <path
          key={String(path.at(-1))}
          d={pathThrough(shortened([mean, path.at(-1)!], 10).toReversed())}
        />
      ))}
      <path className={styles.cross} transform={moveTo(mean)} d="M-5 -5L5 5M-5 5L5 -5" />
    </g>
  );
}

/** The points of all tasks, on their way to one gradient. */
function Mixed({ tasks }: { readonly tasks: readonly Vector[] }) {
  return (
    <g className={styles.mixed}>
      {tasks.map((task) => (
        <path
          key={String(task)}
          d={pathThrough(
            shortened(shortened([THETA, task], GLYPH.width / 2 + 2).toReversed(), RIM + 2),
          )}
        />
      ))}
    </g>
  );
}

const BAR = 78;

/** The rate of either weight, before and after. */
function Rates({ rates: { before, after } }: { readonly rates: NonNullable<Layout['rates']> }) {
  const { loops } = useWords();
  return (
    <g transform={`translate(${SIGHT.left + 14} ${SIGHT.top + 46})`}>
      <text className={styles.ratesLabel}>{loops.rates}</text>
      {after.map((value, i) => (
        <g key={value} transform={`translate(0 ${11 + i * 15})`}>
          <rect
            className={styles.rate}
            style={{ '--before': before[i]! / value }}
            width={value * BAR}
            height={8}
          />
          <path className={styles.rateBefore} d={`M${(before[i]! * BAR).toFixed(1)} -3V11`} />
        </g>
      ))}
    </g>
  );
}
