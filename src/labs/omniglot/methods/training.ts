/** How each method is trained: its recipe from the settings, one meta-iteration at a time. */

import type { Algorithm, Episode } from '../../../algorithms/algorithm';
import { matchingNetworks, prototypicalNetworks } from '../../../algorithms/embedding';
import { firstOrderMaml, maml } from '../../../algorithms/maml';
import {
  initialState,
  metaIteration,
  type OuterState,
  releaseState,
} from '../../../algorithms/outerLoop';
import { jointPretraining } from '../../../algorithms/pretraining';
import { carriedReptile } from '../../../algorithms/reptile';
import type { Batch, Engine, Learner, Moments } from '../../../compute/engine';
import { stream } from '../../../math/rng';
import { drawGlyphEpisodes, type EpisodeShape } from '../../../tasks/glyphs/episodes';
import { classesIn, type Glyphs, PIXELS } from '../../../tasks/glyphs/glyphs';
import { jitter } from '../../../tasks/glyphs/jitter';
import { joined, minibatches, type Points } from '../../../tasks/task';
import type { OmniglotSpec, TrainedName } from '../spec';
import { bodyOf, bodyWeights, classifierOf, initialWeights } from './networks';

/** Reptile takes a step of its own: it carries moments over from task to task. */
const trainers: Readonly<Record<Exclude<TrainedName, 'reptile'>, Algorithm>> = {
  maml,
  fomaml: firstOrderMaml,
  prototypical: prototypicalNetworks,
  matching: matchingNetworks,
  joint: jointPretraining,
};

/** Weights and moments of one method, as plain numbers. */
export interface Trained {
  readonly theta: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly updates: number;
}

/**
 * Training tasks of a run. What a meta-iteration draws follows from its number and the shape of the tasks, so that methods
 * with tasks of one shape see the same ones.
 */
export class TrainingTasks {
  private last: {
    readonly key: string;
    readonly points: { support: Points; query: Points };
  } | null = null;

  constructor(
    readonly glyphs: Glyphs,
    private readonly seed: number,
    private readonly strength: number,
  ) {}

  draw(iteration: number, shape: EpisodeShape): { support: Points; query: Points } {
    const key = `${iteration} ${Object.values(shape).join(' ')}`;
    if (this.last?.key !== key) {
      const random = stream(this.seed, 'train tasks', iteration);
      const points = drawGlyphEpisodes(this.glyphs, 'train', shape, true, random);
      this.move(iteration, points.support.inputs, points.query.inputs);
      this.last = { key, points };
    }
    return this.last.points;
  }

  /** Drawings of all training characters with the character as their class, turned at random. */
  drawMixed(iteration: number, count: number): Points {
    const random = stream(this.seed, 'mixed drawings', iteration);
    const pool = classesIn(this.glyphs, 'train');
    const inputs = new Float32Array(count * PIXELS);
    const targets = new Float32Array(count * pool.length);
    for (let i = 0; i < count; i++) {
      const chosen = random.integer(pool.length);
      const glyph = pool[chosen]!;
      const drawing = random.integer(this.glyphs.classes[glyph]!.drawings);
      this.glyphs.write(glyph, drawing, random.integer(4), inputs, i * PIXELS);
      targets[i * pool.length + chosen] = 1;
    }
    this.move(iteration, inputs);
    return { tasks: 1, points: count, inputs, targets };
  }

  private move(iteration: number, ...inputs: readonly Float32Array[]): void {
    if (this.strength === 0) return;
    const random = stream(this.seed, 'jitter', iteration);
    for (const images of inputs) jitter(images, this.strength, random);
  }
}

/** Classes of a method's last layer in training; null for those that have none. */
function classesOf(method: TrainedName, spec: OmniglotSpec, glyphs: Glyphs): number | null {
  switch (method) {
    case 'maml':
    case 'fomaml':
    case 'reptile':
      return spec.ways;
    case 'joint':
      return classesIn(glyphs, 'train').length;
    case 'prototypical':
    case 'matching':
      return null;
    default:
      return method satisfies never;
  }
}

export const initialTheta = (method: TrainedName, spec: OmniglotSpec, glyphs: Glyphs) =>
  initialWeights(spec, classesOf(method, spec, glyphs), spec.seed);

/** Weights of which only the body is known, or fits, with the rest as it is drawn. */
function completed(
  spec: OmniglotSpec,
  known: Float32Array | null,
  drawn: Float32Array,
): Float32Array {
  if (known === null) return drawn;
  if (known.length === drawn.length) return known;
  const all = drawn.slice();
  all.set(bodyWeights(spec, known));
  return all;
}

/** Moments on an engine; what was left out, or is of other weights, is zero. */
export function momentsOf(
  engine: Engine,
  { first, second, updates }: Trained,
  width: number,
): Moments {
  const fits = (values: Float32Array) => values.length === width;
  const rows = (values: Float32Array) =>
    engine.rows(fits(values) ? values : new Float32Array(width), 1);
  return { first: rows(first), second: rows(second), updates: fits(second) ? updates : 0 };
}

/** One method in training. */
export class MethodTraining {
  private state: OuterState;
  private readonly learner: Learner;

  constructor(
    private readonly engine: Engine,
    private readonly tasks: TrainingTasks,
    readonly method: TrainedName,
    spec: OmniglotSpec,
    start: Trained | null,
  ) {
    const { glyphs } = tasks;
    const theta = completed(spec, start?.theta ?? null, initialTheta(method, spec, glyphs));
    this.state = initialState(engine, theta);
    if (start !== null && start.updates > 0) {
      const { first, second } = this.state.moments;
      engine.release(first, second);
      this.state = { ...this.state, moments: momentsOf(engine, start, theta.length) };
    }
    this.learner = this.compile(spec);
  }

  /** θ, and the moments that it was trained with. */
  get now(): OuterState {
    return this.state;
  }

  /** Meta-iteration number `iteration`. */
  step(iteration: number, spec: OmniglotSpec): void {
    const { engine, method, learner } = this;
    const { episode, batches } = this.episode(iteration, spec);
    const left = 1 - iteration / spec.iterations;
    const scope = { engine, learner };
    try {
      if (method === 'reptile') {
        const epsilon = spec.reptileOuter * left;
        const { reptileRate } = spec;
        this.state = carriedReptile(scope, this.state, batches, reptileRate, epsilon);
        return;
      }
      const inner = { rate: spec.innerRate, steps: spec.innerSteps };
      this.state = metaIteration(
        trainers[method],
        scope,
        this.state,
        episode,
        { inner, reptileOptimizer: 'adam' },
        {
          optimizer: 'adam',
          rate: spec.metaRate * (spec.decay === 'linear' ? left : 1),
          interpolation: 0,
        },
      );
    } finally {
      engine.release(...batches);
    }
  }

  async snapshot(): Promise<Trained> {
    const { engine } = this;
    const { theta, moments } = this.state;
    const read = async (rows: typeof theta) => (await engine.read(rows)).slice();
    return {
      theta: await read(theta),
      first: await read(moments.first),
      second: await read(moments.second),
      updates: moments.updates,
    };
  }

  dispose(): void {
    releaseState(this.engine, this.state);
  }

  private compile(spec: OmniglotSpec): Learner {
    const { engine, method } = this;
    const classes = classesOf(method, spec, this.tasks.glyphs);
    if (classes !== null) return engine.compile(classifierOf(spec, classes), 'cross-entropy');
    const name = method === 'matching' ? 'matching' : 'prototypical';
    const ways = spec.metricWays;
    return engine.compile(bodyOf(spec), { name, support: ways * spec.metricShots, ways });
  }

  /** What a meta-iteration learns from; batches that a method does not look at stand in for each other. */
  private episode(
    iteration: number,
    spec: OmniglotSpec,
  ): { episode: Episode; batches: readonly Batch[] } {
    const { tasks, learner, method } = this;
    const one = (points: Points): { episode: Episode; batches: readonly Batch[] } => {
      const all = learner.batch(points);
      return { episode: { support: all, query: all, all, minibatches: [] }, batches: [all] };
    };
    switch (method) {
      case 'maml':
      case 'fomaml': {
        const shape = { ...spec, queries: spec.trainQueries };
        const points = tasks.draw(iteration, pick(shape));
        const support = learner.batch(points.support);
        const query = learner.batch(points.query);
        return {
          episode: { support, query, all: support, minibatches: [] },
          batches: [support, query],
        };
      }
      case 'reptile': {
        const shape = { ...spec, shots: spec.reptileShots, queries: 0 };
        const { support } = tasks.draw(iteration, pick(shape));
        const random = stream(spec.seed, 'minibatches', iteration);
        const dealt = minibatches(support, spec.reptileBatch, spec.reptileSteps, random);
        const batches = dealt.map((points) => learner.batch(points));
        const first = batches[0]!;
        return {
          episode: { support: first, query: first, all: first, minibatches: batches },
          batches,
        };
      }
      case 'prototypical':
      case 'matching': {
        const { metricWays: ways, metricShots: shots, metricQueries: queries } = spec;
        const points = tasks.draw(iteration, { tasks: 1, ways, shots, queries });
        return one(joined(points.support, points.query));
      }
      case 'joint':
        return one(tasks.drawMixed(iteration, spec.jointBatch));
      default:
        return method satisfies never;
    }
  }
}

const pick = ({ tasks, ways, shots, queries }: EpisodeShape): EpisodeShape => ({
  tasks,
  ways,
  shots,
  queries,
});
