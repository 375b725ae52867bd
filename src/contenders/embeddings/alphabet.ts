/**
 * A plain network for reading alphabets that it has not seen: cosines of one drawing of each character with another of
 * each, among those of its alphabet and among all of a batch, and the usual craft of 2018 on. No paper of its own; the
 * parts are AdamW (Loshchilov and Hutter 2019, algorithm 2, with its warm-up and cosine rate) and a running mean of weights
 * (Polyak and Juditsky 1992), which is what is used on a new task.
 *
 * Deviation from Loshchilov and Hutter: all weights decay, not filters alone; over a whole run that is by 0.6%.
 */

import type { Batch } from '../../compute/engine';
import { integer, number } from '../../spec/field';
import type { Contender } from '../contender';
import { gradientOfAll } from '../starts/joint';
import { begin } from '../state';
import { lines, passed } from '../steps';

const ADAM = { beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };
const DECAY = 1e-4;
/** The part of a run in which the rate rises. */
const WARM_UP = 0.02;

interface Own {
  /** The greatest rate. */
  readonly rate: number;
  /** What the running mean keeps of itself at each step. */
  readonly keep: number;
  /** Episodes of a batch, and characters of each. */
  readonly episodes: number;
  readonly ways: number;
  /** Strength of the jitter. */
  readonly bend: number;
}

const group = 'outer/alphabet';

/** The rate as a share of the greatest one. @param left the part of the run that is still to come */
export function rateShare(left: number): number {
  const done = 1 - left;
  if (done < WARM_UP) return Math.max(done / WARM_UP, 1e-3);
  return 0.5 * (1 + Math.cos((Math.PI * (done - WARM_UP)) / (1 - WARM_UP)));
}

/** What the running mean keeps after so many steps: it does not remember for long how it began. */
export const kept = (keep: number, updates: number): number =>
  Math.min(keep, (1 + updates) / (10 + updates));

export const alphabetNetwork: Contender<Own, Batch> = {
  formula: String.raw`p(y=k\mid x)\propto\exp\!\big(s\,\cos(f_\theta(x),f_\theta(x_k))\big)`,
  fields: {
    rate: number({ min: 0.0001, max: 0.1, scale: 'log' }, { work: false, group }),
    keep: number({ min: 0, max: 0.999, step: 0.001 }, { work: false, group }),
    episodes: integer({ min: 1, max: 8 }, { group }),
    ways: integer({ min: 2, max: 20 }, { group }),
    bend: number({ min: 0, max: 2, step: 0.1 }, { group }),
  },
  cost: () => ({ gradients: 1, products: 0 }),
  knobs: ['rate'],
  begin(engine, theta) {
    const state = begin(engine, { theta });
    return { ...state, weights: { ...state.weights, mean: engine.rows(theta, 1) } };
  },
  draw: (source) => source.batch(source.pairs!),
  listing: () => [lines.allGradient, lines.outerStep],
  *step(scope, { weights, moments }, drawn, { left }, own) {
    const { engine } = scope;
    const gradient = yield* gradientOfAll(scope, weights.theta!, drawn);
    const rate = own.rate * rateShare(left);
    const moved = engine.adam(weights.theta!, gradient, moments.theta!, { rate, ...ADAM });
    const theta = engine.addScaled(moved.parameters, -rate * DECAY, weights.theta!);
    const share = 1 - kept(own.keep, moved.moments.updates);
    const towards = engine.addScaled(theta, -1, weights.mean!);
    const mean = engine.addScaled(weights.mean!, share, towards);
    const next = { theta, mean };
    yield passed(lines.outerStep, next);
    return { weights: next, moments: { theta: moved.moments } };
  },
  *adapt(_scope, { weights }) {
    yield weights.mean!;
  },
};
