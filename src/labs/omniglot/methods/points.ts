/** Few-shot tasks, taken apart and put together. */

import { PIXELS } from '../../../tasks/glyphs/glyphs';
import type { Points } from '../../../tasks/task';

/** Tasks to classify. */
export interface Tasks {
  readonly support: Points;
  readonly query: Points;
}

export const waysOf = ({ tasks, points, targets }: Points): number =>
  targets.length / (tasks * points);

/** The class of each point. */
export function labelsOf({ targets }: Pick<Points, 'targets'>, ways: number): number[] {
  return Array.from({ length: targets.length / ways }, (_, i) =>
    targets.subarray(i * ways, (i + 1) * ways).indexOf(1),
  );
}

/** Some tasks of a batch: one, unless said. */
export function tasksOf({ tasks, points, inputs, targets }: Points, from: number, count = 1) {
  const part = (values: Float32Array) =>
    values.subarray((from * values.length) / tasks, ((from + count) * values.length) / tasks);
  return { tasks: count, points, inputs: part(inputs), targets: part(targets) };
}

/** Some points of one task. */
export function pointsBetween({ points, inputs, targets }: Points, from: number, to: number) {
  const part = (values: Float32Array) =>
    values.subarray((from * values.length) / points, (to * values.length) / points);
  return { tasks: 1, points: to - from, inputs: part(inputs), targets: part(targets) };
}

/** A task for each query point of one task: its support points, and that point last. */
export function eachWithSupport(support: Points, query: Points): Points {
  const tasks = query.points;
  const repeat = (s: Float32Array, q: Float32Array): Float32Array => {
    const width = q.length / tasks;
    const out = new Float32Array(tasks * (s.length + width));
    for (let i = 0; i < tasks; i++) {
      out.set(s, i * (s.length + width));
      out.set(q.subarray(i * width, (i + 1) * width), i * (s.length + width) + s.length);
    }
    return out;
  };
  return {
    tasks,
    points: support.points + 1,
    inputs: repeat(support.inputs, query.inputs),
    targets: repeat(support.targets, query.targets),
  };
}

/** Of values [tasks, points, width], those of the last point of each task. */
export function lastPoints(values: Float32Array, { tasks, points }: Points): Float32Array {
  const width = values.length / (tasks * points);
  return concat(
    Array.from({ length: tasks }, (_, t) =>
      values.subarray((t * points + points - 1) * width, (t + 1) * points * width),
    ),
  );
}

/** Drawings class by class, `each` of each, as points of one task. */
export function pointsOf(drawings: Float32Array, each: number, ways: number): Points {
  const points = drawings.length / PIXELS;
  const targets = new Float32Array(points * ways);
  for (let i = 0; i < points; i++) targets[i * ways + Math.floor(i / each)] = 1;
  return { tasks: 1, points, inputs: drawings, targets };
}

/** The points of one task in another order. */
export function reordered({ points, inputs, targets }: Points, order: readonly number[]): Points {
  const take = (values: Float32Array): Float32Array => {
    const width = values.length / points;
    const out = new Float32Array(values.length);
    order.forEach((from, to) => {
      out.set(values.subarray(from * width, (from + 1) * width), to * width);
    });
    return out;
  };
  return { tasks: 1, points, inputs: take(inputs), targets: take(targets) };
}

export function concat(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
