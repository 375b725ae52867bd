/** The Omniglot lab in the worker: trains the chosen methods in lock step. */

import { loadCharacters } from '../../characters/characters';
import type { Engine } from '../../compute/engine';
import { release, type SavedState } from '../../contenders/state';
import type { Turn } from '../../session/turn';
import { type Glyphs, splitCounts } from '../../tasks/glyphs/glyphs';
import { bodyOf } from '../kit/embedding/body';
import { FrozenBodies } from '../kit/embedding/frozen';
import { type Core, defineExperiment, type RunOf } from '../kit/experiment';
import type { Answers } from '../kit/questions';
import { answerDraw, answerGiven } from './draw/question';
import { answerEpisode } from './episode/question';
import { fields, type OmniglotSpec } from './fields';
import { accuracies, heldOutTasks, said } from './methods/accuracy';
import { answerAccuracy } from './methods/accuracyQuestion';
import type { Asked } from './methods/asked';
import { startOf } from './methods/atWork';
import { granted, kindOf, type Ungranted } from './methods/kinds';
import { isTrained, type MethodName } from './methods/registry';
import { LEAST_CHARACTERS } from './methods/sharedFields';
import type { ByMethod, CharactersSeen, OmniglotSnapshot } from './methods/snapshot';
import { Trainee } from './methods/trainee';
import { TrainingTasks } from './methods/trainingTasks';
import { Workplace } from './methods/workplace';
import { answerTrace } from './microscope/question';
import { defaultPreset, presets } from './presets';
import type { OmniglotQuestions } from './questions';
import { sharing } from './sharing';

/** Meta-iterations between two looks at validation characters, and tasks of each look. */
const VALIDATE_EVERY = 20;
const VALIDATION_TASKS = 8;
const VALIDATION = { queries: 3, statistics: 'paper' } as const satisfies Partial<OmniglotSpec>;
/** Ratio of successive kept meta-iterations: weights of many methods are large, so few are kept. */
const SPACING = 1.4;

class OmniglotExperiment implements Core<OmniglotSnapshot, OmniglotQuestions>, Asked {
  iteration: number;
  readonly answers: Answers<OmniglotQuestions>;
  private readonly trainees: readonly Trainee[];
  private readonly diverged: Set<MethodName>;
  readonly place: Workplace;
  readonly glyphs: Glyphs;
  readonly seen: CharactersSeen;
  readonly busy: Record<string, number> = {};
  /** The protocol of validation, which stays whatever is moved during the run. */
  private readonly protocol: OmniglotSpec;

  constructor(
    readonly engine: Engine,
    private readonly run: RunOf<OmniglotSpec>,
    characters: Glyphs,
    resume: OmniglotSnapshot | null,
  ) {
    const { spec } = run;
    const { glyphs, ungranted } = granted(characters, spec);
    this.glyphs = glyphs;
    this.iteration = resume?.iteration ?? 0;
    this.diverged = new Set(resume?.diverged);
    const tasks = new TrainingTasks(glyphs, spec.seed, spec.jitter, kindOf(spec));
    this.trainees = spec.methods
      .filter(isTrained)
      .map((name) => new Trainee(engine, tasks, name, spec, resume?.methods[name] ?? null));
    const frozen = new FrozenBodies(engine, bodyOf(spec), glyphs, spec.seed);
    this.place = new Workplace(engine, spec, frozen);
    this.protocol = { ...spec, ...VALIDATION };
    this.seen = { source: glyphs.source, counts: splitCounts(glyphs) };
    this.compareCharacters(resume?.characters ?? null);
    if (ungranted !== null) this.sayUngranted(ungranted);
    this.answers = {
      episode: (question, turn) => answerEpisode(this, question, turn),
      draw: (question, turn) => answerDraw(this, question, turn),
      given: (question) => answerGiven(this, question),
      accuracy: (question, turn) => answerAccuracy(this, question, turn),
      trace: (question) => answerTrace(this, question),
    };
  }

  get spec(): OmniglotSpec {
    return this.run.spec;
  }

  /** One meta-iteration of every method. */
  async advance(turn: Turn): Promise<void> {
    if (this.iteration % VALIDATE_EVERY === 0) await this.validate(turn);
    for (const trainee of this.trainees) {
      const { name } = trainee;
      if (this.diverged.has(name)) continue;
      const began = performance.now();
      trainee.step(this.iteration, this.spec);
      this.busy[name] = (this.busy[name] ?? 0) + performance.now() - began;
    }
    this.iteration += 1;
    if (this.iteration >= this.spec.iterations) await this.validate(turn);
  }

  async snapshot(): Promise<OmniglotSnapshot> {
    const methods = await this.ofEach((trainee) => trainee.snapshot());
    const { iteration, diverged, seen } = this;
    return { iteration, methods, diverged: [...diverged], characters: structuredClone(seen) };
  }

  carried(): Promise<ByMethod<SavedState>> {
    return this.ofEach((trainee) => trainee.carried());
  }

  traineeOf(name: MethodName): Trainee | undefined {
    return this.trainees.find((one) => one.name === name && !this.diverged.has(name));
  }

  dispose(): void {
    for (const trainee of this.trainees) trainee.dispose();
  }

  /** Accuracy on a few new tasks of validation characters: the curve averages over its rows. */
  private async validate(turn: Turn): Promise<void> {
    const { engine, glyphs, iteration, place, protocol: spec } = this;
    const row: Record<string, number> = {};
    const tasks = heldOutTasks(glyphs, 'validation', spec, iteration, VALIDATION_TASKS);
    for (const trainee of this.trainees) {
      const { name } = trainee;
      if (this.diverged.has(name)) continue;
      const state = startOf(engine, name, spec, await trainee.carried());
      try {
        const found = await said({ place, spec, name, state, turn }, tasks);
        const shares = accuracies(found, tasks.query);
        row[name] = shares.reduce((a, b) => a + b, 0) / shares.length;
      } finally {
        release(engine, state);
      }
    }
    this.run.record({ iteration, ...row });
    // Here alone it is seen whether one diverges: when it does is the run's, whoever asks or looks in between.
    for (const [name, share] of Object.entries(row)) {
      if (!Number.isFinite(share)) this.stop(name as MethodName);
    }
  }

  private stop(subject: MethodName): void {
    const { iteration } = this;
    this.diverged.add(subject);
    this.run.remark({ iteration, subject, code: 'diverged', values: { at: iteration } });
  }

  /** Characters cannot be what the settings want. */
  private sayUngranted(code: Ungranted): void {
    this.run.remark({ iteration: this.iteration, subject: 'characters', code, values: {} });
  }

  /** A run that goes on with other characters than it began with says so. */
  private compareCharacters(before: CharactersSeen | null): void {
    const { seen, iteration } = this;
    if (before === null || JSON.stringify(before) === JSON.stringify(seen)) return;
    const values = { ...told('before', before), ...told('now', seen) };
    this.run.remark({ iteration, subject: 'characters', code: 'other-characters', values });
  }

  private async ofEach(
    read: (trainee: Trainee) => Promise<SavedState>,
  ): Promise<ByMethod<SavedState>> {
    const methods: Partial<Record<MethodName, SavedState>> = {};
    for (const trainee of this.trainees) methods[trainee.name] = await read(trainee);
    return methods;
  }
}

const told = (when: string, { source, counts }: CharactersSeen): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries({ source, ...counts }).map(([name, value]) => [`${when} ${name}`, value]),
  );

/** The experiment on given characters, for tests. */
export const omniglotExperimentOn = (characters: (spec: OmniglotSpec) => Promise<Glyphs>) =>
  defineExperiment({
    fields,
    defaults: presets[defaultPreset].spec,
    sharing,
    spacing: SPACING,
    create: async (engine, run: RunOf<OmniglotSpec>, resume: OmniglotSnapshot | null) =>
      new OmniglotExperiment(engine, run, await characters(run.spec), resume),
  });

export const omniglotExperiment = omniglotExperimentOn((spec) =>
  loadCharacters(spec.characters, LEAST_CHARACTERS),
);
