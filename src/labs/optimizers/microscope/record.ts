/** A meta-iteration walked by the code that trains, and what can be shown of it at one coordinate of one problem. */

import type { Engine, Rows } from '../../../compute/engine';
import { applyOptimizer, type OptimizerPosition } from '../../../contenders/rules/learnedOptimizer';
import type { RunSteps } from '../../../contenders/rules/lstm';
import { release } from '../../../contenders/state';
import { walked } from '../../../contenders/steps';
import { mean } from '../../../math/statistics';
import { difference, lengthOf } from '../../kit/microscope/plane';
import { printOf } from '../../kit/microscope/print';
import type { Seen } from '../../kit/microscope/recorded';
import { readLines, type TracedLine } from '../../kit/trace';
import type { Made } from '../training';
import { type CellState, cellStep, gateOrder, stateOf } from './cell';
import type { Moment, Recorded, RecordedLine } from './recorded';

/** The coordinate of the problem that is shown. */
const COORDINATE = 0;

/** @param problem the one in focus; beyond the last, the last */
export async function recordOf(made: Made, problem: number): Promise<Recorded> {
  const { scope, rule, state, position, batch, settings, own } = made;
  const { engine, optimizer } = scope;
  const problems = batch.tasks;
  const focus = Math.min(problem, problems - 1);
  const dimension = position.theta.width;
  const at = focus * dimension + COORDINATE;
  const held: Rows[] = [];
  const keep = (rows: Rows): Rows => {
    const copy = engine.copy(rows);
    held.push(copy);
    return copy;
  };
  // The run may go on while this is read.
  const start = { theta: keep(position.theta), state: keep(position.state) };
  const phi = keep(state.weights.phi!);
  try {
    const run: RunSteps = (steps) => walked(engine, steps);
    const next = await rule.step(scope, state, position, batch, settings, own, run);
    const learned = next.state === null ? null : keep(next.state.weights.phi!);
    engine.release(next.position.theta, next.position.state);
    if (next.state !== null) release(engine, next.state, state);
    const lines = await readLines(engine, next.lines);
    const weights = await engine.read(phi);
    const valuesOf = (name: string, quantity: string) =>
      lines
        .filter(({ line }) => line === name)
        .map(({ quantities }) => quantities[quantity]!.values);
    const gradients = valuesOf('gradient', 'gradient').map((values) => values[at]!);
    const thetas = [await engine.read(start.theta), ...valuesOf('update', 'theta')];
    const losses: Float32Array[] = [];
    for (const theta of thetas) losses.push(await lossesAt(made, theta));
    const { moments, layer, units } = unrolled(optimizer.network, weights, gradients, {
      updates: valuesOf('proposal', 'g').map((values) => values[at]!),
      losses: losses.map((values) => values[focus]!),
      start: stateOf(optimizer.network, await engine.read(start.state), at, problems * dimension),
    });
    return {
      ...{ task: focus, tasks: problems, own: 1 + lines.findLastIndex(({ k }) => k !== null) },
      lines: lines.map((line) => recordedLine(line, at, weights)),
      ...{ moments, layer, units, dropped: !settings.secondOrder },
      before: mean(losses.at(-1)!),
      after: learned === null ? mean(losses.at(-1)!) : await lossAfter(made, learned, start),
    };
  } finally {
    engine.release(...held);
  }
}

/** Gates and cells of the last layer along the unroll, from the same weights and gradients. */
function unrolled(
  network: Parameters<typeof cellStep>[0],
  phi: Float32Array,
  gradients: readonly number[],
  {
    updates,
    losses,
    start,
  }: {
    readonly updates: readonly number[];
    readonly losses: readonly number[];
    readonly start: CellState;
  },
): Pick<Recorded, 'moments' | 'layer' | 'units'> {
  const units = network.hidden.at(-1)!;
  const layer = Array.from(
    { length: gateOrder.length + 1 },
    () => new Float32Array(gradients.length * units),
  );
  let state = start;
  const moments = gradients.map((gradient, t): Moment => {
    const step = cellStep(network, phi, gradient, state);
    state = step.state;
    const gates = step.gates.at(-1)!;
    for (const [g, name] of gateOrder.entries()) layer[g]!.set(gates[name], t * units);
    layer.at(-1)!.set(state.at(-1)!.cell, t * units);
    return {
      ...{ gradient, inputs: step.inputs, update: updates[t]! },
      ...{ before: losses[t]!, after: losses[t + 1]! },
    };
  });
  return { moments, layer, units };
}

function recordedLine(
  { line, k, quantities }: TracedLine,
  at: number,
  phi: Float32Array,
): RecordedLine {
  const seen: Record<string, Seen> = {};
  for (const [of, { values }] of Object.entries(quantities)) {
    const isWeights = of === 'phi';
    seen[of] = {
      length: lengthOf(isWeights ? difference(values, phi) : values),
      ...{ places: [], within: null, turned: null, changed: null, print: printOf(values) },
    };
  }
  return { line, k, seen, slope: quantities.delta?.values[at] ?? null };
}

/** f of every problem. */
async function lossesAt({ scope, batch }: Made, theta: Float32Array): Promise<Float32Array> {
  const { engine, problems } = scope;
  return readOnce(
    engine,
    engine.tidy(() => problems.at(engine.rows(theta, batch.tasks), batch).loss()),
  );
}

/** Mean f at the end of the same unroll, by other weights. */
async function lossAfter(
  { scope, batch, settings }: Made,
  phi: Rows,
  start: OptimizerPosition,
): Promise<number> {
  const { engine, problems } = scope;
  const loss = engine.tidy(() => {
    let position = start;
    for (let t = 0; t < settings.steps; t++) position = applyOptimizer(scope, phi, position, batch);
    return problems.at(position.theta, batch).loss();
  });
  return mean(await readOnce(engine, loss));
}

async function readOnce(engine: Engine, rows: Rows): Promise<Float32Array> {
  try {
    return await engine.read(rows);
  } finally {
    engine.release(rows);
  }
}
