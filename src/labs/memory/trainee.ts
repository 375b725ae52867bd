/** One contender in training. */

import type { Engine, Learner } from '../../compute/engine';
import type { Settings, Source } from '../../contenders/contender';
import { type Iteration, stateAfter } from '../../contenders/outerLoop';
import type { AnyReader } from '../../contenders/readers/reader';
import { hold, read, readWeights, release, type State } from '../../contenders/state';
import { stream } from '../../math/rng';
import type { StreamShape } from '../../networks/programs/readers/stream';
import type { MemorySpec } from './fields';
import { codeOf, lossOf } from './labelling';
import type { ReaderName } from './methods';
import type { TrainedReader } from './questions';
import { ownIn, programIn, readerOf } from './registry';

/** Contenders have no inner loop, and rates of their own. */
const settings: Settings = {
  inner: { rate: 0, steps: 0 },
  outer: { optimizer: 'adam', rate: 0 },
  left: 1,
};

export class Trainee {
  private state: State;
  private readonly is: AnyReader;
  readonly learner: Learner;
  private good: TrainedReader['good'];
  diverged: number | null;

  /** @param saved where it goes on; null for its beginning */
  constructor(
    private readonly engine: Engine,
    readonly name: ReaderName,
    shape: StreamShape,
    spec: MemorySpec,
    saved: TrainedReader | null,
  ) {
    this.is = readerOf(name);
    this.learner = engine.compileProgram(programIn(name, shape, spec).plain, lossOf(codeOf(spec)));
    const own = ownIn(name, spec);
    const random = stream(spec.seed, `init ${name}`);
    const theta = this.is.initial(shape, own, random);
    this.state = saved === null ? this.is.begin(engine, theta, own, random) : hold(engine, saved);
    this.good = saved?.good ?? { theta };
    this.diverged = saved?.diverged ?? null;
  }

  /** Its state after the meta-iteration; it moves there when it is told to. */
  after(source: Source, spec: MemorySpec): State {
    return stateAfter(this.made(source, spec), this.state);
  }

  /** Looks at what the meta-iteration will be; it stays where it is, but may be trained before the look is over. */
  look<Result>(
    source: Source,
    spec: MemorySpec,
    at: (made: Iteration, state: State) => Promise<Result>,
  ): Promise<Result> {
    return at(this.made(source, spec), this.state);
  }

  private made(source: Source, spec: MemorySpec): Iteration {
    const { engine, is: contender, learner } = this;
    return { contender, scope: { engine, learner }, source, settings, own: ownIn(this.name, spec) };
  }

  moveTo(next: State): void {
    release(this.engine, this.state, next);
    this.state = next;
  }

  /** What of another state is not also its own. */
  discard(next: State): void {
    release(this.engine, next, this.state);
  }

  get theta() {
    return this.state.weights.theta!;
  }

  /** Whether its weights are numbers; those are kept, for when they no longer are. */
  async isSound(): Promise<boolean> {
    const weights = await readWeights(this.engine, this.state.weights);
    const sound = Object.values(weights).every((values) => values.every(Number.isFinite));
    if (sound) this.good = weights;
    return sound;
  }

  /** Stops it, with its last sound weights. */
  stop(iteration: number): void {
    this.diverged = iteration;
    release(this.engine, this.state);
    this.state = hold(this.engine, { weights: this.good, moments: {} });
  }

  async snapshot(): Promise<TrainedReader> {
    const { diverged, good } = this;
    return { ...(await read(this.engine, this.state)), good: structuredClone(good), diverged };
  }

  dispose(): void {
    release(this.engine, this.state);
  }
}
