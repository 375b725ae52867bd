import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch, Engine, Rows } from '../../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../../compute/reference';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { joined } from '../../../tasks/task';
import { angleBetween, difference, lengthOf } from '../../kit/microscope/plane';
import { whole } from '../../kit/questions';
import { omniglotExperimentOn } from '../experiment';
import type { OmniglotSpec } from '../fields';
import { softmaxRows } from '../methods/classifier';
import { classifierOf, compiled } from '../methods/networks';
import { labelsOf, tasksOf } from '../methods/points';
import { type MethodName, ownIn, trainingOf } from '../methods/registry';
import { TrainingTasks } from '../methods/trainingTasks';
import { presets } from '../presets';

const spec: OmniglotSpec = {
  ...presets.scratch.spec,
  methods: ['maml', 'reptile', 'prototypical', 'matching', 'matchingfce', 'joint'],
  ...{ ways: 3, filters: 8, tasks: 2, innerRate: 0.05, innerSteps: 2, trainQueries: 2 },
  ...{ metricWays: 4, metricShots: 2, metricQueries: 2, reptileSteps: 2, jointBatch: 16 },
};
const glyphs = proceduralGlyphs(1, 120);
const AT = 2;

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

async function recordedBy(method: MethodName, task: number) {
  const run = await omniglotExperimentOn(async () => glyphs).create(engine, spec, null);
  for (let i = 0; i < AT; i++) await run.advance(undisturbed);
  const theta = (await run.snapshot()).methods[method]!.weights.theta!;
  const held = engine.memory().handles;
  const { recorded } = await whole(run.answers.trace({ method, task }, undisturbed));
  const leaked = engine.memory().handles - held;
  await run.advance(undisturbed);
  const moved = (await run.snapshot()).methods[method]!.weights.theta!;
  run.dispose();
  return { recorded: recorded!, theta, moved, leaked };
}

const close = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)));
const closeAll = (found: ArrayLike<number>, wanted: ArrayLike<number>) => {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) close(found[i]!, wanted[i]!);
};

const tasks = new TrainingTasks(glyphs, spec.seed, spec.jitter);
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;

describe('what a microscope shows of MAML on an episode', () => {
  it('is what double precision finds by itself', async () => {
    const FOCUS = 1;
    const { recorded, theta, moved } = await recordedBy('maml', FOCUS);
    const reference = createReferenceEngine();
    const learner = reference.compile(classifierOf(spec, spec.ways), 'cross-entropy');
    const { ways, shots, trainQueries: queries } = spec;
    const { support, query } = tasks.draw(AT, { tasks: spec.tasks, ways, shots, queries });
    const [S, Q] = [learner.batch(support), learner.batch(query)];
    const gradient = (at: Rows, of: Batch) => learner.at(at, of).gradient();
    const pathFrom = (from: Float32Array) => {
      const path: Rows[] = [rowsOf(Float64Array.from(from), 1)];
      for (let k = 0; k < spec.innerSteps; k++) {
        path.push(reference.addScaled(path[k]!, -spec.innerRate, gradient(path[k]!, S)));
      }
      return path;
    };
    const path = pathFrom(theta);
    const row = (rows: Rows) => {
      const first = rows.tasks === 1 ? 0 : FOCUS;
      return exact(rows).slice(first * rows.width, (first + 1) * rows.width);
    };
    const lossOf = (at: Rows, of: Batch) => exact(learner.at(at, of).loss());
    const named = (line: string) => recorded.lines.filter((one) => one.line === line);
    close(named('innerGradient')[0]!.seen.gradient!.length, lengthOf(row(gradient(path[0]!, S))));
    for (const [k, { seen, fit }] of named('innerStep').entries()) {
      const phi = path[k + 1]!;
      close(seen.phi!.length, lengthOf(difference(row(phi), theta)));
      close(fit!.support, lossOf(phi, S)[FOCUS]!);
      close(fit!.query!, lossOf(phi, Q)[FOCUS]!);
      const outputs = Float32Array.from(row(learner.predict(phi, Q)));
      closeAll(fit!.probabilities, softmaxRows(outputs, ways));
    }
    const v = [gradient(path.at(-1)!, Q)];
    for (let k = spec.innerSteps - 1; k >= 0; k--) {
      const product = learner.at(path[k]!, S).hessianVector(v.at(-1)!);
      v.push(reference.addScaled(v.at(-1)!, -spec.innerRate, product));
    }
    close(named('queryGradient')[0]!.seen.v!.length, lengthOf(row(v[0]!)));
    for (const [i, { seen }] of named('throughStep').entries()) {
      const [was, is] = [row(v[i]!), row(v[i + 1]!)];
      close(seen.v!.length, lengthOf(is));
      close(seen.v!.turned!, angleBetween(was, is)!);
      close(seen.v!.changed!, lengthOf(difference(is, was)) / lengthOf(was));
    }
    close(named('mean')[0]!.seen.v!.length, lengthOf(exact(reference.mean(v.at(-1)!))));
    close(recorded.before, mean(lossOf(path.at(-1)!, Q)));
    close(recorded.after, mean(lossOf(pathFrom(moved).at(-1)!, Q)));
    const shown = tasksOf(query, FOCUS);
    expect(recorded.drawings.query).toEqual(shown.inputs);
    expect(recorded.drawings.queryLabels).toEqual(labelsOf(shown, ways));
    expect([recorded.task, recorded.tasks]).toEqual([FOCUS, spec.tasks]);
  });
});

const metric = ['prototypical', 'matching', 'matchingfce'] as const;

describe.each(metric)('what a microscope shows of %s', (method) => {
  it('is what double precision finds by itself, and the loss of the code that trains', async () => {
    const FOCUS = 5;
    const { recorded, theta, moved } = await recordedBy(method, FOCUS);
    const compared = recorded.compared!;
    const { metricWays: ways, metricShots: shots, metricQueries: queries } = spec;
    const { support, query } = tasks.draw(AT, { tasks: 1, ways, shots, queries });
    const reference = createReferenceEngine();
    const { learner: trained } = trainingOf(method)!;
    const learner = compiled(reference, trained(spec, glyphs, ownIn(method, spec)));
    const batch = learner.batch(joined(support, query));
    const lossAt = (weights: Float32Array) =>
      exact(learner.at(rowsOf(Float64Array.from(weights), 1), batch).loss())[0]!;
    close(compared.mean, lossAt(theta));
    close(recorded.before, lossAt(theta));
    close(recorded.after, lossAt(moved));
    const all = exact(learner.predict(rowsOf(Float64Array.from(theta), 1), batch));
    const { width } = compared;
    const at = (i: number) => all.slice(i * width, (i + 1) * width);
    const q = at(support.points + FOCUS);
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    const labels = labelsOf(support, ways);
    const own = labels.map((_, i) => at(i));
    const scores =
      method !== 'prototypical'
        ? own.map((s) => dot(s, q) / (lengthOf(s) * lengthOf(q)))
        : Array.from({ length: ways }, (_, way) => {
            const points = own.filter((_, i) => labels[i] === way);
            const middle = q.map((_, j) => mean(points.map((p) => p[j]!)));
            return -(lengthOf(difference(q, middle)) ** 2);
          });
    closeAll(compared.scores, scores);
    const scaled = scores.map((x) => (method !== 'prototypical' ? 10 * x : x));
    const powers = scaled.map((x) => Math.exp(x - Math.max(...scaled)));
    const shares = powers.map((x) => x / powers.reduce((a, b) => a + b));
    const wanted = Array.from({ length: ways }, (_, way) =>
      method !== 'prototypical'
        ? shares.reduce((sum, share, i) => sum + (labels[i] === way ? share : 0), 0)
        : shares[way]!,
    );
    closeAll(compared.probabilities, wanted);
    close(compared.loss, -Math.log(wanted[labelsOf(query, ways)[FOCUS]!]!));
    const gradient = exact(learner.at(rowsOf(Float64Array.from(theta), 1), batch).gradient());
    close(recorded.lines[0]!.seen.v!.length, lengthOf(gradient));
    expect([recorded.task, recorded.tasks, recorded.own]).toEqual([FOCUS, ways * queries, 0]);
  });
});

it('shows of Reptile, which has no query drawings, what it makes of its own', async () => {
  const { recorded } = await recordedBy('reptile', 0);
  expect(recorded.start!.query).toBeNull();
  expect(recorded.start!.probabilities).toHaveLength(
    spec.ways * recorded.drawings.supportLabels.length,
  );
  expect(recorded.drawings.queryLabels).toEqual([]);
});

it('shows of joint training some of its drawings, and the loss on all', async () => {
  const { recorded } = await recordedBy('joint', 0);
  expect(recorded.mixed).toBe(spec.jointBatch);
  expect(recorded.drawings.supportLabels.length).toBeLessThanOrEqual(spec.jointBatch);
  expect(recorded.after).not.toBe(recorded.before);
});

it.each(spec.methods)('holds nothing of %s afterwards', async (method) => {
  // The first look compiles what the others use again.
  expect((await recordedBy(method, 0)).leaked).toBe(0);
});
