/** The regression lab as a PyTorch script: its settings, and those that take part. */

import { code, dict, type PyValue, type Recipe, tuple } from '../../kit/python/assemble';
import { pieces } from '../../kit/python/pieces';
import type { RegressionSpec } from '../fields';
import { type ContenderName, sheetOf } from '../methods';
import template from './regression.py?raw';

const activations = { relu: 'nn.ReLU', tanh: 'nn.Tanh' } as const;

/** Those that the script does without. */
export const leftOutOf = ({ contenders }: RegressionSpec): ContenderName[] =>
  contenders.filter((name) => sheetOf(name).ownLoop);

export function recipeOf(all: RegressionSpec): Recipe {
  const left = leftOutOf(all);
  const spec = { ...all, contenders: all.contenders.filter((name) => !left.includes(name)) };
  return { template, pieces, flags: flagsOf(spec), values: valuesOf(spec) };
}

function flagsOf(spec: RegressionSpec): Set<string> {
  const { contenders, task, inputs, initialiser, noise } = spec;
  const isGaussian = initialiser !== 'fan-in-uniform';
  const flags: (string | false)[] = [
    ...['no-drawings', ...contenders],
    ...[task, initialiser, inputs === 'grid' ? 'grid' : 'random-inputs'],
    `outer-${spec.outerOptimizer}`,
    contenders.includes('reptile') && spec.reptileOptimizer === 'adam' && 'reptile-adam',
    noise > 0 && 'noise',
    (isGaussian || noise > 0) && 'normal',
    (inputs === 'grid' || contenders.includes('reptile')) && 'choose',
  ];
  return new Set(flags.filter((flag) => flag !== false));
}

/** ANIL is MAML at other rates; random weights learn nothing. */
const functionOf = (name: ContenderName): string =>
  name === 'anil' ? 'maml' : name === 'random' ? 'None' : name;

function valuesOf(spec: RegressionSpec): Record<string, PyValue> {
  const has = (name: RegressionSpec['contenders'][number]) => spec.contenders.includes(name);
  const ofTask: Record<string, PyValue> =
    spec.task === 'sinusoid'
      ? {
          'AMPLITUDE, PHASE': [tuple(spec.amplitude), tuple(spec.phase)],
          'TEST_AMPLITUDE, TEST_PHASE': [tuple(spec.testAmplitude), tuple(spec.testPhase)],
        }
      : {
          COEFFICIENTS: [spec.a, spec.b, spec.c, spec.d].map(tuple),
          TEST_SCALE: spec.testScale,
        };
  return {
    'SHOTS, QUERIES': [spec.shots, spec.queries],
    ...ofTask,
    'INPUTS, TEST_INPUTS': [tuple(spec.inputRange), tuple(spec.testInputRange)],
    ...(spec.noise > 0 ? { NOISE: spec.noise } : {}),
    'HIDDEN, ACTIVATION': [spec.hidden, code(activations[spec.activation])],
    'INNER_RATE, INNER_STEPS, TEST_STEPS': [spec.innerRate, spec.innerSteps, spec.testSteps],
    'OUTER_RATE, META_BATCH, ITERATIONS, SEED': [
      ...[spec.outerRate, spec.metaBatch],
      ...[spec.iterations, spec.seed],
    ],
    ...(has('reptile')
      ? {
          'REPTILE_STEPS, REPTILE_BATCH, REPTILE_RATE': [
            ...[spec.reptileSteps, spec.reptileBatch],
            spec.reptileRate,
          ],
        }
      : {}),
    ...(has('metasgd') ? { METASGD_START: spec.metasgdStart } : {}),
    ...(has('anil') ? { 'ANIL_LAYERS, ANIL_RATE': [spec.anilLayers, spec.anilRate] } : {}),
    METHODS: dict(spec.contenders, functionOf),
  };
}
