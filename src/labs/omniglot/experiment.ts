/** The Omniglot lab in the worker: trains the chosen methods in lock step, and classifies in between. */

import { loadCharacters } from '../../characters/characters';
import type { Engine } from '../../compute/engine';
import { principalPlane } from '../../math/principal';
import { stream } from '../../math/rng';
import { summarise } from '../../math/statistics';
import {
  type Columns,
  type Experiment,
  type ExperimentMaker,
  isKept,
  type Remark,
  type Snapshot,
} from '../../session/experiment';
import { yieldToMessages } from '../../session/yielding';
import { checkSpec } from '../../spec/spec';
import { drawGlyphEpisodes } from '../../tasks/glyphs/episodes';
import { classesIn, type Glyphs, PIXELS, splitCounts } from '../../tasks/glyphs/glyphs';
import type { Points } from '../../tasks/task';
import { accuracies, evaluate, heldOutTasks } from './methods/accuracy';
import { Classifier, labelsOf, type Start, type Tasks } from './methods/classify';
import { FrozenBodies } from './methods/frozen';
import { bodyOf, bodyWeights, embeds } from './methods/networks';
import {
  initialTheta,
  MethodTraining,
  momentsOf,
  type Trained,
  TrainingTasks,
} from './methods/training';
import { defaultPreset, presets } from './presets';
import type {
  Accuracy,
  AccuracyAnswer,
  AccuracyQuestion,
  CharactersSeen,
  Classification,
  DrawAnswer,
  DrawQuestion,
  EpisodeAnswer,
  EpisodeQuestion,
  GivenAnswer,
  GivenQuestion,
  OmniglotAnswer,
  OmniglotQuestion,
  OmniglotSnapshot,
  Which,
} from './protocol';
import {
  fields,
  isTrained,
  LEAST_CHARACTERS,
  liveFields,
  type MethodName,
  type OmniglotSpec,
  type TrainedName,
} from './spec';

/** Meta-iterations between two looks at validation characters, and tasks of each look. */
const VALIDATE_EVERY = 20;
const VALIDATION_TASKS = 8;
const VALIDATION = { queries: 3, statistics: 'paper' } as const satisfies Partial<OmniglotSpec>;
/** Milliseconds after which an answer pauses, so that messages and training get their turn. */
const PART = 40;
/** Ratio of successive kept meta-iterations: weights of six methods are large, so few are kept. */
const SPACING = 1.4;

/** Thrown in the middle of an answer that nobody waits for any more. */
class Superseded extends Error {}

export class OmniglotExperiment implements Experiment {
  iteration: number;
  private readonly trainings = new Map<TrainedName, MethodTraining>();
  private readonly diverged: Set<TrainedName>;
  private readonly frozen: FrozenBodies;
  private classifier: Classifier;
  private rows: Record<string, number>[] = [];
  private remarks: Remark[] = [];
  private readonly seen: CharactersSeen;
  /** Validates; its protocol stays, whatever is moved during the run. */
  private readonly validator: Classifier;
  /** The newest question of each kind. */
  private readonly asked = new Map<OmniglotQuestion['kind'], OmniglotQuestion>();

  constructor(
    private readonly engine: Engine,
    private spec: OmniglotSpec,
    private readonly glyphs: Glyphs,
    resume: OmniglotSnapshot | null,
  ) {
    this.iteration = resume?.iteration ?? 0;
    this.diverged = new Set(resume?.diverged);
    const tasks = new TrainingTasks(glyphs, spec.seed, spec.jitter);
    for (const name of spec.methods.filter(isTrained)) {
      const start = resume?.methods[name] ?? null;
      this.trainings.set(name, new MethodTraining(engine, tasks, name, spec, start));
    }
    this.frozen = new FrozenBodies(engine, bodyOf(spec), glyphs, spec.seed);
    this.classifier = new Classifier(engine, spec, this.frozen);
    this.validator = new Classifier(engine, { ...spec, ...VALIDATION }, this.frozen);
    this.seen = { source: glyphs.source, counts: splitCounts(glyphs) };
    this.compareCharacters(resume?.characters ?? null);
  }

  get finished(): boolean {
    return this.iteration >= this.spec.iterations;
  }

  get keepsake(): boolean {
    return isKept(this.iteration, SPACING);
  }

  /** One meta-iteration of every method. */
  async advance(): Promise<void> {
    if (this.iteration % VALIDATE_EVERY === 0) await this.validate();
    for (const [name, training] of this.trainings) {
      if (!this.diverged.has(name)) training.step(this.iteration, this.spec);
    }
    this.iteration += 1;
    if (this.finished) await this.validate();
  }

  takeRows(): Columns {
    const rows = this.rows;
    this.rows = [];
    const names = ['iteration', ...this.trainings.keys()];
    return Object.fromEntries(
      names.map((name) => [name, Float64Array.from(rows, (row) => row[name] ?? Number.NaN)]),
    );
  }

  takeRemarks(): Remark[] {
    const remarks = this.remarks;
    this.remarks = [];
    return remarks;
  }

  async snapshot(): Promise<OmniglotSnapshot> {
    const methods: Partial<Record<TrainedName, Trained>> = {};
    for (const [name, training] of this.trainings) methods[name] = await training.snapshot();
    const { iteration, diverged, seen } = this;
    return { iteration, methods, diverged: [...diverged], characters: seen };
  }

  tune(candidate: unknown): void {
    const { spec } = checkSpec(fields, this.spec, candidate);
    this.spec = {
      ...this.spec,
      ...Object.fromEntries(liveFields.map((name) => [name, spec[name]])),
    };
    this.classifier = new Classifier(this.engine, this.spec, this.frozen);
  }

  probe(question: unknown): AsyncGenerator<OmniglotAnswer, void> {
    const asked = question as OmniglotQuestion;
    this.asked.set(asked.kind, asked);
    return untilSuperseded(this.answersTo(asked, this.breathing(asked)));
  }

  private answersTo(
    asked: OmniglotQuestion,
    breathe: () => Promise<void>,
  ): AsyncGenerator<OmniglotAnswer, void> {
    switch (asked.kind) {
      case 'episode':
        return this.episode(asked, breathe);
      case 'draw':
        return this.draw(asked, breathe);
      case 'given':
        return this.give(asked);
      case 'accuracy':
        return this.measure(asked, breathe);
      default:
        return asked satisfies never;
    }
  }

  /** Lets messages in now and then, and ends the answer to a question that has been asked anew meanwhile. */
  private breathing(asked: OmniglotQuestion): () => Promise<void> {
    let pause = performance.now() + PART;
    return async () => {
      if (performance.now() < pause) return;
      await yieldToMessages();
      if (this.asked.get(asked.kind) !== asked) throw new Superseded();
      pause = performance.now() + PART;
    };
  }

  memory() {
    return this.engine.memory();
  }

  dispose(): void {
    for (const training of this.trainings.values()) training.dispose();
  }

  /** Accuracy on a few new tasks of validation characters: the curve averages over its rows. */
  private async validate(): Promise<void> {
    const row: Record<string, number> = { iteration: this.iteration };
    const tasks = heldOutTasks(
      this.glyphs,
      'validation',
      { ...this.spec, ...VALIDATION },
      this.iteration,
      VALIDATION_TASKS,
    );
    for (const name of this.trainings.keys()) {
      if (this.diverged.has(name)) continue;
      const start = await this.startOf('now', name);
      const { steps } = await this.validator.classify(name, start, tasks);
      this.release(start);
      const shares = accuracies(steps.at(-1)!, tasks.query);
      const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
      if (Number.isFinite(mean)) row[name] = mean;
      else this.lose(name);
    }
    this.rows.push(row);
  }

  /** A run that goes on with other characters than it began with says so. */
  private compareCharacters(before: CharactersSeen | null): void {
    const { seen, iteration } = this;
    if (before === null || textOf(before) === textOf(seen)) return;
    this.remarks.push({
      iteration,
      subject: 'characters',
      code: 'other-characters',
      message: `Up to meta-iteration ${iteration.toLocaleString('en')} this run was trained on ${textOf(before)}; it goes on with ${textOf(seen)}.`,
      hint: 'Reset begins a run with these alone.',
    });
  }

  private lose(name: TrainedName): void {
    this.diverged.add(name);
    this.remarks.push({
      iteration: this.iteration,
      subject: name,
      code: 'diverged',
      message: `At meta-iteration ${this.iteration} its weights stopped being numbers: it trains no further.`,
      hint: `Lower the meta-rate (now ${this.spec.metaRate}) or the inner rate (now ${this.spec.innerRate}).`,
    });
  }

  /**
   * What a method starts a new task with, to be released: weights of now are copied, as training may go on meanwhile.
   * Of those that embed only the body is asked for; a random start is that of MAML.
   */
  private async startOf(which: Which, method: MethodName): Promise<Start> {
    const { engine, spec, glyphs } = this;
    const untrained = initialTheta(isTrained(method) ? method : 'maml', spec, glyphs);
    if (!isTrained(method)) return { theta: engine.rows(untrained, 1), moments: null };
    const snapshot = which === 'now' ? null : which.methods[method];
    const trained = which === 'now' ? await this.trainings.get(method)!.snapshot() : snapshot;
    const values = trained?.theta ?? untrained;
    if (embeds(method)) {
      return { theta: engine.rows(bodyWeights(spec, values).slice(), 1), moments: null };
    }
    const carried = method === 'reptile' && trained !== null && trained !== undefined;
    return {
      theta: engine.rows(values, 1),
      moments: carried && trained.updates > 0 ? momentsOf(engine, trained, values.length) : null,
    };
  }

  private release({ theta, moments }: Start): void {
    this.engine.release(theta);
    if (moments !== null) this.engine.release(moments.first, moments.second);
  }

  /** Each chosen method in turn with what it starts with, and how long it took. */
  private async *each<R>(
    which: Which,
    run: (method: MethodName, start: Start) => Promise<R>,
  ): AsyncGenerator<{ readonly method: MethodName; readonly result: R; readonly ms: number }> {
    for (const method of this.spec.methods) {
      const start = await this.startOf(which, method);
      const began = performance.now();
      try {
        const result = await run(method, start);
        yield { method, result, ms: performance.now() - began };
      } finally {
        this.release(start);
      }
    }
  }

  private at(which: Which): number {
    return which === 'now' ? this.iteration : which.iteration;
  }

  private async *episode(
    { which, number }: EpisodeQuestion,
    breathe: () => Promise<void>,
  ): AsyncGenerator<EpisodeAnswer, void> {
    const { glyphs, spec, classifier } = this;
    const { ways, shots, queries, statistics } = spec;
    const iteration = this.at(which);
    const random = stream(spec.seed, 'shown tasks', number);
    const drawn = drawGlyphEpisodes(
      glyphs,
      'test',
      { tasks: 1, ways, shots, queries },
      false,
      random,
    );
    // In random order, or the answer would be where it stands.
    const query = shuffled(drawn.query, random.choose(drawn.query.points, drawn.query.points));
    const tasks: Tasks = { support: drawn.support, query };
    const methods: Partial<Record<MethodName, Classification>> = {};
    const times: Partial<Record<MethodName, number>> = {};
    const answer = (complete: boolean): EpisodeAnswer => ({
      kind: 'episode',
      iteration,
      number,
      source: glyphs.source,
      ways,
      shots,
      statistics,
      support: tasks.support.inputs.slice(),
      query: query.inputs.slice(),
      labels: labelsOf(query, ways),
      names: drawn.classes[0]!.map(({ glyph }) => glyphs.classes[glyph]!.name),
      methods: structuredClone(methods),
      times: { ...times },
      complete,
    });
    let pause = performance.now() + PART;
    const running = this.each(which, (name, theta) =>
      classifier.classify(name, theta, tasks, { every: true, breathe }),
    );
    for await (const { method, result, ms } of running) {
      const { steps, embedded } = result;
      const points = tasks.support.points + query.points;
      const plane = embedded === null ? null : principalPlane(embedded, embedded.length / points);
      methods[method] = { steps, plane };
      times[method] = ms;
      if (performance.now() > pause) {
        yield answer(false);
        pause = performance.now() + PART;
      }
    }
    yield answer(true);
  }

  private async *draw(
    { which, support, shots, query }: DrawQuestion,
    breathe: () => Promise<void>,
  ): AsyncGenerator<DrawAnswer, void> {
    const iteration = this.at(which);
    const ways = support.length / (shots * PIXELS);
    const tasks: Tasks = {
      support: pointsOf(support, shots, ways),
      // Its class is what is asked.
      query: pointsOf(query, 1, ways),
    };
    const spec: OmniglotSpec = { ...this.spec, ways, statistics: 'inductive' };
    const classifier = new Classifier(this.engine, spec, this.frozen);
    const methods: Partial<Record<MethodName, Float32Array>> = {};
    const times: Partial<Record<MethodName, number>> = {};
    const running = this.each(which, (name, start) =>
      classifier.classify(name, start, tasks, { breathe }),
    );
    for await (const { method, result, ms } of running) {
      methods[method] = result.steps.at(-1)!;
      times[method] = ms;
    }
    yield { kind: 'draw', iteration, methods, times, complete: true };
  }

  private async *give({ wanted }: GivenQuestion): AsyncGenerator<GivenAnswer, void> {
    const { glyphs, spec } = this;
    const pool = classesIn(glyphs, 'test');
    const order = stream(spec.seed, 'given characters').choose(pool.length, pool.length);
    const drawings = new Float32Array(wanted.length * PIXELS);
    const names = wanted.map(({ character, drawing }, i) => {
      const glyph = pool[order[character % pool.length]!]!;
      const { name, drawings: count } = glyphs.classes[glyph]!;
      const random = stream(spec.seed, 'given drawings', glyph);
      const drawn = random.choose(count, count)[drawing % count]!;
      glyphs.write(glyph, drawn, 0, drawings, i * PIXELS);
      return name;
    });
    yield { kind: 'given', wanted, drawings, names };
  }

  private async *measure(
    { which, tasks: wanted }: AccuracyQuestion,
    breathe: () => Promise<void>,
  ): AsyncGenerator<AccuracyAnswer, void> {
    const { glyphs, spec, classifier } = this;
    const { ways, shots, queries, statistics } = spec;
    const iteration = this.at(which);
    const found = new Map<MethodName, number[]>();
    const answer = (complete: boolean): AccuracyAnswer => ({
      kind: 'accuracy',
      iteration,
      ...this.seen,
      statistics,
      ways,
      shots,
      queries,
      wanted,
      methods: Object.fromEntries(
        [...found].map(([name, values]): [MethodName, Accuracy] => {
          const { mean, ci95, count } = summarise(values);
          return [name, { mean, ci95, tasks: count }];
        }),
      ),
      complete,
    });
    const running: { method: MethodName; start: Start; tasks: AsyncGenerator<number[], void> }[] =
      [];
    try {
      for (const method of spec.methods) {
        const start = await this.startOf(which, method);
        const tasks = evaluate(classifier, glyphs, spec, 'test', method, start, wanted, {
          breathe,
        });
        running.push({ method, start, tasks });
        found.set(method, []);
      }
      let pause = performance.now() + PART;
      // A few tasks of every method in turn, so that all grow together.
      for (let going = true; going; ) {
        going = false;
        for (const { method, tasks } of running) {
          const { value, done } = await tasks.next();
          if (!done && value !== undefined) {
            found.get(method)!.push(...value);
            going = true;
          }
          if (performance.now() > pause) {
            yield answer(false);
            pause = performance.now() + PART;
          }
        }
      }
      yield answer(true);
    } finally {
      for (const { start } of running) this.release(start);
    }
  }
}

/** The answers until there is a newer question. */
async function* untilSuperseded<A>(answers: AsyncGenerator<A, void>): AsyncGenerator<A, void> {
  try {
    yield* answers;
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

function textOf({ source, counts: { train, validation, test } }: CharactersSeen): string {
  const names = { omniglot: 'Omniglot', procedural: 'procedural characters' };
  return `${names[source]} (${train} to train, ${validation} to validate, ${test} to test)`;
}

/** Drawings class by class, as points of one task. */
function pointsOf(drawings: Float32Array, each: number, ways: number): Points {
  const points = drawings.length / PIXELS;
  const targets = new Float32Array(points * ways);
  for (let i = 0; i < points; i++) targets[i * ways + Math.floor(i / each)] = 1;
  return { tasks: 1, points, inputs: drawings, targets };
}

/** The points of one task in another order. */
function shuffled({ points, inputs, targets }: Points, order: readonly number[]): Points {
  const take = (values: Float32Array): Float32Array => {
    const width = values.length / points;
    const out = new Float32Array(values.length);
    order.forEach((from, to) => {
      out.set(values.subarray(from * width, (from + 1) * width), to * width);
    });
    return out;
  };
  return { tasks: 1, points, inputs: take(inputs), targets: take(targets) };
}

export const omniglotExperiment: ExperimentMaker = {
  async create(engine: Engine, candidate: unknown, resume: Snapshot | null) {
    const { spec } = checkSpec(fields, presets[defaultPreset].spec, candidate);
    const glyphs = await loadCharacters(spec.characters, LEAST_CHARACTERS);
    return new OmniglotExperiment(engine, spec, glyphs, resume as OmniglotSnapshot | null);
  },
};
