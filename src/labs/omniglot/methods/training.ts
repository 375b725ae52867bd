/** Methods in training: what a meta-iteration draws, and one method on its way. */

import type { Batch, Engine, Learner } from '../../../compute/engine';
import type { Source } from '../../../contenders/contender';
import { metaIteration } from '../../../contenders/outerLoop';
import { hold, read, release, type SavedState, type State } from '../../../contenders/state';
import { stream } from '../../../math/rng';
import { drawGlyphEpisodes, type EpisodeShape } from '../../../tasks/glyphs/episodes';
import { classesIn, type Glyphs, PIXELS } from '../../../tasks/glyphs/glyphs';
import { jitter } from '../../../tasks/glyphs/jitter';
import type { Points } from '../../../tasks/task';
import type { Training } from './method';
import { bodyWeights } from './networks';
import type { Tasks } from './points';
import { type MethodName, methodOf, ownIn } from './registry';
import type { SharedSpec } from './sharedFields';

/**
 * Training tasks of a run. What a meta-iteration draws follows from its number and the shape of the tasks, so that methods
 * with tasks of one shape see the same ones.
 */
export class TrainingTasks {
  private last: { readonly key: string; readonly points: Tasks } | null = null;

  constructor(
    readonly glyphs: Glyphs,
    readonly seed: number,
    private readonly strength: number,
  ) {}

  draw(iteration: number, { tasks, ways, shots, queries }: EpisodeShape): Tasks {
    const key = `${iteration} ${tasks} ${ways} ${shots} ${queries}`;
    if (this.last?.key !== key) {
      const random = stream(this.seed, 'train tasks', iteration);
      const shape = { tasks, ways, shots, queries };
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

/** One method in training. */
export class Trainee {
  private state: State;
  private readonly learner: Learner;

  /** @param saved where it goes on; null for its beginning */
  constructor(
    private readonly engine: Engine,
    private readonly tasks: TrainingTasks,
    readonly name: MethodName,
    spec: SharedSpec,
    saved: SavedState | null,
  ) {
    const { glyphs } = tasks;
    const method = methodOf(name);
    const { contender, learner } = this.training;
    const { network, loss } = learner(spec, glyphs);
    this.learner = engine.compile(network, loss);
    const theta = method.initial(spec, glyphs)!;
    this.state =
      saved === null
        ? contender.begin(engine, theta, ownIn(name, spec))
        : hold(engine, completed(saved, theta, spec));
  }

  /** Meta-iteration number `iteration`. */
  step(iteration: number, spec: SharedSpec): void {
    const { engine, learner, name, training } = this;
    const { iterations, metaRate, decay, innerRate, innerSteps } = spec;
    const left = 1 - iteration / iterations;
    const own = ownIn(name, spec);
    const batches = new Map<Points, Batch>();
    const source = trainingSource(
      { training, tasks: this.tasks, iteration, spec, own },
      (points) => {
        const batch = batches.get(points) ?? learner.batch(points);
        batches.set(points, batch);
        return batch;
      },
    );
    const settings = {
      inner: { rate: innerRate, steps: innerSteps },
      outer: { optimizer: 'adam', rate: metaRate * (decay === 'linear' ? left : 1) },
      left,
    } as const;
    try {
      const scope = { engine, learner };
      this.state = metaIteration(training.contender, scope, this.state, source, settings, own);
    } finally {
      engine.release(...batches.values());
    }
  }

  snapshot(): Promise<SavedState> {
    return read(this.engine, this.state);
  }

  /** What a new task needs of it. */
  carried(): Promise<SavedState> {
    const { weights, moments } = this.state;
    const kept = this.training.carries.map((name) => [name, moments[name]!] as const);
    return read(this.engine, { weights, moments: Object.fromEntries(kept) });
  }

  dispose(): void {
    release(this.engine, this.state);
  }

  private get training() {
    const { training } = methodOf(this.name);
    if (training === null) throw new RangeError(`${this.name} is not trained`);
    return training;
  }
}

interface Iteration {
  readonly training: Training<never>;
  readonly tasks: TrainingTasks;
  readonly iteration: number;
  readonly spec: SharedSpec;
  readonly own: object;
}

/** What a meta-iteration can learn from, by the kind of its method. */
export function trainingSource(
  { training: { shape, mixed }, tasks, iteration, spec, own }: Iteration,
  batch: Source['batch'],
): Source {
  return {
    get tasks() {
      if (shape === undefined) throw new RangeError('this method learns from no tasks');
      return tasks.draw(iteration, shape(spec, own as never));
    },
    get mixed() {
      if (mixed === undefined) throw new RangeError('this method learns from tasks');
      return tasks.drawMixed(iteration, mixed(own as never));
    },
    random: (name) => stream(tasks.seed, name, iteration),
    batch,
  };
}

/** Weights of which only the body is known, or fits, go on with the rest as it begins. */
function completed(saved: SavedState, begun: Float32Array, spec: SharedSpec): SavedState {
  const theta = saved.weights.theta!;
  if (theta.length === begun.length) return saved;
  const whole = begun.slice();
  whole.set(bodyWeights(spec, theta));
  return { ...saved, weights: { ...saved.weights, theta: whole } };
}
