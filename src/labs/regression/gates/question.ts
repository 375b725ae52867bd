/** What the gates of the meta-learner LSTM do on held-out tasks: what is asked, and the answer. */

import { gatedPath } from '../../../contenders/rules/metaLearnerLstm';
import type { GatesOwn } from '../../../contenders/sheets';
import { stream } from '../../../math/rng';
import type { Turn } from '../../../session/turn';
import { drawEpisodes } from '../../../tasks/task';
import { ownOf } from '../../kit/ownFields';
import type { Answer, At } from '../../kit/questions';
import { type Asked, copiesAt, iterationOf, releaseAll } from '../asked';
import { sheetOf } from '../methods';
import type { RegressionSnapshot } from '../snapshot';
import { testTasks } from '../tasks';
import { type Bin, binsOf, countInto, noneCounted } from './bins';
import { lengthsOf, type Parts } from './parts';
import { type LayerSums, layersOf, type Moments, momentsOf, sumsOf } from './statistics';

export interface GatesQuestion {
  readonly at: At<RegressionSnapshot>;
  /** Which weight of each layer is looked at alone: its number among those that may be drawn. */
  readonly pick: number;
}

/** By layer and step. */
export type GateTable = readonly (readonly Moments[])[];

/** By layer, task and step, of one weight each. */
export type GateCurves = readonly (readonly (readonly number[])[])[];

export interface OfGates {
  /** Input gates, and what forget gates do not keep: 1 − f. */
  readonly input: GateTable;
  readonly lost: GateTable;
  readonly one: {
    /** Its place in each layer. */
    readonly places: readonly number[];
    readonly input: GateCurves;
    readonly forget: GateCurves;
  };
  /** Input gates by the gradient that they read, by layer and step. */
  readonly against: readonly (readonly (readonly Bin[])[])[];
  /** The part of gradients of exactly 0, by layer, over all steps. */
  readonly zeros: readonly number[];
  /** What each step is made of, by layer and step. */
  readonly parts: readonly (readonly Parts[])[];
}

export interface GatesAnswer extends Answer {
  readonly tasks: number;
  readonly steps: number;
  readonly pick: number;
  /** Null if it takes no part. */
  readonly gates: OfGates | null;
}

const TASKS = 60;
const CHUNK = 20;
/** As many as the paper draws. */
const CURVES = 20;

export async function* answerGates(
  run: Asked,
  { at, pick }: GatesQuestion,
  turn: Turn,
): AsyncGenerator<GatesAnswer | null, void> {
  const { scope, spec } = run;
  const { engine, learner } = scope;
  const steps = spec.innerSteps;
  const known = { iteration: iterationOf(run, at), tasks: TASKS, steps, pick };
  const copies = copiesAt(run, at);
  try {
    const standing = copies.find(({ name }) => name === 'ravi');
    if (standing === undefined) {
      yield { ...known, gates: null };
      return;
    }
    const own = ownOf('ravi', sheetOf('ravi'), spec) as GatesOwn;
    const layers = layersOf(learner);
    const random = stream(spec.seed, 'weights of gates', pick);
    const places = layers.map(({ size }) => random.integer(size));
    const nothing = () =>
      layers.map(() => Array.from({ length: steps }, (): LayerSums => [0, 0, 0]));
    const [input, lost] = [nothing(), nothing()];
    const curves = () => layers.map(() => Array.from({ length: CURVES }, (): number[] => []));
    const one = { input: curves(), forget: curves() };
    const counted = layers.map(() => Array.from({ length: steps }, noneCounted));
    const parts = layers.map(() =>
      Array.from({ length: steps }, (): Parts => ({ decay: 0, descent: 0 })),
    );
    const count = learner.parameterCount;
    const { family, sampling } = testTasks(spec);
    for (let done = 0; done < TASKS; done += CHUNK) {
      const { support: points } = drawEpisodes(
        family,
        sampling,
        { tasks: CHUNK, support: spec.shots, query: spec.queries },
        stream(spec.seed, 'gates of tasks', done),
      );
      const support = learner.batch(points);
      try {
        let k = -1;
        let before: Float32Array = new Float32Array();
        for (const at of gatedPath(scope, standing.state.weights, support, steps, own)) {
          if (at.taken !== null) {
            const values = await engine.read(at.taken.gates);
            const gradient = await engine.read(at.taken.gradient);
            layers.forEach((layer, l) => {
              const place = layer.from + places[l]!;
              input[l]![k] = sumsOf(values, count, layer, 'input', input[l]![k]!);
              lost[l]![k] = sumsOf(values, count, layer, 'lost', lost[l]![k]!);
              countInto(counted[l]![k]!, values, gradient, count, layer);
              const made = lengthsOf({ gates: values, theta: before, gradient }, count, layer);
              const { decay, descent } = parts[l]![k]!;
              parts[l]![k] = {
                decay: decay + made.decay / TASKS,
                descent: descent + made.descent / TASKS,
              };
              for (let task = 0; task < CHUNK && done + task < CURVES; task++) {
                const row = 2 * task * count;
                one.input[l]![done + task]!.push(values[row + place]!);
                one.forget[l]![done + task]!.push(values[row + count + place]!);
              }
            });
          }
          before = await engine.read(at.theta);
          k += 1;
          await turn.pause();
        }
      } finally {
        engine.release(support);
      }
      if (turn.due) yield null;
    }
    const table = (sums: readonly (readonly LayerSums[])[]) =>
      sums.map((layer) => layer.map(momentsOf));
    yield {
      ...known,
      gates: {
        ...{ input: table(input), lost: table(lost), one: { places, ...one }, parts },
        against: counted.map((layer) => layer.map(binsOf)),
        zeros: counted.map((layer) => {
          const sum = (of: 'all' | 'zeros') => layer.reduce((n, each) => n + each[of], 0);
          return sum('zeros') / sum('all');
        }),
      },
    };
  } finally {
    releaseAll(run, copies);
  }
}
