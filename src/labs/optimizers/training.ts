/** One learned optimiser in meta-training: unroll after unroll on problems that are drawn anew now and then. */

import type { Batch, Engine } from '../../compute/engine';
import type { OptimizerPosition, OptimizerScope } from '../../contenders/rules/learnedOptimizer';
import type { AnyLearnedRule, MetaSettings } from '../../contenders/rules/lstm';
import {
  hold,
  read,
  readWeights,
  release,
  type SavedState,
  type State,
} from '../../contenders/state';
import { stream } from '../../math/rng';
import type { Turn } from '../../session/turn';
import type { RunOf } from '../kit/experiment';
import { ownOf } from '../kit/ownFields';
import { courseOf, type Family } from './families';
import { networkOf, type OptimizerSpec, type OptimizerView } from './fields';
import { type TrainedName, trained } from './racers';
import { columnOf, judge, type Measure, VALIDATION_PROBLEMS } from './validation';

/** A learned optimiser when it did best on validation problems. */
interface Best {
  readonly iteration: number;
  readonly weights: SavedState['weights'];
  /** See `judge`. */
  readonly score: number;
}

/** Where meta-training stands within its problems. */
interface Position {
  /** Number of the batch of problems, and steps taken on it. */
  readonly epoch: number;
  readonly step: number;
  readonly theta: Float32Array;
  readonly state: Float32Array;
}

/** One learned optimiser at one meta-iteration. */
export interface TrainedSnapshot extends SavedState {
  readonly name: TrainedName;
  /** These two are left out in snapshots kept for looking back only, and where a run begins. */
  readonly best: Best | null;
  readonly position: Position | null;
}

/** The problems of now, and where they stand. */
interface Epoch {
  readonly number: number;
  /** Steps taken. */
  readonly step: number;
  readonly batch: Batch;
  readonly position: OptimizerPosition;
}

/** What a meta-iteration is made with. */
export interface Made {
  readonly scope: OptimizerScope;
  readonly rule: AnyLearnedRule;
  readonly state: State;
  readonly position: OptimizerPosition;
  readonly batch: Batch;
  readonly settings: MetaSettings;
  /** The optimiser's own settings. */
  readonly own: object;
}

export class Training {
  readonly scope: OptimizerScope;
  private readonly rule: AnyLearnedRule;
  private state: State;
  private epoch: Epoch;
  private best: Best;

  constructor(
    private readonly engine: Engine,
    private readonly family: Family,
    readonly name: TrainedName,
    private readonly run: RunOf<OptimizerSpec>,
    saved: TrainedSnapshot | null,
  ) {
    const { spec } = run;
    this.rule = trained[name];
    const network = networkOf(spec);
    this.scope = {
      engine,
      optimizer: engine.compileCoordinatewise(network),
      problems: engine.compile(family.network, family.loss),
    };
    const from: SavedState =
      saved ?? this.rule.begin(network, stream(spec.seed, 'init'), ownOf(name, this.rule, spec));
    this.state = hold(engine, from);
    const { weights } = from;
    this.best = saved?.best ?? { iteration: 0, weights, score: Number.POSITIVE_INFINITY };
    this.epoch = this.enter(saved?.position?.epoch ?? 0, saved?.position ?? null);
  }

  /** One unroll, and one update along its meta-gradient; problems on which that is no number are dropped. */
  async advance(iteration: number): Promise<void> {
    const { engine, name, rule, run } = this;
    const { spec } = run;
    if (this.epoch.step >= horizonOf(spec, iteration)) this.nextEpoch();
    const { number, batch, position, step } = this.epoch;
    const settings = this.settingsAt(iteration, step);
    const own = ownOf(name, rule, spec);
    const next = await rule.step(this.scope, this.state, position, batch, settings, own);
    engine.release(position.theta, position.state);
    this.epoch = { number, batch, position: next.position, step: step + settings.steps };
    if (next.state === null) {
      const values = { at: iteration, rate: spec.rate, clip: spec.clip };
      run.remark({ iteration, subject: name, code: 'exploded', values });
      this.nextEpoch();
      return;
    }
    release(engine, this.state, next.state);
    this.state = next.state;
  }

  /** Looks at what the next meta-iteration will be; it stays where it is. */
  async look<Result>(iteration: number, at: (made: Made) => Promise<Result>): Promise<Result> {
    const { engine, name, rule, scope, state } = this;
    const { spec } = this.run;
    const isOver = this.epoch.step >= horizonOf(spec, iteration);
    const epoch = isOver ? this.enter(this.epoch.number + 1, null) : this.epoch;
    const settings = this.settingsAt(iteration, epoch.step);
    const own = ownOf(name, rule, spec);
    const { batch, position } = epoch;
    try {
      return await at({ scope, rule, state, position, batch, settings, own });
    } finally {
      if (isOver) engine.release(batch, position.theta, position.state);
    }
  }

  /** What a meta-iteration is made with that begins at this step of its problems. */
  private settingsAt(iteration: number, step: number): MetaSettings {
    const { spec } = this.run;
    return {
      steps: Math.min(spec.unroll, horizonOf(spec, iteration) - step),
      objective: spec.objective,
      secondOrder: spec.gradients === 'flow',
      rate: spec.rate * spec.decay ** (iteration / spec.iterations),
      clip: spec.clip,
    };
  }

  /** Runs the optimiser over the whole horizon on problems that are kept for this, and keeps the best. */
  async validate(iteration: number, turn: Turn): Promise<Record<string, number>> {
    const { engine, family, name, rule, scope, state } = this;
    const { spec } = this.run;
    const drawn = family.draw(spec.seed, 'validation problems', 0, VALIDATION_PROBLEMS);
    const course = courseOf(engine, family, drawn);
    const learned = { optimizer: scope.optimizer, weights: state.weights };
    const { found, score } = await judge(rule.run(course, learned, spec.horizon), turn);
    if (score < this.best.score) {
      this.best = { iteration, weights: await readWeights(engine, state.weights), score };
    }
    return Object.fromEntries(
      Object.entries(found).map(([measure, f]) => [columnOf(name, measure as Measure), f]),
    );
  }

  async snapshot(): Promise<TrainedSnapshot> {
    const { engine, name, state, best, epoch } = this;
    const { theta, state: memory } = epoch.position;
    return {
      name,
      ...(await read(engine, state)),
      best: structuredClone(best),
      position: {
        epoch: epoch.number,
        step: epoch.step,
        theta: await engine.read(theta),
        state: await engine.read(memory),
      },
    };
  }

  /** The optimiser of now or the best so far, as plain numbers, and the meta-iteration that it is of. */
  async weights(shown: OptimizerView['shown'], now: number): Promise<Omit<Best, 'score'>> {
    if (shown === 'best') return this.best;
    return { iteration: now, weights: await readWeights(this.engine, this.state.weights) };
  }

  dispose(): void {
    release(this.engine, this.state);
    this.leave();
  }

  private nextEpoch(): void {
    this.leave();
    this.epoch = this.enter(this.epoch.number + 1, null);
  }

  private enter(number: number, at: Position | null): Epoch {
    const { engine, family, scope } = this;
    const { seed, problems, scaling } = this.run.spec;
    const drawn = family.draw(seed, 'train problems', number, problems, scaling);
    const start = () => scope.optimizer.start(drawn.starts.length);
    return {
      number,
      step: at?.step ?? 0,
      batch: scope.problems.batch(drawn),
      position: {
        theta: engine.rows(at?.theta ?? drawn.starts, problems),
        state: at === null ? start() : engine.rows(at.state, 1),
      },
    };
  }

  private leave(): void {
    const { batch, position } = this.epoch;
    this.engine.release(batch, position.theta, position.state);
  }
}

/** Steps on the problems of now, a whole number of unrolls while it grows. */
function horizonOf(spec: OptimizerSpec, iteration: number): number {
  const { horizon, unroll, curriculum, iterations } = spec;
  if (curriculum === 'fixed') return horizon;
  const share = Math.min(1, (5 * iteration) / iterations);
  return Math.min(horizon, unroll * Math.max(1, Math.ceil((share * horizon) / unroll)));
}
