/** The Omniglot lab as a PyTorch script: its settings, and those that take part. */

import { dict, MOST_LINES, type PyValue, type Recipe, scriptOf } from '../../kit/python/assemble';
import { pieces } from '../../kit/python/pieces';
import type { OmniglotSpec } from '../fields';
import type { MethodName } from '../methods/registry';
import { beginningWith } from '../presets';
import template from './omniglot.py?raw';

const adapting = ['maml', 'fomaml', 'metasgd', 'anil'] as const satisfies readonly MethodName[];
const embedding = ['prototypical', 'matching'] as const satisfies readonly MethodName[];

/** The comparison that each makes of a new task, of those that adapt no weights of the network. */
const comparisons: Readonly<Partial<Record<MethodName, string>>> = {
  prototypical: 'prototypes',
  matching: 'attention',
  joint: 'tuned_head',
  pixels: 'nearest',
};

/** What is the page's alone. */
const unscripted: readonly MethodName[] = ['alphabet', 'ravi', 'matchingfce'];

export const scripted = (methods: readonly MethodName[]): readonly MethodName[] =>
  methods.filter((name) => !unscripted.includes(name));

/** It begins from nothing, at the rates for that. */
export function recipeOf({ methods, ...spec }: OmniglotSpec): Recipe {
  const begun = beginningWith({ ...spec, methods: scripted(methods) }, 'scratch');
  return { template, pieces, flags: flagsOf(begun), values: valuesOf(begun) };
}

/** What is left out first where a script has no room for all. */
const dispensable: readonly MethodName[] = ['pixels', 'random', 'joint', 'anil', 'metasgd'];

/** A script has so many lines: the methods that it has room for, and those that it has not. */
export function fittingRecipe(spec: OmniglotSpec): {
  readonly recipe: Recipe;
  readonly leftOut: readonly MethodName[];
} {
  let methods = scripted(spec.methods);
  const leftOut: MethodName[] = [];
  for (const name of dispensable) {
    const recipe = recipeOf({ ...spec, methods });
    if (fits(recipe)) return { recipe, leftOut };
    if (!methods.includes(name)) continue;
    methods = methods.filter((other) => other !== name);
    leftOut.push(name);
  }
  return { recipe: recipeOf({ ...spec, methods }), leftOut };
}

const fits = (recipe: Recipe): boolean =>
  scriptOf(recipe).trimEnd().split('\n').length <= MOST_LINES;

function takesPart({ methods }: OmniglotSpec) {
  const has = (...names: readonly MethodName[]) => names.some((name) => methods.includes(name));
  return {
    has,
    adapts: has(...adapting),
    embeds: has(...embedding),
    compares: methods.some((name) => comparisons[name] !== undefined),
  };
}

function flagsOf(spec: OmniglotSpec): Set<string> {
  const { methods, network, pooling, statistics } = spec;
  const { has, adapts, embeds, compares } = takesPart(spec);
  const flags: (string | false)[] = [
    ...['drawings', ...methods, network],
    network === 'convolutional' && pooling === 'mean' && 'mean-pool',
    adapts && 'adapting',
    embeds && 'embedding',
    compares && 'comparing',
    statistics === 'transductive' ? 'not-kept' : 'kept',
    !adapts && !has('random') && 'no-rates',
    has('reptile') ? (adapts || has('random') ? 'reptile-beside' : 'reptile-alone') : 'no-reptile',
    (adapts || has('reptile', 'random')) && 'adapting-somehow',
    statistics === 'inductive' ? 'one-by-one' : 'all-at-once',
    spec.decay === 'linear' ? 'decay-linear' : has('reptile') && 'reptile-decays',
    spec.jitter > 0 && 'jitter',
  ];
  return new Set(flags.filter((flag) => flag !== false));
}

function valuesOf(spec: OmniglotSpec): Record<string, PyValue> {
  const { has, adapts, embeds, compares } = takesPart(spec);
  return {
    'WAYS, SHOTS, QUERIES': [spec.ways, spec.shots, spec.queries],
    'META_RATE, ITERATIONS, SEED': [spec.metaRate, spec.iterations, spec.seed],
    ...(spec.network === 'convolutional'
      ? { 'FILTERS, FEATURES': [spec.filters, featuresOf(spec)] }
      : {}),
    ...(adapts || has('reptile', 'random')
      ? {
          'TASKS, TRAIN_QUERIES, INNER_RATE, INNER_STEPS, TEST_STEPS': [
            ...[spec.tasks, spec.trainQueries, spec.innerRate],
            ...[spec.innerSteps, spec.testSteps],
          ],
        }
      : {}),
    ...(has('reptile')
      ? {
          'REPTILE_SHOTS, REPTILE_STEPS, REPTILE_BATCH, REPTILE_TEST_STEPS': [
            ...[spec.reptileShots, spec.reptileSteps],
            ...[spec.reptileBatch, spec.reptileTestSteps],
          ],
          'REPTILE_RATE, REPTILE_OUTER': [spec.reptileRate, spec.reptileOuter],
        }
      : {}),
    ...(has('metasgd') ? { METASGD_START: spec.metasgdStart } : {}),
    ...(has('anil') ? { 'ANIL_LAYERS, ANIL_RATE': [spec.anilLayers, spec.anilRate] } : {}),
    ...(embeds
      ? {
          'METRIC_WAYS, METRIC_SHOTS, METRIC_QUERIES': [
            ...[spec.metricWays, spec.metricShots],
            spec.metricQueries,
          ],
        }
      : {}),
    ...(has('joint')
      ? { 'JOINT_BATCH, HEAD_RATE, HEAD_STEPS': [spec.jointBatch, spec.headRate, spec.headSteps] }
      : {}),
    ...(spec.jitter > 0 ? { JITTER: spec.jitter } : {}),
    METHODS: dict(spec.methods, functionOf),
    ...(compares
      ? {
          COMPARE: dict(
            spec.methods.filter((name) => comparisons[name] !== undefined),
            (name) => comparisons[name]!,
          ),
        }
      : {}),
  };
}

/** The way in which it is trained. */
function functionOf(name: MethodName): string {
  if (name === 'random' || name === 'pixels') return 'None';
  if (name === 'anil') return 'maml';
  return name === 'prototypical' || name === 'matching'
    ? `partial(metric, ${comparisons[name]})`
    : name;
}

/** Four strides of two leave 2 × 2 positions of 28 × 28. */
const POSITIONS = 4;
const featuresOf = ({ filters, pooling }: OmniglotSpec): number =>
  filters * (pooling === 'mean' ? 1 : POSITIONS);
