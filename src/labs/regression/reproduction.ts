/** A preset of the regression lab, run without a page by the code that the worker runs. */

import { undisturbed } from '../../session/turn';
import { say, sayNumber } from '../../words/format';
import { words } from '../../words/words';
import { onEngine } from '../kit/onEngine';
import { whole } from '../kit/questions';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../kit/reproduction';
import { regressionExperiment } from './experiment';
import { contenderOf } from './methods';
import { type PresetName, presets } from './presets';
import { presentationOf, publishedOf } from './published';

/** As in the paper. */
const TEST_TASKS = 600;
/** Meta-iterations between two reports of progress. */
const REPORT_EVERY = 100;

export function reproductionOf(name: PresetName): Reproduction {
  const { spec } = presets[name];
  const { regression } = words();
  const { queries, shots } = spec;
  return {
    ...presentationOf(name),
    title: regression.presets[name].label,
    measures: say(regression.papers.measures, { queries, shots, tasks: sayNumber(TEST_TASKS) }),
    iterations: spec.iterations,
    published: publishedOf(name),
    run: (options) => run(name, options),
  };
}

/**
 * One contender after another, so that each can be timed. Their numbers are those of lock step: the tasks of a
 * meta-iteration are a function of the seed and its number alone.
 */
function run(name: PresetName, options: ReproduceOptions): Promise<Measured> {
  const preset = presets[name].spec;
  const iterations = options.iterations ?? preset.iterations;
  return onEngine(preset.engine, async (engine) => {
    const rows: Row[] = [];
    const training: { method: string; seconds: number }[] = [];
    for (const method of preset.contenders) {
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
      const question = { at: 'now', tasks: TEST_TASKS } as const;
      const { curves, tasks } = await whole(experiment.answers.evaluate(question, undisturbed));
      const curve = curves[method]!;
      for (const [steps, mean] of curve.mean.entries()) {
        const [ci95, median] = [curve.ci95[steps]!, curve.median[steps]!];
        const ranAway = curve.ranAway[steps]!;
        rows.push({ method, steps, mean, median, ci95, tasks, ranAway });
      }
      experiment.dispose();
    }
    return { iterations, training, rows };
  });
}
