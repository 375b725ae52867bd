/** The regression lab's state on the page and what a person can do to it. Knows no React. */

import { linspace, type Range } from '../../math/range';
import { stream } from '../../math/rng';
import { drawEpisodes, type Task } from '../../tasks/task';
import { type CoreState, Lab, type LabDefinition } from '../lab';
import { encodeAddress, type Point, type RegressionAddress, type TaskChoice } from './address';
import { type PresetName, presets } from './presets';
import type {
  AdaptAnswer,
  EvaluateAnswer,
  Initialisations,
  RegressionAnswer,
  RegressionSnapshot,
} from './protocol';
import {
  type FieldName,
  fields,
  liveFields,
  type RegressionSpec,
  trainingLiveFields,
  workFields,
} from './spec';
import { testTasks } from './tasks';

export interface LabState extends CoreState<RegressionSpec> {
  readonly choice: TaskChoice;
  /** The held-out task in sight, and its support points as they lie now. */
  readonly task: Task;
  readonly points: readonly Point[];
  /** Number of gradient steps in sight. */
  readonly gradientStep: number;
  readonly adaptation: AdaptAnswer | null;
  readonly evaluation: EvaluateAnswer | null;
}

const definition: LabDefinition<typeof fields> = {
  name: 'regression',
  fields,
  liveFields,
  trainingLiveFields,
  workFields,
};

/** Held-out tasks of the curve: few while training goes on, as many as in the paper when it rests. */
const TASKS_WHILE_TRAINING = 100;
export const TASKS_AT_REST = 600;
/** Milliseconds between two curves while training. */
const CURVE_INTERVAL = 600;
const GRID_POINTS = 121;

/** Test ranges follow the training ranges until they are moved away from them. */
const followers: Partial<Record<FieldName, FieldName>> = {
  amplitude: 'testAmplitude',
  phase: 'testPhase',
  inputRange: 'testInputRange',
};

/** Inputs in sight: those of training and of held-out tasks. */
export function sightOf({ inputRange, testInputRange }: RegressionSpec): Range {
  return [Math.min(inputRange[0], testInputRange[0]), Math.max(inputRange[1], testInputRange[1])];
}

export const gridOf = (spec: RegressionSpec): number[] => linspace(sightOf(spec), GRID_POINTS);

/** The held-out task of this number, with the support points that are drawn for it. */
function drawTask(spec: RegressionSpec, number: number): { task: Task; points: Point[] } {
  const { family, sampling } = testTasks(spec);
  const { tasks, support } = drawEpisodes(
    family,
    sampling,
    { tasks: 1, support: spec.shots, query: spec.queries },
    stream(spec.seed, 'drawing', number),
  );
  const points = Array.from(support.inputs, (x, i) => ({
    x: Number(x.toFixed(3)),
    y: Number(support.targets[i]!.toFixed(3)),
  }));
  return { task: tasks[0]!, points };
}

const inSight = (
  spec: RegressionSpec,
  choice: TaskChoice,
): Pick<LabState, 'choice' | 'task' | 'points'> => {
  const { task, points } = drawTask(spec, choice.number);
  return { choice, task, points: choice.points ?? points };
};

export class RegressionLab extends Lab<typeof fields, RegressionSnapshot, LabState> {
  private readonly evaluated = new Map<number, EvaluateAnswer>();
  private asking = { adapt: false, evaluate: false };
  private lastCurve = Number.NEGATIVE_INFINITY;
  private curveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ spec, task }: RegressionAddress, createWorker: () => Worker) {
    const state: LabState = {
      spec,
      running: spec,
      tuned: false,
      ...inSight(spec, task),
      gradientStep: 1,
      lookBack: null,
      adaptation: null,
      evaluation: null,
    };
    super(definition, state, createWorker, (snapshot) => ({
      ...snapshot,
      contenders: snapshot.contenders.map((c) => ({
        ...c,
        first: new Float32Array(),
        second: new Float32Array(),
      })),
    }));
  }

  override dispose(): void {
    clearTimeout(this.curveTimer);
    super.dispose();
  }

  get address(): URLSearchParams {
    const { spec, choice } = this.get();
    return encodeAddress({ spec, task: choice });
  }

  override change<K extends FieldName>(name: K, value: RegressionSpec[K]): void {
    const { spec } = this.get();
    const next = { ...spec, [name]: value };
    const follower = followers[name];
    if (follower !== undefined && String(spec[follower]) === String(spec[name])) {
      Object.assign(next, { [follower]: value });
    }
    this.adopt(next);
  }

  choosePreset(name: PresetName): void {
    const { seed, engine } = this.get().spec;
    this.adopt({ ...presets[name].spec, seed, engine });
  }

  override undo(): void {
    const { running, spec } = this.get();
    this.adopt({
      ...running,
      contenders: spec.contenders.filter((c) => running.contenders.includes(c)),
    });
  }

  newTask(): void {
    const { spec, choice } = this.get();
    this.set(inSight(spec, { number: choice.number + 1, points: null }));
    this.askAdaptation(true);
  }

  movePoints(points: readonly Point[]): void {
    this.set({ points, choice: { ...this.get().choice, points } });
    this.askAdaptation(true);
  }

  /** Puts back the points that were drawn for the task. */
  restorePoints(): void {
    const { spec, choice } = this.get();
    this.set(inSight(spec, { ...choice, points: null }));
    this.askAdaptation(true);
  }

  showStep(gradientStep: number): void {
    this.set({ gradientStep });
  }

  /** Contenders that are merely hidden need no restart. */
  override pendingIn(state: Pick<LabState, 'spec' | 'running'>): FieldName[] {
    const { spec, running } = state;
    const hidesOnly = spec.contenders.every((c) => running.contenders.includes(c));
    return super.pendingIn(state).filter((name) => !(name === 'contenders' && hidesOnly));
  }

  protected override adopt(spec: RegressionSpec): void {
    this.set({ gradientStep: Math.min(this.get().gradientStep, spec.testSteps) });
    super.adopt(spec);
  }

  protected fresh(): Partial<LabState> {
    this.forgetCurves();
    this.asking = { adapt: false, evaluate: false };
    const { spec, choice } = this.get();
    return { adaptation: null, evaluation: null, ...inSight(spec, choice) };
  }

  protected askAll(): void {
    this.askAdaptation(true);
    this.askEvaluation();
  }

  protected retuned(): void {
    this.forgetCurves();
    const { running, choice } = this.get();
    this.set(inSight(running, choice));
    this.askAll();
  }

  protected follow(): void {
    if (!this.asking.adapt) this.askAdaptation(false);
    if (!this.asking.evaluate) this.askEvaluation();
  }

  protected phaseChanged(): void {
    this.askEvaluation();
    const { phase } = this.run.store.getState();
    if (phase !== 'training' && !this.asking.adapt) this.askAdaptation(false);
  }

  protected take(candidate: unknown): void {
    const answer = candidate as RegressionAnswer;
    switch (answer.kind) {
      case 'adapt':
        this.asking.adapt = false;
        this.set({ adaptation: answer });
        this.catchUp(answer.iteration);
        return;
      case 'evaluate':
        if (answer.complete) {
          this.asking.evaluate = false;
          this.lastCurve = performance.now();
          if (answer.tasks === TASKS_AT_REST) this.evaluated.set(answer.iteration, answer);
        }
        // While training, curves of few tasks would jump: only whole ones are shown.
        if (answer.complete || this.run.store.getState().phase !== 'training') {
          this.set({ evaluation: answer });
        }
        return;
      default:
        answer satisfies never;
    }
  }

  /** Asks again if the run came to rest after the question was put. */
  private catchUp(answered: number): void {
    const { phase, iteration } = this.run.store.getState();
    const behind = this.get().lookBack === null && answered !== iteration;
    if (behind && phase !== 'training') this.askAdaptation(false);
  }

  private forgetCurves(): void {
    this.evaluated.clear();
    this.lastCurve = Number.NEGATIVE_INFINITY;
  }

  private initialisations(): Initialisations {
    return this.inSight() ?? 'now';
  }

  private askAdaptation(urgent: boolean): void {
    const { points, running } = this.get();
    this.asking.adapt = true;
    this.run.probe(
      'adapt',
      {
        kind: 'adapt',
        at: this.initialisations(),
        inputs: Float32Array.from(points, (p) => p.x),
        targets: Float32Array.from(points, (p) => p.y),
        grid: Float32Array.from(gridOf(running)),
      },
      urgent,
    );
  }

  private askEvaluation(): void {
    clearTimeout(this.curveTimer);
    const { phase } = this.run.store.getState();
    const at = this.initialisations();
    const training = phase === 'training' && at === 'now';
    const known = this.evaluated.get(
      at === 'now' ? this.run.store.getState().iteration : at.iteration,
    );
    if (known !== undefined && !training) {
      this.asking.evaluate = false;
      this.set({ evaluation: known });
      return;
    }
    const wait = training ? this.lastCurve + CURVE_INTERVAL - performance.now() : 0;
    this.asking.evaluate = true;
    const ask = () => {
      const tasks = training ? TASKS_WHILE_TRAINING : TASKS_AT_REST;
      this.run.probe('evaluate', { kind: 'evaluate', at: this.initialisations(), tasks }, false);
    };
    if (wait > 0) this.curveTimer = setTimeout(ask, wait);
    else ask();
  }
}
