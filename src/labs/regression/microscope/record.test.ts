import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch, Engine, Rows } from '../../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../../compute/reference';
import { createSimdEngine } from '../../../compute/simd/engine';
import { mlp } from '../../../networks/network';
import { undisturbed } from '../../../session/turn';
import { angleBetween, difference, lengthOf } from '../../kit/microscope/plane';
import { whole } from '../../kit/questions';
import { small } from '../contenderCase';
import { regressionExperiment } from '../experiment';
import type { RegressionSpec } from '../fields';
import { metaBatch } from '../metaBatch';
import { contenderNames } from '../methods';

const grid = Float32Array.of(-2, 0, 2);
const spec: RegressionSpec = { ...small, activation: 'tanh', innerSteps: 3, innerRate: 0.05 };
const FOCUS = 1;

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

/** A run after a few meta-iterations: its record, and θ as it is then. */
async function recordedBy(contender: 'maml' | 'fomaml' | 'random', of = spec, task = FOCUS) {
  const experiment = await regressionExperiment.create(engine, of, null);
  for (let i = 0; i < 5; i++) await experiment.advance(undisturbed);
  const { contenders } = await experiment.snapshot();
  const { theta } = contenders.find(({ name }) => name === contender)!.weights;
  const held = engine.memory().handles;
  const asked = { contender, task, grid };
  const { recorded } = await whole(experiment.answers.trace(asked, undisturbed));
  const leaked = engine.memory().handles - held;
  await experiment.advance(undisturbed);
  const after = (await experiment.snapshot()).contenders.find(({ name }) => name === contender)!;
  experiment.dispose();
  return { recorded: recorded!, theta: theta!, leaked, moved: after.weights.theta! };
}

/** The same meta-iteration in double precision, by the formulas of the paper. */
function inDouble(theta: Float32Array) {
  const reference = createReferenceEngine();
  const learner = reference.compile(mlp(1, spec.hidden, 1, 'tanh'), 'mean-squared-error');
  const { support, query } = metaBatch(spec, 5);
  const [S, Q] = [learner.batch(support), learner.batch(query)];
  const start = rowsOf(Float64Array.from(theta), 1);
  const gradient = (at: Rows, of: Batch) => learner.at(at, of).gradient();
  const adapted = (from: Rows) => {
    const path = [from];
    for (let k = 0; k < spec.innerSteps; k++) {
      path.push(reference.addScaled(path[k]!, -spec.innerRate, gradient(path[k]!, S)));
    }
    return path;
  };
  const path = adapted(start);
  const v = [gradient(path.at(-1)!, Q)];
  for (let k = spec.innerSteps - 1; k >= 0; k--) {
    const product = learner.at(path[k]!, S).hessianVector(v.at(-1)!);
    v.push(reference.addScaled(v.at(-1)!, -spec.innerRate, product));
  }
  /** F(θ), the mean query loss after adaptation. */
  const outer = (from: Float64Array): number => {
    const losses = exact(learner.at(adapted(rowsOf(from, 1)).at(-1)!, Q).loss());
    return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  };
  const row = (rows: Rows, task = FOCUS) => {
    const first = rows.tasks === 1 ? 0 : task;
    return exact(rows).slice(first * rows.width, (first + 1) * rows.width);
  };
  const direction = exact(reference.mean(v.at(-1)!));
  const losses = (at: Rows) => [S, Q].map((of) => exact(learner.at(at, of).loss())[FOCUS]!);
  return { path, v, row, gradient: row(gradient(start, S)), direction, outer, losses };
}

const close = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)));

describe('what a microscope shows of MAML', () => {
  it('is what double precision finds by itself', async () => {
    const { recorded, theta, moved } = await recordedBy('maml');
    const { path, v, row, gradient, direction, outer, losses } = inDouble(theta);
    const { lines } = recorded;
    const named = (line: string) => lines.filter((one) => one.line === line);
    close(named('innerGradient')[0]!.seen.gradient!.length, lengthOf(gradient));
    for (const [k, { seen, fit }] of named('innerStep').entries()) {
      close(seen.phi!.length, lengthOf(difference(row(path[k + 1]!), theta)));
      const [support, query] = losses(path[k + 1]!);
      close(fit!.support, support!);
      close(fit!.query, query!);
    }
    close(named('queryGradient')[0]!.seen.v!.length, lengthOf(row(v[0]!)));
    for (const [i, { seen, k }] of named('throughStep').entries()) {
      expect(k).toBe(spec.innerSteps - 1 - i);
      const [was, is] = [row(v[i]!), row(v[i + 1]!)];
      close(seen.v!.length, lengthOf(is));
      close(seen.v!.turned!, angleBetween(was, is)!);
      close(seen.v!.changed!, lengthOf(difference(is, was)) / lengthOf(was));
    }
    close(named('mean')[0]!.seen.v!.length, lengthOf(direction));
    close(recorded.before, outer(Float64Array.from(theta)));
    close(recorded.after, outer(Float64Array.from(moved)));
  });

  it('moves θ against what lowers the loss after adaptation fastest', async () => {
    const { recorded, theta } = await recordedBy('maml');
    const { outer, direction } = inDouble(theta);
    const { length } = recorded.lines.find(({ line }) => line === 'mean')!.seen.v!;
    const moved = (by: number) =>
      outer(Float64Array.from(theta, (x, i) => x + (by * direction[i]!) / length));
    const slope = (moved(1e-4) - moved(-1e-4)) / 2e-4;
    expect(Math.abs(slope / length - 1)).toBeLessThan(1e-3);
  });

  it('has true lengths and angles in its plane', async () => {
    const { recorded, theta } = await recordedBy('maml');
    const { gradient, direction } = inDouble(theta);
    const first = recorded.lines[0]!.seen.gradient!;
    const mean = recorded.lines.find(({ line }) => line === 'mean')!.seen.v!;
    for (const [seen, way] of [
      [first, gradient],
      [mean, direction],
    ] as const) {
      expect(Math.hypot(...seen.places[0]!) / lengthOf(way)).toBeCloseTo(1, 3);
      expect(seen.within).toBeCloseTo(1, 6);
    }
    const angle = angleBetween(first.places[0]!, mean.places[0]!)!;
    expect(angle / angleBetween(gradient, direction)!).toBeCloseTo(1, 3);
    // The task in focus, and the others.
    const { places } = recorded.lines.find(({ line }) => line === 'innerStep')!.seen.phi!;
    expect(places).toHaveLength(spec.metaBatch);
  });

  it('keeps the task in focus alone where there is much', async () => {
    const wide = { ...spec, hidden: [128, 128], metaBatch: 8 };
    const { recorded } = await recordedBy('maml', wide, 7);
    const steps = recorded.lines.filter(({ line }) => line === 'innerStep');
    expect(steps.map(({ seen }) => seen.phi!.places.length)).toEqual([1, 1, 1]);
    expect(recorded.task).toBe(7);
    const { recorded: beyond } = await recordedBy('maml', spec, 999);
    expect(beyond.task).toBe(spec.metaBatch - 1);
  });

  it('holds nothing afterwards', async () => {
    expect((await recordedBy('maml')).leaked).toBe(0);
    expect((await recordedBy('random')).leaked).toBe(0);
  });
});

it('shows of a start that learns nothing that it stays', async () => {
  expect(contenderNames).toContain('random');
  const { recorded } = await recordedBy('random');
  expect(recorded.lines).toEqual([]);
  expect(recorded.after).toBe(recorded.before);
  expect(recorded.start.curve).toHaveLength(grid.length);
});
