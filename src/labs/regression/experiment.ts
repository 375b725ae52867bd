/** The regression lab in the worker: contenders in lock step, on the same tasks, from the same weights. */

import { adapt } from '../../algorithms/adapt';
import type { AlgorithmSettings, Episode, Scope } from '../../algorithms/algorithm';
import { lossesAfterSteps, pathOfPredictions } from '../../algorithms/evaluation';
import {
  initialState,
  metaIteration,
  type OuterSettings,
  type OuterState,
  releaseState,
} from '../../algorithms/outerLoop';
import { type AlgorithmName, algorithms } from '../../algorithms/registry';
import type { Batch, Engine, Rows } from '../../compute/engine';
import { stream } from '../../math/rng';
import { mean, summarise } from '../../math/statistics';
import { initialise } from '../../networks/initialisers';
import { mlp } from '../../networks/network';
import {
  type Columns,
  type Experiment,
  type ExperimentMaker,
  isKept,
  type Remark,
  type Snapshot,
} from '../../session/experiment';
import { checkSpec } from '../../spec/spec';
import { drawEpisodes, joined, minibatches, type Points } from '../../tasks/task';
import { defaultPreset, presets } from './presets';
import type {
  ContenderSnapshot,
  EvaluateAnswer,
  Initialisations,
  LossCurve,
  RegressionAnswer,
  RegressionQuestion,
  RegressionSnapshot,
} from './protocol';
import { fields, liveFields, type RegressionSpec } from './spec';
import { testTasks, trainingTasks } from './tasks';

interface Contender {
  readonly name: AlgorithmName;
  state: OuterState;
  /** θ when it was last known to be finite: what is shown of a contender that diverged. */
  lastGood: Float32Array;
  diverged: number | null;
}

/** Losses are recorded at every meta-iteration at first, then at every tenth: a chart has no room for more. */
const RECORDED_AT_FIRST = 100;
const RECORDED_EVERY = 10;

/** Held-out tasks evaluated at once: about 50 ms of the slowest engine in use. */
const EVALUATION_CHUNK = 25;

/** A mean is finite only if every value is. */
const allFinite = (values: ArrayLike<number>): boolean => Number.isFinite(mean(values));

class RegressionExperiment implements Experiment {
  iteration = 0;
  private readonly scope: Scope;
  private readonly contenders: Contender[];
  private rows: { iteration: number; losses: number[] }[] = [];
  private remarks: Remark[] = [];

  constructor(
    private readonly engine: Engine,
    private spec: RegressionSpec,
    resume: RegressionSnapshot | null,
  ) {
    const network = mlp(1, spec.hidden, 1, spec.activation);
    this.scope = { engine, learner: engine.compile(network, 'mean-squared-error') };
    const theta = initialise(network, spec.initialiser, stream(spec.seed, 'init'));
    this.contenders = spec.contenders.map((name) => {
      const saved = resume?.contenders.find((c) => c.name === name);
      return saved === undefined
        ? { name, state: initialState(engine, theta), lastGood: theta, diverged: null }
        : { name, state: this.restore(saved), lastGood: saved.theta, diverged: saved.diverged };
    });
    this.iteration = resume?.iteration ?? 0;
  }

  get finished(): boolean {
    return this.iteration >= this.spec.iterations;
  }

  get keepsake(): boolean {
    return isKept(this.iteration);
  }

  async advance(): Promise<void> {
    const { episode, batches } = this.drawEpisode();
    const { iteration } = this;
    if (iteration < RECORDED_AT_FIRST || iteration % RECORDED_EVERY === 0)
      await this.record(episode);
    const settings = this.algorithmSettings();
    const outer = this.outerSettings();
    for (const contender of this.contenders) {
      if (contender.diverged !== null) continue;
      const algorithm = algorithms[contender.name];
      contender.state = metaIteration(
        algorithm,
        this.scope,
        contender.state,
        episode,
        settings,
        outer,
      );
    }
    this.engine.release(...batches);
    this.iteration += 1;
  }

  takeRows(): Columns {
    const rows = this.rows;
    this.rows = [];
    const column = (value: (row: (typeof rows)[number]) => number) =>
      Float64Array.from(rows, (row) => value(row));
    return {
      iteration: column((row) => row.iteration),
      ...Object.fromEntries(
        this.contenders.map(({ name }, c) => [name, column((row) => row.losses[c]!)]),
      ),
    };
  }

  takeRemarks(): Remark[] {
    const remarks = this.remarks;
    this.remarks = [];
    return remarks;
  }

  async snapshot(): Promise<RegressionSnapshot> {
    const contenders: ContenderSnapshot[] = [];
    for (const contender of this.contenders) {
      const theta = await this.engine.read(contender.state.theta);
      if (allFinite(theta)) contender.lastGood = theta;
      else this.markDiverged(contender);
      const { moments } = contender.state;
      contenders.push({
        name: contender.name,
        theta: contender.lastGood.slice(),
        first: (await this.engine.read(moments.first)).slice(),
        second: (await this.engine.read(moments.second)).slice(),
        updates: moments.updates,
        diverged: contender.diverged,
      });
    }
    return { iteration: this.iteration, contenders };
  }

  tune(candidate: unknown): void {
    const { spec } = checkSpec(fields, this.spec, candidate);
    const changes = Object.fromEntries(liveFields.map((name) => [name, spec[name]]));
    this.spec = { ...this.spec, ...changes };
  }

  async *probe(question: unknown): AsyncGenerator<RegressionAnswer, void> {
    const asked = question as RegressionQuestion;
    switch (asked.kind) {
      case 'adapt':
        yield await this.adaptTo(asked);
        return;
      case 'evaluate':
        yield* this.evaluate(asked);
        return;
      default:
        asked satisfies never;
    }
  }

  memory() {
    return this.engine.memory();
  }

  dispose(): void {
    for (const { state } of this.contenders) releaseState(this.engine, state);
  }

  private get inner() {
    return { rate: this.spec.innerRate, steps: this.spec.innerSteps };
  }

  private algorithmSettings(): AlgorithmSettings {
    return { inner: this.inner, reptileOptimizer: this.spec.reptileOptimizer };
  }

  private outerSettings(): OuterSettings {
    const { outerOptimizer, outerRate, reptileRate, iterations } = this.spec;
    return {
      optimizer: outerOptimizer,
      rate: outerRate,
      interpolation: reptileRate * Math.max(0, 1 - this.iteration / iterations),
    };
  }

  /** The tasks of this meta-iteration, a function of seed and meta-iteration alone. */
  private drawEpisode(): { episode: Episode; batches: Batch[] } {
    const { spec, iteration } = this;
    const { family, sampling } = trainingTasks(spec);
    const drawn = drawEpisodes(
      family,
      sampling,
      { tasks: spec.metaBatch, support: spec.shots, query: spec.queries },
      stream(spec.seed, 'train tasks', iteration),
    );
    const all = joined(drawn.support, drawn.query);
    // A stream of their own: whether they are drawn changes no other draw.
    const parts = spec.contenders.includes('reptile')
      ? minibatches(
          all,
          spec.reptileBatch,
          spec.reptileSteps,
          stream(spec.seed, 'minibatches', iteration),
        )
      : [];
    const batches: Batch[] = [];
    const upload = (points: Points): Batch => {
      const batch = this.scope.learner.batch(points);
      batches.push(batch);
      return batch;
    };
    const episode: Episode = {
      support: upload(drawn.support),
      query: upload(drawn.query),
      all: upload({ ...all, tasks: 1, points: all.tasks * all.points }),
      minibatches: parts.map(upload),
    };
    return { episode, batches };
  }

  /** Every contender's query loss on this meta-batch, after adapting as in training and before it learns from it. */
  private async record({ support, query }: Episode): Promise<void> {
    const losses: number[] = [];
    for (const contender of this.contenders) {
      const rows = this.engine.tidy(() => {
        const { path } = adapt(this.scope, contender.state.theta, support, this.inner);
        return this.engine.mean(this.scope.learner.at(path[this.inner.steps]!, query).loss());
      });
      const loss = (await this.engine.read(rows))[0]!;
      this.engine.release(rows);
      losses.push(contender.diverged === null && Number.isFinite(loss) ? loss : Number.NaN);
      if (!Number.isFinite(loss)) this.markDiverged(contender);
    }
    this.rows.push({ iteration: this.iteration, losses });
  }

  /** Stops a contender whose numbers have run away, and puts its last finite weights back. */
  private markDiverged(contender: Contender): void {
    if (contender.diverged !== null) return;
    contender.diverged = this.iteration;
    releaseState(this.engine, contender.state);
    contender.state = initialState(this.engine, contender.lastGood);
    const { innerRate, outerRate, reptileRate } = this.spec;
    const outerKnob = {
      optimizer: `the outer rate β (now ${outerRate})`,
      interpolation: `Reptile’s outer step ε (now ${reptileRate})`,
      none: null,
    }[algorithms[contender.name].outer];
    this.remarks.push({
      iteration: this.iteration,
      subject: contender.name,
      code: 'diverged',
      message: `${algorithms[contender.name].label} diverged by meta-iteration ${this.iteration}: its loss is no longer a number.`,
      hint: `Lower the inner rate α (now ${innerRate})${outerKnob === null ? '' : ` or ${outerKnob}`}, then reset.`,
    });
  }

  private restore(saved: ContenderSnapshot): OuterState {
    const row = (values: Float32Array) => this.engine.rows(values, 1);
    const moments = { first: row(saved.first), second: row(saved.second), updates: saved.updates };
    return { theta: row(saved.theta), moments };
  }

  /** θ of each contender asked about, as one row each, to be released by the caller. */
  private initialisations(
    at: Initialisations,
  ): { name: AlgorithmName; theta: Rows; own: boolean }[] {
    if (at === 'now') {
      return this.contenders.map(({ name, state }) => ({ name, theta: state.theta, own: false }));
    }
    return at.contenders.map(({ name, theta }) => ({
      name,
      theta: this.engine.rows(theta, 1),
      own: true,
    }));
  }

  private async adaptTo(
    question: Extract<RegressionQuestion, { kind: 'adapt' }>,
  ): Promise<RegressionAnswer> {
    const { learner } = this.scope;
    const { at, inputs, targets, grid } = question;
    const support = learner.batch({ tasks: 1, points: inputs.length, inputs, targets });
    const curve = learner.batch({
      tasks: 1,
      points: grid.length,
      inputs: grid,
      targets: new Float32Array(grid.length),
    });
    const inner = { rate: this.spec.innerRate, steps: this.spec.testSteps };
    const iteration = at === 'now' ? this.iteration : at.iteration;
    const asked = this.initialisations(at);
    const predictions: Partial<Record<AlgorithmName, Float32Array>> = {};
    for (const { name, theta, own } of asked) {
      const path = this.engine.tidy(() =>
        pathOfPredictions(this.scope, theta, support, curve, inner),
      );
      const values = new Float32Array(path.length * grid.length);
      for (const [k, rows] of path.entries())
        values.set(await this.engine.read(rows), k * grid.length);
      predictions[name] = values;
      this.engine.release(...path, ...(own ? [theta] : []));
    }
    this.engine.release(support, curve);
    return { kind: 'adapt', iteration, predictions };
  }

  private async *evaluate(
    question: Extract<RegressionQuestion, { kind: 'evaluate' }>,
  ): AsyncGenerator<EvaluateAnswer, void> {
    const { spec } = this;
    const { at, tasks } = question;
    const { family, sampling } = testTasks(spec);
    const iteration = at === 'now' ? this.iteration : at.iteration;
    // Training may go on between parts: hold the weights of now as a snapshot of their own.
    const held: Initialisations = at === 'now' ? await this.snapshot() : at;
    const inner = { rate: spec.innerRate, steps: spec.testSteps };
    const losses = new Map<AlgorithmName, number[][]>();
    for (let done = 0; done < tasks; done += EVALUATION_CHUNK) {
      const count = Math.min(EVALUATION_CHUNK, tasks - done);
      const drawn = drawEpisodes(
        family,
        sampling,
        { tasks: count, support: spec.shots, query: spec.queries },
        stream(spec.seed, 'test tasks', done),
      );
      const support = this.scope.learner.batch(drawn.support);
      const query = this.scope.learner.batch(drawn.query);
      const asked = this.initialisations(held);
      for (const { name, theta } of asked) {
        const steps = this.engine.tidy(() =>
          lossesAfterSteps(this.scope, theta, support, query, inner),
        );
        const so = losses.get(name) ?? steps.map(() => []);
        for (const [k, rows] of steps.entries()) so[k]!.push(...(await this.engine.read(rows)));
        losses.set(name, so);
        this.engine.release(theta, ...steps);
      }
      this.engine.release(support, query);
      const evaluated = done + count;
      yield {
        kind: 'evaluate',
        iteration,
        tasks: evaluated,
        complete: evaluated === tasks,
        curves: Object.fromEntries([...losses].map(([name, steps]) => [name, curveOf(steps)])),
      };
    }
  }
}

function curveOf(steps: readonly number[][]): LossCurve {
  const summaries = steps.map((losses) => summarise(losses));
  const column = (value: (s: (typeof summaries)[number]) => number) =>
    Float64Array.from(summaries, value);
  return {
    mean: column((s) => s.mean),
    ci95: column((s) => s.ci95),
    median: column((s) => s.median),
  };
}

export const regressionExperiment: ExperimentMaker = {
  async create(engine: Engine, candidate: unknown, resume: Snapshot | null) {
    const { spec } = checkSpec(fields, presets[defaultPreset].spec, candidate);
    return new RegressionExperiment(engine, spec, resume as RegressionSnapshot | null);
  },
};
