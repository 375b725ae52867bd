/** The regression lab in the worker: contenders in lock step, on the same tasks, from the same weights. */

import type { Batch, Engine, Rows } from '../../compute/engine';
import type { AnyContender, InnerLoop, Scope, Settings, Source } from '../../contenders/contender';
import { afterEachStep, afterLastStep, type OnTasks } from '../../contenders/evaluation';
import { metaIteration } from '../../contenders/outerLoop';
import { secondsOf } from '../../contenders/pace';
import {
  hold,
  holdWeights,
  read,
  readWeights,
  release,
  type SavedState,
  type State,
} from '../../contenders/state';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import { initialise } from '../../networks/initialisers';
import { mlp } from '../../networks/network';
import type { Turn } from '../../session/turn';
import { drawEpisodes, joined, type Points } from '../../tasks/task';
import { type Core, defineExperiment, type RunOf } from '../kit/experiment';
import { ownOf } from '../kit/ownFields';
import type { Answers } from '../kit/questions';
import { summariseTasks } from '../kit/runaways';
import { fields, type RegressionSpec } from './fields';
import { metaBatch } from './metaBatch';
import { type ContenderName, contenderOf } from './methods';
import { defaultPreset, presets } from './presets';
import type {
  AdaptAnswer,
  AdaptQuestion,
  EvaluateAnswer,
  EvaluateQuestion,
  LossCurve,
  PaceAnswer,
  PaceQuestion,
  RegressionQuestions,
  RegressionSnapshot,
} from './questions';
import { testTasks } from './tasks';

interface Contender {
  readonly name: ContenderName;
  readonly is: AnyContender;
  state: State;
  /** Its weights when they were last known to be finite: what is shown of a contender that diverged. */
  good: SavedState['weights'];
  diverged: number | null;
}

/** Losses are recorded at every meta-iteration at first, then at every tenth: a chart has no room for more. */
const RECORDED_AT_FIRST = 100;
const RECORDED_EVERY = 10;

/** Held-out tasks evaluated at once: about 50 ms of the slowest engine in use. */
const EVALUATION_CHUNK = 25;

/** A mean is finite only if every value is. */
const allFinite = (weights: SavedState['weights']): boolean =>
  Object.values(weights).every((values) => Number.isFinite(mean(values)));

class RegressionExperiment implements Core<RegressionSnapshot, RegressionQuestions> {
  iteration: number;
  readonly answers: Answers<RegressionQuestions>;
  private readonly scope: Scope;
  private readonly contenders: Contender[];

  constructor(
    private readonly engine: Engine,
    private readonly run: RunOf<RegressionSpec>,
    resume: RegressionSnapshot | null,
  ) {
    const { spec } = run;
    const network = mlp(1, spec.hidden, 1, spec.activation);
    this.scope = { engine, learner: engine.compile(network, 'mean-squared-error') };
    const theta = initialise(network, spec.initialiser, stream(spec.seed, 'init'));
    this.iteration = resume?.iteration ?? 0;
    this.contenders = spec.contenders.map((name) => {
      const is = contenderOf(name);
      const saved = resume?.contenders.find((c) => c.name === name);
      const state = saved ? hold(engine, saved) : is.begin(engine, theta, ownOf(name, is, spec));
      const good = saved?.good ?? saved?.weights ?? { theta };
      return { name, is, state, good, diverged: saved?.diverged ?? null };
    });
    this.answers = {
      adapt: (question) => this.adaptTo(question),
      evaluate: (question, turn) => this.evaluate(question, turn),
      pace: (question, turn) => this.pace(question, turn),
    };
  }

  async advance(): Promise<void> {
    const { iteration, run, scope } = this;
    const { source, batches } = this.source();
    const isRecorded = iteration < RECORDED_AT_FIRST || iteration % RECORDED_EVERY === 0;
    if (isRecorded) await this.record(source);
    const settings = this.settings();
    for (const contender of this.contenders) {
      if (contender.diverged !== null) continue;
      const { name, is, state } = contender;
      const own = ownOf(name, is, run.spec);
      contender.state = metaIteration(is, scope, state, source, settings, own);
    }
    this.engine.release(...batches.values());
    this.iteration += 1;
  }

  async snapshot(): Promise<RegressionSnapshot> {
    const contenders: RegressionSnapshot['contenders'][number][] = [];
    for (const { name, state, good, diverged } of this.contenders) {
      contenders.push({
        name,
        ...(await read(this.engine, state)),
        good: structuredClone(good),
        diverged,
      });
    }
    return { iteration: this.iteration, contenders };
  }

  dispose(): void {
    for (const { state } of this.contenders) release(this.engine, state);
  }

  private settings(): Settings {
    const { innerRate, innerSteps, outerOptimizer, outerRate, iterations } = this.run.spec;
    return {
      inner: { rate: innerRate, steps: innerSteps },
      outer: { optimizer: outerOptimizer, rate: outerRate },
      left: Math.max(0, 1 - this.iteration / iterations),
    };
  }

  /** What this meta-iteration can learn from, a function of seed and meta-iteration alone. */
  private source(): { source: Source; batches: Map<Points, Batch> } {
    const { iteration, scope } = this;
    const { spec } = this.run;
    const tasks = metaBatch(spec, iteration);
    const batches = new Map<Points, Batch>();
    const source: Source = {
      tasks,
      get mixed() {
        const all = joined(tasks.support, tasks.query);
        return { ...all, tasks: 1, points: all.tasks * all.points };
      },
      random: (name) => stream(spec.seed, name, iteration),
      batch(points) {
        const batch = batches.get(points) ?? scope.learner.batch(points);
        batches.set(points, batch);
        return batch;
      },
    };
    return { source, batches };
  }

  /**
   * Every contender's query loss on this meta-batch, after adapting as in training and before it learns from it. Here alone
   * it is seen whether one diverges, so that when it does is the run's, whoever asks or looks in between.
   */
  private async record({ tasks, batch }: Source): Promise<void> {
    const { engine, iteration, run } = this;
    const { inner } = this.settings();
    const query = batch(tasks.query);
    const meanLoss = (phi: Rows) => engine.mean(this.scope.learner.at(phi, query).loss());
    const row: Record<string, number> = {};
    for (const contender of this.contenders) {
      row[contender.name] = Number.NaN;
      if (contender.diverged !== null) continue;
      const onTasks = this.onTasks(contender, batch(tasks.support), inner);
      const loss = (await afterLastStep(onTasks, meanLoss))[0]!;
      row[contender.name] = loss;
      const weights = await readWeights(engine, contender.state.weights);
      if (Number.isFinite(loss) && allFinite(weights)) contender.good = weights;
      else this.stop(contender);
    }
    // What the losses are of: settings that act at once may be others by now.
    run.record({ iteration, steps: inner.steps, tasks: tasks.query.tasks, ...row });
  }

  private onTasks(
    { name, state }: Pick<Contender, 'name' | 'state'>,
    support: Batch,
    inner: InnerLoop,
  ): OnTasks {
    const contender = contenderOf(name);
    const own = ownOf(name, contender, this.run.spec);
    return { contender, scope: this.scope, state, support, inner, own };
  }

  /** Stops a contender whose numbers have run away, and puts its last finite weights back. */
  private stop(contender: Contender): void {
    const { engine, iteration, run } = this;
    contender.diverged = iteration;
    release(engine, contender.state);
    contender.state = hold(engine, { weights: contender.good, moments: {} });
    const { name: subject } = contender;
    run.remark({ iteration, subject, code: 'diverged', values: { at: iteration } });
  }

  /** States asked about: copies, as training may go on between the parts of an answer. To be released. */
  private async copies(at: AdaptQuestion['at']): Promise<{ name: ContenderName; state: State }[]> {
    const { engine } = this;
    const ofNow = async ({ name, state }: Contender) => ({
      name,
      weights: await readWeights(engine, state.weights),
    });
    const asked = at === 'now' ? await Promise.all(this.contenders.map(ofNow)) : at.contenders;
    return asked.map(({ name, weights }) => ({ name, state: holdWeights(engine, weights) }));
  }

  private async *adaptTo(question: AdaptQuestion): AsyncGenerator<AdaptAnswer, void> {
    const { engine, scope, run } = this;
    const { at, inputs, targets, grid } = question;
    const { innerRate: rate, testSteps: steps } = run.spec;
    const points = grid.length;
    const iteration = at === 'now' ? this.iteration : at.iteration;
    const support = scope.learner.batch({ tasks: 1, points: inputs.length, inputs, targets });
    const unknown = new Float32Array(points);
    const curve = scope.learner.batch({ tasks: 1, points, inputs: grid, targets: unknown });
    // One part: the states of now stay as they are meanwhile.
    const asked = at === 'now' ? this.contenders : await this.copies(at);
    const predictions: Partial<Record<ContenderName, Float32Array>> = {};
    try {
      for (const { name, state } of asked) {
        const onTasks = this.onTasks({ name, state }, support, { rate, steps });
        const values = new Float32Array((steps + 1) * points);
        let k = 0;
        const path = afterEachStep(onTasks, (phi) => scope.learner.predict(phi, curve));
        for await (const predicted of path) values.set(predicted, points * k++);
        predictions[name] = values;
      }
    } finally {
      engine.release(support, curve);
      if (at !== 'now') for (const { state } of asked) release(engine, state);
    }
    yield { iteration, predictions };
  }

  private async *pace({ at }: PaceQuestion, turn: Turn): AsyncGenerator<PaceAnswer, void> {
    const { engine, run, scope } = this;
    const iteration = at === 'now' ? this.iteration : at.iteration;
    const { source, batches } = this.source();
    const seconds: Partial<Record<ContenderName, number>> = {};
    const pause = () => turn.pause();
    try {
      for (const contender of this.contenders) {
        if (contender.diverged !== null) continue;
        const { name, is } = contender;
        const stateOf = () => contender.state;
        const own = ownOf(name, is, run.spec);
        const settings = this.settings();
        seconds[name] = await secondsOf(is, scope, stateOf, source, settings, own, pause);
      }
    } finally {
      engine.release(...batches.values());
    }
    yield { iteration, seconds };
  }

  private async *evaluate(
    question: EvaluateQuestion,
    turn: Turn,
  ): AsyncGenerator<EvaluateAnswer, void> {
    const { engine, scope, run } = this;
    const { at, tasks } = question;
    const { spec } = run;
    const { family, sampling } = testTasks(spec);
    const inner = { rate: spec.innerRate, steps: spec.testSteps };
    const iteration = at === 'now' ? this.iteration : at.iteration;
    const asked = await this.copies(at);
    const losses = new Map(asked.map(({ name }) => [name, stepsOf(inner.steps)] as const));
    try {
      for (let done = 0; done < tasks; done += EVALUATION_CHUNK) {
        const count = Math.min(EVALUATION_CHUNK, tasks - done);
        const drawn = drawEpisodes(
          family,
          sampling,
          { tasks: count, support: spec.shots, query: spec.queries },
          stream(spec.seed, 'test tasks', done),
        );
        const support = scope.learner.batch(drawn.support);
        const query = scope.learner.batch(drawn.query);
        try {
          for (const { name, state } of asked) {
            let k = 0;
            const onTasks = this.onTasks({ name, state }, support, inner);
            const path = afterEachStep(onTasks, (phi) => scope.learner.at(phi, query).loss());
            for await (const values of path) {
              losses.get(name)![k++]!.push(...values);
              await turn.pause();
            }
          }
        } finally {
          engine.release(support, query);
        }
        const evaluated = done + count;
        const complete = evaluated === tasks;
        if (complete || turn.due || done === 0) {
          const curves = [...losses].map(([name, steps]) => [name, curveOf(steps)]);
          yield { iteration, tasks: evaluated, complete, curves: Object.fromEntries(curves) };
        }
      }
    } finally {
      for (const { state } of asked) release(engine, state);
    }
  }
}

const stepsOf = (steps: number): number[][] => Array.from({ length: steps + 1 }, () => []);

function curveOf(steps: readonly number[][]): LossCurve {
  const summaries = steps.map((losses) => summariseTasks(losses, steps[0]!));
  const column = (value: (s: (typeof summaries)[number]) => number) =>
    Float64Array.from(summaries, value);
  return {
    mean: column((s) => s.mean),
    ci95: column((s) => s.ci95),
    median: column((s) => s.median),
    ranAway: column((s) => s.ranAway),
  };
}

export const regressionExperiment = defineExperiment({
  fields,
  defaults: presets[defaultPreset].spec,
  create: (engine, run, resume: RegressionSnapshot | null) =>
    new RegressionExperiment(engine, run, resume),
});
