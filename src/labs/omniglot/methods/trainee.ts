/** One method in training. */

import type { Batch, Engine, Learner } from '../../../compute/engine';
import { type Iteration, metaIteration } from '../../../contenders/outerLoop';
import { hold, read, release, type SavedState, type State } from '../../../contenders/state';
import { stream } from '../../../math/rng';
import type { Points } from '../../../tasks/task';
import { bodyWeights, compiled } from './networks';
import { type MethodName, methodOf, ownIn } from './registry';
import type { SharedSpec } from './sharedFields';
import { type TrainingTasks, trainingSource } from './trainingTasks';

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
    const own = ownIn(name, spec);
    this.learner = compiled(engine, learner(spec, glyphs, own as never));
    const theta = method.initial(spec, glyphs, own)!;
    this.state =
      saved === null
        ? contender.begin(engine, theta, own, stream(spec.seed, `init ${name}`))
        : hold(engine, completed(saved, theta, spec));
  }

  /** Meta-iteration number `iteration`. */
  step(iteration: number, spec: SharedSpec): void {
    const { made, release: end } = this.made(iteration, spec);
    try {
      this.state = metaIteration(made, this.state);
    } finally {
      end();
    }
  }

  /** Looks at what the next meta-iteration will be; it stays where it is, but may be trained before the look is over. */
  async look<Result>(
    iteration: number,
    spec: SharedSpec,
    at: (made: Iteration, state: State) => Promise<Result>,
  ): Promise<Result> {
    const { made, release: end } = this.made(iteration, spec);
    try {
      return await at(made, this.state);
    } finally {
      end();
    }
  }

  private made(iteration: number, spec: SharedSpec): { made: Iteration; release(): void } {
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
      inner: { rate: innerRate, steps: training.innerSteps?.(spec, own as never) ?? innerSteps },
      outer: { optimizer: 'adam', rate: metaRate * (decay === 'linear' ? left : 1) },
      left,
    } as const;
    const { contender } = training;
    return {
      made: { contender, scope: { engine, learner }, source, settings, own },
      release: () => engine.release(...batches.values()),
    };
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

/** Weights of which only the body is known, or fits, go on with the rest as it begins. */
function completed(saved: SavedState, begun: Float32Array, spec: SharedSpec): SavedState {
  const theta = saved.weights.theta!;
  if (theta.length === begun.length) return saved;
  const whole = begun.slice();
  whole.set(bodyWeights(spec, theta));
  return { ...saved, weights: { ...saved.weights, theta: whole } };
}
