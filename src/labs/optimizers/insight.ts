/** What a learned optimiser does with a gradient, and what it remembers of those before. */

import type { Engine } from '../../compute/engine';
import {
  applyOptimizer,
  type OptimizerPosition,
  type OptimizerScope,
} from '../../contenders/rules/learnedOptimizer';
import type { AnyLearnedRule, Learned } from '../../contenders/rules/lstm';
import type { Course } from '../../contenders/rules/rule';
import { stateCount } from '../../networks/coordinatewise';
import type { Turn } from '../../session/turn';

/** Updates proposed for each gradient, after a history of steps with one gradient. */
interface Response {
  readonly history: number;
  readonly updates: Float64Array;
}

/** What a learned optimiser proposes for gradients of many sizes, and what it remembers. */
export interface Insight {
  readonly gradients: Float64Array;
  readonly responses: readonly Response[];
  /** One coordinate of one held-out problem: its gradient and update at each step. */
  readonly trace: { readonly gradient: Float64Array; readonly update: Float64Array };
  /** Cells of the last layer over that trace, row-major [steps, units]. */
  readonly cells: Float64Array;
  readonly units: number;
}

/** Gradients of both signs, their sizes evenly spaced in logarithms from 10⁻³ to 10². */
const SIZES = Array.from({ length: 41 }, (_, i) => 10 ** (i / 8 - 3));
const GRADIENTS = Float64Array.from([...SIZES.map((g) => -g).reverse(), ...SIZES]);
/** Steps with the same gradient before the update that is shown. */
const HISTORIES = [0, 5, 20];
const TRACE_STEPS = 100;

/** @param course one problem, along which its memory is watched */
export async function insight(
  rule: AnyLearnedRule,
  learned: Learned,
  course: Course,
  turn: Turn,
): Promise<Insight> {
  return {
    gradients: GRADIENTS,
    responses: await responses(rule, learned, course.engine, turn),
    ...(await trace(learned, course, turn)),
  };
}

async function responses(
  rule: AnyLearnedRule,
  learned: Learned,
  engine: Engine,
  turn: Turn,
): Promise<Response[]> {
  const proposed = rule.propose(engine, learned, GRADIENTS.length);
  const found: Response[] = [];
  try {
    for (let history = 0; history <= Math.max(...HISTORIES); history++) {
      const updates = await proposed.next(GRADIENTS);
      if (HISTORIES.includes(history)) found.push({ history, updates });
      await turn.pause();
    }
  } finally {
    proposed.release();
  }
  return found;
}

async function trace(
  { optimizer, weights }: Learned,
  { engine, learner, problems }: Course,
  turn: Turn,
): Promise<Pick<Insight, 'trace' | 'cells' | 'units'>> {
  const scope: OptimizerScope = { engine, optimizer, problems: learner };
  const coordinates = problems.starts.length;
  const units = optimizer.network.hidden.at(-1)!;
  // Cells of the last layer come last in a state; those of the first coordinate come first among them.
  const cellsAt = coordinates * (stateCount(optimizer.network) - units);
  const batch = learner.batch(problems);
  let position: OptimizerPosition = {
    theta: engine.rows(problems.starts, 1),
    state: optimizer.start(coordinates),
  };
  const gradient = new Float64Array(TRACE_STEPS);
  const update = new Float64Array(TRACE_STEPS);
  const cells = new Float64Array(TRACE_STEPS * units);
  try {
    for (let t = 0; t < TRACE_STEPS; t++) {
      const next = engine.tidy(() => {
        const { step, ...after } = applyOptimizer(scope, weights.phi!, position, batch);
        const { gradient: slope, theta, state } = after;
        return { slope, output: step.output, theta, state };
      });
      engine.release(position.theta, position.state);
      position = next;
      gradient[t] = (await engine.read(next.slope))[0]!;
      update[t] = (await engine.read(next.output))[0]!;
      const state = await engine.read(next.state);
      cells.set(state.subarray(cellsAt, cellsAt + units), t * units);
      engine.release(next.slope, next.output);
      await turn.pause();
    }
  } finally {
    engine.release(batch, position.theta, position.state);
  }
  return { trace: { gradient, update }, cells, units };
}
