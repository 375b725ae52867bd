/**
 * A lab on the page, put together: settings and the run apart, questions asked, the run saved, engines measured, moments
 * looked back at. Knows no React, and nothing of what a lab computes.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { candidates } from '../../compute/catalogue';
import type { EngineName } from '../../compute/engine';
import type { Fault } from '../../compute/fault';
import { Calibration } from '../../session/calibration';
import type { Snapshot } from '../../session/experiment';
import { notify } from '../../session/notices';
import { nothingYet, RunController, type SavedRun } from '../../session/run';
import { type Recalled, Saver } from '../../session/saver';
import { type Address, encodeAddress } from '../../spec/address';
import type { Fields, SpecOf } from '../../spec/field';
import { withPreset } from '../../spec/preset';
import { decodeSpec, encodeSpec, workOf } from '../../spec/spec';
import { type AnyRule, Asker } from './asker';
import { adopt, changed, pendingIn, undone } from './changes';
import type { commonFields, sharedOutFields } from './commonFields';
import type { LabDefinition, LabState } from './definition';
import type { AnswerIn, At, Questions, Sight } from './questions';
import { sparedFor } from './spare';

/** Fields that every lab's spec has. */
type Core = Pick<SpecOf<typeof commonFields>, 'engine'> & {
  readonly iterations: number;
  /** Where contenders can be shared out. */
  readonly workers?: SpecOf<typeof sharedOutFields>['workers'];
};

/** A run as it is put away. */
type Put<Snap extends Snapshot, Origin> = Recalled<Snap, Extra<Origin>>;
interface Extra<Origin> {
  readonly tuned: boolean;
  readonly origin: Origin;
}

/** Milliseconds between two times that a run in training is put away. */
const SAVE_INTERVAL = 2000;
/** Putting away that took t ms is not begun again for this many t. */
const SAVE_SHARE = 20;
/** … nor later than this: a disk that was slow once may not cost more than the last seconds. */
const SAVE_LATEST = 8000;
/** Milliseconds that a slider must rest before the run starts again. */
const SETTLE = 150;
/** Milliseconds after which a page that is not in sight does with one worker. */
const UNSEEN = 5000;
/** Milliseconds that an answer waits for a frame at most. */
const HELD = 100;
/** The place of what is trained in a lesson. */
const taught = (lab: string): string => `lesson ${lab}`;

export class Lab<
  F extends Fields,
  V extends Fields,
  Preset extends string,
  Snap extends Snapshot,
  Q extends Questions,
  Origin,
> {
  readonly store: StoreApi<LabState<F, V, Q, Origin>>;
  readonly run: RunController<Snap>;
  readonly calibration: Calibration;
  private readonly asker: Asker;
  private readonly saver: Saver<Snap, Extra<Origin>>;
  /** Of what was trained in lessons of this lab; null for a run that is not a person's own. */
  private readonly learned: Saver<Snap, Extra<Origin>> | null;
  /** What is asked of the run: nothing of one that nobody looks at. */
  private readonly asks: Readonly<Record<string, AnyRule>>;
  /** Answers that wait for the next frame. */
  private readonly heard = new Map<string, AnswerIn<Q[string]>>();
  private heardTimer: ReturnType<typeof setTimeout> | undefined;
  private unseenTimer: ReturnType<typeof setTimeout> | undefined;
  private restartTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly saveTimer: ReturnType<typeof setInterval>;
  private nextSave = 0;
  /** Counts beginnings of runs, as one may be overtaken by another while it fetches what it needs. */
  private starts = 0;
  /** Whether there is no run yet, and what a person has pressed meanwhile. */
  private waiting = true;
  private pressed: 'train' | 'step' | null = null;
  /** The meta-iteration at which training that was pressed pauses by itself. */
  private until: number | undefined;
  /** The run that was reset last, with the settings of then. */
  private before: { readonly spec: SpecOf<F>; readonly run: Put<Snap, Origin> } | null = null;
  /** Ends with it what hangs on it. */
  private readonly ending = new AbortController();
  readonly ended = this.ending.signal;

  /** @param aside the place in storage of a run that nobody looks at: nothing is asked of it */
  constructor(
    readonly definition: LabDefinition<F, V, Preset, Snap, Q, Origin>,
    { spec, view }: Address<F, V>,
    readonly createWorker: () => Worker,
    aside?: string,
  ) {
    const { name, slim, asks, origin } = definition;
    const settings = {
      ...{ spec, running: spec, tuned: false, origin },
      ...{ lookBack: null, canBringBack: false },
    };
    this.store = createStore<LabState<F, V, Q, Origin>>(() => ({
      ...settings,
      view,
      ...this.unanswered(),
    }));
    this.calibration = new Calibration(name, createWorker);
    // What is trained in a lesson takes no place of what a person has trained.
    const place = aside ?? ('lesson' in view && view.lesson !== 'none' ? taught(name) : name);
    this.saver = new Saver(place);
    this.learned = place === name ? new Saver(taught(name)) : null;
    this.run = new RunController<Snap>({
      lab: name,
      createWorker,
      slim,
      onAnswer: (kind, answer) => this.hear(kind, answer as AnswerIn<Q[string]>),
      onUnanswered: (kind, fault) => {
        this.asker.fail(kind);
        this.showAnswer(kind, null, fault);
      },
    });
    this.asks = aside === undefined ? asks : {};
    const rule = (kind: string) => asks[kind as keyof Q];
    this.asker = new Asker(this.asks, {
      training: () => this.training,
      iteration: () => this.get().lookBack ?? this.run.store.getState().iteration,
      questionOf: (kind) => rule(kind).ask(this.sight()),
      fits: (kind, answer) => rule(kind).fits?.(answer as never, this.get()) ?? true,
      send: (kind, question, urgent) => {
        // Measuring is in nobody's way.
        this.calibration.interrupt();
        this.run.probe(kind, question, urgent);
      },
      show: (kind, answer) => this.showAnswer(kind, answer, null),
      shown: (kind) => this.get().answers[kind] ?? null,
    });
    this.run.store.subscribe((now, before) => {
      this.showHeard();
      const moved = now.iteration !== before.iteration || now.engine !== before.engine;
      const changed = now.phase !== before.phase;
      const rests = now.phase === 'paused' || now.phase === 'finished';
      // A single step, too: what is in sight is of the meta-iteration before, and nothing else will come.
      const arrived = rests && (changed || now.iteration !== before.iteration);
      if (arrived) void this.save();
      // Nobody will answer.
      if (changed && now.phase === 'failed') this.asker.forget();
      if (this.get().lookBack !== null) return;
      if (changed && now.phase === 'training') this.asker.yield();
      if (arrived) this.asker.all();
      else if (moved) this.asker.follow();
    });
    this.saveTimer = setInterval(() => void this.saveNowAndThen(), SAVE_INTERVAL);
    const { ended: signal } = this;
    document.addEventListener('visibilitychange', this.whenSeenOrNot, { signal });
    addEventListener('pagehide', this.saveNow, { signal });
  }

  /** The address of what is in sight. */
  get address(): URLSearchParams {
    const { spec, view } = this.get();
    return encodeAddress(this.definition, { spec, view });
  }

  /** Starts the worker, from what was put away for this address if anything was. */
  async open(): Promise<void> {
    const { spec } = this.get();
    this.run.prepare();
    const text = this.text(spec);
    const [own, learned] = await Promise.all([
      this.saver.recall(text),
      // What was trained in a lesson that was left is a person's own by then.
      this.learned?.recall(text) ?? null,
      this.calibration.recall(this.work(spec)),
    ]);
    // Settings that moved meanwhile have begun a run of their own.
    if (this.starts === 0) await this.start(own ?? learned);
    void this.saver.tidy();
  }

  dispose(): void {
    this.saveNow();
    this.ending.abort();
    clearTimeout(this.restartTimer);
    clearTimeout(this.unseenTimer);
    clearTimeout(this.heardTimer);
    this.asker.dispose();
    this.calibration.abort();
    clearInterval(this.saveTimer);
    this.run.dispose();
  }

  /** @param until the meta-iteration at which it pauses by itself */
  train(until?: number): void {
    this.until = until;
    this.press('train');
  }

  pause(): void {
    this.pressed = null;
    this.run.pause();
  }

  step(): void {
    this.press('step');
  }

  /** Back to meta-iteration 0, with the settings that the controls show. */
  reset(): void {
    this.restartWith(this.get().spec);
  }

  /** The run as it was before it was reset. */
  bringBack(): void {
    if (this.before === null) return;
    const { spec, run } = this.before;
    this.takeUp(spec, this.fitted(spec), run);
  }

  /** Looks at the run as these settings say, which make no other run. */
  showIn(spec: SpecOf<F>, view: SpecOf<V>): void {
    const { running, lookBack } = this.get();
    // What is known is of other settings, or of the meta-iteration that was looked back at.
    const stale = this.text(spec) !== this.text(running) || lookBack !== null;
    if (stale) this.set({ lookBack: null, ...this.unanswered() });
    this.adopt(spec);
    this.set({ view });
    if (stale) this.asker.forget();
    // What a person waits for is of what is in sight; the rest is of the run, and under way, unless it is of another sight.
    for (const [kind, rule] of Object.entries(this.asks))
      if (stale || rule.urgent || !this.asker.isKnown(kind)) this.asker.ask(kind);
  }

  /** Another run in the place of this one: one that was put by, or a new one. */
  takeUp(spec: SpecOf<F>, view: SpecOf<V>, put: Put<Snap, Origin> | null): void {
    this.before = null;
    this.pressed = null;
    this.beginWith(spec, view, put);
  }

  private beginWith(spec: SpecOf<F>, view: SpecOf<V>, put: Put<Snap, Origin> | null): void {
    this.calm();
    const { origin } = this.definition;
    const begun = { spec, running: spec, tuned: false, lookBack: null, view, origin };
    this.set({ ...begun, ...this.unanswered(), canBringBack: this.before !== null });
    void this.saver.forget();
    this.saver.begin();
    void this.calibration.recall(this.work(put === null ? spec : this.read(put.running)));
    void this.start(put);
  }

  /** Does not wait any longer for what the worker is in the middle of. */
  hurry(): void {
    this.run.hurry();
  }

  change<K extends keyof F & string>(name: K, value: SpecOf<F>[K]): void {
    const { fields, followers, adjust } = this.definition;
    const spec = changed(fields, followers, this.get().spec, name, value);
    this.adopt(adjust?.(spec, name) ?? spec);
  }

  choosePreset(name: Preset): void {
    const { fields, presets } = this.definition;
    this.adopt(withPreset(fields, presets[name].spec, this.get().spec));
  }

  /** Puts back the settings of the run. */
  undo(): void {
    this.adopt(undone(this.definition.fields, this.get()));
  }

  /** A new run with other settings, whatever the present one is. */
  restartWith(spec: SpecOf<F>): void {
    this.pressed = null;
    this.restart(spec);
  }

  /** Changes what is looked at, and asks these questions about it. */
  see(change: Partial<SpecOf<V>>, ...asked: readonly (keyof Q & string)[]): void {
    this.set({ view: { ...this.get().view, ...change } });
    for (const kind of asked) this.asker.ask(kind);
  }

  ask(kind: keyof Q & string): void {
    this.asker.ask(kind);
  }

  /** Asks what a person is about to ask, so that the answer is there by then. */
  foresee(kind: keyof Q & string): void {
    const { phase } = this.run.store.getState();
    const question = phase === 'training' ? null : this.asks[kind]?.foresee?.(this.sight());
    if (question !== null && question !== undefined) this.run.probe(kind, question, false);
  }

  /** An answer is of no use any more. */
  forgetAnswer(kind: keyof Q & string): void {
    this.showAnswer(kind, null, null);
  }

  /** Puts the page back to a kept meta-iteration, or to now. */
  look(iteration: number | null): void {
    this.set({ lookBack: iteration });
    this.asker.all();
  }

  /** Measures the engines on this device; `auto` takes the fastest unless a run is under way. */
  async calibrate(): Promise<void> {
    const { running } = this.get();
    await this.calibration.measure(running, this.work(running), this.asker.idle());
    if (this.calibration.store.getState().status !== 'done') return;
    const { phase, engine } = this.run.store.getState();
    const fastest = this.engines(this.get().running)[0];
    // The same run on another engine: what a person has done with it stays.
    if (phase === 'ready' && engine !== null && engine !== fastest) void this.start(null);
  }

  /** Fields that the controls show and the run takes with a restart only. */
  pending(): (keyof F & string)[] {
    return pendingIn(this.definition.fields, this.get());
  }

  /** The snapshot that is looked back at, or the newest of the run; null before there is one. */
  snapshot(): Snap | null {
    return this.inSight() ?? this.run.store.getState().resume;
  }

  /** While it trains, what nobody waits for is shown with the next frame: painting twice costs twice. */
  private hear(kind: string, answer: AnswerIn<Q[string]>): void {
    if (!this.training || this.asker.isUrgent(kind)) {
      this.asker.take(kind, answer);
      return;
    }
    this.heard.set(kind, answer);
    clearTimeout(this.heardTimer);
    this.heardTimer = setTimeout(() => this.showHeard(), HELD);
  }

  private showHeard(): void {
    if (this.heard.size === 0) return;
    clearTimeout(this.heardTimer);
    const heard = [...this.heard];
    this.heard.clear();
    for (const [kind, answer] of heard) this.asker.take(kind, answer);
  }

  private get(): LabState<F, V, Q, Origin> {
    return this.store.getState();
  }

  private set(change: Partial<LabState<F, V, Q, Origin>>): void {
    this.store.setState(change);
  }

  private unanswered(): Pick<LabState<F, V, Q, Origin>, 'answers' | 'faults'> {
    const kinds = Object.keys(this.definition.asks);
    const none = Object.fromEntries(kinds.map((kind) => [kind, null]));
    return { answers: none as never, faults: none as never };
  }

  private showAnswer(kind: string, answer: unknown, fault: Fault | null): void {
    const { answers, faults } = this.get();
    if (answers[kind] === answer && faults[kind] === fault) return;
    this.set({ answers: { ...answers, [kind]: answer }, faults: { ...faults, [kind]: fault } });
  }

  private get training(): boolean {
    return this.run.store.getState().phase === 'training' && this.get().lookBack === null;
  }

  private sight(): Sight<LabState<F, V, Q, Origin>, Snap> {
    const at: At<Snap> = this.inSight() ?? 'now';
    return { state: this.get(), at, training: this.training };
  }

  private inSight(): Snap | null {
    const { lookBack } = this.get();
    if (lookBack === null) return null;
    return this.run.store.getState().kept.find((s) => s.iteration === lookBack) ?? null;
  }

  private adopt(spec: SpecOf<F>): void {
    const { fields } = this.definition;
    const untouched = this.run.store.getState().iteration === 0;
    const { settings, tuning } = adopt(fields, this.get(), spec, !untouched);
    this.set({ ...settings, view: this.fitted(spec) });
    if (tuning.length > 0) this.run.tune(settings.running);
    if (tuning.includes('workers')) this.shareOut();
    if (untouched && this.pending().length > 0) {
      // Nothing is lost by starting again; a slider in motion waits until it rests.
      clearTimeout(this.restartTimer);
      this.restartTimer = setTimeout(() => this.settle(), SETTLE);
    }
    // The address speaks of what waits for a restart: a reload is to find this run by it.
    if (!untouched && this.pending().length > 0) void this.save();
    if (tuning.length > 0) {
      this.asker.forget();
      this.asker.all();
    }
  }

  /** What is looked at, within the bounds of other settings. */
  private fitted(spec: SpecOf<F>): SpecOf<V> {
    const { view, spec: before } = this.get();
    return this.definition.fit?.(view, spec, before) ?? view;
  }

  /** What the run before was about to do, or to say. */
  private calm(): void {
    this.heard.clear();
    clearTimeout(this.restartTimer);
    this.restartTimer = undefined;
    this.asker.forget();
  }

  /** A change that waited to rest takes effect; a run that was asked to train goes on to do so. */
  private settle(): void {
    if (this.restartTimer === undefined) return;
    if (this.pressed === null && this.run.store.getState().phase === 'training') {
      this.pressed = 'train';
    }
    this.restart(this.get().spec);
  }

  private restart(spec: SpecOf<F>): void {
    const lost = this.put();
    if (lost !== null && lost.run.resume.iteration > 0) {
      this.before = { spec: this.get().spec, run: lost };
    }
    this.beginWith(spec, this.fitted(spec), null);
  }

  private press(what: 'train' | 'step'): void {
    this.settle();
    this.lookAtNow();
    this.calibration.abort();
    // What has failed is tried again from where it was.
    if (this.run.store.getState().phase === 'failed' && !this.waiting) void this.start(this.put());
    if (this.waiting) this.pressed = what;
    else this.go(what);
  }

  private go(what: 'train' | 'step'): void {
    if (what === 'train') this.run.train(this.until);
    else this.run.step();
  }

  private lookAtNow(): void {
    if (this.get().lookBack !== null) this.look(null);
  }

  /** Starts a run with the running settings, from what was put away or from its beginning, and asks everything of it. */
  private async start(saved: Put<Snap, Origin> | null): Promise<void> {
    this.starts += 1;
    this.waiting = true;
    const mine = this.starts;
    let from: SavedRun<Snap> | null = saved?.run ?? null;
    if (saved !== null) this.set({ ...saved.extra, running: this.read(saved.running) });
    const fetched = saved === null ? this.definition.beginning?.(this.get().running) : null;
    if (fetched !== null && fetched !== undefined) {
      // What the old run would still answer is of other settings.
      this.run.end();
      const { snapshot, origin, notice } = await fetched;
      if (this.ended.aborted || mine !== this.starts) return;
      if (notice !== undefined) notify(notice);
      this.set({ origin });
      if (snapshot !== null) from = { ...nothingYet, resume: snapshot };
    }
    if (this.ended.aborted) return;
    // Live settings may have moved meanwhile.
    const { running } = this.get();
    this.run.start(running, this.engines(running), from, this.spared(running));
    this.waiting = false;
    if (this.pressed !== null) this.go(this.pressed);
    this.pressed = null;
    this.asker.all();
  }

  private work(spec: SpecOf<F>): string {
    return workOf(this.definition.fields)
      .map((name) => this.definition.fields[name]!.format(spec[name]))
      .join(' ');
  }

  private engines(spec: SpecOf<F>): readonly EngineName[] {
    const { engine } = spec as unknown as Core;
    const standard = candidates(engine);
    return engine === 'auto' ? this.calibration.order(standard) : standard;
  }

  private readonly whenSeenOrNot = (): void => {
    clearTimeout(this.unseenTimer);
    if (document.hidden) {
      void this.save();
      this.unseenTimer = setTimeout(() => this.shareOut(), UNSEEN);
    } else this.shareOut();
  };

  /** As many workers as can be spared now. */
  private shareOut(): void {
    if (!this.waiting) this.run.share(this.spared(this.get().running));
  }

  private spared(spec: SpecOf<F>): number {
    const { workers: wanted } = spec as unknown as Core;
    return wanted === undefined ? 1 : sparedFor(wanted, this.engines(spec)[0]!);
  }

  private readonly saveNow = (): void => void this.save();

  private text(spec: SpecOf<F>): string {
    return String(encodeSpec(this.definition.fields, spec));
  }

  /** Settings of a run that was put away, which this page wrote. */
  private read(text: string): SpecOf<F> {
    return decodeSpec(this.definition.fields, this.get().spec, new URLSearchParams(text)).spec;
  }

  /** Large runs take their time to be put away, and are put away more seldom. */
  private async saveNowAndThen(): Promise<void> {
    const began = performance.now();
    if (began < this.nextSave) return;
    this.nextSave = Number.POSITIVE_INFINITY;
    await this.save();
    const end = performance.now();
    this.nextSave = end + Math.min(SAVE_SHARE * (end - began), SAVE_LATEST);
  }

  /** The run as it is now; null if it has no place yet from which it could go on. */
  put(): Put<Snap, Origin> | null {
    const { series, kept, resume, remarks } = this.run.store.getState();
    if (resume === null) return null;
    const { running, tuned, origin } = this.get();
    return {
      run: { series, kept, resume, remarks },
      running: this.text(running),
      extra: { tuned, origin },
    };
  }

  private async save(): Promise<void> {
    const put = this.put();
    if (this.ended.aborted || put === null) return;
    const begun = put.run.resume.iteration > 0 || this.definition.isKept?.(put.extra.origin);
    if (!begun) return;
    await this.saver.save(put.run, put.running, this.text(this.get().spec), put.extra);
  }
}
