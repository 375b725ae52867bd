/** Asks the worker what the rules say, when they say it, and keeps what is known. Knows no lab. */

import type { Answer, AskRule } from './questions';

interface Means {
  /** Whether the run trains, and is in sight. */
  readonly training: () => boolean;
  /** The meta-iteration in sight. */
  readonly iteration: () => number;
  /** The question of a rule about what is in sight. */
  readonly questionOf: (kind: string) => unknown;
  readonly fits: (kind: string, answer: Answer) => boolean;
  readonly send: (kind: string, question: unknown, urgent: boolean) => void;
  readonly show: (kind: string, answer: Answer | null) => void;
  readonly shown: (kind: string) => Answer | null;
}

// biome-ignore lint/suspicious/noExplicitAny: rules of every lab
export type AnyRule = AskRule<any, any, any, any>;

interface Asking {
  /** A question is on its way, or is about to be. */
  waiting: boolean;
  /** It could not be answered: it is not asked again until something changes. */
  failed: boolean;
  last: number;
  /** The meta-iteration in sight when the question was put. */
  sent: number;
  /** Whether a person waits for it. */
  urgent: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly known: Map<number, Answer>;
}

export class Asker {
  private readonly asking = new Map<string, Asking>();
  private idlers: (() => void)[] = [];

  constructor(
    private readonly rules: Readonly<Record<string, AnyRule>>,
    private readonly means: Means,
  ) {
    for (const kind of Object.keys(rules)) {
      const known = new Map<number, Answer>();
      const last = Number.NEGATIVE_INFINITY;
      const [sent, urgent, timer] = [-1, false, undefined];
      const asking = { waiting: false, failed: false, last, sent, urgent, timer, known };
      this.asking.set(kind, asking);
    }
  }

  /** Asks everything anew: a run has begun, or another moment of it is in sight. */
  all(): void {
    for (const kind of Object.keys(this.rules)) this.ask(kind);
  }

  /** Settings have moved: what is known holds no more. */
  forget(): void {
    for (const asking of this.asking.values()) {
      clearTimeout(asking.timer);
      asking.known.clear();
      asking.waiting = false;
      asking.failed = false;
      asking.last = Number.NEGATIVE_INFINITY;
    }
    this.settled();
  }

  /** The run has moved: what is not on its way already is asked about its weights of now. */
  follow(): void {
    for (const [kind, { waiting, failed }] of this.asking) {
      if (!waiting && !failed) this.ask(kind, false);
    }
  }

  /** Whether what is shown is of what is in sight. */
  isKnown(kind: string): boolean {
    const shown = this.means.shown(kind);
    return shown !== null && this.means.fits(kind, shown);
  }

  /** Training begins: what was asked at rest, and is much, makes room. */
  yield(): void {
    for (const [kind, { waiting, timer }] of this.asking) {
      if (!waiting || !this.rules[kind]!.yields) continue;
      clearTimeout(timer);
      this.send(kind, false);
    }
  }

  /** @param urgent whether a person waits for it; as the rule has it, unless said */
  ask(kind: string, urgent?: boolean): void {
    const rule = this.rules[kind]!;
    const asking = this.asking.get(kind)!;
    clearTimeout(asking.timer);
    asking.failed = false;
    const training = this.means.training();
    const known = asking.known.get(this.means.iteration());
    if (known !== undefined && !training && this.means.fits(kind, known)) {
      asking.waiting = false;
      this.means.show(kind, known);
      this.settled();
      return;
    }
    asking.waiting = true;
    // A person does not wait for the pace of the run.
    const paced = training && urgent === false;
    const wait = paced ? asking.last + (rule.every ?? 0) - performance.now() : 0;
    if (wait > 0) asking.timer = setTimeout(() => this.send(kind, false), wait);
    else this.send(kind, urgent ?? rule.urgent ?? false);
  }

  take(kind: string, answer: Answer): void {
    const rule = this.rules[kind]!;
    const asking = this.asking.get(kind)!;
    if (!this.means.fits(kind, answer)) return;
    const whole = rule.isWhole?.(answer) ?? true;
    const training = this.means.training();
    if (whole) {
      asking.waiting = false;
      asking.last = performance.now();
      // While training, each is of a meta-iteration that nobody comes back to.
      if (!training && rule.holds?.(answer)) {
        if (rule.keepsOne) asking.known.clear();
        asking.known.set(answer.iteration, answer);
      }
    }
    if (whole || !training || this.means.shown(kind) === null) this.means.show(kind, answer);
    // The run came to rest after the question was put. What was asked at rest is not asked for another answer.
    const now = this.means.iteration();
    const behind = answer.iteration !== now && asking.sent !== now;
    if (whole && behind && !training) this.ask(kind, false);
    this.settled();
  }

  fail(kind: string): void {
    const asking = this.asking.get(kind)!;
    asking.waiting = false;
    asking.failed = true;
    asking.last = performance.now();
    this.settled();
  }

  /** Comes when nothing is on its way. */
  idle(): Promise<void> {
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => this.idlers.push(resolve));
  }

  private get busy(): boolean {
    return [...this.asking.values()].some(({ waiting }) => waiting);
  }

  private settled(): void {
    if (this.busy) return;
    for (const resolve of this.idlers.splice(0)) resolve();
  }

  dispose(): void {
    for (const { timer } of this.asking.values()) clearTimeout(timer);
  }

  /** Whether a person waits for what was asked last. */
  isUrgent(kind: string): boolean {
    return this.asking.get(kind)!.urgent;
  }

  private send(kind: string, urgent: boolean): void {
    const question = this.means.questionOf(kind);
    this.asking.get(kind)!.sent = this.means.iteration();
    this.asking.get(kind)!.urgent = urgent;
    if (question === null) {
      this.asking.get(kind)!.waiting = false;
      this.means.show(kind, null);
      this.settled();
      return;
    }
    this.means.send(kind, question, urgent);
  }
}
