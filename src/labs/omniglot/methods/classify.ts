/**
 * Methods at work on tasks: the probability of each class for each query drawing, after each step for those that adapt.
 *
 * Batch statistics, when transductive, are those of all query drawings together. Otherwise, for methods that adapt, each
 * query drawing is normalised with the support set alone, in a batch of its own (Nichol et al. 2018, section 6.1); for
 * those that embed, statistics are those of training drawings.
 */

import { fineTune } from '../../../algorithms/adapt';
import {
  type Comparison,
  compareEmbedded,
  type Embedded,
  softmax,
} from '../../../algorithms/embedding';
import { descend } from '../../../algorithms/reptile';
import type { Engine, Learner, Moments, Rows } from '../../../compute/engine';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { joined, type Points } from '../../../tasks/task';
import { type MethodName, type OmniglotSpec, statisticsOf } from '../spec';
import { type FrozenBodies, frozenNetwork } from './frozen';
import { bodyOf, classifierOf, headOf } from './networks';

/** What a method starts a new task with. */
export interface Start {
  readonly theta: Rows;
  readonly moments: Moments | null;
}

/** Tasks to classify. */
export interface Tasks {
  readonly support: Points;
  readonly query: Points;
}

export interface Classified {
  /** Row-major [tasks, query points, ways], after 0, 1, … steps; methods that do not adapt have one. */
  readonly steps: readonly Float32Array[];
  /** Embeddings of support, then query points of each task, row-major [tasks, points, width], for those that embed. */
  readonly embedded: Float32Array | null;
}

/** Methods that adapt all weights; others compare embeddings, or tune a last layer. */
const adapting = ['maml', 'fomaml', 'reptile', 'random'] as const;
type Adapting = (typeof adapting)[number];
export const adapts = (method: MethodName): method is Adapting =>
  (adapting as readonly MethodName[]).includes(method);

/** Steps that a method takes on a new task. */
export function stepsOf(method: MethodName, spec: OmniglotSpec): number {
  if (method === 'reptile') return spec.reptileTestSteps;
  if (method === 'joint') return spec.headSteps;
  return adapts(method) ? spec.testSteps : 0;
}

export interface ClassifyOptions {
  /** Whether to answer after every step, or after the last one alone. */
  readonly every?: boolean;
  /** Called between parts of long work: may let others have their turn, or throw to end it. */
  readonly breathe?: () => Promise<void>;
}

const onAndOn = async (): Promise<void> => {};
/** Drawings that are put through a network at once, where each query drawing takes the support set along. */
const AT_ONCE = 256;

export class Classifier {
  private readonly learner: Learner;
  private readonly body: Learner;
  private readonly frozenBody: Learner;
  private readonly head: Learner;

  constructor(
    private readonly engine: Engine,
    private readonly spec: OmniglotSpec,
    private readonly frozen: FrozenBodies,
  ) {
    this.learner = engine.compile(classifierOf(spec, spec.ways), 'cross-entropy');
    // Its targets are looked at by nobody.
    this.body = engine.compile(bodyOf(spec), { name: 'matching', support: 1, ways: spec.ways });
    this.frozenBody = engine.compile(frozenNetwork(bodyOf(spec)), {
      name: 'matching',
      support: 1,
      ways: spec.ways,
    });
    this.head = engine.compile(headOf(spec, spec.ways), 'cross-entropy');
  }

  /**
   * @param start weights of the method, one row; the body's for those that embed; ignored for pixels. Reptile goes on
   *   with the moments it was trained with, if there are any.
   */
  async classify(
    method: MethodName,
    start: Start,
    tasks: Tasks,
    { every = false, breathe = onAndOn }: ClassifyOptions = {},
  ): Promise<Classified> {
    const { theta } = start;
    if (adapts(method)) {
      return { steps: await this.adapted(method, start, tasks, every, breathe), embedded: null };
    }
    if (method === 'pixels') return { steps: [comparePixels(tasks)], embedded: null };
    const embedded = await this.embed(method, theta, tasks);
    if (method === 'joint') {
      return { steps: await this.tunedHead(embedded, tasks, every), embedded: embedded.all };
    }
    const how = method === 'prototypical' ? 'prototypes' : 'cosines';
    return { steps: [compareAll(how, embedded, tasks)], embedded: embedded.all };
  }

  private async adapted(
    method: Adapting,
    { theta, moments }: Start,
    tasks: Tasks,
    every: boolean,
    breathe: () => Promise<void>,
  ): Promise<Float32Array[]> {
    const { engine, learner, spec } = this;
    const scope = { engine, learner };
    const batch = learner.batch(tasks.support);
    const path = engine.tidy(() => {
      const all =
        method === 'reptile'
          ? descend(
              scope,
              theta,
              Array.from({ length: spec.reptileTestSteps }, () => batch),
              spec.reptileRate,
              'adam',
              moments,
            ).path
          : fineTune(scope, theta, batch, { rate: spec.innerRate, steps: spec.testSteps });
      return every ? all.slice(1) : [all.at(-1)!];
    });
    engine.release(batch);
    const asked = every ? [theta, ...path] : path;
    const results: Float32Array[] = [];
    try {
      for (const phi of asked) {
        await breathe();
        const outputs =
          statisticsOf(method, spec) === 'transductive'
            ? await this.together(learner, phi, tasks.query)
            : await this.oneByOne(learner, phi, tasks, breathe);
        results.push(softmaxRows(outputs, spec.ways));
      }
    } finally {
      engine.release(...path);
    }
    return results;
  }

  private async together(learner: Learner, phi: Rows, points: Points): Promise<Float32Array> {
    const { engine } = this;
    const batch = learner.batch(points);
    const outputs = engine.tidy(() => learner.predict(phi, batch));
    const values = (await engine.read(outputs)).slice();
    engine.release(batch, outputs);
    return values;
  }

  /** Outputs at each query point, in a batch of its own with the support points. */
  private async oneByOne(
    learner: Learner,
    phi: Rows,
    tasks: Tasks,
    breathe: () => Promise<void>,
  ): Promise<Float32Array> {
    const { engine } = this;
    const all = await engine.read(phi);
    const width = phi.width;
    const outputs: Float32Array[] = [];
    const some = Math.max(1, Math.floor(AT_ONCE / (tasks.support.points + 1)));
    for (let t = 0; t < tasks.support.tasks; t++) {
      const own = engine.rows(
        all.slice(phi.tasks === 1 ? 0 : t * width, phi.tasks === 1 ? width : (t + 1) * width),
        1,
      );
      const query = taskOf(tasks.query, t);
      try {
        for (let from = 0; from < query.points; from += some) {
          await breathe();
          const part = pointsBetween(query, from, Math.min(query.points, from + some));
          const each = eachWithSupport(taskOf(tasks.support, t), part);
          outputs.push(lastPoints(await this.together(learner, own, each), each));
        }
      } finally {
        engine.release(own);
      }
    }
    return concat(outputs);
  }

  private async embed(method: MethodName, theta: Rows, tasks: Tasks): Promise<EmbeddedTasks> {
    const { support, query } = tasks;
    const both = joined(support, query);
    const all = await this.embedAll(method, theta, both);
    const width = all.length / (both.tasks * both.points);
    return { width, all, tasks: splitPoints(all, both.tasks, support.points, query.points, width) };
  }

  private async embedAll(method: MethodName, theta: Rows, points: Points): Promise<Float32Array> {
    const { engine, spec, body, frozenBody, frozen } = this;
    if (statisticsOf(method, spec) === 'transductive') return this.together(body, theta, points);
    const rows = engine.rows(await frozen.weights(theta), 1);
    const values = await this.together(frozenBody, rows, points);
    engine.release(rows);
    return values;
  }

  /** A new last layer on frozen features, by gradient descent from zeros on features of unit mean square. */
  private async tunedHead(
    { tasks: parts, width }: EmbeddedTasks,
    { support, query }: Tasks,
    every: boolean,
  ): Promise<Float32Array[]> {
    const { engine, head, spec } = this;
    const scale = parts.map((part) => 1 / Math.sqrt(meanSquare(part.support) * width));
    const scaled = (values: Float32Array, t: number) => values.map((x) => x * scale[t]!);
    const features = concat(parts.map((part, t) => scaled(part.support, t)));
    const batch = head.batch({ ...support, inputs: features });
    const zeros = engine.rows(new Float32Array(head.parameterCount), 1);
    const path = engine.tidy(() => {
      const inner = { rate: spec.headRate, steps: spec.headSteps };
      const all = fineTune({ engine, learner: head }, zeros, batch, inner);
      return every ? all.slice(1) : [all.at(-1)!];
    });
    const inputs = concat(parts.map((part, t) => scaled(part.query, t)));
    const results: Float32Array[] = [];
    for (const phi of every ? [zeros, ...path] : path) {
      const outputs = await this.together(head, phi, { ...query, inputs });
      results.push(softmaxRows(outputs, spec.ways));
    }
    engine.release(batch, zeros, ...path);
    return results;
  }
}

/** Embeddings of every task's points. */
interface EmbeddedTasks {
  readonly width: number;
  /** Row-major [tasks, points, width]. */
  readonly all: Float32Array;
  readonly tasks: readonly { readonly support: Float32Array; readonly query: Float32Array }[];
}

function compareAll(
  how: Comparison,
  { width, tasks: parts }: EmbeddedTasks,
  { support }: Tasks,
): Float32Array {
  const ways = support.targets.length / (support.tasks * support.points);
  return concat(
    parts.map((part, t) => {
      const labels = labelsOf(taskOf(support, t), ways);
      return compareEmbedded(how, { ...part, width, labels, ways });
    }),
  );
}

/** Pixels as they are, as if they were an embedding. */
function comparePixels({ support, query }: Tasks): Float32Array {
  const ways = support.targets.length / (support.tasks * support.points);
  return concat(
    Array.from({ length: support.tasks }, (_, t) => {
      const [s, q] = [taskOf(support, t), taskOf(query, t)];
      const embedded: Embedded = {
        support: s.inputs,
        query: q.inputs,
        width: PIXELS,
        labels: labelsOf(s, ways),
        ways,
      };
      return compareEmbedded('nearest', embedded);
    }),
  );
}

/** The class of each point. */
export function labelsOf({ targets }: Points, ways: number): number[] {
  return Array.from({ length: targets.length / ways }, (_, i) =>
    targets.subarray(i * ways, (i + 1) * ways).indexOf(1),
  );
}

/** One task of a batch. */
export function taskOf({ tasks, points, inputs, targets }: Points, t: number): Points {
  const part = (values: Float32Array) =>
    values.subarray((t * values.length) / tasks, ((t + 1) * values.length) / tasks);
  return { tasks: 1, points, inputs: part(inputs), targets: part(targets) };
}

/** Some points of one task. */
function pointsBetween({ points, inputs, targets }: Points, from: number, to: number): Points {
  const part = (values: Float32Array) =>
    values.subarray((from * values.length) / points, (to * values.length) / points);
  return { tasks: 1, points: to - from, inputs: part(inputs), targets: part(targets) };
}

/** A task for each query point of one task: its support points, and that point last. */
function eachWithSupport(support: Points, query: Points): Points {
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
function lastPoints(values: Float32Array, { tasks, points }: Points): Float32Array {
  const width = values.length / (tasks * points);
  return concat(
    Array.from({ length: tasks }, (_, t) =>
      values.subarray((t * points + points - 1) * width, (t + 1) * points * width),
    ),
  );
}

function splitPoints(
  values: Float32Array,
  tasks: number,
  support: number,
  query: number,
  width: number,
): { support: Float32Array; query: Float32Array }[] {
  const size = (support + query) * width;
  return Array.from({ length: tasks }, (_, t) => ({
    support: values.subarray(t * size, t * size + support * width),
    query: values.subarray(t * size + support * width, (t + 1) * size),
  }));
}

function concat(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const meanSquare = (values: Float32Array): number =>
  Math.max(1e-12, values.reduce((sum, x) => sum + x * x, 0) / values.length);

/** Row-major [rows, ways] of scores, each row made a distribution. */
function softmaxRows(values: Float32Array, ways: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += ways) {
    out.set(softmax([...values.subarray(i, i + ways)]), i);
  }
  return out;
}
