/** What a meta-iteration of a contender costs in seconds: timed anew, from where it is, with results that are thrown away. */

import { type Iteration, stateAfter } from './outerLoop';
import { readWeights, release, type State } from './state';

/** Milliseconds of meta-iterations that a pace is the mean of, and how many they are at most. */
const MEASURED = 10;
const REPEATS = 20;

/**
 * @param stateOf its state of now: it is asked for before each repetition, as training may go on in the pauses
 * @param pause called after each repetition
 * @returns seconds
 */
export async function secondsOf(
  iteration: Iteration,
  stateOf: () => State,
  pause: () => Promise<void>,
): Promise<number> {
  const { engine } = iteration.scope;
  let [spent, repeats] = [0, 0];
  while (spent < MEASURED && repeats < REPEATS) {
    const state = stateOf();
    const began = performance.now();
    const next = stateAfter(iteration, state);
    try {
      // An engine that computes later has computed when it is read.
      await readWeights(engine, next.weights);
    } finally {
      release(engine, next, state);
    }
    spent += performance.now() - began;
    repeats += 1;
    await pause();
  }
  return spent / repeats / 1000;
}
