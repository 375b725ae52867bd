/**
 * What is taken to Python: scripts of every setting are Python and short enough, and where there is a PyTorch they find
 * the numbers of the page's own engine.
 */

import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../compute/engine';
import { createSimdEngine } from '../compute/simd/engine';
import { release, type SavedState } from '../contenders/state';
import { stream } from '../math/rng';
import { undisturbed } from '../session/turn';
import { proceduralGlyphs } from '../tasks/glyphs/procedural';
import { bodyOf } from './kit/embedding/body';
import { FrozenBodies } from './kit/embedding/frozen';
import { cellsOf, MOST_COLUMNS, MOST_LINES, type Recipe, scriptOf } from './kit/python/assemble';
import { notebookOf } from './kit/python/notebook';
import type { Figure } from './kit/python/take';
import { whole } from './kit/questions';
import { safetensors, type Tensors } from './kit/safetensors';
import { memoryExperimentOn } from './memory/experiment';
import type { MemorySpec } from './memory/fields';
import { readerNames } from './memory/methods';
import { presets as memoryPresets } from './memory/presets';
import { recipeOf as memoryRecipe, scriptedIn as readersScripted } from './memory/python/generate';
import { tensorsOf as memoryTensors, streamTensors } from './memory/python/weights';
import { omniglotExperimentOn } from './omniglot/experiment';
import type { OmniglotSpec } from './omniglot/fields';
import { HELD_OUT_AT_ONCE, heldOutTasks, said } from './omniglot/methods/accuracy';
import { beginningOf, startOf } from './omniglot/methods/atWork';
import { isTrained, methodNames } from './omniglot/methods/registry';
import { Workplace } from './omniglot/methods/workplace';
import { beginningWith, presets as omniglotPresets } from './omniglot/presets';
import { fittingRecipe, scripted } from './omniglot/python/generate';
import { heldOutOf, tensorsOf as omniglotTensors } from './omniglot/python/weights';
import { optimizerExperiment } from './optimizers/experiment';
import { familyNames, type OptimizerSpec } from './optimizers/fields';
import { presets as optimizerPresets } from './optimizers/presets';
import { recipeOf as optimizerRecipe } from './optimizers/python/generate';
import { tensorsOf as optimizerTensors, figuresOf as raceFigures } from './optimizers/python/take';
import { racerNames, tunedNames } from './optimizers/racers';
import { type Rates, ratesOf } from './optimizers/tuning';
import { regressionExperiment } from './regression/experiment';
import type { RegressionSpec } from './regression/fields';
import { type ContenderName, contenderNames } from './regression/methods';
import { presets as regressionPresets } from './regression/presets';
import { recipeOf as regressionRecipe } from './regression/python/generate';
import { figuresOf as lossFigures, tensorsOf as regressionTensors } from './regression/python/take';

vi.setConfig({ testTimeout: 300_000 });

/** Debian's; it has PyTorch where `python3-torch` is installed. */
const PYTHON = '/usr/bin/python3';
/** Tasks of characters: as many as the page draws at once. */
const OF_CHARACTERS = HELD_OUT_AT_ONCE;
/** Of single precision, between 1 and the next number. */
const EPSILON = 2 ** -23;
/** No weights that are of any use have such a loss: untrained ones have some hundreds. */
const LOST = 1e6;
/** What sums in another order may move a probability by, of the few thousand numbers of a layer. */
const SUMS = 1e-5;
/** Networks are tiny: threads would only wait for each other. */
const env = { ...process.env, OMP_NUM_THREADS: '1' };
/** Meanwhile the test goes on to answer who runs it: a busy machine takes minutes. */
const python = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(PYTHON, args, { env, maxBuffer: 2 ** 26 })).stdout;
const runs = (code: string): boolean => {
  try {
    execFileSync(PYTHON, ['-c', code], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const withPython = it.skipIf(!runs(''));
const withTorch = it.skipIf(
  !runs('try:\n  import torch.func\nexcept ImportError:\n  import functorch'),
);

const folder = mkdtempSync(path.join(tmpdir(), 'python-'));
afterAll(() => rmSync(folder, { recursive: true }));

const finn = regressionPresets['sinusoid-10shot'].spec;
const paper: OptimizerSpec = optimizerPresets.paper.spec;
const scratch: OmniglotSpec = omniglotPresets.scratch.spec;
const trained: OmniglotSpec = omniglotPresets['omniglot-5way-1shot'].spec;
const rates = Object.fromEntries(tunedNames.map((name) => [name, 0.0316227766016838])) as Rates;
/** All settings that lengthen a script. */
const allRegression: RegressionSpec = {
  ...finn,
  contenders: contenderNames,
  inputs: 'grid',
  noise: 0.1,
  initialiser: 'he-normal',
  activation: 'tanh',
  reptileOptimizer: 'adam',
  hidden: [16, 8],
  shots: 6,
  queries: 5,
  reptileBatch: 4,
  innerSteps: 2,
  testSteps: 3,
  metaBatch: 3,
};

const named = <Spec extends object>(presets: Readonly<Record<string, { readonly spec: Spec }>>) =>
  Object.entries(presets).map(([name, { spec }]) => [name, spec] as const);

const recipes: (readonly [string, Recipe])[] = [
  ...named<RegressionSpec>(regressionPresets).map(
    ([name, spec]) => [`regression ${name}`, regressionRecipe(spec)] as const,
  ),
  ['regression, all', regressionRecipe(allRegression)],
  ['cubic, all', regressionRecipe({ ...allRegression, task: 'cubic', outerOptimizer: 'sgd' })],
  ['nobody but random', regressionRecipe({ ...finn, contenders: ['random'] })],
  ...named<OptimizerSpec>(optimizerPresets).map(
    ([name, spec]) => [`optimizers ${name}`, optimizerRecipe(spec, rates)!] as const,
  ),
  ...familyNames.map(
    (race) =>
      [
        `optimizers on ${race}, all`,
        optimizerRecipe(
          { ...paper, race, racers: racerNames, curriculum: 'growing', objective: 'soft-log' },
          rates,
        )!,
      ] as const,
  ),
  ['no learned optimizer', optimizerRecipe({ ...paper, racers: ['adam'] }, rates)!],
  ['L-BFGS alone', optimizerRecipe({ ...paper, racers: ['lbfgs'] }, null)!],
  ...named<OmniglotSpec>(omniglotPresets).map(
    ([name, spec]) => [`omniglot ${name}`, fittingRecipe(spec).recipe] as const,
  ),
  ...scripted(methodNames).map(
    (name) =>
      [`omniglot ${name} alone`, fittingRecipe({ ...scratch, methods: [name] }).recipe] as const,
  ),
  ...named<MemorySpec>(memoryPresets)
    // Of strings there is no script.
    .filter(([, spec]) => readersScripted(spec).length > 0)
    .map(([name, spec]) => [`memory ${name}`, memoryRecipe(spec)] as const),
  ...readersScripted({ labels: 'onehot', readers: readerNames }).map(
    (name) =>
      [
        `memory ${name} alone`,
        memoryRecipe({ ...memoryPresets['memory-5'].spec, readers: [name] }),
      ] as const,
  ),
  [
    'omniglot, all of 20 ways',
    fittingRecipe({ ...scratch, methods: methodNames, ways: 20, jitter: 0.5, pooling: 'mean' })
      .recipe,
  ],
  [
    'omniglot, dense, one at a time',
    fittingRecipe({ ...scratch, methods: methodNames, network: 'dense', statistics: 'inductive' })
      .recipe,
  ],
];

describe.each(recipes)('the script of %s', (_name, recipe) => {
  const script = scriptOf(recipe);
  const lines = script.trimEnd().split('\n');

  it('is short, and nothing of the template is left in it', () => {
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(MOST_COLUMNS);
    expect(script).not.toMatch(/#:|undefined|NaN|\[object/);
  });

  it('makes a notebook of the same code', () => {
    const { nbformat, cells } = JSON.parse(notebookOf('title', cellsOf(recipe))) as {
      nbformat: number;
      cells: { cell_type: string; source: string[] }[];
    };
    expect(nbformat).toBe(4);
    expect(cells.length).toBeGreaterThan(8);
    const code = cells.filter(({ cell_type }) => cell_type === 'code');
    expect(code.every(({ source }) => source.join('').trim() !== '')).toBe(true);
    expect(code.flatMap(({ source }) => source).join('\n')).not.toContain('argparse');
  });
});

withPython('compiles, in Python', async () => {
  const files = recipes.flatMap(([, recipe], i) => {
    const script = path.join(folder, `script${i}.py`);
    const notebook = path.join(folder, `notebook${i}.py`);
    writeFileSync(script, scriptOf(recipe));
    writeFileSync(
      notebook,
      cellsOf(recipe)
        .map(({ source }) => source)
        .join('\n\n'),
    );
    return [script, notebook];
  });
  await python('-m', 'py_compile', ...files);
});

it('begins from nothing at the rates of the presets', () => {
  const { metaRate, reptileOuter } = beginningWith(trained, 'scratch');
  const script = scriptOf(fittingRecipe(trained).recipe);
  expect(script).toMatch(new RegExp(`^META_RATE, .* = ${metaRate}, `, 'm'));
  expect(script).toMatch(new RegExp(`^REPTILE_RATE, REPTILE_OUTER = .*, ${reptileOuter} `, 'm'));
});

it('leaves methods out only where a script has no room for all', () => {
  for (const { spec } of Object.values(omniglotPresets)) {
    expect(fittingRecipe(spec).leftOut).toEqual([]);
  }
  const { leftOut } = fittingRecipe({ ...scratch, methods: methodNames, jitter: 0.5 });
  expect(leftOut).not.toEqual([]);
  expect(leftOut).not.toContain('maml');
});

/** Python writes infinity in a way of its own. */
const numberOf = (written: string): number =>
  written === 'inf' ? Number.POSITIVE_INFINITY : Number(written);

/** What a script prints of each method, by the words before the numbers. */
async function printed(
  recipe: Recipe,
  ...args: readonly string[]
): Promise<ReadonlyMap<string, number[]>> {
  const file = path.join(folder, 'run.py');
  writeFileSync(file, scriptOf(recipe));
  const text = await python(file, ...args);
  const rows = [...text.matchAll(/^(\w+)\s+(?:k = )?(\d+)?\s+(\S+) ± (\S+), median ([^\s,]+)/gm)];
  return new Map(
    rows.map(([, name, steps, ...numbers]) => [`${name} ${steps ?? ''}`, numbers.map(numberOf)]),
  );
}

function held(tensors: Tensors): string {
  const file = path.join(folder, 'weights.safetensors');
  writeFileSync(file, safetensors(tensors, { made: 'here' }));
  return file;
}

/** Prints in the end what the script says of every held-out drawing, row-major [tasks, drawings, ways]. */
const TELLING = `
import json, runpy, sys
from functools import partial
script, *sys.argv[1:] = sys.argv[1:]
made = runpy.run_path(script)
says = {}
for name in made["METHODS"]:
    scores = made["vmap"](partial(made["predict"], name))(*made["tasks"])
    if name == "pixels":  # the page is sure of the nearest neighbour
        scores = 1000 * (scores == scores.amax(2, keepdim=True))
    says[name] = scores.float().softmax(2).flatten().tolist()
print(json.dumps(says))
`;

async function probabilitiesOf(recipe: Recipe, weights: string): Promise<Record<string, number[]>> {
  const file = path.join(folder, 'run.py');
  writeFileSync(file, scriptOf(recipe));
  const text = await python('-c', TELLING, file, '--evaluate', weights);
  return JSON.parse(text.trimEnd().split('\n').at(-1)!);
}

/** Weights, each moved by up to one unit of single precision's last place. */
const rounded = (weights: SavedState['weights'], seed: number): SavedState['weights'] => {
  const random = stream(seed, 'rounded');
  return Object.fromEntries(
    Object.entries(weights).map(([name, values]) => [
      name,
      values!.map((w) => w * (1 + EPSILON * random.uniform(-1, 1))),
    ]),
  );
};

const farthest = (a: Float32Array, b: Float32Array): number => {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
};

/** What single precision gives, in relation to the number and to what it began with. */
function agrees(
  found: ReadonlyMap<string, number[]>,
  figures: readonly Figure[],
  within: number,
): void {
  expect(figures.length).toBeGreaterThan(0);
  for (const { method, steps, mean, ci95, median } of figures) {
    const [m, c, d] = found.get(`${method} ${steps ?? ''}`)!;
    const near = (a: number, b: number, most: number) =>
      Number.isFinite(b)
        ? expect(Math.abs(a - b), say).toBeLessThanOrEqual(most)
        : expect(a, say).toBe(b);
    const say = `${method} ${steps}: ${m} for ${mean}`;
    near(m!, mean, within * Math.max(Math.abs(mean), 0.01));
    // Where most ran away there is neither a mean nor an interval.
    if (Number.isFinite(mean)) near(c!, ci95, 0.01 * ci95 + 5 * within);
    else expect(Number.isFinite(c), say).toBe(false);
    if (median !== null) near(d!, median, 20 * within * Math.max(median, 0.01));
  }
}

describe('in PyTorch', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createSimdEngine();
  });

  const cubics: RegressionSpec = { ...allRegression, task: 'cubic', outerOptimizer: 'sgd' };
  withTorch.each<[string, RegressionSpec, number, ContenderName[]]>([
    ['the preset', finn, 8, []],
    ['everything', allRegression, 8, []],
    // Plain steps move the rates of Meta-SGD until adaptation runs away, on most tasks after six of them.
    ['cubics, until most run away', cubics, 6, []],
    ['cubics', cubics, 8, ['metasgd']],
  ])(
    'regression repeats the run and judges its weights, with %s',
    async (_name, spec, iterations, lost) => {
      const run = await regressionExperiment.create(engine, spec, null);
      for (let i = 0; i < iterations; i++) await run.advance(undisturbed);
      const answer = await whole(run.answers.evaluate({ at: 'now', tasks: 600 }, undisturbed));
      const figures = lossFigures(answer, spec);
      const recipe = regressionRecipe(spec);
      const file = held(regressionTensors(await run.snapshot(), spec));
      agrees(await printed(recipe, '--evaluate', file), figures, 2e-4);
      const repeated = await printed(recipe, '--iterations', String(iterations));
      const isLost = ({ method }: Figure) => lost.some((name) => name === method);
      agrees(
        repeated,
        figures.filter((figure) => !isLost(figure)),
        2e-3,
      );
      // Of weights that themselves ran away no digit agrees, only that they did.
      for (const { method, steps, mean } of figures.filter(isLost)) {
        for (const found of [mean, repeated.get(`${method} ${steps}`)![0]!]) {
          expect(found <= LOST, `${method} ${steps}: ${found}`).toBe(false);
        }
      }
    },
  );

  withTorch.each([
    ['constant gradients', { gradients: 'constant', objective: 'soft-log' }],
    ['flowing gradients', { gradients: 'flow', preprocessing: 'none', objective: 'log' }],
  ] as const)('the learned optimiser repeats the run, with %s', async (_name, change) => {
    const spec = {
      ...paper,
      ...change,
      ...{ dimension: 4, problems: 8, hidden: [6], raceSteps: 30, raceProblems: 64 },
      racers: ['learned', 'sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'],
    } as OptimizerSpec;
    const run = await optimizerExperiment.create(engine, spec, null);
    for (let i = 0; i < 8; i++) await run.advance(undisturbed);
    const about = { at: 'now', shown: 'best', family: spec.race } as const;
    const asked = { ...about, steps: spec.raceSteps, problems: spec.raceProblems };
    const answer = await whole(run.answers.race(asked, undisturbed));
    const figures = raceFigures(answer, spec);
    const recipe = optimizerRecipe(spec, ratesOf(answer.grids!) as Rates)!;
    const file = held(optimizerTensors(await run.snapshot(), spec, 'best'));
    agrees(await printed(recipe, '--evaluate', file), figures, 1e-3);
    agrees(await printed(recipe, '--iterations', '8'), figures, 1e-3);
  });

  const some = { ways: 3, queries: 2, filters: 8, tasks: 2, metricWays: 5, metricQueries: 2 };
  withTorch.each([
    ['as in papers', { methods: ['maml', 'fomaml', 'reptile', 'prototypical', 'pixels'] }],
    ['transductive', { statistics: 'transductive', methods: ['anil', 'matching', 'joint'] }],
    ['one at a time', { statistics: 'inductive', methods: ['metasgd', 'reptile', 'random'] }],
    // One step: it multiplies rounding by the curvature of the loss, 10⁴ to 10⁶ there, and a next one again.
    [
      'without convolutions, after a step',
      {
        ...{ network: 'dense', testSteps: 1, reptileTestSteps: 1 },
        methods: ['maml', 'reptile', 'matching', 'joint'],
      },
    ],
  ] as const)('Omniglot judges the weights as the page does, %s', async (_name, change) => {
    const rest = { jointBatch: 8, reptileTestSteps: 4, headSteps: 6, iterations: 100 };
    const spec = { ...scratch, ...some, ...rest, ...change } as OmniglotSpec;
    const glyphs = proceduralGlyphs(1, 120);
    const run = await omniglotExperimentOn(async () => glyphs).create(engine, spec, null);
    for (let i = 0; i < 4; i++) await run.advance(undisturbed);
    const snapshot = await run.snapshot();
    const { recipe, leftOut } = fittingRecipe(spec);
    expect(leftOut).toEqual([]);
    const tensors = omniglotTensors(snapshot, spec, glyphs);
    const file = held({ ...tensors, ...heldOutOf(spec, glyphs, OF_CHARACTERS) });
    const found = await probabilitiesOf(recipe, file);

    const frozen = new FrozenBodies(engine, bodyOf(spec), glyphs, spec.seed);
    const place = new Workplace(engine, spec, frozen);
    const tasks = heldOutTasks(glyphs, 'test', spec, 0, OF_CHARACTERS);
    for (const name of spec.methods) {
      const saved = isTrained(name) ? snapshot.methods[name]! : beginningOf(name, spec, glyphs);
      const says = async (weights: SavedState['weights']): Promise<Float32Array> => {
        const state = startOf(engine, name, spec, { ...saved, weights });
        const probabilities = await said({ place, spec, name, state }, tasks);
        release(engine, state);
        return probabilities;
      };
      const here = await says(saved.weights);
      // What rounding does to the page itself: its weights moved in their last digit.
      const moved = await Promise.all([1, 2, 3].map((seed) => says(rounded(saved.weights, seed))));
      const spread = Math.max(...moved.map((other) => farthest(other, here)));
      const most = Math.max(SUMS, 3 * spread);
      // An error in what is computed moves them by far more.
      expect(most, name).toBeLessThan(5e-3);
      expect(farthest(Float32Array.from(found[name]!), here), name).toBeLessThanOrEqual(most);
    }
  });

  const MANY_STREAMS = 20;
  const reading: MemorySpec = {
    ...memoryPresets['memory-5'].spec,
    ...{ ways: 3, length: 8, testLength: 14, batch: 4, iterations: 100, features: 'pixels' },
    ...{ mannHidden: 8, mannSlots: 6, mannWidth: 5, kvWidth: 4, kvHeads: 2 },
    ...{ snailFilters: 4, snailBlocks: 2, snailWidth: 4, lstmHidden: 8, feedforwardHidden: 8 },
  };
  withTorch.each([
    ['as they come', {}],
    ['as published', { mannController: 'lstm', mannInput: 'late', mannSharpness: 'plain' }],
    ['written in turn', { mannWriting: 'fifo' }],
  ] as const)('readers of streams are judged as on the page, %s', async (_name, change) => {
    const spec = { ...reading, ...change };
    const { testLength: length, ways: characters } = spec;
    const glyphs = proceduralGlyphs(1, 120);
    const run = await memoryExperimentOn({
      characters: async () => glyphs,
      embedding: async () => null,
    }).create(engine, spec, null);
    for (let i = 0; i < 20; i++) await run.advance(undisturbed);
    const about = { characters, length, streams: 64 };
    const { byInstance } = await whole(run.answers.instances({ ...about, at: 'now' }, undisturbed));
    const streams = await whole(run.answers.streams(about, undisturbed));
    const shape = { features: streams.width, labels: spec.ways };
    const tensors = memoryTensors(await run.snapshot(), spec, shape);
    run.dispose();
    const file = held({ ...tensors, ...streamTensors(streams) });
    // The script's quantile of Student is that of many streams.
    const figures = readersScripted(spec).flatMap((method) => {
      const { mean, ci95, median, count } = byInstance[method]!;
      return mean.flatMap((share, i) =>
        count[i]! < MANY_STREAMS
          ? []
          : [
              {
                ...{ method, steps: i + 1, mean: 100 * share },
                ...{ ci95: 100 * ci95[i]!, median: 100 * median[i]! },
              },
            ],
      );
    });
    agrees(await printed(memoryRecipe(spec), '--evaluate', file), figures, 2e-4);
  });
});
