/** `npm run reproduce -- omniglot-alphabet`: trains the network of alphabets, and measures what of it is shipped. */

import type { Engine } from '../../../compute/engine';
import { alphabetOf, alphabetSplit, heldOutAlphabets } from '../../../tasks/glyphs/alphabets';
import { classesIn, type Glyphs } from '../../../tasks/glyphs/glyphs';
import { asDrawn, normalised } from '../../../tasks/glyphs/normalised';
import { type Published, publishedGlyphs } from '../../../tasks/glyphs/published';
import { bodyStatistics } from '../../kit/embedding/frozen';
import type { ReproduceOptions } from '../../kit/reproduction';
import type { OmniglotSpec } from '../fields';
import { alphabetReader, hausdorff } from '../lake/readers';
import { methodOf, ownIn } from '../methods/registry';
import { TrainingTasks } from '../methods/trainingTasks';
import { presets } from '../presets';
import { type AlphabetFile, formatAlphabets, parseAlphabets } from '../trained/alphabetFile';
import { trainByRecipe } from '../trained/recipeRun';
import { alphabetBody } from './network';
import { type Part, parts } from './parts';
import { alphabetName } from './shipped';
import { type Errors, validate } from './validation';

/** Of the whole recipe; the page's preset is shorter. */
const ITERATIONS = 14_200;
/** Meta-iterations between two times that an unfinished run is kept. */
const KEEP_EVERY = 100;
/** Batches that statistics are taken from, and what their seed differs in from that of training. */
const STATISTICS = { batches: 8, seed: 2 ** 31 };

export interface AlphabetOptions
  extends Pick<ReproduceOptions, 'seed' | 'iterations' | 'command' | 'onProgress' | 'unfinished'> {
  /** Whether it is trained on all alphabets: then there are none to measure it on. */
  readonly all: boolean;
  /** What of the recipe is left out. */
  readonly without?: Part | undefined;
}

export interface AlphabetResult {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly seconds: number;
  readonly iterations: number;
  /** Of what is shipped, in eight bits; and of what was trained. Null where no alphabet was held back, or nothing is to be shipped. */
  readonly errors: readonly Errors[] | null;
  readonly unrounded: readonly Errors[] | null;
}

export async function reproduceAlphabet(
  engine: Engine,
  published: Published,
  { seed, iterations, all, without, command, onProgress, unfinished }: AlphabetOptions,
): Promise<AlphabetResult> {
  const began = performance.now();
  const file = alphabetName(all ? 'all' : 'held-back');
  const spec: OmniglotSpec = {
    ...presets.lake.spec,
    ...{ methods: ['alphabet'], seed, iterations: iterations ?? ITERATIONS },
    ...(without === undefined ? {} : parts[without]),
  };
  const { normalise } = spec;
  const glyphs = publishedGlyphs(published, all ? () => 'train' : alphabetSplit, normalise);
  const recipe = { method: 'alphabet', file, spec } as const;
  const keeping = { onProgress, unfinished };
  const { weights } = await trainByRecipe(engine, glyphs, recipe, keeping, KEEP_EVERY);
  const theta = weights.mean!;
  const names = classesIn(glyphs, 'train').map((index) => glyphs.classes[index]!.name);
  const trained: AlphabetFile = {
    widths: spec.alphabetWidths,
    seed,
    iterations: spec.iterations,
    characters: `${names.length} characters of ${new Set(names.map(alphabetOf)).size} alphabets, ${normalise === 'on' ? 'normalised' : 'as drawn'}`,
    heldBack: all ? [] : [...heldOutAlphabets],
    command,
    date: new Date().toISOString().slice(0, 10),
    theta,
    statistics: await statisticsOf(engine, glyphs, spec, theta),
  };
  const bytes = formatAlphabets(trained);
  const measure = (of: AlphabetFile) =>
    all ? null : errorsOf(engine, published, of, seed, normalise);
  return {
    name: file,
    bytes,
    seconds: (performance.now() - began) / 1000,
    iterations: spec.iterations,
    errors: await measure(parseAlphabets(bytes)),
    // What is left out is not shipped.
    unrounded: without === undefined ? await measure(trained) : null,
  };
}

/** Errors of a network on the alphabets that are held back. */
export const errorsOf = (
  engine: Engine,
  published: Published,
  file: AlphabetFile,
  seed: number,
  normalise: OmniglotSpec['normalise'] = 'on',
): Promise<Errors[]> => {
  const seen = normalise === 'on' ? normalised : asDrawn;
  return validate(alphabetReader(engine, file, seen), published, seed);
};

/** Errors of the baseline on the same questions. */
export const baselineErrors = (published: Published, seed: number): Promise<Errors[]> =>
  validate(hausdorff(), published, seed);

/** What batch normalisation is frozen with: of drawings as in training. */
async function statisticsOf(
  engine: Engine,
  glyphs: Glyphs,
  spec: OmniglotSpec,
  theta: Float32Array,
): Promise<Float32Array> {
  const tasks = new TrainingTasks(glyphs, (spec.seed ^ STATISTICS.seed) >>> 0, 0);
  const shape = methodOf('alphabet').training!.pairs!(spec, ownIn('alphabet', spec) as never);
  const parts = Array.from(
    { length: STATISTICS.batches },
    (_, i) => tasks.drawPairs(i, shape).inputs,
  );
  const inputs = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    inputs.set(part, at);
    at += part.length;
  }
  const rows = engine.rows(theta, 1);
  try {
    const body = alphabetBody(spec.alphabetWidths);
    return (await bodyStatistics(engine, body, rows, inputs)).statistics;
  } finally {
    engine.release(rows);
  }
}
