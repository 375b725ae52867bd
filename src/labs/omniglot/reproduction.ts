/** Few-shot classification, trained and tested without a page by the code that the worker runs. */

import { candidates } from '../../compute/catalogue';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import { summarise } from '../../math/statistics';
import { type Glyphs, splitCounts } from '../../tasks/glyphs/glyphs';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../reproduction';
import { evaluate } from './methods/accuracy';
import { Classifier, stepsOf } from './methods/classify';
import { FrozenBodies } from './methods/frozen';
import { bodyOf, bodyWeights, embeds } from './methods/networks';
import { initialTheta, momentsOf, type Trained } from './methods/training';
import { deviations, presets } from './presets';
import {
  isTrained,
  type MethodName,
  methodLabels,
  methodNames,
  type OmniglotSpec,
  type Statistics,
  statisticsOf,
  type TrainedName,
} from './spec';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './trained/checkpoint';
import { nearestShipped, trainedOf } from './trained/checkpoints';
import { charactersText, NOT_COMPARABLE, published } from './trained/published';
import { trainByRecipe } from './trained/recipeRun';
import { recipeOf } from './trained/recipes';

type Name = 'omniglot-5way-1shot' | 'omniglot-5way-5shot' | 'omniglot-20way-1shot';

const TEST_TASKS = 1000;
/** Rows of the statistics that a method's paper does not use carry them after its name. */
const rowName = (method: MethodName, statistics: Statistics): string =>
  statisticsOf(method, { statistics: 'paper' }) === statistics ? method : `${method} ${statistics}`;

/** Settings of the test: one query drawing of each character, as the code of Finn et al. and Nichol et al. has it. */
const testSpec = (name: Name, seed: number): OmniglotSpec => ({
  ...presets[name].spec,
  queries: 1,
  seed,
});

/** Methods that are compared, and those of them that must be trained. */
function methodsOf(name: Name): readonly MethodName[] {
  const { methods } = presets[name].spec;
  return methodNames.filter((method) => (methods as readonly MethodName[]).includes(method));
}

export function reproductionOf(name: Name, glyphs: () => Promise<Glyphs>): Reproduction {
  const { label, spec } = presets[name];
  const trained = methodsOf(name).filter(isTrained);
  return {
    title: `Omniglot, ${label}`,
    measures: `accuracy on ${TEST_TASKS.toLocaleString('en')} ${spec.ways}-way ${spec.shots}-shot tasks of test characters, one query drawing of each`,
    iterations: Math.max(...trained.map((m) => recipeOf(m, 1, null).spec.iterations)),
    shownSteps: [],
    heading: 'Accuracy, %',
    format: (share) => (100 * share).toFixed(1),
    label: labelOf,
    published: published
      .filter(({ ways, shots }) => ways === spec.ways && shots === spec.shots)
      .map(({ method, statistics, mean, source }) => ({
        method: rowName(method, statistics),
        steps: stepsOf(method, spec),
        mean,
        source,
      }))
      .filter(({ method }) => methodsOf(name).some((own) => method.split(' ')[0] === own)),
    remarks: `${NOT_COMPARABLE}. ${deviations} Batch statistics are those of each paper unless said: transductive for methods that adapt, of training drawings for those that embed. “One at a time” normalises each query drawing with the support set alone.`,
    methods: trained,
    checkpoints: [...new Set(trained.map((m) => nearestShipped(m, spec)!))],
    run: (options) => run(name, options, glyphs),
    async evaluate(read, seed) {
      const { engine, name: engineName } = await startEngine(candidates('auto'));
      try {
        const starts: Partial<Record<TrainedName, Trained>> = {};
        let iterations = 0;
        for (const method of trained) {
          const checkpoint = parseCheckpoint(read(nearestShipped(method, spec)!));
          starts[method] = trainedOf(checkpoint);
          iterations = Math.max(iterations, checkpoint.iterations);
        }
        const loaded = await glyphs();
        const rows = await test(engine, loaded, name, starts, seed);
        return { iterations, engine: engineName, training: [], rows, note: noteOn(loaded) };
      } finally {
        engine.dispose();
      }
    },
  };
}

/** The characters that a run was about. */
const noteOn = (glyphs: Glyphs): string => `Characters: ${charactersText(splitCounts(glyphs))}.`;

function labelOf(row: string): string {
  const [method, statistics] = row.split(' ') as [MethodName, Statistics | undefined];
  const said = { transductive: ', transductive', inductive: ', one at a time' };
  return methodLabels[method] + (statistics === undefined ? '' : said[statistics]);
}

async function run(
  name: Name,
  { seed, iterations, method: only, command, onProgress, unfinished }: ReproduceOptions,
  load: () => Promise<Glyphs>,
): Promise<Measured> {
  const glyphs = await load();
  const { engine, name: engineName } = await startEngine(candidates('auto'));
  try {
    const training: { method: string; seconds: number }[] = [];
    const starts: Partial<Record<TrainedName, Trained>> = {};
    const checkpoints: { name: string; text: string }[] = [];
    let longest = 0;
    for (const method of methodsOf(name).filter(isTrained)) {
      if (only !== null && method !== only) continue;
      const recipe = recipeOf(method, seed, iterations);
      const { file, spec } = recipe;
      const began = performance.now();
      const trained = await trainByRecipe(engine, glyphs, recipe, { onProgress, unfinished });
      training.push({ method, seconds: (performance.now() - began) / 1000 });
      longest = Math.max(longest, spec.iterations);
      const checkpoint = checkpointOf(method, spec, trained, command, glyphs);
      const text = formatCheckpoint(checkpoint);
      checkpoints.push({ name: file, text });
      // What is tested is what is shipped, rounded to half precision.
      starts[method] = trainedOf(parseCheckpoint(text));
    }
    const rows = await test(engine, glyphs, name, starts, seed);
    const note = noteOn(glyphs);
    return { iterations: longest, engine: engineName, training, rows, checkpoints, note };
  } finally {
    engine.dispose();
  }
}

export function checkpointOf(
  method: TrainedName,
  spec: OmniglotSpec,
  { theta, second, updates }: Trained,
  command: string,
  glyphs: Glyphs,
): Checkpoint {
  const { network, filters, pooling, ways, shots, seed, iterations } = spec;
  return {
    method,
    network: { network, filters, pooling },
    ways,
    shots,
    seed,
    iterations,
    characters: `${splitCounts(glyphs).train} training characters, ${glyphs.source}`,
    command,
    date: new Date().toISOString().slice(0, 10),
    theta: embeds(method) ? bodyWeights(spec, theta) : theta,
    second: method === 'reptile' ? second : null,
    updates,
  };
}

/** Rows of every method that has weights or needs none, with both kinds of batch statistics. */
async function test(
  engine: Engine,
  glyphs: Glyphs,
  name: Name,
  starts: Readonly<Partial<Record<TrainedName, Trained>>>,
  seed: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const statistics of ['transductive', 'inductive'] as const) {
    const spec = { ...testSpec(name, seed), statistics };
    const frozen = new FrozenBodies(engine, bodyOf(spec), glyphs, seed);
    const classifier = new Classifier(engine, spec, frozen);
    for (const method of methodsOf(name)) {
      if (isTrained(method) && starts[method] === undefined) continue;
      // Pixels have no statistics.
      if (method === 'pixels' && statistics === 'transductive') continue;
      const trained = isTrained(method) ? starts[method]! : null;
      const theta = trained?.theta ?? initialTheta('maml', spec, glyphs);
      const start = {
        theta: engine.rows(theta, 1),
        moments:
          trained !== null && trained.updates > 0 ? momentsOf(engine, trained, theta.length) : null,
      };
      const all: number[] = [];
      const tasks = evaluate(classifier, glyphs, spec, 'test', method, start, TEST_TASKS);
      for await (const some of tasks) all.push(...some);
      engine.release(start.theta);
      if (start.moments !== null) engine.release(start.moments.first, start.moments.second);
      const { mean, median, ci95, count } = summarise(all);
      rows.push({
        method: rowName(method, statistics),
        steps: stepsOf(method, spec),
        mean,
        median,
        ci95,
        tasks: count,
      });
    }
  }
  return rows;
}
