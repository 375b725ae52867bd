import { withHands } from '../session/hands';

/** The worker that computes for the page, and those that share its runs. */
export const createWorker = (): Worker =>
  withHands(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
