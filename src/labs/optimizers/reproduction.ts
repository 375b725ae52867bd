/** Presets of the optimizer lab, trained and raced without a page by the code that the worker runs. */

import type { Engine } from '../../compute/engine';
import { holdWeights, release } from '../../contenders/state';
import { undisturbed } from '../../session/turn';
import { checkSpec } from '../../spec/spec';
import { say, sayNumber } from '../../words/format';
import { words } from '../../words/words';
import { onEngine } from '../kit/onEngine';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../kit/reproduction';
import { methodLabel } from '../kit/reproductionTable';
import { checkpointOf, formatCheckpoint, parseCheckpoint } from './checkpoint';
import { optimizerExperiment } from './experiment';
import { courseOf, familyOf } from './families';
import { fields, networkOf, type OptimizerSpec } from './fields';
import { presets, published, type ReportName, STEPS } from './presets';
import { type Curves, race } from './race';
import { lineUp, subject } from './racers';
import { type Found, ratesOf, tune } from './tuning';

/** Tuning problems are as many. */
const TEST_PROBLEMS = 2048;
const REPORT_EVERY = 10;

export function reproductionOf(name: ReportName): Reproduction {
  const { spec } = presets[name];
  const {
    papers: { optimizers: papers },
    optimizers: { presets: labels },
  } = words();
  const problems = sayNumber(TEST_PROBLEMS);
  return {
    shownSteps: [STEPS],
    label: (method) => methodLabel(words(), method),
    title: labels[name].label,
    measures: say(papers.measures, { steps: STEPS, problems }),
    remarks: papers.remarks,
    iterations: spec.iterations,
    published: published[name],
    checkpoints: [name],
    run: (options) => run(name, options),
    async evaluate(read, seed) {
      const checkpoint = parseCheckpoint(read(name));
      const own = checkSpec(fields, spec, checkpoint.spec).spec;
      return onEngine('auto', async (engine) => ({
        iterations: checkpoint.iteration,
        training: [],
        rows: await evaluate(engine, own, checkpoint.phi, seed),
      }));
    },
  };
}

function run(name: ReportName, options: ReproduceOptions): Promise<Measured> {
  const { seed, command, onProgress } = options;
  const iterations = options.iterations ?? presets[name].spec.iterations;
  const spec: OptimizerSpec = { ...presets[name].spec, seed, iterations, begin: 'scratch' };
  return onEngine('auto', async (engine) => {
    const experiment = await optimizerExperiment.create(engine, spec, null);
    const start = performance.now();
    while (!experiment.finished) {
      await experiment.advance(undisturbed);
      if (experiment.iteration % REPORT_EVERY !== 0 && !experiment.finished) continue;
      experiment.takeRows();
      onProgress({ stage: subject, done: experiment.iteration, total: iterations });
    }
    const seconds = (performance.now() - start) / 1000;
    const { trained } = await experiment.snapshot();
    experiment.dispose();
    const { iteration, weights } = trained.find((t) => t.name === subject)!.best!;
    const phi = weights.phi!;
    const rows = await evaluate(engine, spec, phi, seed);
    const { mean, median, sum } = rows.find((row) => row.method === subject)!;
    const figures = { mean, median, sum: sum!, problems: TEST_PROBLEMS };
    const text = formatCheckpoint(checkpointOf(spec, { iteration, command, figures, phi }));
    const training = [{ method: subject, seconds }];
    return { iterations, training, rows, checkpoints: [{ name, text }] };
  });
}

/** Races it against the others, tuned on as many problems. */
async function evaluate(
  engine: Engine,
  spec: OptimizerSpec,
  phi: Float32Array,
  seed: number,
): Promise<Row[]> {
  const family = familyOf(spec.family, spec.dimension);
  const found: Found = {};
  for await (const _step of tune(engine, family, seed, found, TEST_PROBLEMS));
  const state = holdWeights(engine, { phi });
  const optimizer = engine.compileCoordinatewise(networkOf(spec));
  const racers = lineUp({ [subject]: { optimizer, weights: state.weights } }, ratesOf(found));
  const drawn = family.draw(seed, 'test problems', 0, TEST_PROBLEMS);
  let curves: Curves = {};
  for await (const finished of race(courseOf(engine, family, drawn), racers, STEPS)) {
    curves = finished;
  }
  release(engine, state);
  return racers.map(({ name: method }) => {
    const { mean, median, ci95, ranAway } = curves[method]!;
    return {
      method,
      steps: STEPS,
      mean: mean[STEPS]!,
      median: median[STEPS]!,
      ci95: ci95[STEPS]!,
      tasks: TEST_PROBLEMS,
      ranAway: ranAway[STEPS]!,
      sum: mean.subarray(1).reduce((a, b) => a + b, 0),
    };
  });
}
