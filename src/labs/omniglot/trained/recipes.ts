/** How each shipped method was trained, where that differs from its preset: a run for each, as long as it needs. */

import type { OmniglotSpec } from '../fields';
import { type MethodName, trainingOf } from '../methods/registry';
import { beginningWith, presets } from '../presets';
import { checkpointName } from './checkpoints';

export interface Recipe {
  readonly method: MethodName;
  /** The file in public/checkpoints, without its ending. */
  readonly file: string;
  readonly spec: OmniglotSpec;
}

const base: OmniglotSpec = {
  ...beginningWith(presets['omniglot-5way-1shot'].spec, 'scratch'),
  queries: 1,
};

/** The recipe of a method that is trained; every preset that ships it ships the same one. */
export function recipeOf(method: MethodName, seed: number, iterations: number | null): Recipe {
  const spec: OmniglotSpec = { ...base, ...trainingOf(method)?.recipe, methods: [method], seed };
  return {
    method,
    file: checkpointName(method, spec),
    spec: iterations === null ? spec : { ...spec, iterations },
  };
}
