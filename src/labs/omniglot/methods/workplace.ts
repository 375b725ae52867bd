/** Where methods work on tasks: networks compiled once, and what several methods do with them. */

import type { Engine, Learner, Predictor, Rows } from '../../../compute/engine';
import type { Network } from '../../../networks/network';
import type { Turn } from '../../../session/turn';
import { joined, type Points } from '../../../tasks/task';
import { bodyOf, type NetworkShape } from '../../kit/embedding/body';
import { type FrozenBodies, folded, frozenNetwork } from '../../kit/embedding/frozen';
import { classifierOf, headOf } from './networks';
import { concat, eachWithSupport, lastPoints, pointsBetween, type Tasks, tasksOf } from './points';
import type { Statistics } from './published';
import type { SharedSpec } from './sharedFields';

/** Drawings that are put through a network at once, where each query drawing takes the support set along. */
const AT_ONCE = 256;

/** A body other than the lab's, with the statistics that it is frozen with, where they are known. */
export interface OtherBody {
  readonly network: Network;
  readonly known: Rows | null;
}

/** Embeddings of every task's points. */
export interface Embedded {
  readonly width: number;
  /** Support, then query points of each task, row-major [tasks, points, width]. */
  readonly all: Float32Array;
  readonly tasks: readonly { readonly support: Float32Array; readonly query: Float32Array }[];
}

/** @param all support, then query points of each task, row-major [tasks, points, width] */
export function taskByTask(
  all: Float32Array,
  support: number,
  { tasks, points }: Pick<Points, 'tasks' | 'points'>,
): Embedded {
  const width = all.length / (tasks * points);
  const [first, size] = [support * width, points * width];
  const parts = Array.from({ length: tasks }, (_, t) => ({
    support: all.subarray(t * size, t * size + first),
    query: all.subarray(t * size + first, (t + 1) * size),
  }));
  return { width, all, tasks: parts };
}

export class Workplace {
  readonly ways: number;
  private readonly compiled = new Map<string, Predictor>();

  constructor(
    readonly engine: Engine,
    private readonly spec: NetworkShape & Pick<SharedSpec, 'ways'>,
    private readonly frozen: FrozenBodies,
  ) {
    this.ways = spec.ways;
  }

  /** The body with a last layer for the tasks. */
  get classifier(): Learner {
    const { spec, engine, ways } = this;
    return this.once('classifier', () => engine.compile(classifierOf(spec, ways), 'cross-entropy'));
  }

  /** The last layer alone, on embeddings. */
  get head(): Learner {
    const { spec, engine, ways } = this;
    return this.once('head', () => engine.compile(headOf(spec, ways), 'cross-entropy'));
  }

  /** Outputs of a learner at points, row-major [tasks, points, outputs]. */
  async outputs(learner: Predictor, phi: Rows, points: Points): Promise<Float32Array> {
    const { engine } = this;
    const batch = learner.batch(points);
    const rows = engine.tidy(() => learner.predict(phi, batch));
    try {
      return await engine.read(rows);
    } finally {
      engine.release(batch, rows);
    }
  }

  /** Outputs of the classifier at the query points, normalised as said. */
  async classified(
    phi: Rows,
    tasks: Tasks,
    statistics: Statistics,
    turn: Turn,
  ): Promise<Float32Array> {
    return statistics === 'transductive'
      ? this.outputs(this.classifier, phi, tasks.query)
      : this.oneByOne(phi, tasks, turn);
  }

  /** Embeddings of all points, normalised as said; by the lab's body, or another. */
  async embedded(
    theta: Rows,
    { support, query }: Tasks,
    statistics: Statistics,
    turn: Turn,
    other?: OtherBody,
  ): Promise<Embedded> {
    const both = joined(support, query);
    const all = await this.embeddings(theta, both, statistics, turn, other);
    await turn.pause();
    return taskByTask(all, support.points, both);
  }

  private async embeddings(
    theta: Rows,
    points: Points,
    statistics: Statistics,
    turn: Turn,
    other: OtherBody | undefined,
  ): Promise<Float32Array> {
    const { engine, spec } = this;
    const network = other?.network ?? bodyOf(spec);
    if (statistics === 'transductive')
      return this.outputs(this.body(network, false), theta, points);
    const rows = engine.rows(await this.frozenOf(network, theta, other?.known ?? null, turn), 1);
    try {
      return await this.outputs(this.body(network, true), rows, points);
    } finally {
      engine.release(rows);
    }
  }

  private async frozenOf(
    network: Network,
    theta: Rows,
    known: Rows | null,
    turn: Turn,
  ): Promise<Float32Array> {
    const { engine, frozen } = this;
    if (known === null) return frozen.weights(theta, turn, network);
    return folded(network, await engine.read(theta), await engine.read(known));
  }

  /** Each query point in a batch of its own with the support points (Nichol et al. 2018, section 6.1). */
  private async oneByOne(phi: Rows, tasks: Tasks, turn: Turn): Promise<Float32Array> {
    const { engine, classifier } = this;
    const outputs: Float32Array[] = [];
    const some = Math.max(1, Math.floor(AT_ONCE / (tasks.support.points + 1)));
    for (let t = 0; t < tasks.support.tasks; t++) {
      const own = engine.task(phi, t);
      const query = tasksOf(tasks.query, t);
      try {
        for (let from = 0; from < query.points; from += some) {
          await turn.pause();
          const part = pointsBetween(query, from, Math.min(query.points, from + some));
          const each = eachWithSupport(tasksOf(tasks.support, t), part);
          outputs.push(lastPoints(await this.outputs(classifier, own, each), each));
        }
      } finally {
        engine.release(own);
      }
    }
    return concat(outputs);
  }

  /** @param frozen whether normalisation has fixed statistics */
  private body(network: Network, frozen: boolean): Predictor {
    const compiled = frozen ? frozenNetwork(network) : network;
    return this.once(`body ${JSON.stringify(compiled)}`, () => this.engine.compile(compiled, null));
  }

  /** @param name of what is compiled, which is compiled once */
  once<P extends Predictor>(name: string, compile: () => P): P {
    const learner = (this.compiled.get(name) as P | undefined) ?? compile();
    this.compiled.set(name, learner);
    return learner;
  }
}
