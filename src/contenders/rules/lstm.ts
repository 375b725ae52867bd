/**
 * Learned optimisers at work and in training: a recurrent network that serves every coordinate alike, and the LSTM of
 * Andrychowicz et al. 2016, trained by Adam along the derivative through its own unroll.
 */

import type { Batch, Coordinatewise, Engine } from '../../compute/engine';
import type { Stream } from '../../math/rng';
import {
  type CoordinatewiseNetwork,
  initialiseCoordinatewise,
} from '../../networks/coordinatewise';
import { descend } from '../outerLoop';
import type { SavedState, State, Weights } from '../state';
import { drained, type ListingLine, passed, type Steps, type Walk } from '../steps';
import {
  applyOptimizer,
  type OptimizerPosition,
  type OptimizerScope,
  type UnrollSettings,
  unrolling,
  unrollLines,
} from './learnedOptimizer';
import type { Course, Losses, Rule } from './rule';

/** What a learned optimiser runs with: its network on an engine, and the weights `phi`. */
export interface Learned {
  readonly optimizer: Coordinatewise;
  readonly weights: Weights;
}

/** How learned optimisers are trained: what all of a lab share. */
export interface MetaSettings extends UnrollSettings {
  /** Of Adam. */
  readonly rate: number;
  /** Greatest length of a mean meta-gradient. */
  readonly clip: number;
}

export interface MetaStep {
  /** The optimiser after the meta-iteration; null if its meta-gradient is no number: its problems should be dropped. */
  readonly state: State | null;
  /** Where its problems stand now. */
  readonly position: OptimizerPosition;
  /** What was kept of the lines, where it was watched. */
  readonly lines: Walk<unknown>['lines'];
}

/** Runs steps to their end, within a `tidy`: what is kept of their lines lives on in the result. */
export type RunSteps = <Result>(steps: Steps<Result>) => Walk<Result>;

const atFullSpeed: RunSteps = (steps) => ({ result: drained(steps), lines: [] });

const line = (name: string, tex: string): ListingLine => ({ name, tex });

/** Lines of the outer step, after those of the unroll. */
const outerLines = {
  clipped: line('clipped', String.raw`\bar v=\min\!\bigl(1,\tfrac{c}{\lVert v\rVert}\bigr)\,v`),
  adam: line('adam', String.raw`\phi\leftarrow\phi-\operatorname{Adam}(\bar v)`),
} as const satisfies Readonly<Record<string, ListingLine>>;

export interface LearnedRule<Own = object> extends Rule<Learned, Own> {
  /** Its state before the first meta-iteration. */
  begin(network: CoordinatewiseNetwork, random: Stream, own: Own): SavedState;
  /** Its algorithm, line by line. */
  listing(settings: MetaSettings, own: Own): readonly ListingLine[];
  /**
   * One meta-iteration, from where its problems stand. State and position before are left alone.
   *
   * @param run how its steps are run: at full speed, or watched
   */
  step(
    scope: OptimizerScope,
    state: State,
    position: OptimizerPosition,
    batch: Batch,
    settings: MetaSettings,
    own: Own,
    run?: RunSteps,
  ): Promise<MetaStep>;
}

// biome-ignore lint/suspicious/noExplicitAny: optimisers with settings of every kind stand in one registry
export type AnyLearnedRule = LearnedRule<any>;

/** Runs of every recurrent network that serves each coordinate alike, however it was trained. */
export const coordinatewise: Pick<LearnedRule, 'run' | 'propose'> = {
  run: (course, learned, steps) => run(course, learned, steps),
  propose(engine, { optimizer, weights }, coordinates) {
    let state = optimizer.start(coordinates);
    return {
      async next(gradients) {
        const inputs = engine.rows(Float32Array.from(gradients), 1);
        const { output, after } = engine.tidy(() => {
          const step = optimizer.step(weights.phi!, inputs, state);
          return { output: step.output, after: step.state };
        });
        engine.release(inputs, state);
        state = after;
        const changes = Float64Array.from(await engine.read(output));
        engine.release(output);
        return changes;
      },
      release: () => engine.release(state),
    };
  },
};

async function* run(
  { engine, learner, problems }: Course,
  { optimizer, weights }: Learned,
  steps: number,
): Losses {
  const batch = learner.batch(problems);
  let position: OptimizerPosition = {
    theta: engine.rows(problems.starts, problems.tasks),
    state: optimizer.start(problems.starts.length),
  };
  const scope = { engine, optimizer, problems: learner };
  try {
    for (let t = 0; ; t++) {
      const { loss, next } = engine.tidy(() => {
        if (t === steps) return { loss: learner.at(position.theta, batch).loss(), next: null };
        const { at, theta, state } = applyOptimizer(scope, weights.phi!, position, batch);
        return { loss: at.loss(), next: { theta, state } };
      });
      const values = await engine.read(loss);
      engine.release(loss);
      if (next !== null) {
        engine.release(position.theta, position.state);
        position = next;
      }
      yield values;
      if (next === null) return;
    }
  } finally {
    engine.release(batch, position.theta, position.state);
  }
}

/** The paper's: derivatives of the unroll, clipped in length, and Adam. */
export const lstm: LearnedRule = {
  ...coordinatewise,
  fields: {},
  formula: String.raw`\begin{gathered}\theta_{t+1}=\theta_t+g_t\\(g_t,h_{t+1})=m(\nabla f(\theta_t),h_t;\phi)\end{gathered}`,
  begin: (network, random) => ({
    weights: { phi: initialiseCoordinatewise(network, random) },
    moments: {},
  }),
  listing({ steps, secondOrder }) {
    const { gradient, proposal, update, back, throughGradient } = unrollLines;
    // Nothing comes before the first step that could have moved its gradient.
    const through = secondOrder && steps > 1 ? [throughGradient] : [];
    return [gradient, proposal, update, back, ...through, outerLines.clipped, outerLines.adam];
  },
  async step(scope, state, position, batch, settings, _own, run = atFullSpeed) {
    const { engine } = scope;
    const unrolled = engine.tidy(() => {
      const { result, lines } = run(
        unrolling(scope, state.weights.phi!, position, batch, settings),
      );
      const { gradient, theta, state: memory } = result;
      return { gradient, position: { theta, state: memory }, lines };
    });
    const sum = await engine.read(unrolled.gradient);
    engine.release(unrolled.gradient);
    const next = moved(engine, state, sum, batch, settings, run);
    return {
      state: next?.result ?? null,
      position: unrolled.position,
      lines: [...unrolled.lines, ...(next?.lines ?? [])],
    };
  },
};

/** Adam along the mean meta-gradient, clipped in length. */
function moved(
  engine: Engine,
  state: State,
  sum: Float32Array,
  { tasks }: Batch,
  { objective, steps, clip, rate }: MetaSettings,
  run: RunSteps,
): Walk<State> | null {
  // The paper's sum is over steps; logarithms are averaged.
  const average = 1 / (tasks * (objective === 'sum' ? 1 : steps));
  const length = average * lengthOf(sum);
  if (!Number.isFinite(length)) return null;
  const factor = average * Math.min(1, clip / length);
  const clipped = sum.map((x) => x * factor);
  return engine.tidy(() => run(stepping(engine, state, clipped, rate)));
}

function* stepping(
  engine: Engine,
  state: State,
  direction: Float32Array,
  rate: number,
): Steps<State> {
  const phi = engine.rows(direction, 1);
  yield passed(outerLines.clipped, { v: phi });
  const next = descend(engine, state, { phi }, { optimizer: 'adam', rate });
  yield passed(outerLines.adam, { phi: next.weights.phi! });
  return next;
}

/** The Euclidean length, summed as browsers do in `Math.hypot`, which takes no more numbers than a call can have. */
function lengthOf(values: Float32Array): number {
  let greatest = 0;
  for (const x of values) greatest = Math.max(greatest, Math.abs(x));
  if (greatest === 0 || !Number.isFinite(greatest)) return greatest;
  let sum = 0;
  let lost = 0;
  for (const x of values) {
    const part = Math.abs(x) / greatest;
    const square = part * part - lost;
    const next = sum + square;
    lost = next - sum - square;
    sum = next;
  }
  return Math.sqrt(sum) * greatest;
}
