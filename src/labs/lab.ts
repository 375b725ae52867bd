/**
 * What every lab does on the page: keeps settings and the run apart, restarts when it must, looks back, saves, and
 * measures engines. Knows no React, and nothing of what a lab computes.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { candidates } from '../compute/catalogue';
import type { EngineName } from '../compute/engine';
import { forget, putAway, recall } from '../session/autosave';
import { Calibration } from '../session/calibration';
import type { Snapshot } from '../session/experiment';
import { type Notice, notify } from '../session/notices';
import { nothingYet, RunController, type SavedRun } from '../session/run';
import type { Fields, SpecOf } from '../spec/field';
import { changedFields, encodeSpec } from '../spec/spec';

/** Fields that every lab's spec has. */
interface CoreSpec {
  readonly seed: number;
  readonly engine: EngineName | 'auto';
  readonly iterations: number;
}

export interface CoreState<S> {
  /** What the controls show. */
  readonly spec: S;
  /** What the run was started with, with live changes. */
  readonly running: S;
  /** Whether settings of the training moved during the run, so that its link does not repeat it. */
  readonly tuned: boolean;
  /** The kept meta-iteration in sight, or null for that of now. */
  readonly lookBack: number | null;
}

/** What the base needs to know of a lab. */
export interface LabDefinition<F extends Fields> {
  readonly name: string;
  readonly fields: F;
  /** What can change while training goes on. */
  readonly liveFields: readonly (keyof F & string)[];
  /** Those of them that shape training. */
  readonly trainingLiveFields: readonly (keyof F & string)[];
  /** What the speed of an engine depends on. */
  readonly workFields: readonly (keyof F & string)[];
}

/** What a run begins from that was fetched. */
export interface Beginning<Snap extends Snapshot, State> {
  /** As of meta-iteration 0; null if it could not be had. */
  readonly snapshot: Snap | null;
  /** What the page is to know of it. */
  readonly state: Partial<State>;
  readonly notice?: Notice | undefined;
}

interface Saved<Snap extends Snapshot, State> extends SavedRun<Snap> {
  readonly tuned: boolean;
  readonly origin: Partial<State>;
}

const SAVE_INTERVAL = 20_000;
/** Milliseconds of rest before engines are measured. */
const REST = 4000;
/** Milliseconds that a slider must rest before the run starts again. */
const SETTLE = 150;

export abstract class Lab<
  F extends Fields,
  Snap extends Snapshot,
  State extends CoreState<SpecOf<F>>,
> {
  readonly store: StoreApi<State>;
  readonly run: RunController<Snap>;
  readonly calibration: Calibration;
  private restartTimer: ReturnType<typeof setTimeout> | undefined;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly saveTimer: ReturnType<typeof setInterval>;
  private savedAt = -1;
  /** Counts beginnings of runs, as one may be overtaken by another while it fetches what it needs. */
  private starts = 0;
  /** Whether there is no run yet, and whether Train was pressed meanwhile. */
  private waiting = true;
  private eager = false;
  private disposed = false;

  constructor(
    readonly definition: LabDefinition<F>,
    initial: State,
    createWorker: () => Worker,
    slim: (snapshot: Snap) => Snap,
  ) {
    this.store = createStore<State>(() => initial);
    this.calibration = new Calibration(definition.name, createWorker);
    this.run = new RunController<Snap>({
      lab: definition.name,
      createWorker,
      slim,
      onAnswer: (_kind, answer) => this.take(answer),
    });
    this.run.store.subscribe((now, before) => {
      const looking = this.get().lookBack !== null;
      const moved = now.iteration !== before.iteration || now.engine !== before.engine;
      if (moved && !looking) this.follow();
      if (now.phase === before.phase) {
        // A single step: what is in sight is of the meta-iteration before, and nothing else will come.
        const stepped = now.phase === 'paused' && now.iteration !== before.iteration;
        if (stepped && !looking) this.askAll();
        return;
      }
      this.rest();
      if (looking) return;
      this.phaseChanged();
      if (now.phase !== 'training') void this.save();
    });
    this.saveTimer = setInterval(() => void this.save(), SAVE_INTERVAL);
    document.addEventListener('visibilitychange', this.saveWhenHidden);
  }

  /** The address of what is in sight. */
  abstract get address(): URLSearchParams;
  /** An answer has come. */
  protected abstract take(answer: unknown): void;
  /** The run has moved: what is in sight follows. */
  protected abstract follow(): void;
  /** The run has started, paused or ended. */
  protected abstract phaseChanged(): void;
  /** A run has begun, or another moment of it is in sight: everything is to be asked. */
  protected abstract askAll(): void;
  /** State of a run that has only just begun. */
  protected abstract fresh(): Partial<State>;
  /** Live settings have changed. */
  protected abstract retuned(): void;
  /** What a run with these settings begins from; null if that is nothing. */
  protected beginning(_spec: SpecOf<F>): Promise<Beginning<Snap, State>> | null {
    return null;
  }
  /** What is known of where the run began, to be kept with it. */
  protected origin(): Partial<State> {
    return {};
  }

  /** Starts the worker, from what was put away for this address if anything was. */
  async open(): Promise<void> {
    const { spec } = this.get();
    const [saved] = await Promise.all([
      recall<Saved<Snap, State>>(this.definition.name, this.saveAddress()),
      this.calibration.recall(this.work(spec)),
    ]);
    // Settings that moved meanwhile have begun a run of their own.
    if (this.starts === 0) await this.start(saved);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.restartTimer);
    clearTimeout(this.restTimer);
    this.calibration.abort();
    clearInterval(this.saveTimer);
    document.removeEventListener('visibilitychange', this.saveWhenHidden);
    this.run.dispose();
  }

  train(): void {
    this.lookAtNow();
    clearTimeout(this.restTimer);
    this.calibration.abort();
    if (this.waiting) this.eager = true;
    else this.run.train();
  }

  pause(): void {
    this.eager = false;
    this.run.pause();
  }

  step(): void {
    this.lookAtNow();
    this.run.step();
  }

  /** Back to meta-iteration 0, with the settings that the controls show. */
  reset(): void {
    clearTimeout(this.restartTimer);
    this.eager = false;
    const { spec } = this.get();
    this.set({ running: spec, tuned: false, lookBack: null } as Partial<State>);
    this.set(this.fresh());
    void forget(this.definition.name);
    void this.calibration.recall(this.work(spec));
    void this.start(null);
  }

  change<K extends keyof F & string>(name: K, value: SpecOf<F>[K]): void {
    this.adopt({ ...this.get().spec, [name]: value });
  }

  /** Puts back the settings of the run. */
  undo(): void {
    this.adopt(this.get().running);
  }

  /** Puts the page back to a kept meta-iteration, or to now. */
  look(iteration: number | null): void {
    this.set({ lookBack: iteration } as Partial<State>);
    this.askAll();
  }

  /** Measures the engines on this device; `auto` takes the fastest unless a run is under way. */
  async calibrate(): Promise<void> {
    const { running } = this.get();
    await this.calibration.measure(running, this.work(running));
    const { phase, engine } = this.run.store.getState();
    const fastest = this.engines(this.get().running)[0];
    // The same run on another engine: what a person has done with it stays.
    if (phase === 'ready' && engine !== null && engine !== fastest) void this.start(null);
  }

  /** Fields that the controls show and the run takes with a restart only. */
  pendingIn({ spec, running }: Pick<State, 'spec' | 'running'>): (keyof F & string)[] {
    return changedFields(this.definition.fields, running, spec);
  }

  protected get(): State {
    return this.store.getState();
  }

  protected set(change: Partial<State>): void {
    this.store.setState(change);
  }

  /** The snapshot that is looked back at, or null for now. */
  protected inSight(): Snap | null {
    const { lookBack } = this.get();
    if (lookBack === null) return null;
    return this.run.store.getState().kept.find((s) => s.iteration === lookBack) ?? null;
  }

  protected adopt(spec: SpecOf<F>): void {
    const { fields, liveFields, trainingLiveFields } = this.definition;
    const { running, tuned } = this.get();
    const untouched = this.run.store.getState().iteration === 0;
    const changed = changedFields(fields, this.get().spec, spec);
    // What moves together with a setting that waits for a restart belongs to the next run: it waits too.
    const tuning = changed.every((name) => liveFields.includes(name)) ? changed : [];
    const taken = Object.fromEntries(tuning.map((name) => [name, spec[name]]));
    this.set({
      spec,
      running: { ...running, ...taken },
      tuned: tuned || (!untouched && tuning.some((name) => trainingLiveFields.includes(name))),
    } as Partial<State>);
    if (tuning.length > 0) this.run.tune(this.get().running);
    if (this.pendingIn(this.get()).length > 0 && untouched) {
      // Nothing is lost by starting again; a slider in motion waits until it rests.
      clearTimeout(this.restartTimer);
      this.restartTimer = setTimeout(() => this.reset(), SETTLE);
    }
    if (tuning.length > 0) this.retuned();
  }

  private lookAtNow(): void {
    if (this.get().lookBack !== null) this.look(null);
  }

  /** Starts a run with the running settings, from what was put away or from its beginning, and asks everything of it. */
  private async start(saved: Saved<Snap, State> | null): Promise<void> {
    this.starts += 1;
    this.waiting = true;
    const mine = this.starts;
    let from: SavedRun<Snap> | null = saved;
    if (saved !== null) this.set({ ...saved.origin, tuned: saved.tuned });
    const fetched = saved === null ? this.beginning(this.get().running) : null;
    if (fetched !== null) {
      // What the old run would still answer is of other settings.
      this.run.end();
      const { snapshot, state, notice } = await fetched;
      if (this.disposed || mine !== this.starts) return;
      if (notice !== undefined) notify(notice);
      this.set(state);
      if (snapshot !== null) from = { ...nothingYet, resume: snapshot };
    }
    if (this.disposed) return;
    // Live settings may have moved meanwhile.
    const { running } = this.get();
    this.run.start(running, this.engines(running), from);
    this.waiting = false;
    if (this.eager) this.run.train();
    this.eager = false;
    this.askAll();
  }

  private work(spec: SpecOf<F>): string {
    return this.definition.workFields.map((name) => String(spec[name])).join(' ');
  }

  private engines(spec: SpecOf<F>): readonly EngineName[] {
    const { engine } = spec as unknown as CoreSpec;
    const standard = candidates(engine);
    return engine === 'auto' ? this.calibration.order(standard) : standard;
  }

  /** Measures the engines once the page has rested, if it is to choose one and does not know them yet. */
  private rest(): void {
    clearTimeout(this.restTimer);
    if ((this.get().spec as unknown as CoreSpec).engine !== 'auto') return;
    this.restTimer = setTimeout(() => {
      const { phase } = this.run.store.getState();
      const known = this.calibration.store.getState().status !== 'none';
      const resting = phase === 'ready' || phase === 'paused' || phase === 'finished';
      if (resting && !known && !document.hidden) void this.calibrate();
    }, REST);
  }

  private readonly saveWhenHidden = (): void => {
    if (document.hidden) void this.save();
  };

  private saveAddress(): string {
    return String(encodeSpec(this.definition.fields, this.get().spec));
  }

  private async save(): Promise<void> {
    const { series, kept, resume, remarks } = this.run.store.getState();
    if (resume === null || resume.iteration === 0 || resume.iteration === this.savedAt) return;
    if (this.pendingIn(this.get()).length > 0) return;
    this.savedAt = resume.iteration;
    const { tuned } = this.get();
    const saved: Saved<Snap, State> = {
      ...{ series, kept, resume, remarks },
      ...{ tuned, origin: this.origin() },
    };
    await putAway(this.definition.name, this.saveAddress(), saved);
  }
}
