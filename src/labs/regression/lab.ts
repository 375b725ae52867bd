/** The regression lab's state on the page and what a person can do to it. Knows no React. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AlgorithmName } from '../../algorithms/registry';
import { candidates } from '../../compute/catalogue';
import type { EngineName } from '../../compute/engine';
import { linspace, type Range } from '../../math/range';
import { stream } from '../../math/rng';
import { forget, putAway, recall } from '../../session/autosave';
import { Calibration } from '../../session/calibration';
import { RunController, type SavedRun } from '../../session/run';
import { changedFields, encodeSpec } from '../../spec/spec';
import { drawEpisodes, type Task } from '../../tasks/task';
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
  workOf,
} from './spec';
import { testTasks } from './tasks';

export interface LabState {
  /** What the controls show. */
  readonly spec: RegressionSpec;
  /** What the run was started with, with live changes. */
  readonly running: RegressionSpec;
  /** Whether settings of the training moved during the run, so that its link does not repeat it. */
  readonly tuned: boolean;
  readonly choice: TaskChoice;
  /** The held-out task in sight, and its support points as they lie now. */
  readonly task: Task;
  readonly points: readonly Point[];
  /** Number of gradient steps in sight. */
  readonly gradientStep: number;
  /** The kept meta-iteration in sight, or null for that of now. */
  readonly lookBack: number | null;
  readonly adaptation: AdaptAnswer | null;
  readonly evaluation: EvaluateAnswer | null;
}

/** Held-out tasks of the curve: few while training goes on, as many as in the paper when it rests. */
const TASKS_WHILE_TRAINING = 100;
export const TASKS_AT_REST = 600;
/** Milliseconds between two curves while training. */
const CURVE_INTERVAL = 600;
const GRID_POINTS = 121;
const SAVE_INTERVAL = 20_000;
/** Milliseconds of rest before engines are measured. */
const REST = 4000;

const live = new Set<FieldName>(liveFields);
const shapesTraining = new Set<FieldName>(trainingLiveFields);

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

const inSight = (spec: RegressionSpec, choice: TaskChoice) => {
  const { task, points } = drawTask(spec, choice.number);
  return { choice, task, points: choice.points ?? points };
};

interface Saved extends SavedRun<RegressionSnapshot> {
  readonly tuned: boolean;
}

export class RegressionLab {
  readonly store: StoreApi<LabState>;
  readonly run: RunController<RegressionSnapshot>;
  readonly calibration: Calibration;
  private readonly evaluated = new Map<number, EvaluateAnswer>();
  private asking = { adapt: false, evaluate: false };
  private lastCurve = Number.NEGATIVE_INFINITY;
  private restartTimer: ReturnType<typeof setTimeout> | undefined;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private curveTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly saveTimer: ReturnType<typeof setInterval>;
  private savedAt = -1;

  constructor({ spec, task }: RegressionAddress, createWorker: () => Worker) {
    this.store = createStore<LabState>(() => ({
      spec,
      running: spec,
      tuned: false,
      ...inSight(spec, task),
      gradientStep: 1,
      lookBack: null,
      adaptation: null,
      evaluation: null,
    }));
    this.calibration = new Calibration('regression', createWorker);
    this.run = new RunController<RegressionSnapshot>({
      lab: 'regression',
      createWorker,
      slim: (snapshot) => ({
        ...snapshot,
        contenders: snapshot.contenders.map((c) => ({
          ...c,
          first: new Float32Array(),
          second: new Float32Array(),
        })),
      }),
      onAnswer: (_kind, answer) => this.take(answer as RegressionAnswer),
    });
    this.run.store.subscribe((now, before) => {
      const moved = now.iteration !== before.iteration || now.engine !== before.engine;
      if (moved) this.follow();
      if (now.phase === before.phase || this.get().lookBack !== null) return;
      this.askEvaluation();
      this.rest();
      if (now.phase !== 'training') {
        if (!this.asking.adapt) this.askAdaptation(false);
        void this.save();
      }
    });
    this.saveTimer = setInterval(() => void this.save(), SAVE_INTERVAL);
    document.addEventListener('visibilitychange', this.saveWhenHidden);
  }

  /** Starts the worker, from what was put away for this address if anything was. */
  async open(): Promise<void> {
    const { spec } = this.get();
    const [saved] = await Promise.all([
      recall<Saved>('regression', this.saveAddress()),
      this.calibration.recall(workOf(spec)),
    ]);
    this.run.start(spec, this.engines(spec), saved);
    if (saved !== null) this.set({ tuned: saved.tuned });
    this.askAdaptation(true);
    this.askEvaluation();
  }

  dispose(): void {
    clearTimeout(this.restartTimer);
    clearTimeout(this.curveTimer);
    clearTimeout(this.restTimer);
    this.calibration.abort();
    clearInterval(this.saveTimer);
    document.removeEventListener('visibilitychange', this.saveWhenHidden);
    this.run.dispose();
  }

  get address(): URLSearchParams {
    const { spec, choice } = this.get();
    return encodeAddress({ spec, task: choice });
  }

  train(): void {
    this.set({ lookBack: null });
    clearTimeout(this.restTimer);
    this.calibration.abort();
    this.run.train();
  }

  pause(): void {
    this.run.pause();
  }

  step(): void {
    this.set({ lookBack: null });
    this.run.step();
  }

  /** Back to meta-iteration 0, with the settings that the controls show. */
  reset(): void {
    clearTimeout(this.restartTimer);
    const { spec, choice } = this.get();
    this.forgetCurves();
    this.asking = { adapt: false, evaluate: false };
    this.set({
      running: spec,
      tuned: false,
      lookBack: null,
      adaptation: null,
      evaluation: null,
      ...inSight(spec, choice),
    });
    void forget('regression');
    this.run.start(spec, this.engines(spec));
    void this.calibration.recall(workOf(spec));
    this.askAdaptation(true);
    this.askEvaluation();
  }

  change<K extends FieldName>(name: K, value: RegressionSpec[K]): void {
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

  /** Puts back the settings of the run. */
  undo(): void {
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

  /** Puts the page back to a kept meta-iteration, or to now. */
  look(iteration: number | null): void {
    this.set({ lookBack: iteration });
    this.askAdaptation(true);
    this.askEvaluation();
  }

  /** Measures the engines on this device; `auto` takes the fastest unless a run is under way. */
  async calibrate(): Promise<void> {
    const { running } = this.get();
    await this.calibration.measure(running, workOf(running));
    const { phase, engine } = this.run.store.getState();
    const fastest = this.engines(this.get().running)[0];
    if (phase === 'ready' && engine !== null && engine !== fastest) this.reset();
  }

  /** Fields that the controls show and the run does not have, and cannot take without a restart. */
  pending(): FieldName[] {
    return pendingFields(this.get());
  }

  private get(): LabState {
    return this.store.getState();
  }

  private set(change: Partial<LabState>): void {
    this.store.setState(change);
  }

  private engines({ engine }: RegressionSpec): readonly EngineName[] {
    const standard = candidates(engine);
    return engine === 'auto' ? this.calibration.order(standard) : standard;
  }

  /** Measures the engines once the page has rested, if it is to choose one and does not know them yet. */
  private rest(): void {
    clearTimeout(this.restTimer);
    if (this.get().spec.engine !== 'auto') return;
    this.restTimer = setTimeout(() => {
      const { phase } = this.run.store.getState();
      const known = this.calibration.store.getState().status !== 'none';
      const resting = phase === 'ready' || phase === 'paused' || phase === 'finished';
      if (resting && !known && !document.hidden) void this.calibrate();
    }, REST);
  }

  private adopt(spec: RegressionSpec): void {
    const { running, choice, gradientStep, tuned } = this.get();
    const fresh = this.run.store.getState().iteration === 0;
    const changed = changedFields(fields, running, spec);
    const tuning = changed.filter((name) => live.has(name));
    const taken = Object.fromEntries(tuning.map((name) => [name, spec[name]]));
    this.set({
      spec,
      running: { ...running, ...taken },
      tuned: tuned || (!fresh && tuning.some((name) => shapesTraining.has(name))),
      gradientStep: Math.min(gradientStep, spec.testSteps),
    });
    if (tuning.length > 0) {
      this.run.tune(this.get().running);
      this.forgetCurves();
    }
    if (this.pending().length > 0 && fresh) {
      // Nothing is lost by starting again; a slider in motion waits until it rests.
      clearTimeout(this.restartTimer);
      this.restartTimer = setTimeout(() => this.reset(), 150);
    } else if (tuning.length > 0) {
      this.set(inSight(this.get().running, choice));
      this.askAdaptation(true);
      this.askEvaluation();
    }
  }

  private forgetCurves(): void {
    this.evaluated.clear();
    this.lastCurve = Number.NEGATIVE_INFINITY;
  }

  private initialisations(): Initialisations {
    const { lookBack } = this.get();
    const { kept } = this.run.store.getState();
    return (lookBack === null ? undefined : kept.find((s) => s.iteration === lookBack)) ?? 'now';
  }

  /** The run has moved: what is in sight follows, unless a person looks back. */
  private follow(): void {
    if (this.get().lookBack !== null) return;
    if (!this.asking.adapt) this.askAdaptation(false);
    if (!this.asking.evaluate) this.askEvaluation();
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

  private take(answer: RegressionAnswer): void {
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

  private readonly saveWhenHidden = (): void => {
    if (document.hidden) void this.save();
  };

  private saveAddress(): string {
    return String(encodeSpec(fields, this.get().spec));
  }

  private async save(): Promise<void> {
    const { series, kept, resume, remarks } = this.run.store.getState();
    if (resume === null || resume.iteration === 0 || resume.iteration === this.savedAt) return;
    if (this.pending().length > 0) return;
    this.savedAt = resume.iteration;
    const saved: Saved = { series, kept, resume, remarks, tuned: this.get().tuned };
    await putAway('regression', this.saveAddress(), saved);
  }
}

export function pendingFields({ spec, running }: LabState): FieldName[] {
  const hidesOnly = spec.contenders.every((c: AlgorithmName) => running.contenders.includes(c));
  return changedFields(fields, running, spec).filter(
    (name) => !live.has(name) && !(name === 'contenders' && hidesOnly),
  );
}
