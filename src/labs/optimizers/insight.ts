/** What a learned optimiser does with a gradient, and what it remembers of those before. */

import {
  applyOptimizer,
  type OptimizerPosition,
  type OptimizerScope,
} from '../../algorithms/learnedOptimizer';
import type { Rows } from '../../compute/engine';
import { stateCount } from '../../networks/coordinatewise';
import type { Family } from './families';
import type { InsightAnswer, Response } from './protocol';
import type { OptimizerSpec } from './spec';

/** Gradients of both signs, their sizes evenly spaced in logarithms from 10⁻³ to 10². */
const SIZES = Array.from({ length: 41 }, (_, i) => 10 ** (i / 8 - 3));
const GRADIENTS = [...SIZES.map((g) => -g).reverse(), ...SIZES];
/** Steps with the same gradient before the update that is shown. */
const HISTORIES = [0, 5, 20];
const TRACE_STEPS = 100;

export async function insight(
  scope: OptimizerScope,
  phi: Rows,
  family: Family,
  spec: OptimizerSpec,
): Promise<Omit<InsightAnswer, 'kind' | 'iteration'>> {
  return {
    gradients: Float64Array.from(GRADIENTS),
    responses: await responses(scope, phi),
    ...(await trace(scope, phi, family, spec)),
  };
}

async function responses({ engine, optimizer }: OptimizerScope, phi: Rows): Promise<Response[]> {
  const inputs = engine.rows(Float32Array.from(GRADIENTS), 1);
  let state = optimizer.start(GRADIENTS.length);
  const found: Response[] = [];
  for (let step = 0; step <= Math.max(...HISTORIES); step++) {
    const next = engine.tidy(() => {
      const { output, state: after } = optimizer.step(phi, inputs, state);
      return { output, after };
    });
    if (HISTORIES.includes(step)) {
      found.push({ history: step, updates: Float64Array.from(await engine.read(next.output)) });
    }
    engine.release(state, next.output);
    state = next.after;
  }
  engine.release(inputs, state);
  return found;
}

async function trace(scope: OptimizerScope, phi: Rows, family: Family, spec: OptimizerSpec) {
  const { engine, optimizer, problems } = scope;
  const drawn = family.draw(spec.seed, 'test problems', 0, 1);
  const coordinates = family.dimension;
  const { hidden } = optimizer.network;
  const units = hidden.at(-1)!;
  // Cells of the last layer come last in a state; those of the first coordinate come first among them.
  const cellsAt = coordinates * (stateCount(optimizer.network) - units);
  const batch = problems.batch(drawn);
  let position: OptimizerPosition = {
    theta: engine.rows(drawn.starts, 1),
    state: optimizer.start(coordinates),
  };
  const gradient = new Float64Array(TRACE_STEPS);
  const update = new Float64Array(TRACE_STEPS);
  const cells = new Float64Array(TRACE_STEPS * units);
  for (let t = 0; t < TRACE_STEPS; t++) {
    const next = engine.tidy(() => {
      const { gradient: g, step, theta, state } = applyOptimizer(scope, phi, position, batch);
      return { g, output: step.output, theta, state };
    });
    gradient[t] = (await engine.read(next.g))[0]!;
    update[t] = (await engine.read(next.output))[0]!;
    const state = await engine.read(next.state);
    cells.set(state.subarray(cellsAt, cellsAt + units), t * units);
    engine.release(next.g, next.output, position.theta, position.state);
    position = next;
  }
  engine.release(batch, position.theta, position.state);
  return { trace: { gradient, update }, cells, units };
}
