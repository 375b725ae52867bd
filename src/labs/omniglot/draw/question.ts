/** A query of a person's own: which class it is of; and a given character in its place. */

import { stream } from '../../../math/rng';
import type { Turn } from '../../../session/turn';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import type { Answer, At } from '../../kit/questions';
import { taskOf } from '../episode/question';
import { type Asked, each, iterationOf, startsAt } from '../methods/asked';
import { pointsOf } from '../methods/points';
import type { MethodName } from '../methods/registry';
import type { ByMethod, OmniglotSnapshot } from '../methods/snapshot';

/** A drawing to be classified, given others: on its own, whatever the setting of statistics. */
export interface DrawQuestion {
  readonly at: At<OmniglotSnapshot>;
  /** Drawings class by class, as many of each, [ways × shots, PIXELS]. */
  readonly support: Float32Array;
  readonly shots: number;
  readonly query: Float32Array;
}

export interface DrawAnswer extends Answer {
  /** The probability of each class, after 0, 1, … steps; one for methods that do not adapt. */
  readonly methods: ByMethod<readonly Float32Array[]>;
  /** Milliseconds that each method took to adapt and predict. */
  readonly times: ByMethod<number>;
}

export async function* answerDraw(
  run: Asked,
  { at, support, shots, query }: DrawQuestion,
  turn: Turn,
): AsyncGenerator<DrawAnswer, void> {
  const iteration = iterationOf(run, at);
  const { ways } = run.spec;
  // The class of the query is what is asked.
  const tasks = { support: pointsOf(support, shots, ways), query: pointsOf(query, 1, ways) };
  const spec = { ...run.spec, statistics: 'inductive' } as const;
  const methods: Partial<Record<MethodName, readonly Float32Array[]>> = {};
  const times: Partial<Record<MethodName, number>> = {};
  const starts = await startsAt(run, at);
  for await (const { name, found, ms } of each(run, starts, spec, tasks, true, turn)) {
    methods[name] = found.steps;
    times[name] = ms;
  }
  yield { iteration, methods, times };
}

/** A given character is wanted for the query. */
export interface GivenQuestion {
  /** The number of the task. */
  readonly number: number;
  /** Each turn has another drawing. */
  readonly turn: number;
}

export interface GivenAnswer extends Answer {
  readonly turn: number;
  /** Ink 1, [PIXELS]. */
  readonly image: Float32Array;
  readonly name: string;
}

/** A drawing that the task does not show, of its classes in turn. */
export async function* answerGiven(
  run: Asked,
  { number, turn }: GivenQuestion,
): AsyncGenerator<GivenAnswer, void> {
  const { glyphs, spec, iteration } = run;
  const { ways } = spec;
  const order = stream(spec.seed, 'given characters', number).choose(ways, ways);
  const { glyph, support, query } = taskOf(run, number).classes[order[turn % ways]!]!;
  const { name, drawings } = glyphs.classes[glyph]!;
  const all = Array.from({ length: drawings }, (_, i) => i);
  const others = all.filter((drawing) => ![...support, ...query].includes(drawing));
  // Large tasks may show all that there are.
  const pool = others.length === 0 ? query : others;
  const image = new Float32Array(PIXELS);
  glyphs.write(glyph, pool[Math.floor(turn / ways) % pool.length]!, 0, image, 0);
  yield { iteration, turn, image, name };
}
