/** The Omniglot lab's state on the page and what a person can do to it. Knows no React. */

import { blank, type Drawing, imageOf, isBlank } from '../../characters/drawing';
import type { Notice } from '../../session/notices';
import { PIXELS } from '../../tasks/glyphs/glyphs';
import { type Beginning, type CoreState, Lab, type LabDefinition } from '../lab';
import { encodeAddress, type OmniglotAddress } from './address';
import { defaultStrokes } from './draw/defaultStrokes';
import { Giving } from './draw/giving';
import { beginningWith, type PresetName, presets } from './presets';
import type {
  AccuracyAnswer,
  DrawAnswer,
  EpisodeAnswer,
  GivenAnswer,
  OmniglotAnswer,
  OmniglotSnapshot,
  Which,
} from './protocol';
import {
  fields,
  liveFields,
  type OmniglotSpec,
  type TrainedName,
  trainingLiveFields,
  workFields,
} from './spec';
import { type About, fetchCheckpoints } from './trained/checkpoints';

export interface LabState extends CoreState<OmniglotSpec> {
  /** Number of the task in sight. */
  readonly episode: number;
  /** Gradient steps in sight; methods that take fewer show their last. */
  readonly step: number;
  /** A person's class for each query drawing; null where there is none yet. */
  readonly guesses: readonly (number | null)[];
  readonly shown: EpisodeAnswer | null;
  /** Support drawings, class by class: ways × shots. */
  readonly drawings: readonly Drawing[];
  readonly queryDrawing: Drawing;
  /** What the support drawings were laid out for. */
  readonly fitted: { readonly ways: number; readonly shots: number } | null;
  readonly predicted: DrawAnswer | null;
  readonly accuracy: AccuracyAnswer | null;
  /** Where the trained methods came from, if the run began from any. */
  readonly checkpoints: Readonly<Partial<Record<TrainedName, About>>>;
}

const definition: LabDefinition<typeof fields> = {
  name: 'omniglot',
  fields,
  liveFields,
  trainingLiveFields,
  workFields,
};

/** Milliseconds between two looks at the task and the drawing, and between two measurements, while training. */
const LOOK_INTERVAL = 1500;
const MEASURE_INTERVAL = 12_000;
/** Tasks over which accuracy is measured, and while training. */
const TASKS = 1000;
const TASKS_WHILE_TRAINING = 40;

export class OmniglotLab extends Lab<typeof fields, OmniglotSnapshot, LabState> {
  private lastLook = Number.NEGATIVE_INFINITY;
  private lastMeasurement = Number.NEGATIVE_INFINITY;
  private looking = false;
  private measuring = false;
  private readonly giving = new Giving();
  /** Places that a person left empty: they are not filled again. */
  private readonly erased = new Set<number>();

  constructor({ spec, episode }: OmniglotAddress, createWorker: () => Worker) {
    const state: LabState = {
      spec,
      running: spec,
      tuned: false,
      lookBack: null,
      episode,
      step: spec.testSteps,
      guesses: [],
      shown: null,
      drawings: [],
      fitted: null,
      queryDrawing: { kind: 'strokes', strokes: defaultStrokes.query },
      predicted: null,
      accuracy: null,
      checkpoints: {},
    };
    super(definition, state, createWorker, (snapshot) => ({
      ...snapshot,
      methods: Object.fromEntries(
        Object.entries(snapshot.methods).map(([name, trained]) => [
          name,
          name === 'reptile'
            ? { ...trained, first: new Float32Array() }
            : { ...trained, first: new Float32Array(), second: new Float32Array(), updates: 0 },
        ]),
      ),
    }));
  }

  get address(): URLSearchParams {
    const { spec, episode } = this.get();
    return encodeAddress({ spec, episode });
  }

  choosePreset(name: PresetName): void {
    const { seed, engine, methods, statistics, characters } = this.get().spec;
    this.adopt({ ...presets[name].spec, seed, engine, methods, statistics, characters });
  }

  override change<K extends keyof OmniglotSpec>(name: K, value: OmniglotSpec[K]): void {
    if (name === 'begin') {
      this.adopt(beginningWith(this.get().spec, value as OmniglotSpec['begin']));
    } else super.change(name, value);
  }

  /** A new run of untrained methods, whatever the present one is. */
  beginFromScratch(): void {
    this.set({ spec: beginningWith(this.get().spec, 'scratch') });
    this.reset();
  }

  newEpisode(): void {
    this.set({ episode: this.get().episode + 1, guesses: [], shown: null });
    this.askEpisode(true);
  }

  showStep(step: number): void {
    this.set({ step });
  }

  /** A person's class for a query drawing; null takes it back. */
  guess(query: number, way: number | null): void {
    const count = this.get().shown?.labels.length ?? 0;
    const guesses = Array.from({ length: count }, (_, i) => this.get().guesses[i] ?? null);
    guesses[query] = way;
    this.set({ guesses });
  }

  clearGuesses(): void {
    this.set({ guesses: [] });
  }

  /** @param place index of a support drawing, or −1 for the query */
  draw(place: number, drawing: Drawing): void {
    if (place < 0) this.set({ queryDrawing: drawing });
    else {
      if (isBlank(drawing)) this.erased.add(place);
      else this.erased.delete(place);
      const drawings = this.get().drawings.map((d, i) => (i === place ? drawing : d));
      this.set({ drawings });
    }
    this.askDraw();
  }

  /**
   * Fills places with drawings from the set, places of one class with drawings of one character: support drawings, or
   * −1 for the query, which gets another drawing of a class that was given.
   */
  giveCharacters(places: readonly number[]): void {
    const { drawings, running } = this.get();
    const isGiven = (place: number) => drawings[place]?.kind === 'given';
    const wanted = this.giving.wants(places, running, isGiven);
    if (wanted.length > 0) this.run.probe('given', { kind: 'given', wanted }, true);
  }

  /** The drawings that the page begins with, again. */
  restoreDrawings(): void {
    this.erased.clear();
    this.set({
      drawings: [],
      fitted: null,
      queryDrawing: { kind: 'strokes', strokes: defaultStrokes.query },
      predicted: null,
    });
    this.fitDrawings();
    this.askDraw();
  }

  protected override beginning(
    spec: OmniglotSpec,
  ): Promise<Beginning<OmniglotSnapshot, LabState>> | null {
    return spec.begin === 'checkpoint' ? trainedFor(spec) : null;
  }

  protected override origin(): Partial<LabState> {
    return { checkpoints: this.get().checkpoints };
  }

  protected fresh(): Partial<LabState> {
    this.lastLook = Number.NEGATIVE_INFINITY;
    this.lastMeasurement = Number.NEGATIVE_INFINITY;
    this.looking = false;
    this.measuring = false;
    const { spec, step } = this.get();
    return {
      shown: null,
      guesses: [],
      predicted: null,
      accuracy: null,
      checkpoints: {},
      step: Math.min(step, spec.testSteps),
    };
  }

  protected askAll(): void {
    this.fitDrawings();
    this.askEpisode(true);
    this.askDraw();
    this.askAccuracy();
  }

  protected retuned(): void {
    const { shown, running } = this.get();
    this.set({ accuracy: null });
    // Other queries are other drawings: a person's classes were not of these.
    if (shown !== null && shown.labels.length !== running.ways * running.queries) {
      this.set({ shown: null, guesses: [] });
    }
    this.askAll();
  }

  protected follow(): void {
    const now = performance.now();
    if (!this.looking && now - this.lastLook > LOOK_INTERVAL) {
      this.askEpisode(false);
      this.askDraw();
    }
    if (!this.measuring && now - this.lastMeasurement > MEASURE_INTERVAL) this.askAccuracy();
  }

  protected phaseChanged(): void {
    const { phase } = this.run.store.getState();
    if (phase === 'paused' || phase === 'finished') this.askAll();
  }

  protected take(candidate: unknown): void {
    const answer = candidate as OmniglotAnswer;
    switch (answer.kind) {
      case 'episode': {
        if (answer.number !== this.get().episode) return;
        if (answer.complete) {
          this.looking = false;
          this.lastLook = performance.now();
        }
        // While training, a look that is half done would flicker.
        const first = this.get().shown === null;
        if (answer.complete || first) this.set({ shown: answer });
        return;
      }
      case 'draw':
        // It may come after something was erased.
        if (this.drawn !== null) this.set({ predicted: answer });
        return;
      case 'given':
        this.takeGiven(answer);
        return;
      case 'accuracy':
        if (answer.complete) {
          this.measuring = false;
          this.lastMeasurement = performance.now();
        }
        if (answer.complete || !this.training || this.get().accuracy === null) {
          this.set({ accuracy: answer });
        }
        return;
      default:
        answer satisfies never;
    }
  }

  private takeGiven({ wanted, drawings, names }: GivenAnswer): void {
    const given = wanted.map(({ place }, i) => {
      const image = drawings.slice(i * PIXELS, (i + 1) * PIXELS);
      const drawing: Drawing = { kind: 'given', image, name: names[i]! };
      return [place, drawing] as const;
    });
    const at = new Map(given);
    this.set({
      drawings: this.get().drawings.map((drawing, place) => at.get(place) ?? drawing),
      queryDrawing: at.get(-1) ?? this.get().queryDrawing,
    });
    this.askDraw();
  }

  private get training(): boolean {
    return this.run.store.getState().phase === 'training';
  }

  private get which(): Which {
    return this.inSight() ?? 'now';
  }

  private askEpisode(urgent: boolean): void {
    this.looking = true;
    const question = { kind: 'episode', which: this.which, number: this.get().episode };
    this.run.probe('episode', question, urgent);
  }

  private askAccuracy(): void {
    const tasks = this.training ? TASKS_WHILE_TRAINING : TASKS;
    this.measuring = true;
    this.run.probe('accuracy', { kind: 'accuracy', which: this.which, tasks }, false);
  }

  /** What is drawn, once every class and the query are. */
  private get drawn(): { readonly support: readonly Drawing[]; readonly query: Drawing } | null {
    const { drawings, queryDrawing, running } = this.get();
    const ready = drawings.length === running.ways * running.shots && !drawings.some(isBlank);
    return ready && !isBlank(queryDrawing) ? { support: drawings, query: queryDrawing } : null;
  }

  private askDraw(): void {
    const { drawn } = this;
    if (drawn === null) {
      this.set({ predicted: null });
      return;
    }
    const support = new Float32Array(drawn.support.length * PIXELS);
    drawn.support.forEach((drawing, i) => {
      support.set(imageOf(drawing), i * PIXELS);
    });
    const { shots } = this.get().running;
    const query = imageOf(drawn.query).slice();
    this.run.probe('draw', { kind: 'draw', which: this.which, support, shots, query }, true);
  }

  /**
   * As many drawings as the running settings ask for: those of classes and shots that stay are kept, new places take
   * default strokes, and given characters where there are none.
   */
  private fitDrawings(): void {
    const { drawings, fitted, running } = this.get();
    const { ways, shots } = running;
    if (fitted?.ways !== ways || fitted.shots !== shots) {
      const kept = (way: number, shot: number): Drawing | undefined =>
        fitted !== null && shot < fitted.shots ? drawings[way * fitted.shots + shot] : undefined;
      const all = Array.from({ length: ways * shots }, (_, place): Drawing => {
        const [way, shot] = [Math.floor(place / shots), place % shots];
        const strokes = defaultStrokes.support[way]?.[shot];
        return kept(way, shot) ?? (strokes === undefined ? blank : { kind: 'strokes', strokes });
      });
      this.set({ drawings: all, fitted: { ways, shots } });
    }
    const empty = this.get().drawings.flatMap((drawing, i) =>
      isBlank(drawing) && !this.erased.has(i) ? [i] : [],
    );
    this.giveCharacters(empty);
  }
}

/** The shipped methods for the settings; those that there are none for begin untrained. */
async function trainedFor(spec: OmniglotSpec): Promise<Beginning<OmniglotSnapshot, LabState>> {
  const { methods, about, problems } = await fetchCheckpoints(spec);
  const notice: Notice = {
    key: 'checkpoint',
    tone: 'info',
    message: 'Some methods begin untrained.',
    hint: `${problems.join('; ')}. They learn slowly at the rates of trained ones: Begin from scratch has full rates.`,
  };
  return {
    snapshot: { iteration: 0, methods, diverged: [], characters: null },
    state: { checkpoints: about },
    notice: problems.length === 0 ? undefined : notice,
  };
}
