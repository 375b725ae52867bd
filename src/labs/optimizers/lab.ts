/** The optimizer lab's state on the page and what a person can do to it. Knows no React. */

import { type Notice, notify } from '../../session/notices';
import { changedFields } from '../../spec/spec';
import { type Beginning, type CoreState, Lab, type LabDefinition } from '../lab';
import { encodeAddress, type OptimizerAddress, type Start, startOf } from './address';
import { type Checkpoint, checkpointName, formatCheckpoint, parseCheckpoint } from './checkpoint';
import { type PresetName, presets } from './presets';
import {
  type InsightAnswer,
  type OptimizerAnswer,
  type OptimizerSnapshot,
  type RaceAnswer,
  type SurfaceAnswer,
  snapshotOf,
  type Which,
} from './protocol';
import {
  type FieldName,
  fields,
  liveFields,
  type OptimizerSpec,
  trainingLiveFields,
  workFields,
} from './spec';

export interface LabState extends CoreState<OptimizerSpec> {
  /** Where the surface is entered, if a person moved that. */
  readonly start: Start | null;
  /** The optimiser in sight: that of now, or the best so far. */
  readonly shown: 'now' | 'best';
  /** Step in sight on the surface and in the race. */
  readonly step: number;
  readonly playing: boolean;
  readonly race: RaceAnswer | null;
  readonly surface: SurfaceAnswer | null;
  readonly insight: InsightAnswer | null;
  /** The trained optimiser that the run began from, if it did. */
  readonly checkpoint: Omit<Checkpoint, 'phi'> | null;
}

const definition: LabDefinition<typeof fields> = {
  name: 'optimizers',
  fields,
  liveFields,
  trainingLiveFields,
  workFields,
};

/** Milliseconds between two races, and between two looks at the surface, while training. */
const RACE_INTERVAL = 3000;
const LOOK_INTERVAL = 600;
/** The race is drawn while it trains over a few problems. */
const PROBLEMS_WHILE_TRAINING = 64;

export class OptimizerLab extends Lab<typeof fields, OptimizerSnapshot, LabState> {
  private lastRace = Number.NEGATIVE_INFINITY;
  private lastLook = Number.NEGATIVE_INFINITY;
  private racing = false;
  private looking = false;
  /** A checkpoint that a person loaded, in place of the shipped one. */
  private loaded: Checkpoint | null = null;

  constructor({ spec, start }: OptimizerAddress, createWorker: () => Worker) {
    const state: LabState = {
      spec,
      running: spec,
      tuned: false,
      lookBack: null,
      start,
      shown: 'now',
      step: spec.surfaceSteps,
      playing: false,
      race: null,
      surface: null,
      insight: null,
      checkpoint: null,
    };
    super(definition, state, createWorker, (snapshot) => ({
      ...snapshot,
      first: new Float32Array(),
      second: new Float32Array(),
      best: { ...snapshot.best, phi: new Float32Array() },
      position: null,
    }));
  }

  get address(): URLSearchParams {
    const { spec, start } = this.get();
    return encodeAddress({ spec, start });
  }

  choosePreset(name: PresetName): void {
    const { seed, engine, racers, surface, surfaceSteps, raceSteps, raceProblems } =
      this.get().spec;
    const looked = { seed, engine, racers, surface, surfaceSteps, raceSteps, raceProblems };
    this.adopt({ ...presets[name].spec, ...looked });
  }

  override change<K extends FieldName>(name: K, value: OptimizerSpec[K]): void {
    if (name === 'surface') this.set({ start: null });
    // The race follows the problems that are trained on until it is moved away from them.
    const { spec } = this.get();
    const next = { ...spec, [name]: value };
    if (name === 'family' && spec.race === spec.family) Object.assign(next, { race: value });
    this.adopt(next);
  }

  /** A new run of an untrained optimiser, whatever the present one is. */
  beginFromScratch(): void {
    this.set({ spec: { ...this.get().spec, begin: 'scratch' } });
    this.reset();
  }

  show(shown: 'now' | 'best'): void {
    this.set({ shown });
    this.askAll();
  }

  moveStart(start: Start): void {
    this.set({ start });
    this.askSurface(true);
  }

  showStep(step: number): void {
    this.set({ step });
  }

  /** Plays the walk on the surface from its beginning, or stops it. */
  play(playing: boolean): void {
    const { step, running } = this.get();
    this.set({ playing, step: playing && step >= running.surfaceSteps ? 0 : step });
  }

  /** The optimiser in sight, as the text of a file. */
  exported(): string | null {
    const snapshot = this.inSight() ?? this.run.store.getState().resume;
    const { running, shown } = this.get();
    if (snapshot === null) return null;
    const best = shown === 'best' && snapshot.best.phi.length > 0;
    return formatCheckpoint({
      spec: running,
      network: {
        preprocessing: running.preprocessing,
        hidden: [...running.hidden],
        outputScale: running.outputScale,
      },
      seed: running.seed,
      iteration: best ? snapshot.best.iteration : snapshot.iteration,
      command: 'trained in the page',
      date: new Date().toISOString().slice(0, 10),
      figures: {},
      phi: best ? snapshot.best.phi : snapshot.phi,
    });
  }

  /** Begins from the optimiser in a file; what is wrong with one is said, and changes nothing. */
  load(text: string): void {
    try {
      const checkpoint = parseCheckpoint(text);
      this.loaded = checkpoint;
      const { hidden, preprocessing, outputScale } = checkpoint.network;
      this.set({
        spec: { ...this.get().spec, hidden, preprocessing, outputScale, begin: 'checkpoint' },
      });
      this.reset();
    } catch (error) {
      notify({
        key: 'checkpoint',
        tone: 'error',
        message: `This checkpoint cannot be used: ${error instanceof Error ? error.message : error}.`,
        hint: 'Nothing was changed. Choose a file that this lab saved.',
      });
    }
  }

  protected override beginning(
    spec: OptimizerSpec,
  ): Promise<Beginning<OptimizerSnapshot, LabState>> | null {
    return spec.begin === 'checkpoint' ? this.trainedFor(spec) : null;
  }

  protected override origin(): Partial<LabState> {
    return { checkpoint: this.get().checkpoint };
  }

  protected fresh(): Partial<LabState> {
    this.lastRace = Number.NEGATIVE_INFINITY;
    this.racing = false;
    this.looking = false;
    return { race: null, surface: null, insight: null, checkpoint: null };
  }

  protected askAll(): void {
    this.askSurface(true);
    this.askInsight();
    this.askRace();
  }

  protected retuned(): void {
    const { step, running } = this.get();
    this.set({ step: Math.min(step, running.surfaceSteps) });
    this.askAll();
  }

  protected follow(): void {
    const now = performance.now();
    if (!this.looking && now - this.lastLook > LOOK_INTERVAL) {
      this.askSurface(false);
      this.askInsight();
    }
    if (!this.racing && now - this.lastRace > RACE_INTERVAL) this.askRace();
  }

  protected phaseChanged(): void {
    const { phase } = this.run.store.getState();
    if (phase === 'paused' || phase === 'finished') this.askAll();
  }

  protected take(candidate: unknown): void {
    const answer = candidate as OptimizerAnswer;
    switch (answer.kind) {
      case 'race':
        if (answer.complete) {
          this.racing = false;
          this.lastRace = performance.now();
        }
        // While training, a race that is half run would jump: only whole ones are shown.
        if (answer.complete || this.get().race === null || !this.training) {
          this.set({ race: answer });
        }
        return;
      case 'surface':
        this.looking = false;
        this.lastLook = performance.now();
        this.set({ surface: answer });
        return;
      case 'insight':
        this.set({ insight: answer });
        return;
      default:
        answer satisfies never;
    }
  }

  private get training(): boolean {
    return this.run.store.getState().phase === 'training';
  }

  private get which(): Which {
    const snapshot = this.inSight();
    if (snapshot !== null) return { iteration: snapshot.iteration, phi: snapshot.phi };
    return this.get().shown;
  }

  private askRace(): void {
    const { race: family, raceSteps: steps, raceProblems } = this.get().running;
    const problems = this.training ? Math.min(raceProblems, PROBLEMS_WHILE_TRAINING) : raceProblems;
    this.racing = true;
    this.run.probe('race', { kind: 'race', which: this.which, family, steps, problems }, false);
  }

  private askSurface(urgent: boolean): void {
    const { running, start } = this.get();
    this.looking = true;
    this.run.probe(
      'surface',
      {
        kind: 'surface',
        which: this.which,
        surface: running.surface,
        start: startOf({ spec: running, start }),
        steps: running.surfaceSteps,
      },
      urgent,
    );
  }

  private askInsight(): void {
    this.run.probe('insight', { kind: 'insight', which: this.which }, false);
  }

  /** The loaded checkpoint, or the shipped one, if its network is that of the settings. */
  private async trainedFor(spec: OptimizerSpec): Promise<Beginning<OptimizerSnapshot, LabState>> {
    const untrained = (notice: Omit<Notice, 'key'>) => ({
      snapshot: null,
      state: { checkpoint: null },
      notice: { key: 'checkpoint', ...notice },
    });
    try {
      const { phi, ...about } = this.loaded ?? (await fetchCheckpoint(checkpointName(spec)));
      const { hidden, preprocessing, outputScale } = about.network;
      const fits = changedFields(fields, spec, { ...spec, hidden, preprocessing, outputScale });
      if (fits.length === 0) return { snapshot: snapshotOf(phi), state: { checkpoint: about } };
      return untrained({
        tone: 'info',
        message:
          'The trained optimiser has another network than these settings: this one begins from scratch.',
        hint: `Differing: ${fits.map((field) => fields[field].label).join(', ')}.`,
      });
    } catch (error) {
      return untrained({
        tone: 'warning',
        message: `The trained optimiser could not be loaded (${error instanceof Error ? error.message : error}): this one begins from scratch.`,
      });
    }
  }
}

async function fetchCheckpoint(name: string): Promise<Checkpoint> {
  const response = await fetch(`${import.meta.env.BASE_URL}checkpoints/${name}.json`);
  if (!response.ok) throw new Error(`checkpoints/${name}.json: ${response.status}`);
  return parseCheckpoint(await response.text());
}
