/** One wave, and what two starts make of ten of its points. */

import { memo } from 'react';
import type { Range } from '../../../math/range';
import type { Task } from '../../../tasks/task';
import { ticks } from '../../../ui/charts/axis';
import { EndNames } from '../../../ui/charts/EndNames';
import { Handles } from '../../../ui/charts/Handles';
import { Clip, Curve } from '../../../ui/charts/layers';
import { type Axis, PlotFrame, usePlot } from '../../../ui/charts/PlotFrame';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { predictionsOf } from '../adaptation/adaptation';
import { StepCurves } from '../adaptation/StepCurves';
import { between } from '../between';
import { gridOf, taskInSight } from '../lab';
import type { ShippedName } from '../shipped';
import { type Opening, spec } from './opening';
import styles from './opening.module.css';
import { useOpening } from './useOpening';

const grid = gridOf(spec);
const HEIGHT: Range = [-5.6, 5.6];
const axes: { readonly x: Axis; readonly y: Axis } = {
  x: { domain: spec.testInputRange, ticks: ticks(spec.testInputRange, 6), label: '' },
  y: { domain: HEIGHT, ticks: [-4, -2, 0, 2, 4], label: '' },
};

/** Held-out tasks that are drawn faintly: they are among what is learned from, one by one as likely as that in sight. */
const OTHERS = Array.from({ length: 12 }, (_, i) => 5000 + i);

const valuesOf = (task: Task): readonly number[] => grid.map((x) => task.value(x));

export const OpeningPlot = memo(function OpeningPlot({ opening }: { readonly opening: Opening }) {
  return (
    <PlotFrame x={axes.x} y={axes.y}>
      <Clip>
        <Waves opening={opening} />
        <Residuals opening={opening} />
        <Predictions opening={opening} name="joint" />
        <Predictions opening={opening} name="maml" />
      </Clip>
      <Names opening={opening} />
      <Points opening={opening} />
    </PlotFrame>
  );
});

interface Shown {
  readonly opening: Opening;
}

/** The wave; before any step, and only then, what else it could have been. */
function Waves({ opening }: Shown) {
  const shown = useOpening(opening, (s) => s.shown);
  const before = useOpening(opening, (s) => s.step === 0);
  const plain = { color: 'var(--ink)', dash: undefined };
  return (
    <>
      {before
        ? OTHERS.map((other) => (
            <Curve
              key={other}
              x={grid}
              y={valuesOf(taskInSight(spec, { shown: other }).task)}
              look={plain}
              width={1}
              opacity={0.13}
            />
          ))
        : null}
      <Curve
        x={grid}
        y={valuesOf(taskInSight(spec, { shown }).task)}
        look={plain}
        width={1.4}
        opacity={0.75}
      />
    </>
  );
}

function Predictions({ opening, name }: Shown & { readonly name: ShippedName }) {
  const { adaptation, step } = useOpening(opening, (s) => s);
  const drawn = { name, adaptation, grid, step };
  return <StepCurves {...drawn} look={lookOf(name)} width={3.2} />;
}

/** What the gradient sees: from each point to MAML's curve. */
function Residuals({ opening }: Shown) {
  const plot = usePlot();
  const adaptation = useOpening(opening, (s) => s.adaptation);
  const step = useOpening(opening, (s) => s.step);
  useOpening(opening, (s) => s.moved);
  const curve = predictionsOf(adaptation, 'maml', step, grid.length);
  if (plot === null || curve === null) return null;
  return (
    <g className={styles.residuals}>
      {opening.points.map(({ x, y }, i) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
          key={i}
          x1={plot.x(x)}
          x2={plot.x(x)}
          y1={plot.y(y)}
          y2={plot.y(between(grid, curve, x))}
        />
      ))}
    </g>
  );
}

/** Pixels that two names need beside each other. */
const LONG = 110;
/** A plot that is narrower has no room for every name. */
const ROOMY = 560;

/** Curves named where they end, the wave where it is highest. */
function Names({ opening }: Shown) {
  const words = useWords();
  const plot = usePlot();
  const adaptation = useOpening(opening, (s) => s.adaptation);
  const step = useOpening(opening, (s) => s.step);
  const shown = useOpening(opening, (s) => s.shown);
  if (plot === null) return null;
  const wave = valuesOf(taskInSight(spec, { shown }).task);
  // Away from the names at the right.
  const top = wave.reduce((best, y, i) => (i < 90 && y > wave[best]! ? i : best), 5);
  const endings = (['maml', 'joint'] as const).map((name) => ({
    name: words.contenders[name].label,
    look: lookOf(name),
    values: predictionsOf(adaptation, name, step, grid.length),
  }));
  const right = plot.left + plot.width - 4;
  return (
    <g className={styles.names}>
      <text x={plot.x(grid[top]!)} y={plot.y(wave[top]!) - 12} textAnchor="middle">
        {words.root.wave}
      </text>
      {step === 0 && plot.width > ROOMY ? (
        <text x={right} y={plot.top + 4} textAnchor="end">
          {words.root.others}
        </text>
      ) : null}
      <EndNames of={endings} />
      <Invitation opening={opening} clear={[plot.x(grid[top]!), plot.y(wave[top]!)]} />
    </g>
  );
}

/** At one point, until one was moved. @param clear of the name of the wave, which stands there */
function Invitation({ opening, clear }: Shown & { readonly clear: readonly [number, number] }) {
  const words = useWords();
  const plot = usePlot();
  const moved = useOpening(opening, (s) => s.moved !== null);
  if (plot === null || moved) return null;
  const distance = (x: number, y: number) => Math.hypot(x - clear[0], 2 * (y - clear[1]));
  const places = opening.points
    .map(({ x, y }) => [plot.x(x), plot.y(y)] as const)
    .toSorted(([a], [b]) => a - b);
  const room = (i: number) => (places[i + 1]?.[0] ?? 0) - places[i]![0];
  const [place] = [...places.keys()]
    .filter((i) => distance(...places[i]!) > LONG && places[i]![0] < plot.left + 0.7 * plot.width)
    .toSorted((a, b) => room(b) - room(a))
    .map((i) => places[i]!);
  if (place === undefined) return null;
  return (
    // Off the wave, which bends to the middle.
    <text x={place[0] + 12} y={place[1] + (place[1] > plot.y(0) ? 20 : -10)}>
      {words.root.dragMe}
    </text>
  );
}

function Points({ opening }: Shown) {
  const { point } = useWords().root;
  const moved = useOpening(opening, (s) => s.moved);
  useOpening(opening, (s) => s.shown);
  return (
    <Handles
      points={opening.points}
      noun={point}
      many={false}
      onChange={(points) => opening.move(points)}
      onTake={() => () => opening.move(moved)}
    />
  );
}
