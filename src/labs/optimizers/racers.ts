/** Who races in the optimizer lab, in the order of the page. To add one: a line here, its look, and its words. */

import type { Engine } from '../../compute/engine';
import {
  adam,
  momentum,
  nesterov,
  rmsprop,
  sgd,
  type WrittenRule,
} from '../../contenders/rules/byHand';
import { conjugate } from '../../contenders/rules/conjugate';
import { type DescentRule, lossesOf } from '../../contenders/rules/descent';
import { lbfgs } from '../../contenders/rules/lbfgs';
import { type AnyLearnedRule, type Learned, lstm } from '../../contenders/rules/lstm';
import type { Course, Losses, Rule, Updates } from '../../contenders/rules/rule';

/** Those that the lab trains, all on the same problems. */
export const trained = { learned: lstm } as const satisfies Record<string, AnyLearnedRule>;

/** Those that people wrote: they race at the rate that did best on a grid. */
export const tuned = { sgd, momentum, nesterov, rmsprop, adam } as const satisfies Record<
  string,
  WrittenRule
>;

/** Those that have nothing to tune: they say what it is worth to look at more than a gradient. */
export const untuned = { cg: conjugate, lbfgs } as const satisfies Record<string, DescentRule>;

export type TrainedName = keyof typeof trained;
export type TunedName = keyof typeof tuned;
export type UntunedName = keyof typeof untuned;
export type RacerName = TrainedName | TunedName | UntunedName;

export const racers = { ...trained, ...tuned, ...untuned };
export const trainedNames = Object.keys(trained) as TrainedName[];
export const tunedNames = Object.keys(tuned) as TunedName[];
export const untunedNames = Object.keys(untuned) as UntunedName[];
export const racerNames = Object.keys(racers) as RacerName[];

/** The one that the lab looks into, and that files hold. */
export const subject: TrainedName = 'learned';

/** A racer at the line: it has what it runs with. */
export interface Racer {
  readonly name: RacerName;
  run(course: Course, steps: number): Losses;
}

/** A racer that takes gradients from anywhere. */
export interface Walker extends Racer {
  propose(engine: Engine, coordinates: number): Updates;
}

const ready = <Name extends RacerName, Given>(
  rules: Readonly<Record<Name, Rule<Given>>>,
  given: Readonly<Partial<Record<Name, Given>>>,
): Walker[] =>
  (Object.entries(given) as [Name, Given][]).map(([name, own]) => ({
    name,
    run: (course, steps) => rules[name].run(course, own, steps),
    propose: (engine, coordinates) => rules[name].propose(engine, own, coordinates),
  }));

/** All who have what they run with: what was learned, or a rate. */
export const lineUp = (
  learned: Readonly<Partial<Record<TrainedName, Learned>>>,
  rates: Readonly<Partial<Record<TunedName, number>>>,
): Walker[] => [...ready(trained, learned), ...ready(tuned, rates)];

/** Who of the untuned can run here. */
export const untunedOn = (quadratic: boolean): UntunedName[] =>
  untunedNames.filter((name) => quadratic || !untuned[name].quadratic);

export const racerOf = (name: UntunedName): Racer => ({
  name,
  run: (course, steps) => lossesOf(course, untuned[name], steps),
});
