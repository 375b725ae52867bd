/** The regression lab in the worker: contenders in lock step, on the same tasks, from the same weights. */

import type { Batch, Engine, Learner, Rows } from '../../compute/engine';
import type { AnyContender, Scope, Settings, Source } from '../../contenders/contender';
import { afterLastStep } from '../../contenders/evaluation';
import { metaIteration } from '../../contenders/outerLoop';
import {
  hold,
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
import { joined, type Points } from '../../tasks/task';
import { type Core, defineExperiment, type RunOf } from '../kit/experiment';
import { ownOf } from '../kit/ownFields';
import type { Answers } from '../kit/questions';
import { answerAdapt } from './adaptation/question';
import { type Asked, onTasks } from './asked';
import { knownOf } from './bayes/family';
import { pointsAnswers } from './bayes/question';
import { fields, type RegressionSpec } from './fields';
import { answerGates } from './gates/question';
import { answerEvaluate } from './heldOut/question';
import { answerImplicit } from './implicit/question';
import { limitAnswers } from './limit/question';
import { metaBatch } from './metaBatch';
import type { ContenderName } from './methods';
import { fadedAnswers } from './microscope/fadedQuestion';
import { answerTrace } from './microscope/question';
import { defaultPreset, presets } from './presets';
import type { RegressionQuestions } from './questions';
import { ratesAnswers } from './rates/question';
import { contenderOf } from './registry';
import { sharing } from './sharing';
import type { RegressionSnapshot } from './snapshot';
import { answerPace } from './training/paceQuestion';

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

/** A mean is finite only if every value is. */
const allFinite = (weights: SavedState['weights']): boolean =>
  Object.values(weights).every((values) => Number.isFinite(mean(values)));

class RegressionExperiment implements Core<RegressionSnapshot, RegressionQuestions>, Asked {
  iteration: number;
  readonly answers: Answers<RegressionQuestions>;
  readonly scope: Scope;
  readonly contenders: readonly Contender[];
  readonly busy: Record<string, number> = {};
  readonly beginning: Float32Array;

  constructor(
    private readonly engine: Engine,
    private readonly run: RunOf<RegressionSpec>,
    resume: RegressionSnapshot | null,
  ) {
    const { spec } = run;
    const network = mlp(1, spec.hidden, 1, spec.activation);
    const learner = engine.compile(network, 'mean-squared-error');
    this.scope = { engine, learner, known: knownOf(spec) };
    const theta = initialise(network, spec.initialiser, stream(spec.seed, 'init'));
    this.beginning = theta;
    this.iteration = resume?.iteration ?? 0;
    this.contenders = spec.contenders.map((name) => {
      const is = contenderOf(name);
      const saved = resume?.contenders.find((c) => c.name === name);
      const own = ownOf(name, is, spec);
      const random = stream(spec.seed, `init ${name}`);
      const state = saved ? hold(engine, saved) : is.begin(engine, theta, own, random);
      const good = saved?.good ?? saved?.weights ?? { theta };
      return { name, is, state, good, diverged: saved?.diverged ?? null };
    });
    this.answers = {
      adapt: (question) => answerAdapt(this, question),
      evaluate: (question, turn) => answerEvaluate(this, question, turn),
      pace: (question, turn) => answerPace(this, question, turn),
      faded: fadedAnswers(this),
      trace: (question) => answerTrace(this, question),
      gates: (question, turn) => answerGates(this, question, turn),
      implicit: (question, turn) => answerImplicit(this, question, turn),
      rates: ratesAnswers(this),
      points: pointsAnswers(this),
      limit: limitAnswers(this),
    };
  }

  async advance(): Promise<void> {
    const { iteration, run, scope } = this;
    const { source, batches } = this.source();
    const isRecorded = iteration < RECORDED_AT_FIRST || iteration % RECORDED_EVERY === 0;
    if (isRecorded) await this.record(source);
    const settings = this.settings;
    for (const contender of this.contenders) {
      if (contender.diverged !== null) continue;
      const { name, is, state } = contender;
      const own = ownOf(name, is, run.spec);
      const began = performance.now();
      contender.state = metaIteration({ contender: is, scope, source, settings, own }, state);
      this.busy[name] = (this.busy[name] ?? 0) + performance.now() - began;
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

  get spec(): RegressionSpec {
    return this.run.spec;
  }

  get settings(): Settings {
    const { innerRate, innerSteps, outerOptimizer, outerRate, iterations } = this.spec;
    return {
      inner: { rate: innerRate, steps: innerSteps },
      outer: { optimizer: outerOptimizer, rate: outerRate },
      left: Math.max(0, 1 - this.iteration / iterations),
    };
  }

  /** What this meta-iteration can learn from, a function of seed and meta-iteration alone. */
  source(iteration = this.iteration): { source: Source; batches: Map<Points, Batch> } {
    const { scope } = this;
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
    const { inner } = this.settings;
    const query = batch(tasks.query);
    const meanLoss = (phi: Rows, learner: Learner) => engine.mean(learner.at(phi, query).loss());
    const row: Record<string, number> = {};
    for (const contender of this.contenders) {
      row[contender.name] = Number.NaN;
      if (contender.diverged !== null) continue;
      const adapting = onTasks(this, contender, batch(tasks.support), inner);
      const loss = (await afterLastStep(adapting, meanLoss))[0]!;
      row[contender.name] = loss;
      const weights = await readWeights(engine, contender.state.weights);
      if (Number.isFinite(loss) && allFinite(weights)) contender.good = weights;
      else this.stop(contender);
    }
    // What the losses are of: settings that act at once may be others by now.
    run.record({ iteration, steps: inner.steps, tasks: tasks.query.tasks, ...row });
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
}

export const regressionExperiment = defineExperiment({
  fields,
  defaults: presets[defaultPreset].spec,
  sharing,
  create: (engine, run, resume: RegressionSnapshot | null) =>
    new RegressionExperiment(engine, run, resume),
});
