import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Rows } from '../../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../../compute/reference';
import { createSimdEngine } from '../../../compute/simd/engine';
import { unroll } from '../../../contenders/rules/learnedOptimizer';
import { undisturbed } from '../../../session/turn';
import { lengthOf } from '../../kit/microscope/plane';
import { whole } from '../../kit/questions';
import { optimizerExperiment } from '../experiment';
import { familyOf } from '../families';
import { networkOf, type OptimizerSpec } from '../fields';
import { presets } from '../presets';
import { subject } from '../racers';
import { gateOrder, inputsOf } from './cell';

const FOCUS = 2;
const spec: OptimizerSpec = {
  ...presets.paper.spec,
  ...{ begin: 'scratch', family: 'gaussian', dimension: 3, problems: 4, scaling: 0 },
  ...{ hidden: [5, 4], unroll: 5, horizon: 15, gradients: 'constant', curriculum: 'fixed' },
};

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

/** After one unroll: the memory is not zero, the problems are those of the beginning. */
async function recordedBy(gradients: OptimizerSpec['gradients']) {
  const run = await optimizerExperiment.create(engine, { ...spec, gradients }, null);
  await run.advance(undisturbed);
  const [before] = (await run.snapshot()).trained;
  const held = engine.memory().handles;
  const asked = { name: subject, problem: FOCUS };
  const { recorded } = await whole(run.answers.trace(asked, undisturbed));
  const leaked = engine.memory().handles - held;
  await run.advance(undisturbed);
  const [after] = (await run.snapshot()).trained;
  run.dispose();
  return { recorded: recorded!, before: before!, after: after!, leaked };
}

const close = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)));

describe.each(['constant', 'flow'] as const)(
  'what a microscope shows, gradients %s',
  (gradients) => {
    it('is what double precision finds by itself', async () => {
      const { recorded, before, after, leaked } = await recordedBy(gradients);
      expect(leaked).toBe(0);
      const reference = createReferenceEngine();
      const family = familyOf(spec.family, spec.dimension);
      const problems = reference.compile(family.network, family.loss);
      const optimizer = reference.compileCoordinatewise(networkOf(spec));
      const drawn = family.draw(spec.seed, 'train problems', 0, spec.problems, spec.scaling);
      const batch = problems.batch(drawn);
      const scope = { engine: reference, optimizer, problems };
      const { theta, state } = before.position!;
      const start = {
        theta: rowsOf(Float64Array.from(theta), spec.problems),
        state: rowsOf(Float64Array.from(state), 1),
      };
      const row = (values: Float32Array): Rows => rowsOf(Float64Array.from(values), 1);
      const phi = row(before.weights.phi!);
      const at = FOCUS * spec.dimension;
      let position: { theta: Rows; state: Rows } = start;
      const lossOf = (of: Rows) => exact(problems.at(of, batch).loss());
      for (const moment of recorded.moments) {
        const gradient = problems.at(position.theta, batch).gradient();
        close(moment.gradient, exact(gradient)[at]!);
        moment.inputs.forEach((x, i) => {
          close(x, inputsOf(networkOf(spec), exact(gradient)[at]!)[i]!);
        });
        close(moment.before, lossOf(position.theta)[FOCUS]!);
        const step = optimizer.step(phi, gradient, position.state);
        close(moment.update, exact(step.output)[at]!);
        position = {
          theta: reference.addScaled(position.theta, 1, step.output),
          state: step.state,
        };
        close(moment.after, lossOf(position.theta)[FOCUS]!);
      }
      // The memory after the last step, of the coordinate, is where engines have it.
      const units = spec.hidden.at(-1)!;
      const coordinates = spec.dimension * spec.problems;
      const cells = exact(position.state)
        .slice(-coordinates * units)
        .slice(at * units, (at + 1) * units);
      expect(recorded.units).toBe(units);
      const last = recorded.layer.at(-1)!.slice(-units);
      cells.forEach((cell, j) => {
        close(last[j]!, cell);
      });
      const settings = {
        ...{ steps: spec.unroll, objective: spec.objective, secondOrder: gradients === 'flow' },
      };
      const whole_ = unroll(scope, phi, start, batch, settings);
      const back = recorded.lines.findLast(({ line }) => line === 'back')!;
      close(back.seen.v!.length, lengthOf(exact(whole_.gradient)));
      const ends = (of: Float32Array) => {
        const found = lossOf(unroll(scope, row(of), start, batch, settings).theta);
        return found.reduce((sum, x) => sum + x, 0) / found.length;
      };
      close(recorded.before, ends(before.weights.phi!));
      close(recorded.after, ends(after.weights.phi!));
      expect(recorded.dropped).toBe(gradients === 'constant');
    });

    it('has gates that make each cell of the one before', async () => {
      const { recorded } = await recordedBy(gradients);
      const { layer, units, moments } = recorded;
      const of = (name: (typeof gateOrder)[number], t: number, j: number) =>
        layer[gateOrder.indexOf(name)]![t * units + j]!;
      for (let t = 1; t < moments.length; t++) {
        for (let j = 0; j < units; j++) {
          const cell = (s: number) => layer.at(-1)![s * units + j]!;
          close(
            cell(t),
            of('forget', t, j) * cell(t - 1) + of('input', t, j) * of('candidate', t, j),
          );
        }
      }
    });

    it('has, on the way back, the slope of all that comes after a step', async () => {
      const { recorded } = await recordedBy(gradients);
      const back = recorded.lines.filter(({ line }) => line === 'back');
      expect(back).toHaveLength(spec.unroll);
      expect(back.every(({ slope }) => slope !== null && Number.isFinite(slope))).toBe(true);
      // After the last step nothing comes: with f alone it is f's own slope, that of the next gradient.
      expect(recorded.lines.filter(({ line }) => line === 'throughGradient')).toHaveLength(
        gradients === 'flow' ? spec.unroll - 1 : 0,
      );
    });
  },
);
