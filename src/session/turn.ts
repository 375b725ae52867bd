/** Long work in turns: it lets messages in now and then, and ends where nobody waits for it any more. */

import { yieldToMessages } from './yielding';

/** Milliseconds after which work lets messages in, or hands over what it knows. */
export const PART = 40;

/** Thrown in the middle of work that is no longer wanted; whoever began the work catches it. */
export class Superseded extends Error {}

export interface Turn {
  /**
   * Lets messages in if it is time, and gives training its share of a long answer: what an answer is about must be a copy
   * by then. @throws Superseded if the work is no longer wanted
   */
  pause(): Promise<void>;
  /** Whether a part has lasted long enough: what is known should be handed over. */
  readonly due: boolean;
}

export class Parts implements Turn {
  private since = performance.now();
  private began = performance.now();

  /**
   * @param isOver whether the work is no longer wanted
   * @param others what else has its turn at a pause, after work of so many milliseconds
   */
  constructor(
    private readonly isOver: () => boolean,
    private readonly others: (after: number) => Promise<void> = async () => {},
  ) {}

  /** A part begins. */
  begin(): void {
    this.began = performance.now();
    this.since = this.began;
  }

  get due(): boolean {
    return performance.now() >= this.began + PART;
  }

  async pause(): Promise<void> {
    const lasted = performance.now() - this.since;
    if (lasted < PART) return;
    await yieldToMessages();
    if (!this.isOver()) await this.others(lasted);
    if (this.isOver()) throw new Superseded();
    this.since = performance.now();
  }
}

/** For who works without a page: nobody interrupts, and everything is handed over at the end. */
export const undisturbed: Turn = { pause: async () => {}, due: false };
