/** What a contender says while it reads streams, and what can be seen within. */

import type { Engine, Rows } from '../../compute/engine';
import { nearestOf } from '../../contenders/readers/nearest';
import { mannPlaces } from '../../networks/programs/readers/mann';
import type { StreamShape } from '../../networks/programs/readers/stream';
import { type ReadStream, streamPoints } from '../../tasks/streams';
import type { MemorySpec } from './fields';
import type { ReaderName } from './methods';
import type { Inside, Reading } from './questions';
import { programIn } from './registry';

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
    inside: insideOf(name, spec, columns(outputs, all, labels, all - labels), steps),
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

/** Of row-major [rows, all], so many columns from `from` on. */
function columns(values: Float32Array, all: number, from: number, count: number): Float32Array {
  const rows = values.length / all;
  const out = new Float32Array(rows * count);
  for (let r = 0; r < rows; r++) {
    out.set(values.subarray(r * all + from, r * all + from + count), r * count);
  }
  return out;
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

function insideOf(
  name: ReaderName,
  spec: MemorySpec,
  seen: Float32Array,
  steps: number,
): Inside | null {
  switch (name) {
    case 'mann':
      return memoryOf(seen, { slots: spec.mannSlots, heads: spec.mannHeads }, steps);
    case 'kv':
      return attentionOf(seen, steps);
    case 'lstm':
      return { kind: 'state', width: seen.length / steps, state: seen };
    case 'nearest':
    case 'feedforward':
      return null;
    default:
      return name satisfies never;
  }
}

/** The item of step i is the drawing before it, with its label; that of the first says nothing. */
function attentionOf(seen: Float32Array, steps: number): Inside {
  const weights = new Float32Array(steps * steps);
  const none = new Float32Array(steps);
  for (let t = 0; t < steps; t++) {
    none[t] = seen[t * steps]!;
    weights.set(seen.subarray(t * steps + 1, t * steps + t + 1), t * steps);
  }
  return { kind: 'attention', weights, none };
}

/** A slot of which so little was written holds nothing. */
const LEAST_HELD = 0.05;

function memoryOf(
  seen: Float32Array,
  shape: { readonly slots: number; readonly heads: number },
  steps: number,
): Inside {
  const { slots, heads } = shape;
  const places = mannPlaces(shape);
  const part = (from: number, count: number) => columns(seen, places.all, from, count);
  const written = part(places.written, slots);
  const usage = part(places.usage, slots);
  return {
    ...{ kind: 'memory', slots, heads, written, usage },
    read: part(places.read, slots),
    gate: part(places.gate, heads),
    holds: heldIn({ written, usage, slots, heads }, steps),
  };
}

/**
 * Which drawing each slot holds most of after each step, by what was written: at step t it is of the drawing before, whose
 * label has just come. What was used least is wiped first, one slot for each head.
 */
function heldIn(
  memory: {
    readonly written: Float32Array;
    readonly usage: Float32Array;
    readonly slots: number;
    readonly heads: number;
  },
  steps: number,
): Int16Array {
  const { written, usage, slots, heads } = memory;
  const held = new Int16Array(steps * slots);
  const share = new Float32Array(slots * steps);
  for (let t = 0; t < steps; t++) {
    // Before the first step no slot was used, and the first ones are the least.
    const use = (slot: number) => (t === 0 ? slot : usage[(t - 1) * slots + slot]!);
    const least = Array.from({ length: slots }, (_, slot) => slot)
      .toSorted((a, b) => use(a) - use(b))
      .slice(0, heads);
    for (const slot of least) share.fill(0, slot * steps, (slot + 1) * steps);
    for (let slot = 0; slot < slots; slot++) {
      const own = share.subarray(slot * steps, (slot + 1) * steps);
      if (t > 0) own[t - 1]! += written[t * slots + slot]!;
      let best = -1;
      for (let i = 0; i < t; i++) {
        if (own[i]! >= LEAST_HELD && (best < 0 || own[i]! > own[best]!)) best = i;
      }
      held[t * slots + slot] = best;
    }
  }
  return held;
}
