/** One task of test characters, classified by every method: what is asked, and the answer. */

import { type Attending, attentionOf } from '../../../contenders/embeddings/comparison';
import { principalPlane } from '../../../math/principal';
import { stream } from '../../../math/rng';
import type { Turn } from '../../../session/turn';
import { drawGlyphEpisodes } from '../../../tasks/glyphs/episodes';
import { type Glyphs, PIXELS } from '../../../tasks/glyphs/glyphs';
import type { Points } from '../../../tasks/task';
import type { Answer, At } from '../../kit/questions';
import { type Asked, each, iterationOf, startsAt } from '../methods/asked';
import { kindOf } from '../methods/kinds';
import { labelsOf, reordered, type Tasks } from '../methods/points';
import type { MethodName } from '../methods/registry';
import type { SharedSpec } from '../methods/sharedFields';
import type { ByMethod, OmniglotSnapshot } from '../methods/snapshot';

export interface EpisodeQuestion {
  readonly at: At<OmniglotSnapshot>;
  /** The task's number: the same number, seed, ways, shots and queries give the same task. */
  readonly number: number;
  readonly replaced: Replaced;
}

/** Drawings that stand in for some of a task's support drawings. */
export interface Replaced {
  /** Their indices, class by class. */
  readonly places: readonly number[];
  /** As many drawings, [places, PIXELS], ink 1. */
  readonly images: Float32Array;
}

export interface Classification {
  /** Row-major [query points, ways], after 0, 1, … steps; one for methods that do not adapt. */
  readonly steps: readonly Float32Array[];
  /** Support, then query points in the plane that shows most of their embeddings, [points, 2]; null without. */
  readonly plane: Float32Array | null;
  /** What each query drawing looks at, by the embedding that classifies it; null of those that do not compare. */
  readonly attention: Float32Array | null;
  /** The same before query drawings read the support set, of those that do. */
  readonly unread: Float32Array | null;
}

/** The drawings come at once, and what each method makes of them as it answers. */
export interface EpisodeAnswer extends Answer {
  readonly number: number;
  readonly source: Glyphs['source'];
  readonly ways: number;
  readonly shots: number;
  readonly statistics: SharedSpec['statistics'];
  /** Support drawings that were replaced before the methods learned from them. */
  readonly replaced: readonly number[];
  /** Support drawings of the set, class by class, and query drawings in random order, [points, PIXELS], ink 1. */
  readonly support: Float32Array;
  readonly query: Float32Array;
  /** The class of each query drawing. */
  readonly labels: readonly number[];
  /** The name of each class. */
  readonly names: readonly string[];
  readonly methods: ByMethod<Classification>;
  /** Milliseconds that each method took, adapting included. */
  readonly times: ByMethod<number>;
  readonly complete: boolean;
}

/** The task of a number. */
export function taskOf({ glyphs, spec }: Pick<Asked, 'glyphs' | 'spec'>, number: number) {
  const { ways, shots, queries, seed } = spec;
  const random = stream(seed, 'shown tasks', number);
  const shape = { tasks: 1, ways, shots, queries };
  const { support, query, classes } = drawGlyphEpisodes(
    glyphs,
    'test',
    shape,
    false,
    random,
    kindOf(spec),
  );
  // In random order, or the answer would be where it stands.
  const order = random.choose(query.points, query.points);
  return { support, query: reordered(query, order), classes: classes[0]! };
}

/** Support points with other drawings in some places. */
function withReplaced(support: Points, { places, images }: Replaced): Points {
  const inputs = support.inputs.slice();
  places.forEach((place, i) => {
    inputs.set(images.subarray(i * PIXELS, (i + 1) * PIXELS), place * PIXELS);
  });
  return { ...support, inputs };
}

/** How those compare that attend to the support set. */
const attends: Readonly<Partial<Record<MethodName, Attending>>> = {
  ...{ prototypical: 'prototypes', matching: 'cosines', matchingfce: 'cosines' },
};

function attentionIn(
  name: MethodName,
  embedded: Float32Array | null | undefined,
  { support, query }: Tasks,
  ways: number,
): Float32Array | null {
  const how = attends[name];
  if (!embedded || how === undefined) return null;
  const width = embedded.length / (support.points + query.points);
  const first = support.points * width;
  const parts = { support: embedded.subarray(0, first), query: embedded.subarray(first) };
  return attentionOf(how, { ...parts, width, ways, labels: labelsOf(support, ways) });
}

export async function* answerEpisode(
  run: Asked,
  { at, number, replaced }: EpisodeQuestion,
  turn: Turn,
): AsyncGenerator<EpisodeAnswer, void> {
  const { glyphs, spec } = run;
  const { ways, shots, statistics } = spec;
  const iteration = iterationOf(run, at);
  const { support: given, query, classes } = taskOf(run, number);
  // Other settings may have come after the question: then it is about places that are no more.
  const places = replaced.places.filter((place) => place < given.points);
  const support = withReplaced(given, { ...replaced, places });
  const methods: Partial<Record<MethodName, Classification>> = {};
  const times: Partial<Record<MethodName, number>> = {};
  const task = {
    ...{ iteration, number, ways, shots, statistics, methods, times },
    source: glyphs.source,
    support: given.inputs,
    replaced: places,
    query: query.inputs,
    labels: labelsOf(query, ways),
    names: classes.map(({ glyph }) => glyphs.classes[glyph]!.name),
  };
  const starts = await startsAt(run, at);
  yield { ...task, complete: false };
  const all = support.points + query.points;
  for await (const { name, found, ms } of each(run, starts, spec, { support, query }, true, turn)) {
    const { steps, embedded, unread } = found;
    const seen = (by: typeof unread | null) => attentionIn(name, by, { support, query }, ways);
    const plane = embedded === null ? null : principalPlane(embedded, embedded.length / all);
    methods[name] = {
      steps,
      plane,
      attention: seen(embedded),
      unread: seen(unread),
    };
    times[name] = ms;
    if (turn.due) yield { ...task, complete: false };
  }
  yield { ...task, complete: true };
}
