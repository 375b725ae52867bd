/** The optimizer lab as a PyTorch script: its settings, and those that race. */

import { dict, literal, type PyValue, type Recipe } from '../../kit/python/assemble';
import { pieces } from '../../kit/python/pieces';
import type { FamilyName, OptimizerSpec } from '../fields';
import type { TunedName } from '../racers';
import type { Rates } from '../tuning';
import template from './optimizers.py?raw';

/** What makes each, beside its rate. */
const optimizers: Readonly<Record<TunedName, readonly [rule: string, more: string]>> = {
  sgd: ['SGD', ''],
  momentum: ['SGD', ', momentum=0.9'],
  nesterov: ['SGD', ', momentum=0.9, nesterov=True'],
  rmsprop: ['RMSprop', ', alpha=0.9'],
  adam: ['Adam', ''],
};

const ruleOf = (name: TunedName, rate: number): string => {
  const [rule, more] = optimizers[name];
  return `partial(torch.optim.${rule}, lr=${literal(rate)}${more})`;
};

/** @param rates that the page has found; without them there is nothing yet to race those that people wrote */
export function recipeOf(spec: OptimizerSpec, rates: Rates | null): Recipe | null {
  const written = byHand(spec);
  if (rates === null && written.length > 0) return null;
  const ofWritten: Record<string, PyValue> =
    rates === null || written.length === 0
      ? {}
      : { RULES: dict(written, (name) => ruleOf(name, rates[name]), 1) };
  return { template, pieces, flags: flagsOf(spec), values: { ...valuesOf(spec), ...ofWritten } };
}

const byHand = ({ racers }: OptimizerSpec): TunedName[] =>
  (Object.keys(optimizers) as TunedName[]).filter((name) => racers.includes(name));

const isQuadratic = (race: FamilyName): boolean => race === 'gaussian' || race === 'uniform';

function flagsOf(spec: OptimizerSpec): Set<string> {
  const { racers, race } = spec;
  const learns = racers.includes('learned');
  const ofQuadratics = isQuadratic(race);
  const flags: (string | false)[] = [
    ...[
      'normal',
      'no-drawings',
      spec.preprocessing,
      spec.objective,
      spec.gradients,
      spec.curriculum,
    ],
    ...racers.filter((name) => name !== 'cg' || ofQuadratics),
    ofQuadratics ? 'race-quadratic' : race,
    (ofQuadratics || learns) && 'quadratic',
    byHand(spec).length > 0 && 'by-hand',
  ];
  return new Set(flags.filter((flag) => flag !== false));
}

function valuesOf(spec: OptimizerSpec): Record<string, PyValue> {
  const { racers, race } = spec;
  const learns = racers.includes('learned');
  return {
    ...(isQuadratic(race) || learns ? { DIMENSION: spec.dimension } : {}),
    ...(learns
      ? {
          'KIND, PROBLEMS, SCALING': [spec.family, spec.problems, spec.scaling],
          'FEATURES, HIDDEN, OUTPUT_SCALE': [
            ...[spec.preprocessing === 'none' ? 1 : 2, spec.hidden],
            spec.outputScale,
          ],
          'UNROLL, HORIZON, RATE, DECAY, CLIP': [
            ...[spec.unroll, spec.horizon, spec.rate],
            ...[spec.decay, spec.clip],
          ],
        }
      : {}),
    'ITERATIONS, SEED': [spec.iterations, spec.seed],
    'RACE, RACE_STEPS, RACE_PROBLEMS': [race, spec.raceSteps, spec.raceProblems],
  };
}
