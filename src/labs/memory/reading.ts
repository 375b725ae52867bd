/** What a contender says while it reads streams, and what can be seen within. */

import type { Engine, Rows } from '../../compute/engine';
import { nearestOf } from '../../contenders/readers/nearest';
import { rareOf } from '../../contenders/readers/rare';
import { stream } from '../../math/rng';
import { codeSize, type LabelCode, writeLabel } from '../../tasks/labels';
import { type ReadStream, streamPoints } from '../../tasks/streams';
import { columns } from './columns';
import type { MemorySpec } from './fields';
import type { ReaderName } from './methods';
import type { Part } from './microscope/recorded';
import type { Reading } from './questions';
import { insideOf, programIn } from './registry';
import { filedIn } from './within';

/** Whose answers are asked for: of one that is not trained, there are no weights. */
export interface Asked {
  readonly engine: Engine;
  readonly name: ReaderName;
  readonly spec: MemorySpec;
  /** Numbers of a drawing. */
  readonly width: number;
  /** What it hears and says. */
  readonly code: LabelCode;
  readonly theta: Rows | null;
}

/** A stream as it is read, step by step and quantity by quantity. */
export interface Closely {
  /** Steps × N. */
  readonly probabilities: Float32Array;
  /** By name; see the network's program. */
  readonly parts: Readonly<Record<string, Part>>;
}

/** Probabilities, in code, at every step of streams of one length, row-major [streams, steps, numbers of a label]. */
export async function probabilitiesOf(
  asked: Asked,
  streams: readonly ReadStream[],
): Promise<Float32Array> {
  const { name, spec, code, theta } = asked;
  if (theta === null) {
    const each = streams.map((read) => untrained(read, asked).probabilities);
    const all = new Float32Array(each.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const one of each) {
      all.set(one, at);
      at += one.length;
    }
    return all;
  }
  const outputs = await run(asked, programIn(name, shapeOf(asked), spec).plain, theta, streams);
  softmax(outputs, codeSize(code), code);
  return outputs;
}

/** One stream, with what can be seen within. */
export async function readingOf(asked: Asked, read: ReadStream): Promise<Reading> {
  const { name, spec, code, theta } = asked;
  if (theta === null) return untrained(read, asked);
  const steps = read.labels.length;
  const program = programIn(name, shapeOf(asked), spec).watched(steps);
  const outputs = await run(asked, program, theta, [read]);
  const all = program.outputs;
  const labels = codeSize(code);
  softmax(outputs, all, code);
  return {
    probabilities: columns(outputs, all, 0, labels),
    inside: insideOf(name, columns(outputs, all, labels, all - labels), steps, spec),
  };
}

const shapeOf = ({ width, code }: Asked) => ({ features: width, labels: codeSize(code) });

/** One stream, with every quantity of every step. */
export async function closelyOf(
  asked: Asked & { readonly theta: Rows },
  read: ReadStream,
): Promise<Closely> {
  const { name, spec, code, theta } = asked;
  const labels = codeSize(code);
  const { program, parts } = programIn(name, shapeOf(asked), spec).traced(read.labels.length);
  const outputs = await run(asked, program, theta, [read]);
  const all = program.outputs;
  softmax(outputs, all, code);
  let at = labels;
  const found: Record<string, Part> = {};
  for (const [of, { rows, columns: wide }] of Object.entries(parts)) {
    found[of] = { rows, columns: wide, values: columns(outputs, all, at, rows * wide) };
    at += rows * wide;
  }
  return { probabilities: columns(outputs, all, 0, labels), parts: found };
}

async function run(
  { engine, width, code }: Asked,
  program: Parameters<Engine['compileProgram']>[0],
  theta: Rows,
  streams: readonly ReadStream[],
): Promise<Float32Array> {
  const predictor = engine.compileProgram(program, null);
  const points = streamPoints(streams, { width, code });
  const batch = predictor.batch({ ...points, targets: null });
  const rows = engine.tidy(() => predictor.predict(theta, batch));
  try {
    return await engine.read(rows);
  } finally {
    engine.release(batch, rows);
  }
}

/** Each part of what is first in each row of [rows, all], in place. */
function softmax(values: Float32Array, all: number, { parts, width }: LabelCode): void {
  for (let at = 0; at < values.length; at += all) {
    for (let part = 0; part < parts; part++) {
      const row = values.subarray(at + part * width, at + (part + 1) * width);
      const most = Math.max(...row);
      let sum = 0;
      for (let i = 0; i < width; i++) sum += row[i] = Math.exp(row[i]! - most);
      for (let i = 0; i < width; i++) row[i]! /= sum;
    }
  }
}

/** Who is not trained answers at once, and is sure of it. */
const untrained = (read: ReadStream, asked: Asked): Reading =>
  asked.name === 'rare' ? rare(read, asked) : nearest(read, asked);

function rare(
  { features, labels, told = labels }: ReadStream,
  { width, code, spec }: Asked,
): Reading {
  const { rareSlots: slots, seed } = spec;
  const random = stream(seed, 'slots of one age');
  const found = rareOf(features, { width, told, slots, random });
  const size = codeSize(code);
  const probabilities = new Float32Array(told.length * size);
  found.answers.forEach((label, t) => {
    if (label < 0) probabilities.fill(1 / code.width, t * size, (t + 1) * size);
    else writeLabel(code, label, probabilities, { at: t * size });
  });
  return { probabilities, inside: filedIn(found, slots) };
}

function nearest(
  { features, labels: right, told = right }: ReadStream,
  { width, code }: Pick<Asked, 'width' | 'code'>,
): Reading {
  const steps = right.length;
  const labels = codeSize(code);
  const probabilities = new Float32Array(steps * labels);
  const weights = new Float32Array(steps * steps);
  const none = new Float32Array(steps);
  nearestOf(features, width).forEach((found, t) => {
    if (found < 0) {
      probabilities.fill(1 / code.width, t * labels, (t + 1) * labels);
      none[t] = 1;
    } else {
      writeLabel(code, told[found]!, probabilities, { at: t * labels });
      weights[t * steps + found] = 1;
    }
  });
  return { probabilities, inside: { kind: 'attention', weights, none } };
}
