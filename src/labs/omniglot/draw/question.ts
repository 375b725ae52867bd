/** Drawings of a person's own: which class the query is of, and given characters for places that nobody wants to draw. */

import { stream } from '../../../math/rng';
import type { Turn } from '../../../session/turn';
import { classesIn, PIXELS } from '../../../tasks/glyphs/glyphs';
import type { Answer, At } from '../../kit/questions';
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
  /** The probability of each class, at the end of adaptation. */
  readonly methods: ByMethod<Float32Array>;
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
  const methods: Partial<Record<MethodName, Float32Array>> = {};
  const times: Partial<Record<MethodName, number>> = {};
  const starts = await startsAt(run, at);
  for await (const { name, found, ms } of each(run, starts, spec, tasks, false, turn)) {
    methods[name] = found.steps.at(-1)!;
    times[name] = ms;
  }
  yield { iteration, methods, times };
}

/** A drawing that is wanted of the set: the characters and their drawings are numbered in an order of their own. */
export interface Wanted {
  /** Where it is to go: index of a support drawing, or −1 for the query. */
  readonly place: number;
  readonly character: number;
  readonly drawing: number;
}

export interface GivenQuestion {
  readonly wanted: readonly Wanted[];
}

/** Drawings of test characters. */
export interface GivenAnswer extends Answer, GivenQuestion {
  /** [wanted, PIXELS]. */
  readonly drawings: Float32Array;
  readonly names: readonly string[];
}

export async function* answerGiven(
  { glyphs, spec, iteration }: Asked,
  { wanted }: GivenQuestion,
): AsyncGenerator<GivenAnswer, void> {
  const pool = classesIn(glyphs, 'test');
  const order = stream(spec.seed, 'given characters').choose(pool.length, pool.length);
  const drawings = new Float32Array(wanted.length * PIXELS);
  const names = wanted.map(({ character, drawing }, i) => {
    const glyph = pool[order[character % pool.length]!]!;
    const { name, drawings: count } = glyphs.classes[glyph]!;
    const random = stream(spec.seed, 'given drawings', glyph);
    const drawn = random.choose(count, count)[drawing % count]!;
    glyphs.write(glyph, drawn, 0, drawings, i * PIXELS);
    return name;
  });
  yield { iteration, wanted, drawings, names };
}
