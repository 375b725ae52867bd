/** The outer loop's update of θ. */

import type { Engine, Moments, Rows } from '../compute/engine';
import type { Algorithm, AlgorithmSettings, Episode, Scope } from './algorithm';

export interface OuterSettings {
  readonly optimizer: 'sgd' | 'adam';
  /** β, of the optimiser. */
  readonly rate: number;
  /** ε, of interpolation, at this meta-iteration. */
  readonly interpolation: number;
}

/** Defaults of Kingma and Ba 2015, as in the code of Finn et al. */
const OUTER_ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** What one contender carries from one meta-iteration to the next. */
export interface OuterState {
  /** θ, one row. */
  readonly theta: Rows;
  readonly moments: Moments;
}

export function initialState(engine: Engine, theta: Float32Array): OuterState {
  const zeros = () => engine.rows(new Float32Array(theta.length), 1);
  return {
    theta: engine.rows(theta, 1),
    moments: { first: zeros(), second: zeros(), updates: 0 },
  };
}

export function releaseState(engine: Engine, { theta, moments }: OuterState): void {
  engine.release(theta, moments.first, moments.second);
}

/** One meta-iteration of `algorithm`: a new state; the old one is released. */
export function metaIteration(
  algorithm: Algorithm,
  scope: Scope,
  state: OuterState,
  episode: Episode,
  settings: AlgorithmSettings,
  outer: OuterSettings,
): OuterState {
  if (algorithm.outer === 'none') return state;
  const { engine } = scope;
  const next = engine.tidy((): OuterState => {
    const direction = algorithm.direction(scope, state.theta, episode, settings);
    if (algorithm.outer === 'optimizer' && outer.optimizer === 'adam') {
      const { parameters, moments } = engine.adam(state.theta, direction, state.moments, {
        rate: outer.rate,
        ...OUTER_ADAM,
      });
      return { theta: parameters, moments };
    }
    const rate = algorithm.outer === 'interpolation' ? outer.interpolation : outer.rate;
    return { ...state, theta: engine.addScaled(state.theta, -rate, direction) };
  });
  engine.release(state.theta);
  if (next.moments !== state.moments) engine.release(state.moments.first, state.moments.second);
  return next;
}
