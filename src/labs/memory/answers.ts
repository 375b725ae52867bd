/** What the page asks: one held-out stream as every contender reads it, and accuracy by instance over many of them. */

import type { Engine } from '../../compute/engine';
import { summarise } from '../../math/statistics';
import type { StreamShape } from '../../networks/programs/readers/stream';
import type { Turn } from '../../session/turn';
import { splitCounts } from '../../tasks/glyphs/glyphs';
import { codeSize, type LabelCode, likeliest } from '../../tasks/labels';
import { columns } from './columns';
import { plainCourse } from './course';
import { type CourseStep, heldOutCourse } from './courses';
import type { Drawings } from './drawings';
import { drawnInto, inked } from './drawnInto';
import type { MemorySpec } from './fields';
import { codeFor, codeOf } from './labelling';
import { lastOf } from './lastOf';
import { isTrained, type ReaderName } from './methods';
import {
  type ByInstance,
  type DrawingsSeen,
  INSTANCES,
  type InstancesAnswer,
  type InstancesQuestion,
  type MemorySnapshot,
  type Reading,
  type StreamAnswer,
  type StreamKind,
  type StreamQuestion,
} from './questions';
import { type Asked, probabilitiesOf, readingOf } from './reading';

/** What answers need of a run. */
export interface Run {
  readonly engine: Engine;
  readonly iteration: number;
  readonly spec: MemorySpec;
  /** Of the streams of training. */
  readonly shape: StreamShape;
  readonly drawings: Drawings;
  readonly seen: DrawingsSeen;
  /** Copies of the weights of now, of each contender that is trained. */
  weights(): Promise<Readonly<Partial<Record<ReaderName, Float32Array>>>>;
}

/** Streams that are read at once, and fewer of those that are longer than so many drawings. */
const AT_ONCE = 16;
const LONG = 150;

/** Weights of a contender, null of one that is not trained. */
interface Weighed {
  readonly name: ReaderName;
  readonly values: Float32Array | null;
}

/** Those who can answer, with copies of their weights at what is asked about. */
export async function weightsAt(
  run: Run,
  at: 'now' | MemorySnapshot,
  { characters }: StreamKind,
): Promise<readonly Weighed[]> {
  const now = at === 'now' ? await run.weights() : null;
  return run.spec.readers.flatMap((name): Weighed[] => {
    if (!isTrained(name)) return [{ name, values: null }];
    const values = at === 'now' ? now?.[name] : at.contenders[name]?.weights.theta;
    // It has no words for labels that there were none of; strings are of the same letters whatever is named by them.
    const isMute = run.spec.labels === 'onehot' && characters > run.spec.ways;
    return values === undefined || isMute ? [] : [{ name, values }];
  });
}

/** What `use` makes of who answers, whose weights are on the engine meanwhile. */
export async function asking<Result>(
  { engine, spec, shape: { features: width } }: Run,
  { name, values }: Weighed,
  characters: number,
  use: (asked: Asked) => Promise<Result>,
): Promise<Result> {
  // One that is not trained answers with the labels that there are; others with those that they were trained with.
  if (values === null) {
    return use({ engine, name, spec, width, code: codeFor(spec.labels, characters), theta: null });
  }
  const theta = engine.rows(values, 1);
  try {
    return await use({ engine, name, spec, width, code: codeOf(spec), theta });
  } finally {
    engine.release(theta);
  }
}

/** Characters of a stream: no more than there are. */
const atMost = ({ drawings }: Pick<Run, 'drawings'>, characters: number): number =>
  Math.min(characters, splitCounts(drawings.glyphs).test);

export const iterationAt = (run: Run, at: 'now' | MemorySnapshot): number =>
  at === 'now' ? run.iteration : at.iteration;

/** The stream that is asked about, as it is read: with what is read before it, told wrongly in it, and drawn into it. */
export async function streamRead(
  { spec, drawings }: Pick<Run, 'spec' | 'drawings'>,
  question: StreamQuestion,
  turn: Turn,
) {
  const { stream: number, length, edits, course = plainCourse, drawn: own } = question;
  const characters = atMost({ drawings }, question.characters);
  const shape = { characters, length };
  const held = heldOutCourse(drawings.glyphs, spec, number, shape, course);
  const { first, beforeOf, labels } = held;
  const mine = (own ?? []).filter((one) => one.at < length && one.label < characters);
  const ink = inked(mine);
  const stream = drawnInto(held.stream, mine, labels, course.shuffle);
  const drawn = [...first, ...stream];
  const told = drawn.map(({ label }) => label);
  // A label that there is not, or at a place that there is not, is none.
  const meant = edits.filter((edit) => edit.at < length && edit.told < characters);
  for (const edit of meant) told[first.length + edit.at] = labels[edit.told]!;
  const inkOfAll = new Map([...ink].map(([place, pixels]) => [first.length + place, pixels]));
  const read = { ...(await drawings.read(drawn, turn, inkOfAll)), told };
  return { characters, labels, first, beforeOf, mine, ink, stream, meant, told, read };
}

export async function* answerStream(
  run: Run,
  question: StreamQuestion,
  turn: Turn,
): AsyncGenerator<StreamAnswer, void> {
  const { at, stream: number, length, course = plainCourse } = question;
  const { spec, drawings, seen } = run;
  const iteration = iterationAt(run, at);
  const found = await streamRead(run, question, turn);
  const { characters, labels, first, beforeOf, mine, ink, stream, meant, told, read } = found;
  const readings: Partial<Record<ReaderName, Reading>> = {};
  const wiped: Partial<Record<ReaderName, Float32Array>> = {};
  const all = await weightsAt(run, at, { characters, length });
  // The stream alone, as one with an empty memory reads it.
  const alone =
    first.length === 0
      ? read
      : { ...(await drawings.read(stream, turn, ink)), told: told.slice(first.length) };
  const code = codeFor(spec.labels, characters);
  for (const one of all) {
    readings[one.name] = await asking(run, one, characters, async (asked) => {
      const ofThese = (all: Float32Array) => columns(all, codeSize(asked.code), 0, codeSize(code));
      if (first.length > 0) wiped[one.name] = ofThese(await probabilitiesOf(asked, [alone]));
      const found = lastOf(await readingOf(asked, read), first.length, length);
      return { ...found, probabilities: ofThese(found.probabilities) };
    });
    await turn.pause();
  }
  const numberOf = (label: number) => labels.indexOf(label);
  const shown = stream.map(({ glyph, drawing, character, instance, sighting, old, label }, t) => ({
    ...{ character, instance, sighting },
    ...{ label: numberOf(label), old: old === null ? null : numberOf(old) },
    pixels: ink.get(t) ?? drawings.pixels(glyph, drawing),
    told: numberOf(alone.told[t]!),
  }));
  const about = {
    iteration,
    stream: number,
    characters,
    length,
    code,
    labels,
    edits: meant,
    drawn: mine,
    course,
    ...seen,
  };
  yield { ...about, beforeOf, shown, readings, wiped };
}

/** Shares of answers that are a certain label, at each sighting in one stream from the 1st on; NaN where there was none. */
function sharesBySighting(
  stream: readonly CourseStep[],
  probabilities: Float32Array,
  code: LabelCode,
  wanted: (step: CourseStep) => number | null,
): number[] {
  const size = codeSize(code);
  const [hits, all] = [new Array<number>(INSTANCES).fill(0), new Array<number>(INSTANCES).fill(0)];
  stream.forEach((step, t) => {
    const { sighting } = step;
    const label = wanted(step);
    if (sighting < 1 || sighting > INSTANCES || label === null) return;
    const row = probabilities.subarray(t * size, (t + 1) * size);
    all[sighting - 1]! += 1;
    if (likeliest(code, row)?.label === label) hits[sighting - 1]! += 1;
  });
  return hits.map((count, k) => count / all[k]!);
}
const rightOne = ({ label }: CourseStep) => label;
const oldOne = ({ old }: CourseStep) => old;

/** Means over streams, with their intervals; instances that no stream came to are left out. */
export function byInstance(shares: readonly (readonly number[])[]): ByInstance {
  const summaries = Array.from({ length: INSTANCES }, (_, k) =>
    summarise(shares.map((own) => own[k]!).filter((share) => !Number.isNaN(share))),
  ).filter(({ count }) => count > 0);
  return {
    mean: summaries.map((s) => s.mean),
    ci95: summaries.map((s) => s.ci95),
    median: summaries.map((s) => s.median),
    count: summaries.map((s) => s.count),
  };
}

/** Of many streams, by contender. */
class Shares {
  private readonly all = new Map<ReaderName, number[][]>();

  add(name: ReaderName, shares: number[]): void {
    const own = this.all.get(name);
    if (own === undefined) this.all.set(name, [shares]);
    else own.push(shares);
  }

  get summed(): Partial<Record<ReaderName, ByInstance>> {
    return Object.fromEntries(
      [...this.all].flatMap(([name, own]) => {
        const found = byInstance(own);
        return found.mean.length === 0 ? [] : [[name, found]];
      }),
    );
  }
}

export async function* answerInstances(
  run: Run,
  {
    at,
    characters: wanted,
    length,
    streams,
    course = plainCourse,
    beside = null,
  }: InstancesQuestion,
  turn: Turn,
): AsyncGenerator<InstancesAnswer | null, void> {
  const { drawings, seen, spec } = run;
  const iteration = iterationAt(run, at);
  const characters = atMost(run, wanted);
  const weights = await weightsAt(run, at, { characters, length });
  const inTraining = beside && (await weightsAt(run, at, beside));
  const [right, wiped, old, onBeside] = [new Shares(), new Shares(), new Shares(), new Shares()];
  const answer = (done: number): InstancesAnswer => ({
    ...{ iteration, characters, length, done, streams, course, beside, ...seen },
    ...{ byInstance: right.summed, wiped: wiped.summed, old: old.summed },
    onBeside: onBeside.summed,
  });
  const steps = (course.before + 1) * length;
  const atOnce = Math.ceil(AT_ONCE / Math.ceil(steps / LONG));
  for (let from = 0; from < streams; from += atOnce) {
    const drawn = Array.from({ length: Math.min(atOnce, streams - from) }, (_, i) =>
      heldOutCourse(drawings.glyphs, spec, from + i, { characters, length }, course),
    );
    const hasOld = drawn.some(({ stream }) => stream.some(({ old }) => old !== null));
    const whole = drawn.map(({ first, stream }) => [...first, ...stream]);
    const read = await drawings.readAll(whole, turn);
    const alone =
      course.before === 0
        ? read
        : await drawings.readAll(
            drawn.map(({ stream }) => stream),
            turn,
          );
    for (const one of weights) {
      const { name } = one;
      await asking(run, one, characters, async (asked) => {
        const found = await probabilitiesOf(asked, read);
        const { code } = asked;
        const size = length * codeSize(code);
        drawn.forEach(({ stream }, s) => {
          const end = (s + 1) * steps * codeSize(code);
          const own = found.subarray(end - size, end);
          right.add(name, sharesBySighting(stream, own, code, rightOne));
          if (hasOld) old.add(name, sharesBySighting(stream, own, code, oldOne));
        });
        if (alone === read) return;
        const apart = await probabilitiesOf(asked, alone);
        drawn.forEach(({ stream }, s) => {
          const own = apart.subarray(s * size, (s + 1) * size);
          wiped.add(name, sharesBySighting(stream, own, code, rightOne));
        });
      });
      await turn.pause();
    }
    if (beside !== null) {
      const others = drawn.map(
        (_, i) => heldOutCourse(drawings.glyphs, spec, from + i, beside, plainCourse).stream,
      );
      const read = await drawings.readAll(others, turn);
      for (const one of inTraining!) {
        await asking(run, one, beside.characters, async (asked) => {
          const found = await probabilitiesOf(asked, read);
          const size = beside.length * codeSize(asked.code);
          others.forEach((stream, s) => {
            const own = found.subarray(s * size, (s + 1) * size);
            onBeside.add(one.name, sharesBySighting(stream, own, asked.code, rightOne));
          });
        });
        await turn.pause();
      }
    }
    const done = from + drawn.length;
    if (done < streams) yield turn.due ? answer(done) : null;
  }
  yield answer(streams);
}
