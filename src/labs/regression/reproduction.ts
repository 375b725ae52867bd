/** An experiment of the regression lab, run without a page by the code that the worker runs. */

import { undisturbed } from '../../session/turn';
import { say, sayNumber } from '../../words/format';
import { words } from '../../words/words';
import { onEngine } from '../kit/onEngine';
import { whole } from '../kit/questions';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../kit/reproduction';
import { regressionExperiment } from './experiment';
import { type ExperimentName, experiments } from './experiments';
import type { RegressionSpec } from './fields';
import type { ContenderName } from './methods';
import type { PresetName } from './presets';
import { presentationOf, publishedOf } from './published';
import { contenderOf } from './registry';
import { sharing } from './sharing';
import {
  fileOf,
  formatStart,
  parseStart,
  shippedNames,
  shippedPreset,
  snapshotOf,
} from './shipped';

/** As in the paper. */
const TEST_TASKS = 600;
/** Meta-iterations between two reports of progress. */
const REPORT_EVERY = 100;

export function reproductionOf(name: ExperimentName): Reproduction {
  const { spec } = experiments[name];
  const { regression, papers } = words();
  const { queries, shots } = spec;
  const titles: Partial<Record<ExperimentName, string>> = papers.regression.titles;
  return {
    ...presentationOf(name, spec),
    title: titles[name] ?? regression.presets[name as PresetName].label,
    measures: say(papers.regression.measures, { queries, shots, tasks: sayNumber(TEST_TASKS) }),
    iterations: spec.iterations,
    published: publishedOf(name, spec),
    apart: { methods: longestFirst(spec), rows: spec.contenders },
    run: (options) => run(name, options),
    ...(name === shippedPreset ? { checkpoints: shippedNames.map(fileOf), evaluate } : {}),
  };
}

const longestFirst = (spec: RegressionSpec): readonly ContenderName[] =>
  spec.contenders.toSorted((a, b) => sharing.work(spec, b) - sharing.work(spec, a));

/**
 * One contender after another, so that each can be timed. Their numbers are those of lock step: the tasks of a
 * meta-iteration are a function of the seed and its number alone.
 */
function run(name: ExperimentName, options: ReproduceOptions): Promise<Measured> {
  const preset: RegressionSpec = experiments[name].spec;
  const iterations = options.iterations ?? preset.iterations;
  return onEngine(preset.engine, async (engine) => {
    const rows: Row[] = [];
    const training: { method: string; seconds: number }[] = [];
    const checkpoints: { name: string; text: string }[] = [];
    const notes: string[] = [];
    const { methods } = options;
    for (const method of preset.contenders) {
      if (methods !== null && !methods.includes(method)) continue;
      const spec = { ...preset, contenders: [method], seed: options.seed, iterations };
      const experiment = await regressionExperiment.create(engine, spec, null);
      const start = performance.now();
      // Who learns nothing is evaluated as it is.
      const learns = contenderOf(method).knobs.length > 0;
      while (learns && !experiment.finished) {
        await experiment.advance(undisturbed);
        if (experiment.iteration % REPORT_EVERY !== 0 && !experiment.finished) continue;
        experiment.takeRows();
        options.onProgress({ stage: method, done: experiment.iteration, total: iterations });
      }
      training.push({ method, seconds: (performance.now() - start) / 1000 });
      const measured = await heldOut(experiment, method);
      rows.push(...measured);
      const { contenders } = await experiment.snapshot();
      const at = contenders[0]!.diverged;
      if (at !== null) notes.push(divergenceNote(method, at));
      const shipped = name === shippedPreset && shippedNames.find((one) => one === method);
      if (shipped) {
        const text = formatStart({
          method: shipped,
          spec,
          iteration: iterations,
          command: options.command,
          date: new Date().toISOString().slice(0, 10),
          figures: Object.fromEntries(measured.map(({ steps, mean }) => [steps, mean])),
          theta: contenders[0]!.weights.theta!,
        });
        checkpoints.push({ name: fileOf(shipped), text });
      }
      experiment.dispose();
    }
    const note = notes.length === 0 ? {} : { note: notes.join(' ') };
    return { iterations, training, rows, checkpoints, ...note };
  });
}

function divergenceNote(method: ContenderName, at: number): string {
  const { papers, contenders } = words();
  return say(papers.regression.diverged, { name: contenders[method].label, at });
}

type Experiment = Awaited<ReturnType<typeof regressionExperiment.create>>;

/** A contender on held-out tasks. */
async function heldOut(experiment: Experiment, method: ContenderName): Promise<Row[]> {
  const question = { at: 'now', tasks: TEST_TASKS } as const;
  const { curves, tasks } = await whole(experiment.answers.evaluate(question, undisturbed));
  const { mean, median, ci95, ranAway } = curves[method]!;
  return Array.from(mean, (_, steps) => ({
    method,
    steps,
    mean: mean[steps]!,
    median: median[steps]!,
    ci95: ci95[steps]!,
    tasks,
    ranAway: ranAway[steps]!,
  }));
}

/** The shipped starts, on held-out tasks of a seed. */
async function evaluate(read: (name: string) => string, seed: number): Promise<Measured> {
  const rows: Row[] = [];
  let iterations = 0;
  return onEngine('auto', async (engine) => {
    for (const name of shippedNames) {
      const { spec, theta, iteration } = parseStart(read(fileOf(name)));
      const own = { ...spec, contenders: [name], seed };
      const experiment = await regressionExperiment.create(
        engine,
        own,
        snapshotOf({ [name]: theta }),
      );
      rows.push(...(await heldOut(experiment, name)));
      experiment.dispose();
      iterations = iteration;
    }
    return { iterations, training: [], rows };
  });
}
