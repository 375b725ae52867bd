/** How each shipped method was trained, where that differs from its preset: a run for each, as long as it needs. */

import { beginningWith, presets } from '../presets';
import type { OmniglotSpec, TrainedName } from '../spec';
import { checkpointName } from './checkpoints';

export interface Recipe {
  readonly method: TrainedName;
  /** The file in public/checkpoints, without its ending. */
  readonly file: string;
  readonly spec: OmniglotSpec;
}

const base: OmniglotSpec = {
  ...beginningWith(presets['omniglot-5way-1shot'].spec, 'scratch'),
  queries: 1,
};
/** Embeddings see fewer drawings of a character than the papers' 1,200 offer: jitter makes up for some. */
const jitter = 0.5;

const own: Readonly<Record<TrainedName, Partial<OmniglotSpec>>> = {
  maml: { iterations: 60_000 },
  fomaml: { iterations: 120_000 },
  reptile: { iterations: 80_000, tasks: 5 },
  prototypical: { iterations: 30_000, jitter },
  matching: { iterations: 20_000, metricWays: 20, metricQueries: 5, jitter },
  joint: { iterations: 20_000, jitter },
};

/** The recipe of a method; every preset that ships it ships the same one. */
export function recipeOf(method: TrainedName, seed: number, iterations: number | null): Recipe {
  const spec: OmniglotSpec = { ...base, ...own[method], methods: [method], seed };
  return {
    method,
    file: checkpointName(method, spec.ways, spec.shots),
    spec: iterations === null ? spec : { ...spec, iterations },
  };
}
