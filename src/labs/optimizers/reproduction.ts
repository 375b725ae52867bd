/** Presets of the optimizer lab, trained and raced without a page by the code that the worker runs. */

import { optimizerNames, optimizers } from '../../algorithms/optimizers';
import { candidates } from '../../compute/catalogue';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import { checkSpec } from '../../spec/spec';
import type { Measured, ReproduceOptions, Reproduction, Row } from '../reproduction';
import { formatCheckpoint, parseCheckpoint } from './checkpoint';
import { networkOf, trainingOf } from './experiment';
import { familyOf } from './families';
import { presets } from './presets';
import type { Grids, RaceCurve } from './protocol';
import { race } from './race';
import { fields, type OptimizerSpec, type RacerName, racerLabel } from './spec';
import { tune } from './tuning';

type Name = 'lstm-quadratic' | 'lstm-quadratic-repository';

const TEST_PROBLEMS = 2048;
const TUNING_PROBLEMS = 2048;
const STEPS = 100;
const REPORT_EVERY = 10;

export function reproductionOf(name: Name): Reproduction {
  const { label, spec } = presets[name];
  const source = 'tuned on 2,048 problems; heavy-tailed, so another draw differs';
  const tuned = {
    'lstm-quadratic': { sgd: 1.11, nesterov: 0.379, rmsprop: 0.86, adam: 0.319 },
    'lstm-quadratic-repository': { sgd: 0.21, nesterov: 0.079, rmsprop: 0.164, adam: 0.096 },
  }[name];
  return {
    title: label,
    measures: `f after ${STEPS} steps of each optimiser, over ${TEST_PROBLEMS.toLocaleString('en')} held-out problems; rates tuned on as many others`,
    iterations: spec.iterations,
    shownSteps: [STEPS],
    label: (method) => (isRacer(method) ? racerLabel(method) : method),
    published: Object.entries(tuned).map(([method, mean]) => ({
      method,
      steps: STEPS,
      mean,
      source,
    })),
    remarks:
      'The paper shows curves only. Values in brackets are those of baselines that a correct implementation comes near.',
    run: (options) => run(name, options),
    checkpoints: [name],
    async evaluate(read, seed) {
      const checkpoint = parseCheckpoint(read(name));
      const { spec: own } = checkSpec(fields, presets[name].spec, checkpoint.spec);
      const { engine, name: engineName } = await startEngine(candidates('auto'));
      try {
        const rows = await evaluate(engine, own, checkpoint.phi, seed);
        return { iterations: checkpoint.iteration, engine: engineName, training: [], rows };
      } finally {
        engine.dispose();
      }
    },
  };
}

const isRacer = (method: string): method is RacerName =>
  method === 'learned' || Object.hasOwn(optimizers, method);

async function run(name: Name, options: ReproduceOptions): Promise<Measured> {
  const { seed, command, onProgress } = options;
  const iterations = options.iterations ?? presets[name].spec.iterations;
  const spec: OptimizerSpec = { ...presets[name].spec, seed, iterations, begin: 'scratch' };
  const { engine, name: engineName } = await startEngine(candidates('auto'));
  try {
    const training = trainingOf(engine, spec, null);
    const start = performance.now();
    while (!training.finished) {
      await training.advance();
      if (training.iteration % REPORT_EVERY !== 0 && !training.finished) continue;
      training.takeRows();
      onProgress({ stage: 'learned', done: training.iteration, total: iterations });
    }
    const seconds = (performance.now() - start) / 1000;
    const { phi, iteration } = training.bestSoFar;
    training.dispose();
    const rows = await evaluate(engine, spec, phi, seed);
    const learned = rows.find((row) => row.method === 'learned')!;
    const checkpoint = formatCheckpoint({
      spec,
      network: { ...networkOf(spec), hidden: [...spec.hidden] },
      seed,
      iteration,
      command,
      date: new Date().toISOString().slice(0, 10),
      figures: {
        mean: learned.mean,
        median: learned.median,
        sum: learned.sum!,
        problems: TEST_PROBLEMS,
      },
      phi,
    });
    return {
      iterations,
      engine: engineName,
      training: [{ method: 'learned', seconds }],
      rows,
      checkpoints: [{ name, text: checkpoint }],
    };
  } finally {
    engine.dispose();
  }
}

async function evaluate(
  engine: Engine,
  spec: OptimizerSpec,
  phi: Float32Array,
  seed: number,
): Promise<Row[]> {
  const family = familyOf(spec.family, spec.dimension);
  let grids: Grids | null = null;
  for await (const tuned of tune(engine, family, seed, TUNING_PROBLEMS)) grids = tuned;
  const rows = engine.rows(phi, 1);
  const optimizer = engine.compileCoordinatewise(networkOf(spec));
  let curves: Partial<Record<RacerName, RaceCurve>> = {};
  const options = { seed, steps: STEPS, problems: TEST_PROBLEMS };
  for await (const done of race(engine, family, optimizer, rows, grids!, options)) curves = done;
  engine.release(rows);
  return (['learned', ...optimizerNames] as const).map((method) => {
    const { mean, median, ci95 } = curves[method]!;
    return {
      method,
      steps: STEPS,
      mean: mean[STEPS]!,
      median: median[STEPS]!,
      ci95: ci95[STEPS]!,
      tasks: TEST_PROBLEMS,
      sum: mean.subarray(1).reduce((a, b) => a + b, 0),
    };
  });
}
