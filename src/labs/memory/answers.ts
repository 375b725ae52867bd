/** What the page asks: one held-out stream as every contender reads it, and accuracy by instance over many of them. */

import type { Engine } from '../../compute/engine';
import { summarise } from '../../math/statistics';
import type { StreamShape } from '../../networks/programs/readers/stream';
import type { Turn } from '../../session/turn';
import type { DrawnStream } from '../../tasks/streams';
import { columns } from './columns';
import type { Drawings } from './drawings';
import type { MemorySpec } from './fields';
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
  type StreamQuestion,
} from './questions';
import { type Asked, probabilitiesOf, readingOf } from './reading';
import { heldOutStream } from './streams';

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

/** Streams that are read at once. */
const AT_ONCE = 16;

/** Weights of a contender, null of one that is not trained. */
interface Weighed {
  readonly name: ReaderName;
  readonly values: Float32Array | null;
}

/** Those who can answer, with copies of their weights at what is asked about. */
async function weightsAt(
  run: Run,
  at: 'now' | MemorySnapshot,
  { characters }: Pick<StreamQuestion, 'characters'>,
): Promise<readonly Weighed[]> {
  const now = at === 'now' ? await run.weights() : null;
  return run.spec.readers.flatMap((name): Weighed[] => {
    if (!isTrained(name)) return [{ name, values: null }];
    const values = at === 'now' ? now?.[name] : at.contenders[name]?.weights.theta;
    // It has no words for labels that there were none of.
    return values === undefined || characters > run.shape.labels ? [] : [{ name, values }];
  });
}

/** What `use` makes of who answers, whose weights are on the engine meanwhile. */
async function asking<Result>(
  { engine, spec, shape }: Run,
  { name, values }: Weighed,
  characters: number,
  use: (asked: Asked) => Promise<Result>,
): Promise<Result> {
  // One that is not trained answers with the labels that there are; others with those that they were trained with.
  if (values === null) {
    return use({ engine, name, spec, shape: { ...shape, labels: characters }, theta: null });
  }
  const theta = engine.rows(values, 1);
  try {
    return await use({ engine, name, spec, shape, theta });
  } finally {
    engine.release(theta);
  }
}

const iterationAt = (run: Run, at: 'now' | MemorySnapshot): number =>
  at === 'now' ? run.iteration : at.iteration;

export async function* answerStream(
  run: Run,
  { at, stream: number, characters, length, edits }: StreamQuestion,
  turn: Turn,
): AsyncGenerator<StreamAnswer, void> {
  const { spec, drawings, seen } = run;
  const iteration = iterationAt(run, at);
  const drawn = heldOutStream(drawings.glyphs, spec, number, { characters, length });
  const told = drawn.map(({ label }) => label);
  // A label that there is not, or at a place that there is not, is none.
  const meant = edits.filter((edit) => edit.at < length && edit.told < characters);
  for (const edit of meant) told[edit.at] = edit.told;
  const readings: Partial<Record<ReaderName, Reading>> = {};
  const all = await weightsAt(run, at, { characters });
  const read = { ...(await drawings.read(drawn, turn)), told };
  for (const one of all) {
    readings[one.name] = await asking(run, one, characters, async (asked) => {
      const found = await readingOf(asked, read);
      const { labels } = asked.shape;
      return { ...found, probabilities: columns(found.probabilities, labels, 0, characters) };
    });
    await turn.pause();
  }
  const shown = drawn.map(({ glyph, drawing, character, instance, label }, t) => ({
    ...{ pixels: drawings.pixels(glyph, drawing), character, instance, label, told: told[t]! },
  }));
  const about = { iteration, stream: number, characters, length, edits: meant, ...seen };
  yield { ...about, shown, readings };
}

/** Shares of right answers at each instance of one stream, from the 1st on; NaN where there was none. */
export function sharesByInstance(
  stream: DrawnStream,
  probabilities: Float32Array,
  labels: number,
): number[] {
  const [right, all] = [new Array<number>(INSTANCES).fill(0), new Array<number>(INSTANCES).fill(0)];
  stream.forEach(({ instance, label }, t) => {
    if (instance > INSTANCES) return;
    const row = probabilities.subarray(t * labels, (t + 1) * labels);
    all[instance - 1]! += 1;
    if (bestOf(row) === label) right[instance - 1]! += 1;
  });
  return right.map((count, k) => count / all[k]!);
}

function bestOf(row: Float32Array): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if (row[i]! > row[best]!) best = i;
  return best;
}

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

export async function* answerInstances(
  run: Run,
  { at, characters, length, streams }: InstancesQuestion,
  turn: Turn,
): AsyncGenerator<InstancesAnswer | null, void> {
  const { drawings, seen, spec } = run;
  const iteration = iterationAt(run, at);
  const weights = await weightsAt(run, at, { characters });
  const shares = new Map(weights.map(({ name }) => [name, [] as number[][]]));
  const answer = (done: number): InstancesAnswer => ({
    ...{ iteration, characters, length, done, streams, ...seen },
    byInstance: Object.fromEntries([...shares].map(([name, own]) => [name, byInstance(own)])),
  });
  for (let from = 0; from < streams; from += AT_ONCE) {
    const drawn = Array.from({ length: Math.min(AT_ONCE, streams - from) }, (_, i) =>
      heldOutStream(drawings.glyphs, spec, from + i, { characters, length }),
    );
    const read = await drawings.readAll(drawn, turn);
    for (const one of weights) {
      await asking(run, one, characters, async (asked) => {
        const found = await probabilitiesOf(asked, read);
        const { labels } = asked.shape;
        const size = length * labels;
        drawn.forEach((stream, s) => {
          const own = found.subarray(s * size, (s + 1) * size);
          shares.get(one.name)!.push(sharesByInstance(stream, own, labels));
        });
      });
      await turn.pause();
    }
    const done = from + drawn.length;
    if (done < streams) yield turn.due ? answer(done) : null;
  }
  yield answer(streams);
}
