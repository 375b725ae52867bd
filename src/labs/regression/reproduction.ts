/** A preset of the regression lab, run without a page by the code that the worker runs. */

import { candidates } from '../../compute/catalogue';
import { startEngine } from '../../compute/engines';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../reproduction';
import { regressionExperiment } from './experiment';
import { type PresetName, presets } from './presets';
import type { EvaluateAnswer } from './protocol';
import { presentationOf, publishedOf } from './published';

/** As in the paper. */
const TEST_TASKS = 600;
/** Meta-iterations between two reports of progress. */
const REPORT_EVERY = 100;

export function reproductionOf(name: PresetName): Reproduction {
  const { label, spec } = presets[name];
  const { rows, remarks } = publishedOf(name);
  return {
    ...presentationOf(name),
    title: label,
    measures: `mean squared error on ${spec.queries} query points after so many gradient steps on ${spec.shots}, over ${TEST_TASKS} held-out tasks`,
    iterations: spec.iterations,
    published: rows,
    remarks,
    run: (options) => run(name, options),
  };
}

/**
 * One contender after another, so that each can be timed. Their numbers are those of lock step: the tasks of a
 * meta-iteration are a function of the seed and its number alone.
 */
async function run(name: PresetName, options: ReproduceOptions): Promise<Measured> {
  const preset = presets[name].spec;
  const iterations = options.iterations ?? preset.iterations;
  const { engine, name: engineName } = await startEngine(candidates(preset.engine));
  const rows: Row[] = [];
  const training: { method: string; seconds: number }[] = [];
  try {
    for (const method of preset.contenders) {
      const spec = { ...preset, contenders: [method], seed: options.seed, iterations };
      const experiment = await regressionExperiment.create(engine, spec, null);
      const start = performance.now();
      // Random initialisation learns nothing, and is evaluated as it is.
      while (method !== 'random' && !experiment.finished) {
        await experiment.advance();
        if (experiment.iteration % REPORT_EVERY !== 0 && !experiment.finished) continue;
        experiment.takeRows();
        options.onProgress({ stage: method, done: experiment.iteration, total: iterations });
      }
      training.push({ method, seconds: (performance.now() - start) / 1000 });
      const question = { kind: 'evaluate', at: 'now', tasks: TEST_TASKS } as const;
      for await (const answer of experiment.probe(question)) {
        const { complete, curves, tasks } = answer as EvaluateAnswer;
        const curve = curves[method];
        if (!complete || curve === undefined) continue;
        for (const [steps, mean] of curve.mean.entries()) {
          const [ci95, median] = [curve.ci95[steps]!, curve.median[steps]!];
          rows.push({ method, steps, mean, median, ci95, tasks });
        }
      }
      experiment.dispose();
    }
  } finally {
    engine.dispose();
  }
  return { iterations, engine: engineName, training, rows };
}
