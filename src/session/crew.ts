/**
 * A run shared out over several workers, seen from the one that the page talks to: each trains its part of the contenders
 * on the same tasks, from the same named streams. What they send is put together by meta-iteration, so that the page is told
 * what one worker would have told it, to the bit.
 *
 * Parts train up to a bound that moves with the slowest. What must happen at one meta-iteration in all of them (another
 * setting, a question, a place to resume from) is marked for the bound of now, which none has passed; a pause leaves the
 * bound where it is.
 */

import type { EngineName, Skipped } from '../compute/engine';
import type { Fault } from '../compute/fault';
import { Client, type ClientHandlers, type ClientOptions } from './client';
import type { Columns, Division, Remark, Snapshot } from './experiment';
import { FramePace } from './framePace';
import { RESUME_INTERVAL } from './loop';
import type { Command, EndReason, Event, FailureCode, Frame } from './protocol';
import { columnsOf, rowsOf } from './rows';

/** Milliseconds of training by which the fastest part may be ahead: two looks at messages. */
const LEAD = 32;
/** Milliseconds of training and meta-iterations after which it is known what contenders take. */
const KNOWN = { ms: 500, iterations: 10 };
/** Weight of the newest measurement of a meta-iteration's time. */
const FRESH = 0.2;

type Row = Readonly<Record<string, number>>;

/** What is to be shared out. */
export interface Order {
  readonly runId: number;
  readonly lab: string;
  readonly spec: unknown;
  readonly engines: readonly EngineName[];
  readonly resume: Snapshot | null;
  readonly division: Division;
}

/** The workers, kept from one run to the next. */
export class Crew {
  private readonly hands: Client[] = [];
  private run: SharedRun | null = null;

  constructor(private readonly options: ClientOptions) {}

  begin(order: Order, send: (event: Event) => void): SharedRun {
    const { parts } = order.division;
    for (let i = this.hands.length; i < parts; i++) {
      this.hands.push(new Client(this.handlersOf(i), this.options));
    }
    // Others would keep their engines for nothing.
    for (const hand of this.hands.splice(parts)) hand.dispose();
    const run = new SharedRun(order, [...this.hands], send);
    this.run = run;
    run.begin();
    return run;
  }

  dispose(): void {
    for (const hand of this.hands.splice(0)) hand.dispose();
  }

  private handlersOf(part: number): ClientHandlers {
    return {
      started: (engine, skipped) => this.run?.started(part, engine, skipped),
      frame: (frame) => this.run?.frame(part, frame),
      reached: (iteration) => this.run?.reached(part, iteration),
      answer: (kind, answer) => this.run?.answer(part, kind, answer),
      unanswered: (kind, why) => this.run?.unanswered(kind, why),
      ended: (reason) => this.run?.ended(part, reason),
      replaced: (why, from) => this.run?.replaced(part, why, from),
      silent: (seconds) => this.run?.silent(part, seconds),
      failed: (why, code) => this.run?.failed(why, code),
    };
  }
}

interface Part {
  started: boolean;
  /** The meta-iteration that its worker began at. */
  from: number;
  /** The meta-iteration that it has come to, and whether that is its last. */
  at: number;
  finished: boolean;
  silent: number;
  frame: Frame | null;
  /** What the others have not sent yet. */
  rows: Row[];
  kept: Snapshot[];
}

interface Asked {
  readonly probeId: number;
  readonly urgent: boolean;
  readonly question: unknown;
  /** Of each part, by what they are of. */
  readonly answers: Map<string, unknown[]>;
}

/** How it ended: stopped, failed, or nobody is there to share with. */
export type SharedEnd = 'over' | 'alone';

export class SharedRun {
  private parts: Part[] = [];
  private division: Division;
  /** Live settings move. */
  private spec: unknown;
  private isEven = false;
  private announced = false;
  private bound = 0;
  private wants: 'rest' | 'train' | 'step' = 'rest';
  /** The meta-iteration at which it pauses by itself. */
  private until: number | undefined;
  /** Which call to go on it follows. */
  private call: number | undefined;
  /** Has been told to train since the last end, so another end is owed. */
  private active = false;
  private over = false;
  private readonly asked = new Map<string, Asked>();
  /** A place to resume from that is being put together. */
  private photo: { readonly at: number; readonly got: Map<number, Snapshot> } | null = null;
  private resume: Snapshot | null = null;
  private lastResume = performance.now();
  private rows: Row[] = [];
  private lastRow = -1;
  private kept: Snapshot[] = [];
  private lastKept = -1;
  private remarks: Remark[] = [];
  private told = new Set<string>();
  private readonly frames = new FramePace();
  private clock: { readonly time: number; readonly at: number } | null = null;
  /** Milliseconds of a meta-iteration. */
  private pace = LEAD;
  private finish: (end: SharedEnd) => void = () => {};
  private readonly done = new Promise<SharedEnd>((resolve) => {
    this.finish = resolve;
  });

  constructor(
    private readonly order: Order,
    private readonly hands: readonly Client[],
    private readonly send: (event: Event) => void,
  ) {
    this.spec = order.spec;
    this.division = order.division;
  }

  /** From where the run is to begin, or from where it is when contenders change hands. */
  begin(resume = this.order.resume): void {
    const { division } = this;
    const { lab, engines } = this.order;
    const at = resume?.iteration ?? 0;
    this.bound = at;
    this.photo = { at, got: new Map() };
    this.clock = null;
    this.parts = this.hands.map(() => ({
      ...{ started: false, from: at, at, finished: false, silent: 0, frame: null },
      ...{ rows: [], kept: [] },
    }));
    for (const [i, hand] of this.hands.entries()) {
      const own = resume === null ? null : division.split(resume, i);
      const spec = division.specOf(this.spec, i);
      hand.start({ lab, engines, spec, resume: own, bound: at });
      hand.train();
    }
  }

  private get start(): number {
    return this.order.resume?.iteration ?? 0;
  }

  /** Comes when nothing more will be sent. */
  run(): Promise<SharedEnd> {
    return this.done;
  }

  /** What another is to be told in its place. */
  get commands(): readonly Command[] {
    const { runId } = this.order;
    const asked = [...this.asked].map(
      ([kind, { probeId, urgent, question }]): Command => ({
        ...{ type: 'probe', runId, probeId, kind, urgent, question },
      }),
    );
    const { wants, until, call } = this;
    if (wants === 'rest') return asked;
    const wish = { runId, call };
    return [
      wants === 'train' ? { type: wants, ...wish, until } : { type: wants, ...wish },
      ...asked,
    ];
  }

  train(until?: number, call?: number): void {
    this.until = until;
    this.goOn('train', call);
  }

  step(call?: number): void {
    this.goOn('step', call);
  }

  pause(): void {
    this.wants = 'rest';
    this.pump();
  }

  stop(): void {
    if (this.over) return;
    this.leave();
    this.send({ type: 'ended', runId: this.order.runId, reason: 'stopped' });
    this.finish('over');
  }

  tune(spec: unknown): void {
    this.spec = spec;
    for (const [i, hand] of this.hands.entries()) {
      hand.tune(this.division.specOf(spec, i), this.bound);
    }
  }

  credit(): void {
    this.frames.credit();
    this.deliver(false);
  }

  probe(probeId: number, kind: string, urgent: boolean, question: unknown): void {
    const asked = { probeId, urgent, question, answers: new Map() };
    this.asked.set(kind, asked);
    this.ask(kind, asked);
  }

  started(i: number, engine: EngineName, skipped: readonly Skipped[]): void {
    if (this.over) return;
    this.parts[i]!.started = true;
    if (!this.announced && this.parts.every(({ started }) => started)) {
      this.announced = true;
      this.send({ type: 'started', runId: this.order.runId, engine, skipped });
    }
    this.pump();
  }

  reached(i: number, iteration: number): void {
    this.parts[i]!.at = iteration;
    this.pump();
  }

  frame(i: number, frame: Frame): void {
    if (this.over) return;
    const part = this.parts[i]!;
    part.at = frame.iteration;
    part.frame = frame;
    const row = part.rows.at(-1)?.iteration ?? this.lastRow;
    part.rows.push(...rowsOf(frame.columns).filter(({ iteration }) => iteration! > row));
    const last = part.kept.at(-1)?.iteration ?? this.lastKept;
    // Where a worker takes over is kept for that alone.
    const isOwn = (at: number) => at === part.from && at !== this.start;
    part.kept.push(...frame.kept.filter(({ iteration: at }) => at > last && !isOwn(at)));
    for (const remark of frame.remarks) {
      const key = `${remark.iteration} ${remark.subject} ${remark.code}`;
      if (this.told.has(key)) continue;
      this.told.add(key);
      this.remarks.push(remark);
    }
    this.putTogether();
    const { photo } = this;
    // Whoever has finished comes no farther.
    const isThere = photo !== null && (frame.iteration === photo.at || frame.finished);
    if (frame.resume !== null && isThere) {
      photo.got.set(i, frame.resume);
      if (photo.got.size === this.parts.length) this.develop(photo.got);
    }
    this.deliver(false);
    this.pump();
  }

  answer(i: number, kind: string, answer: unknown): void {
    const asked = this.asked.get(kind);
    if (this.over || asked === undefined) return;
    const { division } = this;
    const { runId } = this.order;
    const key = division.keyOf(kind, answer);
    const answers = asked.answers.get(key) ?? [];
    answers[i] = answer;
    asked.answers.set(key, answers);
    for (let part = 0; part < this.parts.length; part++) if (!(part in answers)) return;
    // What is of less is of no use any more.
    for (const older of [...asked.answers.keys()]) {
      if (older === key) break;
      asked.answers.delete(older);
    }
    const { probeId } = asked;
    const whole = division.merge(kind, answers);
    this.send({ type: 'answer', runId, probeId, kind, answer: whole });
  }

  unanswered(kind: string, why: Fault): void {
    const asked = this.asked.get(kind);
    if (this.over || asked === undefined) return;
    this.asked.delete(kind);
    const { probeId } = asked;
    this.send({ type: 'unanswered', runId: this.order.runId, probeId, kind, fault: why });
  }

  ended(i: number, reason: EndReason): void {
    if (this.over || reason !== 'finished') return;
    this.parts[i]!.finished = true;
    this.pump();
  }

  /** A part goes back to where it could be resumed from; the others wait for it. */
  replaced(i: number, why: Fault, from: number): void {
    if (this.over) return;
    const part = this.parts[i]!;
    [part.from, part.at, part.finished] = [from, from, false];
    // What it sent since, it sends again.
    part.rows = part.rows.filter(({ iteration }) => iteration! <= from);
    part.kept = part.kept.filter(({ iteration }) => iteration <= from);
    // The new worker knows of no photograph, but hands over where it begins.
    if (this.photo !== null && this.photo.at !== from && !this.photo.got.has(i)) this.photo = null;
    this.send({ type: 'lost', runId: this.order.runId, fault: why, from });
    this.pump();
  }

  silent(i: number, seconds: number): void {
    if (this.over) return;
    this.parts[i]!.silent = seconds;
    const most = Math.max(...this.parts.map(({ silent }) => silent));
    this.send({ type: 'silent', runId: this.order.runId, seconds: most });
  }

  failed(why: Fault, code: FailureCode): void {
    if (this.over) return;
    const begun = this.parts.every(({ started }) => started);
    this.leave();
    if (!begun && (code === 'forbidden' || code === 'no-start')) this.finish('alone');
    else {
      this.send({ type: 'failed', runId: this.order.runId, code, fault: why });
      this.finish('over');
    }
  }

  private leave(): void {
    this.over = true;
    for (const hand of this.hands) hand.end();
  }

  private goOn(wants: 'train' | 'step', call: number | undefined): void {
    this.wants = wants;
    this.call = call;
    this.active = true;
    for (const [i, hand] of this.hands.entries()) {
      // One that has finished says so again.
      this.parts[i]!.finished = false;
      hand.train();
    }
    this.pump();
  }

  private ask(kind: string, { question, urgent, answers }: Asked): void {
    answers.clear();
    for (const [i, hand] of this.hands.entries()) {
      hand.probe(kind, this.division.questionOf(question, i), urgent, this.bound);
    }
  }

  /** Whether all stand where they are to stand. */
  private get isTogether(): boolean {
    const { at: first } = this.parts[0]!;
    return this.parts.every(({ at, finished }) => at === first && (finished || at >= this.bound));
  }

  /** Lets the parts on as far as they may go; marks where to resume from, now and then and where they come to rest. */
  private pump(): void {
    if (this.over || this.parts.some(({ started }) => !started)) return;
    const least = Math.min(...this.parts.map(({ at }) => at));
    this.time(least);
    if (this.wants === 'train' && least >= (this.until ?? Number.POSITIVE_INFINITY))
      this.wants = 'rest';
    if (this.wants === 'train' && !this.isFinished) {
      const due = performance.now() - this.lastResume >= RESUME_INTERVAL;
      if (due && this.photo === null) this.photograph();
      const on = least + Math.max(1, Math.round(LEAD / this.pace));
      this.letOn(Math.min(on, this.until ?? on));
      return;
    }
    if (!this.isTogether) return;
    this.clock = null;
    if (this.wants === 'step' && !this.isFinished) {
      this.wants = 'rest';
      this.letOn(least + 1);
    } else if (this.active && this.photo === null) this.photograph();
  }

  private get isFinished(): boolean {
    return this.parts.every(({ finished }) => finished);
  }

  private letOn(to: number): void {
    if (to <= this.bound) return;
    this.bound = to;
    for (const hand of this.hands) hand.letOn(to);
  }

  private time(at: number): void {
    const time = performance.now();
    const { clock } = this;
    if (clock === null || at < clock.at) this.clock = { time, at };
    else if (at > clock.at) {
      const pace = (time - clock.time) / (at - clock.at);
      this.pace += FRESH * (Math.max(pace, 0.001) - this.pace);
      this.clock = { time, at };
    }
  }

  private photograph(): void {
    const { bound: at } = this;
    this.photo = { at, got: new Map() };
    for (const hand of this.hands) hand.photograph(at);
  }

  /** All parts have handed over where they are. */
  private develop(got: ReadonlyMap<number, Snapshot>): void {
    this.photo = null;
    this.lastResume = performance.now();
    const parts = this.parts.map((_, i) => got.get(i)!);
    // A copy: the page is given its arrays, and the parts go on from theirs if their workers die.
    this.resume = structuredClone(this.division.join(parts));
    const at = parts[0]!.iteration;
    const rests = this.wants === 'rest' || this.isFinished;
    const isEnd = rests && this.isTogether && this.parts[0]!.at === at;
    // The first is of where it begins from.
    this.deliver(isEnd || !this.frames.begun);
    if (this.active && !isEnd) this.even(this.division.join(parts));
    if (!this.active || !isEnd) return;
    this.active = false;
    this.wants = 'rest';
    const reason = this.isFinished ? 'finished' : 'paused';
    this.send({ type: 'ended', runId: this.order.runId, reason, call: this.call });
  }

  /** Once it is known what each contender takes, the parts are made equal, if that is worth beginning them anew. */
  private even(resume: Snapshot): void {
    const frames = this.parts.flatMap(({ frame }) => frame ?? []);
    const spent = frames.map(({ busy = {} }) => Object.values(busy).reduce((a, b) => a + b, 0));
    const begun = resume.iteration - this.start;
    if (this.isEven || begun < KNOWN.iterations || Math.max(...spent) < KNOWN.ms) return;
    this.isEven = true;
    const even = this.division.evened(Object.assign({}, ...frames.map(({ busy }) => busy)));
    if (even === null) return;
    this.division = even;
    this.begin(resume);
    for (const [kind, asked] of this.asked) this.ask(kind, asked);
  }

  /** Rows and snapshots that all parts have sent. */
  private putTogether(): void {
    const { division } = this;
    for (;;) {
      const heads = this.parts.map(({ rows }) => rows[0]);
      if (heads.some((row) => row === undefined)) break;
      for (const { rows } of this.parts) rows.shift();
      this.rows.push(Object.assign({}, ...heads));
      this.lastRow = heads[0]!.iteration!;
    }
    for (;;) {
      const heads = this.parts.map(({ kept }) => kept[0]);
      if (heads.some((snapshot) => snapshot === undefined)) break;
      for (const { kept } of this.parts) kept.shift();
      this.kept.push(division.join(heads as Snapshot[]));
      this.lastKept = heads[0]!.iteration;
    }
  }

  /** Sends what is new. What must be sent is sent whatever the page has painted. */
  private deliver(must: boolean): void {
    const now = performance.now();
    const frames = this.parts.flatMap(({ frame }) => frame ?? []);
    if (frames.length < this.parts.length) return;
    if (!must && !this.frames.allows(now)) return;
    const { rows, remarks, kept, resume } = this;
    const columns: Columns = columnsOf(rows);
    [this.rows, this.remarks, this.kept, this.resume] = [[], [], [], null];
    this.frames.sent(now);
    const total = (of: (frame: Frame) => number) =>
      frames.reduce((sum, frame) => sum + of(frame), 0);
    this.send({
      type: 'frame',
      runId: this.order.runId,
      iteration: Math.min(...frames.map(({ iteration }) => iteration)),
      finished: frames.every(({ finished }) => finished),
      // None is faster than the slowest.
      rate: Math.min(...frames.map(({ rate }) => rate)),
      memory: {
        handles: total(({ memory }) => memory.handles),
        bytes: total(({ memory }) => memory.bytes),
        reserved: total(({ memory }) => memory.reserved),
      },
      ...{ columns, remarks, kept, resume },
    });
  }
}
