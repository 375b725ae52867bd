/**
 * One run in the worker: trains in slices, answers probes between them, and sends frames as fast as the
 * page can paint them and no faster.
 */

import { EngineError } from '../compute/engine';
import { faultOf } from '../compute/fault';
import type { Columns, Experiment, Remark, Snapshot } from './experiment';
import { FramePace } from './framePace';
import type { EndReason, Event, Frame } from './protocol';
import { Parts, Superseded } from './turn';
import { yieldToMessages } from './yielding';

/** Milliseconds of training between two looks at messages. */
const SLICE = 16;
/** Milliseconds between places to resume from. */
export const RESUME_INTERVAL = 1000;
/** While training, an answer that took t ms leaves the next 2t ms to training. */
const PROBE_SHARE = 2;
/** The rate is taken over this many milliseconds of training. */
const RATE_WINDOW = 1000;

interface Probe {
  readonly probeId: number;
  readonly kind: string;
  readonly urgent: boolean;
  readonly answers: AsyncGenerator<unknown, void>;
  readonly parts: Parts;
}

/** What is done at a meta-iteration before training goes on from it. */
interface Mark {
  readonly at: number;
  /** Of a question: its kind. */
  readonly kind: string | null;
  readonly act: () => void | Promise<void>;
}

export class Loop {
  private training = false;
  private stepping = false;
  /** Has been told to train since the last end, so another end is owed. */
  private active = false;
  private stopped = false;
  /** Which call to go on it follows. */
  private call: number | undefined;
  /** It pauses by itself here. */
  private until = Number.POSITIVE_INFINITY;
  private readonly pace = new FramePace();
  private readonly probes = new Map<string, Probe>();
  private probesWaitUntil = 0;
  private kept: Snapshot[] = [];
  private lastResume = Number.NEGATIVE_INFINITY;
  private resumeIteration = -1;
  private rateMarks: { busy: number; iteration: number }[] = [];
  private busy = 0;
  /** Milliseconds of training in the pauses of the part of an answer that is worked on, and what failed there. */
  private meanwhile = 0;
  private trainingError: unknown = null;
  private wake: () => void = () => {};
  private readonly turn = new Parts(() => this.stopped);
  /** In the order of their meta-iterations. */
  private marks: Mark[] = [];

  constructor(
    private readonly runId: number,
    private readonly experiment: Experiment,
    private readonly send: (event: Event) => void,
    /** Whether an error of an answer is one of the engine, so that another should take over. */
    private readonly isEngines: (error: unknown) => boolean = (error) =>
      error instanceof EngineError,
    /** Of a part of a run: it waits here until it is let on; null for a run that is nobody's part. */
    private bound: number | null = null,
  ) {}

  /** Lets a part on. */
  letOn(to: number): void {
    this.bound = to;
    this.wake();
  }

  /** Hands over where it is at a meta-iteration. */
  photograph(at: number): void {
    this.mark(at, null, () => {
      this.resumeIteration = -1;
      return this.frame(true);
    });
  }

  private mark(at: number, kind: string | null, act: Mark['act']): void {
    const others = this.marks.filter((mark) => kind === null || mark.kind !== kind);
    this.marks = [...others, { at, kind, act }].sort((a, b) => a.at - b.at);
    this.wake();
  }

  /** @param until the meta-iteration at which it pauses by itself */
  train(until = Number.POSITIVE_INFINITY, call?: number): void {
    this.until = until;
    this.call = call;
    this.training = true;
    this.active = true;
    this.wake();
  }

  pause(): void {
    this.training = false;
    this.wake();
  }

  step(call?: number): void {
    this.until = Number.POSITIVE_INFINITY;
    this.call = call;
    this.training = false;
    this.stepping = true;
    this.active = true;
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  /** @param at the meta-iteration from which on it holds; from now on unless said */
  tune(spec: unknown, at?: number): void {
    if (at === undefined) this.experiment.tune(spec);
    else this.mark(at, null, () => this.experiment.tune(spec));
  }

  credit(): void {
    this.pace.credit();
    this.wake();
  }

  /** @param at the meta-iteration at which the answer begins; when there is time for it unless said */
  probe(probeId: number, kind: string, urgent: boolean, question: unknown, at?: number): void {
    if (at === undefined) {
      this.begin(probeId, kind, urgent, question);
      this.wake();
    } else {
      this.mark(at, kind, () => this.answerPart(this.begin(probeId, kind, urgent, question)));
    }
  }

  private begin(probeId: number, kind: string, urgent: boolean, question: unknown): Probe {
    const older = this.probes.get(kind);
    // One that is in the middle of a part ends itself at its next pause.
    older?.answers.return().catch(() => {});
    const parts = new Parts(
      () => this.stopped || this.probes.get(kind)?.probeId !== probeId,
      (after) => this.trainMeanwhile(after),
    );
    const answers = this.experiment.answer(kind, question, parts);
    const probe = { probeId, kind, urgent, answers, parts };
    this.probes.set(kind, probe);
    return probe;
  }

  /** Runs until stopped; what fails in the training is thrown. */
  async run(): Promise<void> {
    try {
      await this.go();
    } catch (error) {
      // Work that was told to stop has stopped.
      if (!(error instanceof Superseded)) throw error;
    }
    for (const probe of this.probes.values()) await probe.answers.return();
    this.send({ type: 'ended', runId: this.runId, reason: 'stopped' });
  }

  private async go(): Promise<void> {
    await this.keep();
    await this.frame(true);
    while (!this.stopped) {
      await this.keepMarks();
      if (this.willTrain) await this.trainSlice();
      await this.answerProbe();
      if (this.stopped) break;
      if (this.wantsOn) await this.frame(false);
      else if (this.active) await this.end();
      if (this.willTrain || this.probes.size > 0 || this.isAtMark) await yieldToMessages();
      else if (!this.stopped && (!this.active || this.waits)) await this.sleep();
    }
  }

  private get willTrain(): boolean {
    return this.wantsOn && !this.isAtBound;
  }

  /** A part waits for the others. */
  private get waits(): boolean {
    return this.wantsOn && this.isAtBound;
  }

  private get wantsOn(): boolean {
    return (this.training || this.stepping) && !this.isThere && !this.stopped;
  }

  private get isAtBound(): boolean {
    return this.bound !== null && this.experiment.iteration >= this.bound;
  }

  private get isThere(): boolean {
    return this.experiment.finished || this.experiment.iteration >= this.until;
  }

  private get isAtMark(): boolean {
    const next = this.marks[0];
    const { iteration, finished } = this.experiment;
    return next !== undefined && (iteration >= next.at || finished);
  }

  /** What was wanted of this very meta-iteration. */
  private async keepMarks(): Promise<void> {
    while (this.isAtMark && !this.stopped) await this.marks.shift()!.act();
  }

  /** Trains for a slice, or one meta-iteration when stepping. */
  private async trainSlice(): Promise<void> {
    // In the pauses of an answer, too. What is answered there may itself have trained as far as it was to go.
    await this.keepMarks();
    if (!this.willTrain) return;
    const start = performance.now();
    let now = start;
    do {
      this.turn.begin();
      await this.experiment.advance(this.turn);
      if (this.experiment.keepsake) await this.keep();
      now = performance.now();
    } while (!this.stepping && now - start < SLICE && this.willTrain && !this.isAtMark);
    this.stepping = false;
    this.busy += now - start;
    this.rateMarks.push({ busy: this.busy, iteration: this.experiment.iteration });
    while (this.rateMarks.length > 2 && this.busy - this.rateMarks[0]!.busy > RATE_WINDOW) {
      this.rateMarks.shift();
    }
    if (this.bound !== null) {
      this.send({ type: 'reached', runId: this.runId, iteration: this.experiment.iteration });
    }
  }

  private get rate(): number {
    const first = this.rateMarks[0];
    const last = this.rateMarks.at(-1);
    if (first === undefined || last === undefined || last.busy === first.busy) return 0;
    return (1000 * (last.iteration - first.iteration)) / (last.busy - first.busy);
  }

  /**
   * Training has its share of a long answer, too: as much as between the parts of short ones.
   *
   * @param after milliseconds that the answer has taken since training had its turn: more than a part where it cannot pause
   */
  private async trainMeanwhile(after: number): Promise<void> {
    const start = performance.now();
    const until = start + PROBE_SHARE * after;
    try {
      while (this.willTrain && performance.now() < until) {
        await this.trainSlice();
        await this.frame(false);
        await yieldToMessages();
      }
    } catch (error) {
      this.trainingError = error;
      throw error;
    } finally {
      this.meanwhile += performance.now() - start;
    }
  }

  /** One part of one waiting probe, urgent ones first. */
  private async answerProbe(): Promise<void> {
    const waiting = [...this.probes.values()];
    const probe = waiting.find((p) => p.urgent) ?? waiting[0];
    if (probe === undefined) return;
    if (this.willTrain && !probe.urgent && performance.now() < this.probesWaitUntil) return;
    await this.answerPart(probe);
  }

  private async answerPart(probe: Probe): Promise<void> {
    const start = performance.now();
    this.meanwhile = 0;
    const part = await this.nextPart(probe);
    const now = performance.now();
    this.probesWaitUntil = now + PROBE_SHARE * (now - start - this.meanwhile);
    // A newer probe of this kind may have come meanwhile.
    if (this.probes.get(probe.kind) !== probe) return;
    if (part === null || part.done) this.probes.delete(probe.kind);
    else {
      const { probeId, kind } = probe;
      const answer = part.value;
      if (answer !== null) {
        this.send({ type: 'answer', runId: this.runId, probeId, kind, answer });
      }
      // Others of the same urgency take turns.
      this.probes.delete(kind);
      this.probes.set(kind, probe);
    }
  }

  /** One part of an answer; null where there will be none: asked anew, or failed, which is told and harms nothing else. */
  private async nextPart(probe: Probe): Promise<IteratorResult<unknown, void> | null> {
    const { answers, parts, probeId, kind } = probe;
    try {
      parts.begin();
      return await answers.next();
    } catch (error) {
      if (error instanceof Superseded) return null;
      if (this.isEngines(error) || error === this.trainingError) throw error;
      const { runId } = this;
      this.send({ type: 'unanswered', runId, probeId, kind, fault: faultOf(error) });
      return null;
    }
  }

  private async keep(): Promise<void> {
    this.kept.push(await this.experiment.snapshot());
  }

  private async end(): Promise<void> {
    // It may be told to go on meanwhile.
    const { runId, call } = this;
    this.training = false;
    this.active = false;
    this.rateMarks = [];
    const reason: EndReason = this.experiment.finished ? 'finished' : 'paused';
    await this.frame(true);
    this.send({ type: 'ended', runId, reason, call });
  }

  /** Sends what is new. A frame that must come is sent whatever the page has painted, and can be resumed from. */
  private async frame(must: boolean): Promise<void> {
    const now = performance.now();
    if (!must && !this.pace.allows(now)) return;
    const { experiment } = this;
    let resume: Snapshot | null = null;
    // Of a part, what it hands over when it is asked to: all parts go on from one meta-iteration.
    const due = must || (this.bound === null && now - this.lastResume >= RESUME_INTERVAL);
    if (due && experiment.iteration !== this.resumeIteration) {
      resume = await experiment.snapshot();
      this.lastResume = now;
      this.resumeIteration = experiment.iteration;
    }
    const remarks: Remark[] = experiment.takeRemarks();
    const columns: Columns = experiment.takeRows();
    const kept = this.kept;
    this.kept = [];
    this.pace.sent(now);
    const frame: Frame = {
      type: 'frame',
      runId: this.runId,
      iteration: experiment.iteration,
      finished: experiment.finished,
      rate: this.rate,
      memory: experiment.memory(),
      busy: this.bound === null ? undefined : { ...experiment.busy },
      columns,
      remarks,
      kept,
      resume,
    };
    this.send(frame);
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = () => {
        this.wake = () => {};
        resolve();
      };
    });
  }
}
