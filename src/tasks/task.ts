/** What a regression task is, and how its points are drawn. */

import { linspace, type Range } from '../math/range';
import type { Stream } from '../math/rng';

/** One function to be learned from few points. */
export interface Task {
  /** What distinguishes it within its family, for people: `{ amplitude: 3.4, phase: 0.9 }`. */
  readonly parameters: Readonly<Record<string, number>>;
  value(x: number): number;
}

/** A distribution over tasks. */
export interface TaskFamily {
  /** Draws one task. */
  draw(random: Stream): Task;
  /** E[y | x] and E[y² | x] over the family, without noise: what task-blind predictors are made of. */
  moments(x: number): { readonly mean: number; readonly square: number };
}

/** What is believed of a task from some of its points. */
export interface Belief {
  /** Mean of the task's value at x. */
  mean(x: number): number;
  /** Standard deviation of the value at x, without the noise of a target there. */
  sd(x: number): number;
}

/** How inputs and targets of a task are made. */
export interface Sampling {
  readonly inputRange: Range;
  /** `random`: uniform in the range. `grid`: evenly spaced, support and query sharing the grid. */
  readonly inputs: 'random' | 'grid';
  /** Standard deviation of the noise added to each target. */
  readonly noise: number;
}

/**
 * Points of a batch of tasks; row-major [tasks, points, width], where inputs and targets have a width of their own (1 in
 * regression).
 */
export interface Points {
  readonly tasks: number;
  readonly points: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

/** Support inputs, then query inputs, of one task. */
function drawInputs(
  sampling: Sampling,
  support: number,
  query: number,
  random: Stream,
): { support: number[]; query: number[] } {
  const { inputRange, inputs } = sampling;
  if (inputs === 'random') {
    const draw = (count: number) =>
      Array.from({ length: count }, () => random.uniform(inputRange[0], inputRange[1]));
    return { support: draw(support), query: draw(query) };
  }
  const grid = linspace(inputRange, support + query);
  const chosen = new Set(random.choose(grid.length, support));
  return {
    support: grid.filter((_, i) => chosen.has(i)),
    query: grid.filter((_, i) => !chosen.has(i)),
  };
}

/** Support and query points of a batch of tasks, drawn task by task. */
export function drawEpisodes(
  family: TaskFamily,
  sampling: Sampling,
  count: { readonly tasks: number; readonly support: number; readonly query: number },
  random: Stream,
): { support: Points; query: Points; tasks: Task[] } {
  const empty = (points: number): Points => ({
    tasks: count.tasks,
    points,
    inputs: new Float32Array(count.tasks * points),
    targets: new Float32Array(count.tasks * points),
  });
  const support = empty(count.support);
  const query = empty(count.query);
  const tasks: Task[] = [];
  for (let t = 0; t < count.tasks; t++) {
    const task = family.draw(random);
    tasks.push(task);
    const drawn = drawInputs(sampling, count.support, count.query, random);
    fill(support, t, task, drawn.support, sampling.noise, random);
    fill(query, t, task, drawn.query, sampling.noise, random);
  }
  return { support, query, tasks };
}

function fill(
  into: Points,
  row: number,
  task: Task,
  inputs: readonly number[],
  noise: number,
  random: Stream,
): void {
  let at = row * into.points;
  for (const x of inputs) {
    into.inputs[at] = x;
    into.targets[at] = task.value(x) + (noise > 0 ? random.normal(0, noise) : 0);
    at += 1;
  }
}

/** Of numbers that there is one of for each point, those of one task. */
export const ofTask = (
  { points }: { readonly points: number },
  values: Float32Array,
  task: number,
): Float32Array => values.subarray(task * points, (task + 1) * points);

/** Support and query points of each task together: what methods without a split learn from. */
export function joined(a: Points, b: Points): Points {
  const interleave = (first: Float32Array, second: Float32Array): Float32Array => {
    const out = new Float32Array(first.length + second.length);
    const [m, n] = [first.length / a.tasks, second.length / a.tasks];
    for (let t = 0; t < a.tasks; t++) {
      out.set(first.subarray(t * m, (t + 1) * m), t * (m + n));
      out.set(second.subarray(t * n, (t + 1) * n), t * (m + n) + m);
    }
    return out;
  };
  return {
    tasks: a.tasks,
    points: a.points + b.points,
    inputs: interleave(a.inputs, b.inputs),
    targets: interleave(a.targets, b.targets),
  };
}

/** The first points of each task, of one number each. */
export function firstOf({ tasks, points, inputs, targets }: Points, count: number): Points {
  const first = (values: Float32Array) => values.filter((_, i) => i % points < count);
  return { tasks, points: count, inputs: first(inputs), targets: first(targets) };
}

/**
 * `count` minibatches of `size` points of each task. Each task's points are shuffled and dealt out;
 * when they run out they are shuffled again, so `points / size` minibatches make an epoch.
 */
export function minibatches(all: Points, size: number, count: number, random: Stream): Points[] {
  const points = Math.min(size, all.points);
  const features = all.inputs.length / (all.tasks * all.points);
  const outputs = all.targets.length / (all.tasks * all.points);
  const batches = Array.from({ length: count }, () => ({
    tasks: all.tasks,
    points,
    inputs: new Float32Array(all.tasks * points * features),
    targets: new Float32Array(all.tasks * points * outputs),
  }));
  for (let t = 0; t < all.tasks; t++) {
    let deck: number[] = [];
    let dealt = 0;
    for (const batch of batches) {
      if (deck.length < dealt + points) {
        deck = random.choose(all.points, all.points);
        dealt = 0;
      }
      for (let i = 0; i < points; i++) {
        const from = t * all.points + deck[dealt + i]!;
        const to = t * points + i;
        copyRow(all.inputs, from, batch.inputs, to, features);
        copyRow(all.targets, from, batch.targets, to, outputs);
      }
      dealt += points;
    }
  }
  return batches;
}

/** Copies one row of a matrix. A loop: rows may have one number, and a subarray for each would take far longer. */
function copyRow(
  source: Float32Array,
  from: number,
  target: Float32Array,
  to: number,
  width: number,
): void {
  for (let i = 0; i < width; i++) target[to * width + i] = source[from * width + i]!;
}
