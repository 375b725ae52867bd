/**
 * The page's side of a worker: starts runs, forwards commands, and replaces a worker that has died, hung
 * or lost its device, so that the run goes on from its last snapshot.
 */

import type { EngineName, Skipped } from '../compute/engine';
import { type Fault, fault } from '../compute/fault';
import type { Snapshot } from './experiment';
import type { Hired } from './hand';
import type { Command, EndReason, Event, FailureCode, Frame } from './protocol';

export interface ClientHandlers {
  started(engine: EngineName, skipped: readonly Skipped[]): void;
  frame(frame: Frame): void;
  answer(kind: string, answer: unknown): void;
  /** A question has no answer; the run goes on. */
  unanswered(kind: string, fault: Fault): void;
  ended(reason: EndReason): void;
  /** The worker is being replaced; `from` is where the run resumes, `goesOn` whether it then trains or steps. */
  replaced(why: Fault, from: number, goesOn: boolean): void;
  /** The worker has said nothing for so many seconds, as it is in the middle of one piece of work; 0 once it does. */
  silent(seconds: number): void;
  /** One of the workers that share the run was lost, and its part goes on from here in another. */
  lost?(why: Fault, from: number): void;
  /** A part has come so far. */
  reached?(iteration: number): void;
  /** Nothing more can be done without a person. */
  failed(why: Fault, code: FailureCode): void;
}

export interface Run {
  readonly lab: string;
  readonly spec: unknown;
  readonly engines: readonly EngineName[];
  readonly resume: Snapshot | null;
  /** How many workers may share its contenders; one unless said. */
  readonly workers?: number;
  /** Of a part of a run: the meta-iteration at which it waits to be let on. */
  readonly bound?: number;
}

export interface ClientOptions {
  readonly createWorker: () => Hired;
  /** Milliseconds; shortened by tests. */
  readonly stopWithin?: number;
  readonly heartbeat?: number;
  readonly silence?: number;
  readonly startWithin?: number;
  readonly pauses?: readonly number[];
}

/** How often a worker is started for a run that does not move on. */
const TRIES = 3;
/** After so many milliseconds an earlier loss is no sign that the next try is in vain. */
const RELAPSE = 30_000;
/** Milliseconds of silence from which on it is told. */
const TOLD = 3000;

interface Pending {
  readonly probeId: number;
  readonly urgent: boolean;
  readonly at: number | undefined;
  readonly question: unknown;
}

export class Client {
  private worker: Hired | null = null;
  private run: Run | null = null;
  private runId = 0;
  /** The run that the worker has been told to begin and has not ended. */
  private unended: number | null = null;
  private engine: EngineName | null = null;
  /** What a person wants of the run: another worker is told so. */
  private wants: 'rest' | 'train' | 'step' = 'rest';
  private until: number | undefined;
  /** How often it has been told to go on: the end of an earlier time is not the end of this one. */
  private call = 0;
  private resume: Snapshot | null = null;
  private probeId = 0;
  /** Latest question of each kind, kept until answered so that a new worker can be asked again. */
  private readonly pending = new Map<string, Pending>();
  private stopTimer: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private lastHeard = 0;
  private lastBeat = 0;
  /** Workers of this run that were lost since it last came farther, when the last one was, and how far it was then. */
  private losses = 0;
  private lastLoss = Number.NEGATIVE_INFINITY;
  private farthest = -1;
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;
  private told = 0;
  /** Ends the wait for the death of the worker. */
  private vigil = new AbortController();

  private readonly stopWithin: number;
  private readonly heartbeat: number;
  private readonly silence: number;
  private readonly startWithin: number;
  private readonly pauses: readonly number[];

  constructor(
    private readonly handlers: ClientHandlers,
    private readonly options: ClientOptions,
  ) {
    this.stopWithin = options.stopWithin ?? 500;
    this.heartbeat = options.heartbeat ?? 1000;
    // Work in one piece answers nothing, and on a slow engine a piece may take a minute.
    this.silence = options.silence ?? 120_000;
    this.startWithin = options.startWithin ?? 60_000;
    this.pauses = options.pauses ?? [500, 2000];
  }

  /** Hires the worker, so that it loads while it is found out what the run begins from. */
  prepare(): void {
    try {
      this.worker ??= this.hire();
    } catch {
      // It is said when a run is to begin.
    }
  }

  /** Starts a run in place of the present one. It waits for `train`, `step` or `probe`. */
  start(run: Run): void {
    const replacing = this.unended !== null;
    // A worker that died while it waited for its first run was the first try.
    if (this.run !== null) this.losses = 0;
    this.run = run;
    this.resume = run.resume;
    this.wants = 'rest';
    this.farthest = -1;
    this.pending.clear();
    this.clearTimers();
    if (replacing) this.stopInTime();
    this.begin();
  }

  /** A worker that cannot stop its old run in time is replaced. */
  private stopInTime(): void {
    clearTimeout(this.stopTimer);
    this.stopTimer = setTimeout(() => {
      this.dismiss();
      this.begin();
    }, this.stopWithin);
  }

  /** Replaces a worker that a person does not want to wait for any longer. */
  hurry(): void {
    if (this.worker !== null) this.replace(fault('worker-silent'), null);
  }

  /** Ends the present run; the worker waits for the next one. */
  end(): void {
    this.clearTimers();
    this.command({ type: 'stop', runId: this.runId });
    this.run = null;
    this.losses = 0;
    this.wants = 'rest';
    this.pending.clear();
    // What it would still answer is not heard.
    this.runId += 1;
  }

  /** @param until the meta-iteration at which it pauses by itself, where that is before its last */
  train(until?: number): void {
    this.wants = 'train';
    this.until = until;
    this.call += 1;
    this.command({ type: 'train', runId: this.runId, until, call: this.call });
  }

  pause(): void {
    this.wants = 'rest';
    // Between two workers there is none to end anything.
    if (this.worker === null) this.handlers.ended('paused');
    this.command({ type: 'pause', runId: this.runId });
  }

  step(): void {
    this.wants = 'step';
    this.call += 1;
    this.command({ type: 'step', runId: this.runId, call: this.call });
  }

  /** @param at of a part: the meta-iteration from which on it holds */
  tune(spec: unknown, at?: number): void {
    if (this.run !== null) this.run = { ...this.run, spec };
    this.command({ type: 'tune', runId: this.runId, spec, at });
  }

  /** Lets a part train to a meta-iteration. */
  letOn(to: number): void {
    if (this.run !== null) this.run = { ...this.run, bound: to };
    this.command({ type: 'bound', runId: this.runId, to });
  }

  /** Asks a part to hand over where it is at a meta-iteration. */
  photograph(at: number): void {
    this.command({ type: 'photograph', runId: this.runId, at });
  }

  /** Goes on from the last snapshot with another number of workers. */
  share(workers: number): void {
    const { run } = this;
    if (run === null || (run.workers ?? 1) === workers) return;
    this.run = { ...run, workers };
    // Between two workers, the next one hears of it.
    if (this.worker === null) return;
    this.stopInTime();
    this.begin();
  }

  /**
   * Asks beside the training. A newer question of the same kind replaces the one that waits.
   *
   * @param at of a part: the meta-iteration at which the answer begins
   */
  probe(kind: string, question: unknown, urgent: boolean, at?: number): void {
    this.probeId += 1;
    this.pending.set(kind, { probeId: this.probeId, urgent, at, question });
    this.sendProbe(kind);
  }

  dispose(): void {
    this.dismiss();
    this.run = null;
  }

  private begin(): void {
    const { run } = this;
    if (run === null) return;
    this.runId += 1;
    this.engine = null;
    try {
      this.worker ??= this.hire();
    } catch {
      this.handlers.failed(fault('worker-forbidden'), 'forbidden');
      return;
    }
    const { runId, resume, call } = this;
    this.command({ type: 'start', ...run, runId, resume });
    this.unended = runId;
    if (this.wants === 'train') this.command({ type: 'train', runId, until: this.until, call });
    if (this.wants === 'step') this.command({ type: 'step', runId, call });
    for (const kind of this.pending.keys()) this.sendProbe(kind);
  }

  private hire(): Hired {
    const worker = this.options.createWorker();
    worker.onmessage = ({ data }: MessageEvent<Event>) => {
      if (worker === this.worker) this.hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.worker) this.replace(stopped(event.message), null);
    };
    this.lastHeard = performance.now();
    this.lastBeat = this.lastHeard;
    this.beat = setInterval(() => this.listen(), this.heartbeat);
    return worker;
  }

  private dismiss(): void {
    this.clearTimers();
    clearInterval(this.beat);
    this.vigil.abort();
    this.tell(0);
    this.worker?.terminate();
    this.worker = null;
    this.unended = null;
  }

  private clearTimers(): void {
    clearTimeout(this.stopTimer);
    clearTimeout(this.pauseTimer);
  }

  /** A worker that says nothing for long is dead or hangs; a page that slept is no reason to think so. */
  private listen(): void {
    const now = performance.now();
    const slept = now - this.lastBeat > 3 * this.heartbeat;
    this.lastBeat = now;
    if (slept) this.lastHeard = now;
    const silent = now - this.lastHeard;
    const patience = this.engine === null ? this.startWithin : this.silence;
    if (silent > patience) this.replace(fault('worker-silent'), null);
    else {
      if (silent > TOLD) this.tell(Math.floor(silent / 1000));
      this.command({ type: 'ping' });
    }
  }

  /** The lock of a worker comes free when it dies, however that happened. */
  private async watch(lock: string): Promise<void> {
    this.vigil = new AbortController();
    const { signal } = this.vigil;
    try {
      await navigator.locks.request(lock, { signal }, () => {
        if (!signal.aborted) this.replace(fault('worker-stopped'), null);
      });
    } catch {
      // It was dismissed.
    }
  }

  private tell(seconds: number): void {
    if (seconds === this.told) return;
    this.told = seconds;
    this.handlers.silent(seconds);
  }

  private hear(event: Event): void {
    this.lastHeard = performance.now();
    this.tell(0);
    if ('runId' in event && event.runId !== this.runId) {
      if (event.type !== 'ended') return;
      // The end of the run before this one: the worker could stop it.
      clearTimeout(this.stopTimer);
      if (event.runId === this.unended) this.unended = null;
      return;
    }
    switch (event.type) {
      case 'alive':
        void this.watch(event.lock);
        return;
      case 'pong':
      case 'measured':
      case 'hire':
      case 'dismiss':
        return;
      case 'reached':
        this.handlers.reached?.(event.iteration);
        return;
      case 'silent':
        this.handlers.silent(event.seconds);
        return;
      case 'lost':
        this.handlers.lost?.(event.fault, event.from);
        return;
      case 'started':
        clearTimeout(this.stopTimer);
        this.engine = event.engine;
        this.handlers.started(event.engine, event.skipped);
        return;
      case 'frame':
        if (event.resume !== null) this.resume = event.resume;
        if (event.iteration > this.farthest) {
          this.farthest = event.iteration;
          this.losses = 0;
        }
        this.handlers.frame(event);
        afterPaint(() => this.command({ type: 'credit', runId: event.runId }));
        return;
      case 'answer':
        // Answers come in parts; the question stays until another takes its place.
        if (this.pending.get(event.kind)?.probeId === event.probeId) {
          this.handlers.answer(event.kind, event.answer);
        }
        return;
      case 'unanswered':
        if (this.pending.get(event.kind)?.probeId === event.probeId) {
          // Another worker would not know more.
          this.pending.delete(event.kind);
          this.handlers.unanswered(event.kind, event.fault);
        }
        return;
      case 'ended':
        if (event.call !== undefined && event.call !== this.call) return;
        if (event.reason !== 'stopped') this.wants = 'rest';
        this.handlers.ended(event.reason);
        return;
      case 'failed':
        if (event.code === 'engine-lost') this.replace(event.fault, this.engine);
        else {
          this.dismiss();
          this.handlers.failed(event.fault, event.code);
        }
        return;
      default:
        event satisfies never;
    }
  }

  /**
   * A new worker for the same run: at once the first time, after a pause when the run has not moved since.
   *
   * @param lost the engine that must not be used again, or null to try it once more
   */
  private replace(why: Fault, lost: EngineName | null): void {
    const { run, engine } = this;
    const now = performance.now();
    if (now - this.lastLoss > RELAPSE && engine !== null) this.losses = 0;
    this.lastLoss = now;
    this.losses += 1;
    this.dismiss();
    if (run === null) return;
    // An engine is given up where workers die on it, not where one takes its time.
    const dies = this.losses > 1 && why.code !== 'worker-silent';
    const spent = lost ?? (dies ? engine : null);
    const engines = run.engines.filter((name) => name !== spent);
    if (engines.length === 0 || (spent === null && this.losses >= TRIES)) {
      this.handlers.failed(why, engine === null ? 'no-start' : 'exhausted');
      return;
    }
    this.run = { ...run, engines };
    this.handlers.replaced(why, this.resume?.iteration ?? 0, this.wants !== 'rest');
    const pause = spent === null ? (this.pauses[this.losses - (engine === null ? 1 : 2)] ?? 0) : 0;
    if (pause === 0) this.begin();
    else this.pauseTimer = setTimeout(() => this.begin(), pause);
  }

  private sendProbe(kind: string): void {
    const pending = this.pending.get(kind);
    if (pending === undefined) return;
    this.command({ type: 'probe', runId: this.runId, kind, ...pending });
  }

  private command(command: Command): void {
    this.worker?.postMessage(command);
  }
}

const stopped = (text: string): Fault =>
  text === '' ? fault('worker-stopped') : fault('other', { text });

/** Runs `then` once what is on the page now has been painted; a hidden page, or a worker, paints nothing and does not wait. */
function afterPaint(then: () => void): void {
  const paints = typeof document !== 'undefined' && !document.hidden;
  if (!paints || typeof requestAnimationFrame === 'undefined') setTimeout(then);
  else requestAnimationFrame(() => setTimeout(then));
}
