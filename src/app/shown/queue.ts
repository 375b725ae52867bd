/**
 * Who of several equals trains: one at a time, in the order in which they came. Each tells all others what it does; nobody
 * has the say, so that anyone may go away. Where two have begun at once, the one that came first goes on.
 */

import * as v from 'valibot';
import { finite, shortText } from '../../spec/schemas';

const status = v.picklist(['rests', 'waits', 'trains']);
export const telling = v.object({
  from: shortText(40),
  status,
  /** When it came, in milliseconds; who takes the turn of others has come before all of them. */
  ticket: finite,
  /** Whether it wants to know what others do. */
  asks: v.boolean(),
});
export type Telling = v.InferOutput<typeof telling>;

interface QueueOptions {
  readonly name: string;
  /** Tells all others, or one who has asked. */
  readonly tell: (telling: Telling) => void;
  /** It is its turn. */
  readonly begin: () => void;
  /** Its turn was taken: it is to rest, and waits for the next. */
  readonly yieldTurn: () => void;
  /** Whether it waits, and has waited for longer than it takes to ask. */
  readonly waits: (isWaiting: boolean) => void;
}

/** Milliseconds for others to answer. */
export const ANSWER = 300;
/** Milliseconds between two times that one who waits asks the others. */
export const AGAIN = 1000;
/** Milliseconds after which one who does not answer is not waited for. */
export const GONE = 10_000;

interface Other {
  readonly status: Telling['status'];
  readonly ticket: number;
  readonly heard: number;
}

export class Queue {
  private status: Telling['status'] = 'rests';
  private ticket = 0;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly others = new Map<string, Other>();

  constructor(private readonly options: QueueOptions) {}

  /** Wants to train. */
  join(): void {
    this.stand('waits', Date.now());
    this.asked = Date.now();
    this.lookAgain(ANSWER);
  }

  /** Trains at once; who does gives way. */
  takeOver(): void {
    this.go(-Date.now());
  }

  /** Trains no more, or does not want to. */
  leave(): void {
    if (this.status === 'rests') return;
    clearTimeout(this.timer);
    this.options.waits(false);
    this.stand('rests', 0);
  }

  hear({ from, status, ticket, asks }: Telling): void {
    if (from === this.options.name) return;
    this.others.set(from, { status, ticket, heard: Date.now() });
    if (asks) this.tell(false);
    const isBefore = ticket < this.ticket || (ticket === this.ticket && from < this.options.name);
    if (status === 'trains' && this.status === 'trains' && isBefore) {
      this.options.yieldTurn();
      this.join();
    } else if (this.status === 'waits') this.look();
  }

  private look(): void {
    const now = Date.now();
    if (now - this.asked < ANSWER) return;
    const ahead = [...this.others].some(
      ([name, { status, ticket, heard }]) =>
        now - heard < GONE &&
        (status === 'trains' ||
          (status === 'waits' &&
            (ticket < this.ticket || (ticket === this.ticket && name < this.options.name)))),
    );
    if (ahead) this.options.waits(true);
    else this.go(this.ticket);
  }

  private lookAgain(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.look();
      if (this.status !== 'waits') return;
      this.tell(true);
      this.lookAgain(AGAIN);
    }, after);
  }

  private go(ticket: number): void {
    clearTimeout(this.timer);
    this.options.waits(false);
    this.stand('trains', ticket);
    this.options.begin();
  }

  private stand(status: Telling['status'], ticket: number): void {
    this.status = status;
    this.ticket = ticket;
    this.tell(status === 'waits');
  }

  private tell(asks: boolean): void {
    const { status, ticket } = this;
    this.options.tell({ from: this.options.name, status, ticket, asks });
  }
}
