/** The optimizer lab in the worker: meta-trains the LSTM, one unroll at a time. */

import { type OptimizerScope, unroll } from '../../algorithms/learnedOptimizer';
import { optimizerNames } from '../../algorithms/optimizers';
import type { Batch, Engine, Moments, Rows } from '../../compute/engine';
import { stream } from '../../math/rng';
import { mean, median } from '../../math/statistics';
import {
  type CoordinatewiseNetwork,
  initialiseCoordinatewise,
} from '../../networks/coordinatewise';
import {
  type Columns,
  type Experiment,
  type ExperimentMaker,
  isKept,
  type Remark,
  type Snapshot,
} from '../../session/experiment';
import { checkSpec } from '../../spec/spec';
import { surfaces } from '../../tasks/surfaces';
import { type Family, familyOf } from './families';
import { insight } from './insight';
import { defaultPreset, presets } from './presets';
import type {
  Best,
  Grids,
  OptimizerAnswer,
  OptimizerQuestion,
  OptimizerSnapshot,
  RaceAnswer,
  RaceQuestion,
  SurfaceAnswer,
  SurfaceQuestion,
  Which,
} from './protocol';
import { race } from './race';
import { courseOf, runLearned } from './runs';
import { type FamilyName, fields, liveFields, type OptimizerSpec, type RacerName } from './spec';
import { tune, tuneOnSurface, walk } from './tuning';

/** Adam's defaults, as the paper trains its optimiser. */
const META_ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
const VALIDATE_EVERY = 50;
const VALIDATION_PROBLEMS = 128;
/** Milliseconds after which an answer pauses, so that messages and training get their turn. */
const PART = 40;

export const networkOf = (
  spec: Pick<OptimizerSpec, 'hidden' | 'preprocessing' | 'outputScale'>,
): CoordinatewiseNetwork => ({
  preprocessing: spec.preprocessing,
  hidden: spec.hidden,
  outputScale: spec.outputScale,
});

interface Row {
  readonly iteration: number;
  readonly final: number;
  readonly finalMean: number;
  readonly sum: number;
}

export class OptimizerExperiment implements Experiment {
  iteration: number;
  private readonly family: Family;
  private readonly scope: OptimizerScope;
  private phi: Rows;
  private moments: Moments;
  private best: Best;
  private epoch = 0;
  private step = 0;
  private theta: Rows;
  private state: Rows;
  private batch: Batch;
  private rows: Row[] = [];
  private remarks: Remark[] = [];
  private readonly grids = new Map<FamilyName, Grids>();

  constructor(
    private readonly engine: Engine,
    private spec: OptimizerSpec,
    phi: Float32Array,
    resume: OptimizerSnapshot | null,
  ) {
    this.family = familyOf(spec.family, spec.dimension);
    this.scope = {
      engine,
      optimizer: engine.compileCoordinatewise(networkOf(spec)),
      problems: engine.compile(this.family.network, this.family.loss),
    };
    this.iteration = resume?.iteration ?? 0;
    this.phi = engine.rows(resume?.phi ?? phi, 1);
    const moment = (values: Float32Array = new Float32Array()) =>
      engine.rows(values.length === 0 ? new Float32Array(phi.length) : values, 1);
    this.moments = {
      first: moment(resume?.first),
      second: moment(resume?.second),
      updates: resume?.updates ?? 0,
    };
    this.best = resume?.best ?? { iteration: 0, phi, score: Number.POSITIVE_INFINITY };
    const position = resume?.position ?? null;
    this.epoch = position?.epoch ?? 0;
    this.step = position?.step ?? 0;
    ({ batch: this.batch, theta: this.theta, state: this.state } = this.enter(position));
  }

  get finished(): boolean {
    return this.iteration >= this.spec.iterations;
  }

  get keepsake(): boolean {
    return isKept(this.iteration);
  }

  /** One unroll, and one update of the LSTM along its meta-gradient. */
  async advance(): Promise<void> {
    if (this.iteration % VALIDATE_EVERY === 0) await this.validate();
    const { engine, spec } = this;
    if (this.step >= this.horizon) this.nextEpoch();
    const steps = Math.min(spec.unroll, this.horizon - this.step);
    const { gradient, theta, state } = engine.tidy(() => {
      const result = unroll(
        this.scope,
        this.phi,
        { theta: this.theta, state: this.state },
        this.batch,
        {
          steps,
          objective: spec.objective,
          secondOrder: spec.gradients === 'flow',
        },
      );
      return { gradient: result.gradient, theta: result.theta, state: result.state };
    });
    engine.release(this.theta, this.state);
    this.theta = theta;
    this.state = state;
    this.step += steps;
    const direction = (await engine.read(gradient)).slice();
    engine.release(gradient);
    this.update(direction, steps);
    this.iteration += 1;
    if (this.finished) await this.validate();
  }

  takeRows(): Columns {
    const rows = this.rows;
    this.rows = [];
    const column = (name: keyof Row) => Float64Array.from(rows, (row) => row[name]);
    return {
      iteration: column('iteration'),
      final: column('final'),
      finalMean: column('finalMean'),
      sum: column('sum'),
    };
  }

  takeRemarks(): Remark[] {
    const remarks = this.remarks;
    this.remarks = [];
    return remarks;
  }

  async snapshot(): Promise<OptimizerSnapshot> {
    const { engine, iteration, epoch, step } = this;
    const read = async (rows: Rows) => (await engine.read(rows)).slice();
    return {
      iteration,
      phi: await read(this.phi),
      first: await read(this.moments.first),
      second: await read(this.moments.second),
      updates: this.moments.updates,
      best: { ...this.best, phi: this.best.phi.slice() },
      position: { epoch, step, theta: await read(this.theta), state: await read(this.state) },
    };
  }

  tune(candidate: unknown): void {
    const { spec } = checkSpec(fields, this.spec, candidate);
    this.spec = {
      ...this.spec,
      ...Object.fromEntries(liveFields.map((name) => [name, spec[name]])),
    };
  }

  probe(question: unknown): AsyncGenerator<OptimizerAnswer, void> {
    const asked = question as OptimizerQuestion;
    switch (asked.kind) {
      case 'race':
        return this.race(asked);
      case 'surface':
        return this.descend(asked);
      case 'insight':
        return this.explain(asked.which);
      default:
        return asked satisfies never;
    }
  }

  memory() {
    return this.engine.memory();
  }

  dispose(): void {
    const { first, second } = this.moments;
    this.engine.release(this.phi, first, second, this.theta, this.state, this.batch);
  }

  /** The optimiser that is best so far, for who trains without a page. */
  get bestSoFar(): Best {
    return this.best;
  }

  /** Steps on the problems of now, a whole number of unrolls while it grows. */
  private get horizon(): number {
    const { horizon, unroll: length, curriculum, iterations } = this.spec;
    if (curriculum === 'fixed') return horizon;
    const share = Math.min(1, (5 * this.iteration) / iterations);
    return Math.min(horizon, length * Math.max(1, Math.ceil((share * horizon) / length)));
  }

  private nextEpoch(): void {
    this.engine.release(this.batch, this.theta, this.state);
    this.epoch += 1;
    this.step = 0;
    ({ batch: this.batch, theta: this.theta, state: this.state } = this.enter(null));
  }

  private enter(position: OptimizerSnapshot['position']): {
    batch: Batch;
    theta: Rows;
    state: Rows;
  } {
    const { spec, family, engine } = this;
    const drawn = family.draw(spec.seed, 'train problems', this.epoch, spec.problems, spec.scaling);
    return {
      batch: this.scope.problems.batch(drawn),
      theta: engine.rows(position?.theta ?? drawn.starts, spec.problems),
      state:
        position === null
          ? this.scope.optimizer.start(drawn.starts.length)
          : engine.rows(position.state, 1),
    };
  }

  /** Adam along the mean meta-gradient, clipped in length; one that is not finite is dropped with its problems. */
  private update(direction: Float32Array, steps: number): void {
    const { engine, spec } = this;
    const average = 1 / (spec.problems * (spec.objective === 'sum' ? 1 : steps));
    const length = average * Math.hypot(...direction);
    if (!Number.isFinite(length)) {
      this.remarks.push({
        iteration: this.iteration,
        subject: 'learned',
        code: 'exploded',
        message: `At meta-iteration ${this.iteration} the optimiser ran away on its problems: they were dropped and others drawn.`,
        hint: `Lower the meta-rate (now ${spec.rate}), or clip at less (now ${spec.clip}).`,
      });
      this.step = this.horizon;
      return;
    }
    const factor = average * Math.min(1, spec.clip / length);
    const gradient = engine.rows(
      direction.map((x) => x * factor),
      1,
    );
    const { parameters, moments } = engine.tidy(() =>
      engine.adam(this.phi, gradient, this.moments, {
        rate: spec.rate * spec.decay ** (this.iteration / spec.iterations),
        ...META_ADAM,
      }),
    );
    engine.release(gradient, this.phi, this.moments.first, this.moments.second);
    this.phi = parameters;
    this.moments = moments;
  }

  /** Runs the optimiser over the whole horizon on problems that are kept for this, and keeps the best. */
  private async validate(): Promise<void> {
    const { spec, family, engine, iteration } = this;
    const drawn = family.draw(spec.seed, 'validation problems', 0, VALIDATION_PROBLEMS);
    const course = courseOf(engine, family, drawn);
    let sum = 0;
    let last = new Float32Array();
    for await (const losses of runLearned(course, this.scope.optimizer, this.phi, spec.horizon)) {
      if (last.length > 0) sum += mean(losses);
      last = losses.slice();
    }
    // Typical problems and hard ones: neither should be bought with the other.
    const score = Math.log(mean(last)) + mean(last.map((f) => Math.log(Math.max(f, 1e-30))));
    this.rows.push({ iteration, final: median(last), finalMean: mean(last), sum });
    if (score < this.best.score) {
      this.best = { iteration, phi: (await engine.read(this.phi)).slice(), score };
    }
  }

  private async held(which: Which): Promise<{ iteration: number; phi: Rows }> {
    const { engine } = this;
    if (which === 'best') {
      return { iteration: this.best.iteration, phi: engine.rows(this.best.phi, 1) };
    }
    if (which !== 'now') return { iteration: which.iteration, phi: engine.rows(which.phi, 1) };
    // Training may go on between parts: what is asked about is the optimiser of now.
    return {
      iteration: this.iteration,
      phi: engine.rows((await engine.read(this.phi)).slice(), 1),
    };
  }

  private async *race(asked: RaceQuestion): AsyncGenerator<RaceAnswer, void> {
    const { engine, spec } = this;
    const { kind, family: name, problems, steps } = asked;
    const family = familyOf(name, spec.dimension);
    const { iteration, phi } = await this.held(asked.which);
    try {
      let grids = this.grids.get(name) ?? null;
      const answer = (curves: RaceAnswer['curves'] = {}, complete = false): RaceAnswer => ({
        kind,
        iteration,
        family: name,
        problems,
        complete,
        grids,
        // Arrays are transferred with every answer: what is sent is a copy.
        curves: structuredClone(curves),
      });
      let pause = performance.now() + PART;
      if (grids === null) {
        for await (const tuned of tune(engine, family, spec.seed)) {
          grids = tuned;
          if (performance.now() > pause) {
            yield answer();
            pause = performance.now() + PART;
          }
        }
        this.grids.set(name, grids!);
      }
      const options = { seed: spec.seed, steps, problems };
      let curves: Partial<Record<RacerName, never>> | RaceAnswer['curves'] = {};
      const running = race(engine, family, this.scope.optimizer, phi, grids!, options);
      for await (const done of running) {
        curves = done;
        if (performance.now() > pause) {
          yield answer(curves);
          pause = performance.now() + PART;
        }
      }
      yield answer(curves, true);
    } finally {
      engine.release(phi);
    }
  }

  private async *descend(asked: SurfaceQuestion): AsyncGenerator<SurfaceAnswer, void> {
    const { engine, spec, scope } = this;
    const { kind, surface, start, steps } = asked;
    const rates = tuneOnSurface(surface, spec.seed);
    const { iteration, phi } = await this.held(asked.which);
    let state = scope.optimizer.start(2);
    const learned = new Float64Array(2 * (steps + 1));
    let [x, y] = start;
    for (let t = 0; ; t++) {
      learned[2 * t] = x;
      learned[2 * t + 1] = y;
      if (t === steps) break;
      const gradient = engine.rows(Float32Array.from(surfaces[surface].gradient(x, y)), 1);
      const next = engine.tidy(() => {
        const { output, state: after } = scope.optimizer.step(phi, gradient, state);
        return { output, after };
      });
      const change = await engine.read(next.output);
      x += change[0]!;
      y += change[1]!;
      engine.release(gradient, state, next.output);
      state = next.after;
    }
    engine.release(phi, state);
    const byHand = optimizerNames.map((name) => [
      name,
      walk(surface, name, rates[name], start, steps),
    ]);
    yield {
      kind,
      iteration,
      surface,
      start,
      rates,
      paths: Object.fromEntries([['learned', learned], ...byHand]),
    };
  }

  private async *explain(which: Which): AsyncGenerator<OptimizerAnswer, void> {
    const { iteration, phi } = await this.held(which);
    try {
      yield {
        kind: 'insight',
        iteration,
        ...(await insight(this.scope, phi, this.family, this.spec)),
      };
    } finally {
      this.engine.release(phi);
    }
  }
}

/** A run, for who trains without a page. */
export function trainingOf(
  engine: Engine,
  spec: OptimizerSpec,
  resume: OptimizerSnapshot | null,
): OptimizerExperiment {
  // A trained optimiser to begin from comes as a snapshot of meta-iteration 0: see snapshotOf.
  const phi = initialiseCoordinatewise(networkOf(spec), stream(spec.seed, 'init'));
  return new OptimizerExperiment(engine, spec, phi, resume);
}

export const optimizerExperiment: ExperimentMaker = {
  async create(engine: Engine, candidate: unknown, resume: Snapshot | null) {
    const { spec } = checkSpec(fields, presets[defaultPreset].spec, candidate);
    return trainingOf(engine, spec, resume as OptimizerSnapshot | null);
  },
};
