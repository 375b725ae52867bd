/** The task in focus: its points, what the network makes of it now, and what the gradient of the line sees. */

import { linspace } from '../../../math/range';
import { Figure } from '../../../ui/charts/Figure';
import { Clip, Curve } from '../../../ui/charts/layers';
import { PlotFrame, usePlot } from '../../../ui/charts/PlotFrame';
import { dashed } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { fitsAt, type Standing } from '../../kit/microscope/walk';
import { between } from '../between';
import { useLabState } from '../hooks';
import { gridOf } from '../lab';
import { metaBatch } from '../metaBatch';
import type { ContenderName } from '../methods';
import { useAdaptationAxes } from '../useAxes';
import type { Recorded, RecordedLine } from './recorded';
import styles from './taskPlot.module.css';

/** Lines whose gradient is taken on the query points, on the support points, and on all; a minibatch is some of them, not known here. */
const ON_QUERY = [
  'queryGradient',
  'throughStep',
  'throughRates',
  'ofRates',
  'throughGates',
  'ofGates',
];
const ON_SUPPORT = ['innerGradient'];
const ON_BOTH = ['allGradient'];

interface TaskPlotProps {
  readonly name: ContenderName;
  readonly iteration: number;
  readonly recorded: Recorded;
  readonly standing: Standing<RecordedLine>;
}

export function TaskPlot({ name, iteration, recorded, standing }: TaskPlotProps) {
  const { microscope, contenders } = useWords();
  const axes = useAdaptationAxes();
  const running = useLabState((s) => s.running);
  const grid = gridOf(running);
  const { task } = recorded;
  const { tasks, support, query } = metaBatch(running, iteration, task + 1);
  const inputs = linspace([grid[0]!, grid.at(-1)!], grid.length);
  const truth = inputs.map((x) => tasks[task]!.value(x));
  const { start, now } = { start: recorded.start.curve, now: fitsAt(recorded, standing).fit.curve };
  const { label } = contenders[name];
  return (
    <div className={styles.plot}>
      <Figure
        title={microscope.plot}
        table={() => ({
          columns: Object.values(microscope.plotTable),
          rows: grid.map((x, i) => [x, truth[i]!, start[i]!, now[i]!]),
        })}
      >
        <PlotFrame x={axes.x} y={axes.y} reads>
          <Clip>
            <Curve
              name={microscope.truth}
              x={grid}
              y={truth}
              look={{ color: 'var(--ink)', dash: '3 3' }}
              width={1.3}
              opacity={0.65}
            />
            <Curve
              name={microscope.start}
              x={grid}
              y={start}
              look={dashed(name, 'solid')}
              width={1.3}
              opacity={0.45}
            />
            <Points
              of={pointsOf(support, task)}
              curve={now}
              seen={[...ON_SUPPORT, ...ON_BOTH].includes(standing.name)}
            />
            <Points
              of={pointsOf(query, task)}
              curve={now}
              hollow
              seen={[...ON_QUERY, ...ON_BOTH].includes(standing.name)}
            />
            <Curve name={label} x={grid} y={now} look={dashed(name, 'solid')} width={2.6} />
          </Clip>
        </PlotFrame>
      </Figure>
    </div>
  );
}

type Points = ReturnType<typeof metaBatch>['support'];

const pointsOf = ({ points, inputs, targets }: Points, task: number) =>
  Array.from({ length: points }, (_, i) => ({
    x: inputs[task * points + i]!,
    y: targets[task * points + i]!,
  }));

interface PointsProps {
  readonly of: ReturnType<typeof pointsOf>;
  readonly curve: ArrayLike<number>;
  readonly hollow?: boolean;
  /** Whether a gradient looks at them: then what is wrong at each is drawn. */
  readonly seen: boolean;
}

function Points({ of, curve, hollow = false, seen }: PointsProps) {
  const plot = usePlot();
  const grid = gridOf(useLabState((s) => s.running));
  if (plot === null) return null;
  return (
    <g className={styles.points} data-hollow={hollow || undefined} data-seen={seen || undefined}>
      {of.map(({ x, y }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
        <g key={i}>
          {seen ? (
            <line
              x1={plot.x(x)}
              x2={plot.x(x)}
              y1={plot.y(y)}
              y2={plot.y(between(grid, curve, x))}
            />
          ) : null}
          <circle cx={plot.x(x)} cy={plot.y(y)} r={4} />
        </g>
      ))}
    </g>
  );
}
