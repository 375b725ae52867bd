/** The loss after one inner step, against how far that step goes: what is asked, and the answer. */

import type { Batch, Rows } from '../../../compute/engine';
import { stream } from '../../../math/rng';
import { mean } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import { drawEpisodes } from '../../../tasks/task';
import { ownOf } from '../../kit/ownFields';
import type { Answer, At } from '../../kit/questions';
import { type Asked, copiesAt, iterationOf, releaseAll, type Standing } from '../asked';
import type { ContenderName } from '../methods';
import { contenderOf } from '../registry';
import type { RegressionSnapshot } from '../snapshot';
import { testTasks } from '../tasks';
import { factors, hasOwnRate, type RateCurve, type Rates, rates } from './rates';

export interface RatesQuestion {
  readonly at: At<RegressionSnapshot>;
  readonly contender: ContenderName;
  /** The task in sight: its support points, and points of the wave to be judged by. */
  readonly support: OfOne;
  readonly query: OfOne;
}

interface OfOne {
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

export interface RatesAnswer extends Answer, Rates {
  readonly contender: ContenderName;
  /** The task in sight, and the mean over many; null of one that does not take part. */
  readonly one: RateCurve | null;
  readonly many: RateCurve | null;
  readonly tasks: number;
}

/** Held-out tasks of the mean: the first of those that all losses are measured on. */
const TASKS = 100;
const CHUNK = 25;

/** The mean over held-out tasks, of the contender and the weights that it was last asked of. */
interface Mean {
  readonly of: string;
  readonly curve: RateCurve;
}

/** A point that is dragged changes the task in sight alone: the mean is kept meanwhile. */
export function ratesAnswers(run: Asked) {
  const kept: { mean: Mean | null } = { mean: null };
  return (question: RatesQuestion, turn: Turn) => answered(run, question, turn, kept);
}

async function* answered(
  run: Asked,
  { at, contender, support, query }: RatesQuestion,
  turn: Turn,
  kept: { mean: Mean | null },
): AsyncGenerator<RatesAnswer | null, void> {
  const { scope, spec } = run;
  const { learner, engine } = scope;
  const own = hasOwnRate(contender);
  const rate = own ? 1 : spec.innerRate;
  const known = { contender, rates: own ? factors : rates, rate, tasks: TASKS };
  const iteration = iterationOf(run, at);
  const copies = copiesAt(run, at);
  try {
    const standing = copies.find(({ name }) => name === contender);
    if (standing === undefined) {
      yield { ...known, iteration, one: null, many: null };
      return;
    }
    const along = (a: Batch, b: Batch) => lossesAlong(run, standing, a, b, known.rates, rate);
    const batch = ({ inputs, targets }: OfOne) =>
      learner.batch({ tasks: 1, points: inputs.length, inputs, targets });
    const inSight = [batch(support), batch(query)] as const;
    const found: Along[] = [];
    const of = JSON.stringify([contender, iteration, spec]);
    try {
      const one = averaged([await along(...inSight)]);
      if (kept.mean?.of === of) {
        yield { ...known, iteration, one, many: kept.mean.curve };
        return;
      }
      const { family, sampling } = testTasks(spec);
      for (let done = 0; done < TASKS; done += CHUNK) {
        const count = { tasks: CHUNK, support: spec.shots, query: spec.queries };
        const random = stream(spec.seed, 'test tasks', done);
        const drawn = drawEpisodes(family, sampling, count, random);
        const both = [learner.batch(drawn.support), learner.batch(drawn.query)] as const;
        try {
          found.push(await along(...both));
        } finally {
          engine.release(...both);
        }
        await turn.pause();
      }
      kept.mean = { of, curve: averaged(found) };
      yield { ...known, iteration, one, many: kept.mean.curve };
    } finally {
      engine.release(...inSight);
    }
  } finally {
    releaseAll(run, copies);
  }
}

/** Losses of some tasks. */
interface Along {
  /** By rate, then task. */
  readonly losses: readonly ArrayLike<number>[];
  readonly now: ArrayLike<number>;
  readonly slopes: readonly number[];
}

function averaged(parts: readonly Along[]): RateCurve {
  const joint = (of: (part: Along) => ArrayLike<number>) =>
    mean(parts.flatMap((part) => Array.from(of(part))));
  return {
    losses: Float64Array.from(parts[0]!.losses, (_, i) => joint(({ losses }) => losses[i]!)),
    loss: joint(({ now }) => now),
    slope: joint(({ slopes }) => slopes),
  };
}

/** φ = θ − α d, where d is what the contender's own step subtracts at a rate of 1. */
async function lossesAlong(
  { scope, spec }: Asked,
  { name, state }: Standing,
  support: Batch,
  query: Batch,
  at: readonly number[],
  rate: number,
): Promise<Along> {
  const { engine, learner } = scope;
  const is = contenderOf(name);
  const adapting = is.adapt(scope, state, support, { rate: 1, steps: 1 }, ownOf(name, is, spec));
  const theta = adapting.next().value as Rows;
  const direction = engine.addScaled(theta, -1, adapting.next().value as Rows);
  adapting.return();
  const read = async (rows: Rows) => {
    const values = await engine.read(rows);
    engine.release(rows);
    return values;
  };
  const after = (alpha: number) => learner.at(engine.addScaled(theta, -alpha, direction), query);
  try {
    const losses: Float32Array[] = [];
    for (const alpha of at) losses.push(await read(engine.tidy(() => after(alpha).loss())));
    const now = await read(engine.tidy(() => after(rate).loss()));
    const gradient = await read(engine.tidy(() => after(rate).gradient()));
    const ways = await engine.read(direction);
    const width = ways.length / now.length;
    const slopes = Array.from(now, (_, task) => {
      let dot = 0;
      for (let i = task * width; i < (task + 1) * width; i++) dot += gradient[i]! * ways[i]!;
      return -dot;
    });
    return { losses, now, slopes };
  } finally {
    engine.release(direction);
  }
}
