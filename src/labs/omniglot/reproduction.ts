/** Few-shot classification, trained and tested without a page by the code that the worker runs. */

import type { Engine } from '../../compute/engine';
import type { SavedState } from '../../contenders/state';
import { type Glyphs, splitCounts } from '../../tasks/glyphs/glyphs';
import { say } from '../../words/format';
import { words } from '../../words/words';
import { onEngine } from '../kit/onEngine';
import type { Measured, ReproduceOptions, Reproduction } from '../kit/reproduction';
import type { OmniglotSpec } from './fields';
import { isTrained, type MethodName } from './methods/registry';
import { charactersText } from './phrases';
import { presets } from './presets';
import { sharing } from './sharing';
import { checkpointOf, formatCheckpoint, parseCheckpoint } from './trained/checkpoint';
import { nearestShipped } from './trained/checkpoints';
import {
  methodsOf,
  presentationOf,
  publishedRows,
  type ReportName,
  rowName,
  testTasks,
  trainableFor,
} from './trained/papers';
import { trainByRecipe } from './trained/recipeRun';
import { recipeOf } from './trained/recipes';
import { testRows } from './trained/testRows';

export function reproductionOf(name: ReportName, load: () => Promise<Glyphs>): Reproduction {
  const { ways, shots } = presets[name].spec;
  const {
    papers: { omniglot: papers },
    omniglot: { presets: labels },
  } = words();
  const trained = methodsOf(name).filter(isTrained);
  return {
    ...presentationOf(name),
    title: say(papers.title, { preset: labels[name].label }),
    measures: say(papers.measures, { tasks: testTasks, ways, shots }),
    iterations: Math.max(...trained.map((method) => recipeOf(method, 1, null).spec.iterations)),
    published: publishedRows(name),
    methods: trainableFor(name),
    checkpoints: [...new Set(trained.map((method) => nearestShipped(method, { ways, shots })!))],
    apart: {
      methods: longestFirst(presets[name].spec, methodsOf(name)),
      rows: (['transductive', 'inductive'] as const).flatMap((statistics) =>
        methodsOf(name).map((method) => rowName(method, statistics)),
      ),
    },
    run: (options) => run(name, options, load),
    async evaluate(read, seed) {
      const states: Partial<Record<MethodName, SavedState>> = {};
      let iterations = 0;
      for (const method of trained) {
        const shipped = parseCheckpoint(read(nearestShipped(method, { ways, shots })!));
        states[method] = shipped.state;
        iterations = Math.max(iterations, shipped.iterations);
      }
      return onCharacters(load, async (engine, glyphs) => ({
        iterations,
        training: [],
        rows: await testRows(engine, glyphs, name, { methods: methodsOf(name), states }, seed),
      }));
    },
  };
}

const longestFirst = (spec: OmniglotSpec, methods: readonly MethodName[]): readonly MethodName[] =>
  methods.toSorted((a, b) => sharing.work(spec, b) - sharing.work(spec, a));

/** A measurement on these characters, with what must be known of them. */
async function onCharacters(
  load: () => Promise<Glyphs>,
  measure: (engine: Engine, glyphs: Glyphs) => Promise<Omit<Measured, 'engine' | 'note'>>,
): Promise<Measured> {
  const glyphs = await load();
  const note = charactersText(words(), splitCounts(glyphs));
  return onEngine('auto', async (engine) => ({ ...(await measure(engine, glyphs)), note }));
}

function run(
  name: ReportName,
  { seed, iterations, methods: only, command, onProgress, unfinished }: ReproduceOptions,
  load: () => Promise<Glyphs>,
): Promise<Measured> {
  const methods = (only as readonly MethodName[] | null) ?? methodsOf(name);
  const trained = methods.filter(isTrained);
  return onCharacters(load, async (engine, glyphs) => {
    const training: { method: string; seconds: number }[] = [];
    const states: Partial<Record<MethodName, SavedState>> = {};
    const checkpoints: { name: string; text: string }[] = [];
    let longest = 0;
    for (const method of trained) {
      const recipe = recipeOf(method, seed, iterations);
      const began = performance.now();
      const state = await trainByRecipe(engine, glyphs, recipe, { onProgress, unfinished });
      training.push({ method, seconds: (performance.now() - began) / 1000 });
      longest = Math.max(longest, recipe.spec.iterations);
      const text = formatCheckpoint(checkpointOf(method, recipe.spec, state, command, glyphs));
      checkpoints.push({ name: recipe.file, text });
      // What is tested is what is shipped, rounded to half precision.
      states[method] = parseCheckpoint(text).state;
    }
    const rows = await testRows(engine, glyphs, name, { methods, states }, seed);
    return { iterations: longest, training, rows, checkpoints };
  });
}
