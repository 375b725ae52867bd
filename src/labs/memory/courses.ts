/** Held-out streams as a course has them: what is read before each, and its labels once they have moved. */

import { stream as randomOf } from '../../math/rng';
import { classesIn, type Glyphs } from '../../tasks/glyphs/glyphs';
import {
  type Cast,
  type DrawnStream,
  drawCast,
  otherLabels,
  type StreamStep,
  streamOf,
} from '../../tasks/streams';
import type { Course } from './course';
import type { MemorySpec } from './fields';
import { codeFor } from './labelling';
import type { StreamQuestion } from './questions';

/** A drawing of the stream in sight. */
export interface CourseStep extends StreamStep {
  /** Which sighting it is as accuracies are told apart: since labels moved, 0 before that; else its instance. */
  readonly sighting: number;
  /** The label that its character had in the stream before, or before labels moved; null if it had none. */
  readonly old: number | null;
}

export interface DrawnCourse {
  /** What is read first, one stream after another. */
  readonly first: DrawnStream;
  readonly stream: readonly CourseStep[];
  /** The labels of its characters, in order: told, drawn and shown are by their number in this. */
  readonly labels: readonly number[];
  /** Whose streams those before are: where a split has too few others, the same characters'. */
  readonly beforeOf: Course['beforeOf'];
}

type Shape = Pick<StreamQuestion, 'characters' | 'length'>;

/** The held-out stream of a number, and what a course makes of it: the same stream whatever is read before it. */
export function heldOutCourse(
  glyphs: Glyphs,
  { seed, order, labels }: Pick<MemorySpec, 'seed' | 'order' | 'labels'>,
  number: number,
  { characters, length }: Shape,
  course: Course,
): DrawnCourse {
  const shape = { length, order };
  const pool = classesIn(glyphs, 'test');
  const random = randomOf(seed, 'held-out streams', number);
  const dealt = { characters, code: codeFor(labels, characters) };
  const cast = drawCast(glyphs, pool, dealt, random);
  const drawn = streamOf(cast, shape, random);
  const others = pool.filter((glyph) => !cast.glyphs.includes(glyph));
  const beforeOf = others.length < characters ? 'relabelled' : course.beforeOf;
  const earlier = randomOf(seed, 'streams before', number);
  const here = shownIn(drawn, characters);
  const shown = here.map(() => 0);
  const before: DrawnStream[] = [];
  let last: Cast | null = null;
  for (let i = 0; i < course.before; i++) {
    last =
      beforeOf === 'others'
        ? drawCast(glyphs, others, dealt, earlier)
        : relabelled(cast, { here, shown }, otherLabels(cast.labels, earlier));
    const one = streamOf(last, shape, earlier);
    shownIn(one, characters).forEach((count, character) => {
      shown[character]! += count;
    });
    before.push(one);
  }
  const old = beforeOf === 'relabelled' && last !== null ? last.labels : null;
  const moved = moveLabels(drawn, cast.labels, course.shuffle, {
    old,
    to: otherLabels(cast.labels, randomOf(seed, 'labels that move', number)),
  });
  const inOrder = cast.labels.toSorted((a, b) => a - b);
  return { first: before.flat(), stream: moved, labels: inOrder, beforeOf };
}

/** How many drawings of each character were shown. */
function shownIn(stream: DrawnStream, characters: number): number[] {
  const counts = new Array<number>(characters).fill(0);
  for (const { character } of stream) counts[character]! += 1;
  return counts;
}

/**
 * The same characters with other labels, and with drawings that the stream in sight does not show, as long as there are any:
 * the very same drawing with another label would be more than a character that comes back.
 *
 * @param counts drawings of each character that the stream shows, and that streams before have shown
 */
const relabelled = (
  cast: Cast,
  counts: { readonly here: readonly number[]; readonly shown: readonly number[] },
  labels: readonly number[],
): Cast => ({
  ...{ ...cast, labels },
  drawings: cast.drawings.map((own, character) => {
    const others = own.slice(counts.here[character]!);
    const left = others.length === 0 ? own : others;
    const from = counts.shown[character]! % left.length;
    return [...left.slice(from), ...left.slice(0, from)];
  }),
});

/** A stream whose labels are others from a place on; with 0 as they are. */
function moveLabels(
  stream: DrawnStream,
  labels: readonly number[],
  at: number,
  { old, to }: { readonly old: readonly number[] | null; readonly to: readonly number[] },
): CourseStep[] {
  const since = labels.map(() => 0);
  return stream.map((step, t) => {
    const { character, instance } = step;
    if (at === 0) return { ...step, sighting: instance, old: old?.[character] ?? null };
    if (t < at) return { ...step, sighting: 0, old: null };
    since[character]! += 1;
    const label = to[character]!;
    return { ...step, label, sighting: since[character]!, old: labels[character]! };
  });
}
