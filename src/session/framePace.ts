/** When a frame may be sent: as fast as the page can paint them, and no faster. */

import { CREDITS } from './protocol';

/** Milliseconds between frames: painting them takes from the cores that train. */
const INTERVAL = 80;

export class FramePace {
  private credits = CREDITS;
  private last = Number.NEGATIVE_INFINITY;

  /** The page has painted one. */
  credit(): void {
    this.credits = Math.min(this.credits + 1, CREDITS);
  }

  get begun(): boolean {
    return this.last > Number.NEGATIVE_INFINITY;
  }

  allows(now: number): boolean {
    return this.credits > 0 && now - this.last >= INTERVAL;
  }

  sent(now: number): void {
    this.last = now;
    this.credits = Math.max(0, this.credits - 1);
  }
}
