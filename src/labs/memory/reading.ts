/** What a contender says while it reads streams, and what can be seen within. */

import type { Engine, Rows } from '../../compute/engine';
import { nearestOf } from '../../contenders/readers/nearest';
import type { StreamShape } from '../../networks/programs/readers/stream';
import { type ReadStream, streamPoints } from '../../tasks/streams';
import { columns } from './columns';
import type { MemorySpec } from './fields';
import type { ReaderName } from './methods';
import type { Reading } from './questions';
import { insideOf, programIn } from './registry';

/** Whose answers are asked for: of one that is not trained, there are no weights. */
export interface Asked {
  readonly engine: Engine;
  readonly name: ReaderName;
  readonly spec: MemorySpec;
  readonly shape: StreamShape;
  readonly theta: Rows | null;
}

/** Probabilities of the labels at every step of streams of one length, row-major [streams, steps, labels]. */
export async function probabilitiesOf(
  { engine, name, spec, shape, theta }: Asked,
  streams: readonly ReadStream[],
): Promise<Float32Array> {
  const { labels, features: width } = shape;
  if (theta === null) {
    const each = streams.map((read) => nearest(read, width, labels).probabilities);
    const all = new Float32Array(each.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const one of each) {
      all.set(one, at);
      at += one.length;
    }
    return all;
  }
  const outputs = await run(engine, programIn(name, shape, spec).plain, theta, streams, shape);
  softmax(outputs, labels, labels);
  return outputs;
}

/** One stream, with what can be seen within. */
export async function readingOf(asked: Asked, read: ReadStream): Promise<Reading> {
  const { engine, name, spec, shape, theta } = asked;
  const { labels, features: width } = shape;
  if (theta === null) return nearest(read, width, labels);
  const steps = read.labels.length;
  const program = programIn(name, shape, spec).watched(steps);
  const outputs = await run(engine, program, theta, [read], shape);
  const all = program.outputs;
  softmax(outputs, all, labels);
  return {
    probabilities: columns(outputs, all, 0, labels),
    inside: insideOf(name, columns(outputs, all, labels, all - labels), steps, spec),
  };
}

async function run(
  engine: Engine,
  program: Parameters<Engine['compileProgram']>[0],
  theta: Rows,
  streams: readonly ReadStream[],
  { features: width, labels }: StreamShape,
): Promise<Float32Array> {
  const predictor = engine.compileProgram(program, null);
  const points = streamPoints(streams, { width, labels });
  const batch = predictor.batch({ ...points, targets: null });
  const rows = engine.tidy(() => predictor.predict(theta, batch));
  try {
    return await engine.read(rows);
  } finally {
    engine.release(batch, rows);
  }
}

/** The first `labels` of each row of [rows, all], in place. */
function softmax(values: Float32Array, all: number, labels: number): void {
  for (let at = 0; at < values.length; at += all) {
    const row = values.subarray(at, at + labels);
    const most = Math.max(...row);
    let sum = 0;
    for (let i = 0; i < labels; i++) sum += row[i] = Math.exp(row[i]! - most);
    for (let i = 0; i < labels; i++) row[i]! /= sum;
  }
}

function nearest(
  { features, labels: right, told = right }: ReadStream,
  width: number,
  labels: number,
): Reading {
  const steps = right.length;
  const probabilities = new Float32Array(steps * labels);
  const weights = new Float32Array(steps * steps);
  const none = new Float32Array(steps);
  nearestOf(features, width).forEach((found, t) => {
    if (found < 0) {
      probabilities.fill(1 / labels, t * labels, (t + 1) * labels);
      none[t] = 1;
    } else {
      probabilities[t * labels + told[found]!] = 1;
      weights[t * steps + found] = 1;
    }
  });
  return { probabilities, inside: { kind: 'attention', weights, none } };
}
