/** The regression lab on the page: what it is made of, and what a person can do to it. Knows no React. */

import { slim } from '../../contenders/state';
import { linspace, type Range } from '../../math/range';
import { stream } from '../../math/rng';
import { decodeAddress } from '../../spec/address';
import type { Point } from '../../spec/field';
import { drawEpisodes, type Task } from '../../tasks/task';
import type { LabDefinition } from '../kit/definition';
import { Lab } from '../kit/lab';
import { shutMicroscope } from '../kit/microscope/view';
import { perSpec } from '../kit/perSpec';
import type { AdaptQuestion } from './adaptation/question';
import { fields, type RegressionSpec, view } from './fields';
import { lateAsks } from './lateAsks';
import type { ContenderName } from './methods';
import { defaultPreset, type PresetName, presets } from './presets';
import type { RegressionQuestions } from './questions';
import type { RegressionSnapshot } from './snapshot';
import type { State } from './state';
import { testTasks } from './tasks';

export type { State };

/** Held-out tasks of the curve: few while training goes on, as many as in the paper when it rests. */
const TASKS_WHILE_TRAINING = 100;
export const TASKS_AT_REST = 600;
/** Milliseconds between two curves while training. */
const CURVE_INTERVAL = 600;
/** Milliseconds between two measurements of pace while training. */
const PACE_INTERVAL = 5000;
const GRID_POINTS = 121;
/** A task far from the average one, so that there is something to adapt to. */
const FIRST_SHOWN = 2;

/** Inputs in sight: those of training and of held-out tasks. */
export function sightOf({ inputRange, testInputRange }: RegressionSpec): Range {
  return [Math.min(inputRange[0], testInputRange[0]), Math.max(inputRange[1], testInputRange[1])];
}

export const gridOf = perSpec((spec: RegressionSpec) => linspace(sightOf(spec), GRID_POINTS));

/** Held-out tasks by their number, and the support points that were drawn for them. */
const drawnTasks = perSpec((spec: RegressionSpec) => {
  const drawn = new Map<number, ReturnType<typeof drawTask>>();
  return (shown: number) => {
    const task = drawn.get(shown) ?? drawTask(spec, shown);
    drawn.set(shown, task);
    return task;
  };
});

interface InSight {
  readonly task: Task;
  /** How the loss of predictions on the grid is taken, if not over the inputs of held-out tasks; null where it cannot be. */
  readonly lossOf?: (predictions: Float32Array) => number | null;
  readonly points: readonly Point[];
  /** The largest of its values, where the family does not say so. */
  readonly high?: number;
}

/** Reads a task of a person's own: `own/read.ts` puts itself here when it comes. What cannot be read is not in sight. */
export const lateTask: {
  read: (spec: RegressionSpec, own: string, shown: number) => InSight | null;
} = { read: () => null };

/** A held-out task by its number, or one of a person's own in its place. */
export interface Shown {
  readonly shown: number;
  readonly own?: string;
}
export const taskInSight = (spec: RegressionSpec, { shown, own }: Shown): InSight =>
  (own && lateTask.read(spec, own, shown)) || drawnTasks(spec)(shown);

function drawTask(spec: RegressionSpec, shown: number) {
  const { family, sampling } = testTasks(spec);
  const { tasks, support } = drawEpisodes(
    family,
    sampling,
    { tasks: 1, support: spec.shots, query: spec.queries },
    stream(spec.seed, 'drawing', shown),
  );
  const points = Array.from(
    support.inputs,
    (x, i): Point => ({
      x: Number(x.toFixed(3)),
      y: Number(support.targets[i]!.toFixed(3)),
    }),
  );
  return { task: tasks[0]! as Task, points: points as readonly Point[] };
}

/** The support points in sight. */
export const pointsOf = ({ running, view }: State): readonly Point[] =>
  view.points ?? taskInSight(running, view).points;

/** What contenders become on these points. */
export const adaptTo = (
  at: AdaptQuestion['at'],
  points: readonly Point[],
  spec: RegressionSpec,
): AdaptQuestion => ({
  at,
  inputs: Float32Array.from(points, (p) => p.x),
  targets: Float32Array.from(points, (p) => p.y),
  grid: Float32Array.from(gridOf(spec)),
});

/** Those that take part in the run and are not hidden. */
export const contendersOf = ({ spec, running }: State): ContenderName[] =>
  spec.contenders.filter((name) => running.contenders.includes(name));

/** Whether all contenders stand in one plot. */
export const isOverlaid = ({ view }: State): boolean => view.arrange === 'overlay';

/** Who stands in front there: the one that was chosen, if it takes part. */
export const frontOf = (state: State): ContenderName | undefined => {
  const contenders = contendersOf(state);
  const { voice } = state.view;
  return contenders.includes(voice) ? voice : contenders[0];
};

/** The gradient step in sight, of those that are taken. */
export const stepOf = ({ running, view: { step } }: State): number =>
  Math.min(step, running.testSteps);

/** Whether losses on held-out tasks are of some of them only: they wait for all until the run rests. */
export const isEstimate = ({ answers: { evaluate } }: State): boolean =>
  evaluate !== null && evaluate.tasks < TASKS_AT_REST;

/** What the regression lab is, to the page. */
export const definition: LabDefinition<
  typeof fields,
  typeof view,
  PresetName,
  RegressionSnapshot,
  RegressionQuestions,
  null
> = {
  name: 'regression',
  fields,
  view,
  presets,
  defaultPreset,
  viewOf: () => ({
    ...{ shown: FIRST_SHOWN, points: null, own: '', step: 1 },
    ...{
      arrange: 'overlay',
      voice: 'maml',
      average: 'mean',
      abscissa: 'iterations',
      lesson: 'none',
      story: 0,
    },
    ...shutMicroscope,
    faded: 'off',
  }),
  origin: null,
  followers: { amplitude: 'testAmplitude', phase: 'testPhase', inputRange: 'testInputRange' },
  slim: (snapshot) => ({
    ...snapshot,
    contenders: snapshot.contenders.map((c) => ({ ...c, ...slim(c), good: null })),
  }),
  asks: {
    adapt: {
      urgent: true,
      ask: ({ state, at }) => adaptTo(at, pointsOf(state), state.running),
    },
    evaluate: {
      every: CURVE_INTERVAL,
      ask: ({ at, training }) => ({ at, tasks: training ? TASKS_WHILE_TRAINING : TASKS_AT_REST }),
      isWhole: ({ complete }) => complete,
      // Of fewer tasks than are in sight: numbers would waver on their way to those of all.
      fits: ({ tasks }, { answers: { evaluate } }) =>
        tasks >= Math.min(evaluate?.tasks ?? 0, TASKS_WHILE_TRAINING),
      holds: ({ tasks }) => tasks === TASKS_AT_REST,
    },
    pace: {
      every: PACE_INTERVAL,
      ask: ({ state, at }) => {
        if (state.view.abscissa !== 'seconds') return null;
        return { at: at === 'now' ? at : { iteration: at.iteration } };
      },
    },
    ...lateAsks,
  },
};

/** The lab of an address, and what of it cannot be used. */
export function openRegression(
  params: URLSearchParams,
  createWorker: () => Worker,
  aside?: string,
) {
  const { address, problems } = decodeAddress(definition, params);
  return { lab: new Lab(definition, address, createWorker, aside), problems };
}
export type RegressionLab = ReturnType<typeof openRegression>['lab'];
