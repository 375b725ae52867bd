/**
 * One run as the page knows it: where it is, how fast it goes, what it has recorded, and the commands that a
 * person gives it. Knows no lab and no React.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineName, Memory } from '../compute/engine';
import type { Fault } from '../compute/fault';
import { say, sayNumber } from '../words/format';
import { Client, type ClientOptions } from './client';
import type { Remark, Snapshot } from './experiment';
import { dismiss, notify } from './notices';
import { engineLabel, faultText } from './phrases';
import type { Frame } from './protocol';
import { append, emptySeries, type Series } from './series';
import { turns } from './turns';

export type Phase = 'starting' | 'ready' | 'training' | 'paused' | 'finished' | 'failed';

export interface RunState<S extends Snapshot> {
  readonly phase: Phase;
  readonly iteration: number;
  /** Whether it has reached its last meta-iteration. */
  readonly finished: boolean;
  /** Meta-iterations per second. */
  readonly rate: number;
  /** Seconds for which the worker has been in the middle of one piece of work. */
  readonly silent: number;
  readonly engine: EngineName | null;
  readonly memory: Memory;
  readonly series: Series;
  /** Snapshots for looking back, oldest first. */
  readonly kept: readonly S[];
  /** Where the run can be resumed from. */
  readonly resume: S | null;
  readonly remarks: readonly Remark[];
}

/** A run that was put away, and can go on. */
export interface SavedRun<S extends Snapshot> {
  readonly series: Series;
  readonly kept: readonly S[];
  readonly resume: S;
  readonly remarks: readonly Remark[];
}

/** What a run has recorded before its first meta-iteration. */
export const nothingYet = { series: emptySeries, kept: [], remarks: [] } as const;

interface RunOptions<S extends Snapshot> extends ClientOptions {
  readonly lab: string;
  /** What looking back needs of a snapshot. */
  readonly slim: (snapshot: S) => S;
  readonly onAnswer: (kind: string, answer: unknown) => void;
  readonly onUnanswered: (kind: string, fault: Fault) => void;
}

const blank = {
  phase: 'starting',
  iteration: 0,
  finished: false,
  rate: 0,
  silent: 0,
  engine: null,
  memory: { handles: 0, bytes: 0, reserved: 0 },
  series: emptySeries,
  kept: [],
  resume: null,
  remarks: [],
} as const;

const interrupted = (why: Fault, from: number): void =>
  notify({
    key: 'replaced',
    tone: 'warning',
    message: (words) =>
      say(words.frame.run.interrupted, { why: faultText(words, why), from: sayNumber(from) }),
  });

/** A run that goes on from a snapshot tells again what it told since. */
const isAmong = (remarks: readonly Remark[], { iteration, subject, code }: Remark): boolean =>
  remarks.some((r) => r.iteration === iteration && r.subject === subject && r.code === code);

export class RunController<S extends Snapshot> {
  readonly store: StoreApi<RunState<S>>;
  private readonly client: Client;

  constructor(private readonly options: RunOptions<S>) {
    this.store = createStore<RunState<S>>(() => blank);
    this.client = new Client(
      {
        started: (engine, skipped) => {
          const { phase } = this.store.getState();
          this.set({ engine, phase: phase === 'starting' ? this.restingPhase() : phase });
          // It goes on: what had stopped it is over.
          dismiss('failed');
          if (skipped.length > 0) {
            notify({
              key: 'engine',
              tone: 'warning',
              message: (words) =>
                say(words.frame.run.onEngine, { engine: engineLabel(words, engine) }),
              hint: (words) => {
                const reasons = skipped.map(
                  (s) => `${engineLabel(words, s.engine)}: ${faultText(words, s.fault)}`,
                );
                return say(words.frame.run.skipped, { reasons: reasons.join('; ') });
              },
            });
          }
        },
        frame: (frame) => this.take(frame),
        answer: options.onAnswer,
        unanswered: options.onUnanswered,
        ended: (reason) => {
          if (reason === 'stopped') return;
          this.set({ phase: reason === 'finished' ? 'finished' : this.restingPhase() });
        },
        replaced: (why, from, goesOn) => {
          this.set({ engine: null, iteration: from });
          // Whoever paused the lost one is not told by another that it has paused.
          if (!goesOn && this.store.getState().phase === 'training') {
            this.set({ phase: this.restingPhase() });
          }
          interrupted(why, from);
        },
        lost: interrupted,
        silent: (seconds) => this.set({ silent: seconds }),
        failed: (why, code) => {
          this.set({ phase: 'failed', rate: 0 });
          const { href } = location;
          notify({
            key: 'failed',
            tone: 'error',
            message: (words) => say(words.frame.run.stopped, { why: faultText(words, why) }),
            hint: (words) => words.frame.run.hints[code],
            ...(code === 'forbidden'
              ? { action: { label: (words) => words.frame.run.ownTab, href } }
              : {}),
          });
        },
      },
      options,
    );
  }

  /** Starts the worker before it is known what the run begins from. */
  prepare(): void {
    this.client.prepare();
  }

  /** Starts afresh, or from a saved run. */
  start(
    spec: unknown,
    engines: readonly EngineName[],
    saved: SavedRun<S> | null = null,
    workers = 1,
  ): void {
    const { lab } = this.options;
    this.store.setState({ ...blank, ...saved, iteration: saved?.resume.iteration ?? 0 }, true);
    this.client.start({ lab, spec, engines, workers, resume: saved?.resume ?? null });
  }

  /** Ends the run, if there is one, before another is known. */
  end(): void {
    this.client.end();
    this.store.setState(blank, true);
  }

  /** @param until the meta-iteration at which it pauses by itself */
  train(until?: number): void {
    turns.wait(this, () => {
      this.set({ phase: 'training' });
      this.client.train(until);
    });
  }

  /** Does not wait any longer for a worker that is in the middle of a long piece of work. */
  hurry(): void {
    this.client.hurry();
  }

  pause(): void {
    this.client.pause();
  }

  step(): void {
    this.client.step();
  }

  tune(spec: unknown): void {
    this.client.tune(spec);
  }

  /** Goes on with another number of workers. */
  share(workers: number): void {
    this.client.share(workers);
  }

  probe(kind: string, question: unknown, urgent: boolean): void {
    this.client.probe(kind, question, urgent);
  }

  dispose(): void {
    this.client.dispose();
    // It trains no more.
    this.store.setState(blank, true);
  }

  private set(change: Partial<RunState<S>>): void {
    this.store.setState(change);
  }

  private restingPhase(): Phase {
    const { iteration, finished } = this.store.getState();
    if (finished) return 'finished';
    return iteration > 0 ? 'paused' : 'ready';
  }

  private take(frame: Frame): void {
    const { series, kept, remarks, resume, phase } = this.store.getState();
    const newest = kept.at(-1)?.iteration ?? -1;
    const told = frame.remarks.filter((remark) => !isAmong(remarks, remark));
    const fresh = (frame.kept as S[]).filter((snapshot) => snapshot.iteration > newest);
    this.set({
      iteration: frame.iteration,
      finished: frame.finished,
      // A finished run that was put away is finished when it comes back.
      phase: frame.finished && (phase === 'paused' || phase === 'ready') ? 'finished' : phase,
      rate: frame.rate,
      memory: frame.memory,
      series: append(series, frame.columns),
      kept: fresh.length === 0 ? kept : [...kept, ...fresh.map(this.options.slim)],
      remarks: told.length === 0 ? remarks : [...remarks, ...told],
      resume: (frame.resume as S | null) ?? resume,
    });
  }
}
