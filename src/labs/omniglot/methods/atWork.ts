/** A method before new tasks: what it starts with, and what it says. */

import type { Engine } from '../../../compute/engine';
import { hold, holdWeights, type SavedState, type State, slim } from '../../../contenders/state';
import { type Turn, undisturbed } from '../../../session/turn';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { type Classified, statisticsOf } from './method';
import { bodyWeights } from './networks';
import type { Tasks } from './points';
import { type MethodName, methodOf, ownIn, trainingOf } from './registry';
import type { SharedSpec } from './sharedFields';
import type { Workplace } from './workplace';

/** What a method that is not trained starts with. */
export function beginningOf(name: MethodName, spec: SharedSpec, glyphs: Glyphs): SavedState {
  const theta = methodOf(name).initial(spec, glyphs, ownIn(name, spec));
  return { weights: theta === null ? {} : { theta }, moments: {} };
}

/** The part of a state that is used on a new task, on an engine; to be released. */
export function startOf(
  engine: Engine,
  name: MethodName,
  spec: SharedSpec,
  saved: SavedState,
): State {
  const { keeps = 'classifier', carries = [] } = trainingOf(name) ?? {};
  const weights =
    keeps === 'body' ? { theta: bodyWeights(spec, saved.weights.theta!).slice() } : saved.weights;
  return carries.length === 0
    ? holdWeights(engine, weights)
    : hold(engine, slim({ ...saved, weights }, carries));
}

export interface AtWork {
  readonly place: Workplace;
  readonly spec: SharedSpec;
  readonly name: MethodName;
  readonly state: State;
  readonly turn?: Turn;
}

/** @param every whether to answer after every step, or after the last one alone */
export function classify(
  { place, spec, name, state, turn = undisturbed }: AtWork,
  tasks: Tasks,
  every = false,
): Promise<Classified> {
  const method = methodOf(name);
  const statistics = statisticsOf(method, spec);
  const own = ownIn(name, spec);
  return method.classify({ place, spec, own, state, tasks, statistics, every, turn });
}
