/** The memory lab in the worker: trains the chosen learners in lock step, on the same streams. */

import { loadCharacters } from '../../characters/characters';
import type { Batch, Engine } from '../../compute/engine';
import { FaultError, fault } from '../../compute/fault';
import type { Source } from '../../contenders/contender';
import type { State } from '../../contenders/state';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import { programSize } from '../../networks/program';
import type { StreamShape } from '../../networks/programs/readers/stream';
import type { Turn } from '../../session/turn';
import type { Glyphs } from '../../tasks/glyphs/glyphs';
import { codeSize } from '../../tasks/labels';
import { type DrawnStream, type ReadStream, streamPoints } from '../../tasks/streams';
import type { Points } from '../../tasks/task';
import { fetchEmbedding, type ShippedEmbedding } from '../kit/embedding/shipped';
import { type Core, defineExperiment, type RunOf } from '../kit/experiment';
import type { Answers } from '../kit/questions';
import { answerInstances, answerStream, type Run } from './answers';
import { Drawings } from './drawings';
import { fields, LEAST_CHARACTERS, type MemorySpec } from './fields';
import { codeOf } from './labelling';
import { answerLines } from './lines/question';
import { isTrained, type ReaderName } from './methods';
import type { Next } from './microscope/looked';
import { answerTrace } from './microscope/question';
import { defaultPreset, presets } from './presets';
import { answerStreams } from './python/question';
import type { DrawingsSeen, MemoryQuestions, MemorySnapshot, TrainedReader } from './questions';
import { programIn } from './registry';
import { sharing } from './sharing';
import { trainingStreams, validationStreams } from './streams';
import { Trainee } from './trainee';

/** Meta-iterations between two looks at validation characters, and streams of each look. */
const VALIDATE_EVERY = 10;
const VALIDATION_STREAMS = 16;

class MemoryExperiment implements Core<MemorySnapshot, MemoryQuestions>, Run {
  iteration: number;
  readonly answers: Answers<MemoryQuestions>;
  readonly busy: Record<string, number> = {};
  readonly shape: StreamShape;
  readonly seen: DrawingsSeen;
  private readonly trainees: readonly Trainee[];

  constructor(
    readonly engine: Engine,
    private readonly run: RunOf<MemorySpec>,
    readonly drawings: Drawings,
    resume: MemorySnapshot | null,
  ) {
    const { spec } = run;
    this.iteration = resume?.iteration ?? 0;
    this.shape = { features: drawings.width, labels: codeSize(codeOf(spec)) };
    this.seen = { source: drawings.glyphs.source, features: drawings.features };
    this.trainees = spec.readers
      .filter(isTrained)
      .map((name) => new Trainee(engine, name, this.shape, spec, resume?.contenders[name] ?? null));
    if (spec.features === 'embedding' && drawings.features === 'pixels') {
      const { iteration } = this;
      run.remark({ iteration, subject: 'characters', code: 'no-embedding', values: {} });
    }
    this.answers = {
      stream: (question, turn) => answerStream(this, question, turn),
      instances: (question, turn) => answerInstances(this, question, turn),
      trace: (question, turn) => answerTrace(this, question, turn),
      lines: (question, turn) => answerLines(this, question, turn),
      streams: (question, turn) => answerStreams(this, question, turn),
    };
  }

  get spec(): MemorySpec {
    return this.run.spec;
  }

  /** One meta-iteration of every contender. All move at its end, so that answers in a pause are of one meta-iteration. */
  async advance(turn: Turn): Promise<void> {
    const { iteration, spec, engine } = this;
    if (iteration % VALIDATE_EVERY === 0) await this.validate(turn);
    const streams = trainingStreams(this.drawings.glyphs, spec, iteration);
    const points = await this.pointsOf(streams, turn);
    const after: { readonly trainee: Trainee; readonly next: State }[] = [];
    const batches = new Map<Points, Batch>();
    try {
      for (const trainee of this.trainees) {
        if (trainee.diverged !== null) continue;
        const { name } = trainee;
        const began = performance.now();
        const next = trainee.after(this.source(points, trainee, batches), spec);
        after.push({ trainee, next });
        this.busy[name] = (this.busy[name] ?? 0) + performance.now() - began;
        await turn.pause();
      }
    } catch (error) {
      for (const { trainee, next } of after) trainee.discard(next);
      throw error;
    } finally {
      engine.release(...batches.values());
    }
    for (const { trainee, next } of after) trainee.moveTo(next);
    this.iteration += 1;
    if (this.iteration >= spec.iterations) await this.validate(turn);
  }

  /** What the next meta-iteration of a contender will be; null of one that takes no part or has diverged. */
  async next<Result>(
    name: ReaderName,
    turn: Turn,
    at: (next: Next) => Promise<Result>,
  ): Promise<Result | null> {
    const { spec, engine, drawings } = this;
    const trainee = this.trainees.find((one) => one.name === name);
    if (trainee === undefined || trainee.diverged !== null) return null;
    let iteration: number;
    let streams: readonly DrawnStream[];
    let read: readonly ReadStream[];
    // It may be trained while drawings are read.
    do {
      iteration = this.iteration;
      streams = trainingStreams(drawings.glyphs, spec, iteration);
      read = await drawings.readAll(streams, turn);
    } while (iteration !== this.iteration);
    const points = this.joined(read);
    const batches = new Map<Points, Batch>();
    try {
      return await trainee.look(this.source(points, trainee, batches), spec, (made, state) =>
        at({ iteration, made, state, streams, read, points }),
      );
    } finally {
      engine.release(...batches.values());
    }
  }

  async snapshot(): Promise<MemorySnapshot> {
    const contenders: Partial<Record<ReaderName, TrainedReader>> = {};
    for (const trainee of this.trainees) contenders[trainee.name] = await trainee.snapshot();
    return { iteration: this.iteration, contenders };
  }

  async weights(): Promise<Partial<Record<ReaderName, Float32Array>>> {
    const all: Partial<Record<ReaderName, Float32Array>> = {};
    for (const { name, theta } of this.trainees) all[name] = await this.engine.read(theta);
    return all;
  }

  dispose(): void {
    for (const trainee of this.trainees) trainee.dispose();
    this.drawings.dispose();
  }

  private async pointsOf(streams: readonly DrawnStream[], turn: Turn): Promise<Points> {
    return this.joined(await this.drawings.readAll(streams, turn));
  }

  private joined(read: readonly ReadStream[]): Points {
    return streamPoints(read, { width: this.shape.features, code: codeOf(this.spec) });
  }

  private source(streams: Points, { learner }: Trainee, batches: Map<Points, Batch>): Source {
    const none = (): never => {
      throw new RangeError('a stream has no support points');
    };
    const { iteration } = this;
    const { seed } = this.spec;
    return {
      get tasks() {
        return none();
      },
      get mixed() {
        return none();
      },
      streams,
      random: (name) => stream(seed, name, iteration),
      batch(points) {
        const batch = batches.get(points) ?? learner.batch(points);
        batches.set(points, batch);
        return batch;
      },
    };
  }

  /**
   * The loss of every contender on a few new streams of validation characters. Here alone it is seen whether one diverges:
   * when it does is the run's, whoever asks or looks in between.
   */
  private async validate(turn: Turn): Promise<void> {
    const { iteration, drawings, engine, spec, run } = this;
    const streams = validationStreams(drawings.glyphs, spec, iteration, VALIDATION_STREAMS);
    const points = await this.pointsOf(streams, turn);
    const row: Record<string, number> = {};
    for (const trainee of this.trainees) {
      const { name, learner, theta } = trainee;
      row[name] = Number.NaN;
      if (trainee.diverged !== null) continue;
      const batch = learner.batch(points);
      const losses = engine.tidy(() => learner.at(theta, batch).loss());
      const loss = mean(await engine.read(losses));
      engine.release(batch, losses);
      row[name] = loss;
      if (Number.isFinite(loss) && (await trainee.isSound())) continue;
      trainee.stop(iteration);
      run.remark({ iteration, subject: name, code: 'diverged', values: { at: iteration } });
    }
    run.record({ iteration, ...row });
  }
}

/** Where drawings and their embedding come from. */
interface Sources {
  characters(spec: MemorySpec): Promise<Glyphs>;
  /** Null if it cannot be had: pixels are then in its place, which is told. */
  embedding(): Promise<ShippedEmbedding | null>;
}

/** Whether weights are of networks that read so many numbers of a drawing. */
const suits = ({ contenders }: MemorySnapshot, spec: MemorySpec, features: number): boolean =>
  Object.entries(contenders).every(([name, { weights }]) => {
    const shape = { features, labels: codeSize(codeOf(spec)) };
    return weights.theta!.length === programSize(programIn(name as ReaderName, shape, spec).plain);
  });

/** The experiment on given characters, for tests and for who works without a page. */
export const memoryExperimentOn = ({ characters, embedding }: Sources) =>
  defineExperiment({
    fields,
    defaults: presets[defaultPreset].spec,
    sharing,
    async create(engine, run: RunOf<MemorySpec>, resume: MemorySnapshot | null) {
      const { spec } = run;
      const glyphs = await characters(spec);
      const shipped = spec.features === 'embedding' ? await embedding() : null;
      const drawn = (from: typeof shipped) => Drawings.of(engine, glyphs, from, spec.seed);
      const drawings = await drawn(shipped);
      if (resume === null || suits(resume, spec, drawings.width)) {
        return new MemoryExperiment(engine, run, drawings, resume);
      }
      // Weights that were trained beforehand are of a network that reads what the frozen one makes of drawings.
      if (resume.iteration === 0) {
        const values = {};
        run.remark({ iteration: 0, subject: 'characters', code: 'begun-untrained', values });
        return new MemoryExperiment(engine, run, drawings, null);
      }
      drawings.dispose();
      // A run that began with pixels, as the network could not be had then, goes on with them.
      const pixels = await drawn(null);
      if (suits(resume, spec, pixels.width))
        return new MemoryExperiment(engine, run, pixels, resume);
      pixels.dispose();
      // As of any part of the page: it is tried again when a person trains.
      throw new FaultError(fault('not-loaded'));
    },
  });

export const memoryExperiment = memoryExperimentOn({
  characters: (spec) => loadCharacters(spec.characters, LEAST_CHARACTERS),
  embedding: () => fetchEmbedding().catch(() => null),
});
