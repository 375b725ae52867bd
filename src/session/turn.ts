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
  private until = performance.now() + PART;
  private began = performance.now();

  /**
   * @param isOver whether the work is no longer wanted
   * @param others what else has its turn at a pause
   */
  constructor(
    private readonly isOver: () => boolean,
    private readonly others: () => Promise<void> = async () => {},
  ) {}

  /** A part begins. */
  begin(): void {
    this.began = performance.now();
    this.until = this.began + PART;
  }

  get due(): boolean {
    return performance.now() >= this.began + PART;
  }

  async pause(): Promise<void> {
    if (performance.now() < this.until) return;
    await yieldToMessages();
    if (!this.isOver()) await this.others();
    if (this.isOver()) throw new Superseded();
    this.until = performance.now() + PART;
  }
}

/** For who works without a page: nobody interrupts, and everything is handed over at the end. */
export const undisturbed: Turn = { pause: async () => {}, due: false };
