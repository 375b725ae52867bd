/** A line of MAML that was left blank, filled in a way of a person's: both run, from the same weights on the same tasks. */

import type { Batch } from '../../../compute/engine';
import { afterLastStep } from '../../../contenders/evaluation';
import { metaIteration } from '../../../contenders/outerLoop';
import { type CarriedName, carried } from '../../../contenders/starts/carried';
import { release, type State } from '../../../contenders/state';
import { stream } from '../../../math/rng';
import { mean } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import { drawEpisodes } from '../../../tasks/task';
import type { Answer } from '../../kit/questions';
import type { Asked } from '../asked';
import { testTasks } from '../tasks';

export interface FadedQuestion {
  readonly how: CarriedName;
}

export interface FadedAnswer extends Answer, FadedQuestion {
  /** Meta-iterations at which both were measured, and their mean losses after one step on held-out tasks. */
  readonly at: readonly number[];
  readonly right: readonly number[];
  readonly chosen: readonly number[];
  readonly complete: boolean;
}

const META_ITERATIONS = 500;
const MEASURED_EVERY = 50;
const HELD_OUT = 100;

interface FadedRun extends Asked {
  /** The weights that all contenders begin with. */
  readonly beginning: Float32Array;
}

/** Trained once for each way and settings. */
export function fadedAnswers(run: FadedRun) {
  const known = new Map<string, FadedAnswer>();
  return async function* ({ how }: FadedQuestion, turn: Turn): AsyncGenerator<FadedAnswer, void> {
    const key = JSON.stringify([how, run.spec]);
    const before = known.get(key);
    if (before !== undefined) {
      yield { ...before, iteration: run.iteration };
      return;
    }
    for await (const answer of trained(run, how, turn)) {
      if (answer.complete) known.set(key, answer);
      yield answer;
    }
  };
}

async function* trained(
  run: FadedRun,
  how: CarriedName,
  turn: Turn,
): AsyncGenerator<FadedAnswer, void> {
  const { scope, spec, settings, iteration } = run;
  const { engine, learner } = scope;
  const names: readonly CarriedName[] = how === 'minus' ? [how] : ['minus', how];
  const states: State[] = names.map((name) =>
    carried[name].begin(engine, run.beginning, {}, stream(spec.seed, 'init')),
  );
  const { family, sampling } = testTasks(spec);
  const count = { tasks: HELD_OUT, support: spec.shots, query: spec.queries };
  const drawn = drawEpisodes(family, sampling, count, stream(spec.seed, 'test tasks', 0));
  const held: Batch[] = [learner.batch(drawn.support), learner.batch(drawn.query)];
  const [support, query] = held as [Batch, Batch];
  const inner = { rate: spec.innerRate, steps: 1 };
  const found: { at: number[]; losses: number[][] } = { at: [], losses: names.map(() => []) };
  const measure = async (at: number) => {
    found.at.push(at);
    for (const [i, name] of names.entries()) {
      const adapting = {
        contender: carried[name],
        scope,
        state: states[i]!,
        support,
        inner,
        own: {},
      };
      const losses = await afterLastStep(adapting, (phi) => learner.at(phi, query).loss());
      found.losses[i]!.push(mean(losses));
    }
  };
  const part = (complete: boolean): FadedAnswer => ({
    ...{ iteration, how, complete, at: [...found.at] },
    ...{ right: [...found.losses[0]!], chosen: [...found.losses.at(-1)!] },
  });
  try {
    await measure(0);
    for (let i = 0; i < META_ITERATIONS; i++) {
      const { source, batches } = run.source(i);
      try {
        for (const [n, name] of names.entries()) {
          const made = { contender: carried[name], scope, source, settings, own: {} };
          states[n] = metaIteration(made, states[n]!);
        }
      } finally {
        engine.release(...batches.values());
      }
      await turn.pause();
      if ((i + 1) % MEASURED_EVERY !== 0) continue;
      await measure(i + 1);
      yield part(i + 1 === META_ITERATIONS);
    }
  } finally {
    engine.release(...held);
    for (const state of states) release(engine, state);
  }
}
