/** The optimizer lab in the worker: meta-trains what can be learned, races it, and shows what it has become. */

import type { Engine } from '../../compute/engine';
import type { Turn } from '../../session/turn';
import type { SurfaceName } from '../../tasks/surfaces';
import { type Core, defineExperiment, type RunOf } from '../kit/experiment';
import type { Answers } from '../kit/questions';
import { courseOf, type Family, familyOf } from './families';
import { type FamilyName, fields, isQuadratic, type OptimizerSpec } from './fields';
import { copiesOf } from './held';
import { insight } from './insight';
import { recordOf } from './microscope/record';
import { defaultPreset, presets } from './presets';
import type {
  InsightAnswer,
  InsightQuestion,
  OptimizerQuestions,
  OptimizerSnapshot,
  RaceAnswer,
  RaceQuestion,
  SurfaceAnswer,
  SurfaceQuestion,
  TraceAnswer,
  TraceQuestion,
} from './questions';
import { type Curves, inOrder, race } from './race';
import {
  lineUp,
  type Racer,
  racerOf,
  trained,
  trainedNames,
  type UntunedName,
  untuned,
  untunedOn,
} from './racers';
import { descend, hasCurvature, tuneOnSurface, walk } from './surface';
import { type TrainedSnapshot, Training } from './training';
import { type Found, isWhole, type Rates, ratesOf, type Tried, tune } from './tuning';

const VALIDATE_EVERY = 50;

class OptimizerExperiment implements Core<OptimizerSnapshot, OptimizerQuestions> {
  iteration: number;
  readonly answers: Answers<OptimizerQuestions>;
  private readonly family: Family;
  private readonly trainings: readonly Training[];
  /** What is known of rates, by what they were tuned on. */
  private readonly grids = new Map<FamilyName, Found>();
  private readonly surfaceRates = new Map<SurfaceName, Rates>();

  constructor(
    private readonly engine: Engine,
    private readonly run: RunOf<OptimizerSpec>,
    resume: OptimizerSnapshot | null,
  ) {
    const { family, dimension } = run.spec;
    this.family = familyOf(family, dimension);
    this.iteration = resume?.iteration ?? 0;
    this.trainings = trainedNames.map((name) => {
      const saved = resume?.trained.find((t) => t.name === name) ?? null;
      return new Training(engine, this.family, name, run, saved);
    });
    this.answers = {
      race: (asked, turn) => this.race(asked, turn),
      surface: (asked, turn) => this.descend(asked, turn),
      insight: (asked, turn) => this.explain(asked, turn),
      trace: (asked) => this.trace(asked),
    };
  }

  async advance(turn: Turn): Promise<void> {
    if (this.iteration % VALIDATE_EVERY === 0) await this.validate(turn);
    for (const training of this.trainings) await training.advance(this.iteration);
    this.iteration += 1;
    if (this.iteration >= this.run.spec.iterations) await this.validate(turn);
  }

  async snapshot(): Promise<OptimizerSnapshot> {
    const all: TrainedSnapshot[] = [];
    for (const training of this.trainings) all.push(await training.snapshot());
    return { iteration: this.iteration, trained: all };
  }

  dispose(): void {
    for (const training of this.trainings) training.dispose();
  }

  private async validate(turn: Turn): Promise<void> {
    const { iteration } = this;
    let row = {};
    for (const training of this.trainings) {
      row = { ...row, ...(await training.validate(iteration, turn)) };
    }
    this.run.record({ iteration, ...row });
  }

  private async *race(asked: RaceQuestion, turn: Turn): AsyncGenerator<RaceAnswer | null, void> {
    const { engine } = this;
    const { dimension, seed } = this.run.spec;
    const { family: name, problems, steps, shown } = asked;
    const family = familyOf(name, dimension);
    const found = this.grids.get(name) ?? {};
    this.grids.set(name, found);
    const held = await copiesOf(engine, this.trainings, asked, this.iteration);
    const { iteration, of } = held;
    // Where the best in sight are of an earlier meta-iteration, those of now race, too.
    const isPast = asked.at === 'now' && Object.values(of).some((at) => at !== iteration);
    const ofNow = { at: 'now', shown: 'now' } as const;
    const latest = isPast ? await copiesOf(engine, this.trainings, ofNow, iteration) : null;
    let curves: Curves = {};
    let present: Curves = {};
    let tried: Tried | null = null;
    const part = (complete: boolean): RaceAnswer => {
      const [grids, tuning] = isWhole(found) ? [found, null] : [null, tried];
      const all = { grids, tuning, curves: inOrder(curves), present };
      return { iteration, of, shown, family: name, problems, complete, ...all };
    };
    let told: readonly [Curves | null, number | undefined] = [null, undefined];
    const news = (): RaceAnswer | null => {
      const now = [curves, tried?.tried] as const;
      if (told[0] === now[0] && told[1] === now[1]) return null;
      told = now;
      return part(false);
    };
    const untuned = this.untunedOn(isQuadratic(name)).map(racerOf);
    /** First who can run at once; rates are tuned for seconds, and each starts when its own is found. */
    async function* comers(): AsyncGenerator<Racer | null, void> {
      yield* lineUp(held.learned, ratesOf(found));
      yield* untuned;
      let known = ratesOf(found);
      for await (tried of tune(engine, family, seed, found)) {
        yield null;
        const now = ratesOf(found);
        const fresh = Object.entries(now).filter(([name]) => !Object.hasOwn(known, name));
        known = now;
        yield* lineUp({}, Object.fromEntries(fresh));
      }
    }
    try {
      const drawn = family.draw(seed, 'test problems', 0, problems);
      const course = courseOf(engine, family, drawn);
      for await (const finished of race(course, comers(), steps)) {
        curves = finished;
        await turn.pause();
        if (turn.due) yield news();
      }
      for await (const finished of latest ? race(course, lineUp(latest.learned, {}), steps) : []) {
        present = finished;
        await turn.pause();
      }
      yield part(true);
    } finally {
      held.release();
      latest?.release();
    }
  }

  /** Who has nothing to tune, can run there, and takes part: nobody waits for others. */
  private untunedOn(quadratic: boolean): UntunedName[] {
    const { racers } = this.run.spec;
    return untunedOn(quadratic).filter((name) => racers.includes(name));
  }

  private async *descend(asked: SurfaceQuestion, turn: Turn): AsyncGenerator<SurfaceAnswer, void> {
    const { engine, surfaceRates } = this;
    const { surface, start, steps } = asked;
    const held = await copiesOf(engine, this.trainings, asked, this.iteration);
    try {
      const rates =
        surfaceRates.get(surface) ??
        (await tuneOnSurface(engine, surface, this.run.spec.seed, turn));
      surfaceRates.set(surface, rates);
      const paths: Record<string, Float64Array> = {};
      for (const racer of lineUp(held.learned, rates)) {
        paths[racer.name] = await walk(surface, racer.propose(engine, 2), start, steps, turn);
      }
      for (const name of this.untunedOn(hasCurvature(surface))) {
        paths[name] = await descend(surface, untuned[name], start, steps, turn);
      }
      const { iteration } = held;
      yield { iteration, surface, paths: paths as SurfaceAnswer['paths'] };
    } finally {
      held.release();
    }
  }

  /** It is what the next meta-iteration will be, to the bit; the run stays where it is. */
  private async *trace({ name, problem }: TraceQuestion): AsyncGenerator<TraceAnswer, void> {
    const { iteration } = this;
    const training = this.trainings.find((one) => one.name === name);
    const recorded = await training?.look(iteration, (made) => recordOf(made, problem));
    yield { iteration, name, problem, recorded: recorded ?? null };
  }

  private async *explain(asked: InsightQuestion, turn: Turn): AsyncGenerator<InsightAnswer, void> {
    const { engine, family } = this;
    const held = await copiesOf(engine, this.trainings, asked, this.iteration);
    const course = courseOf(engine, family, family.draw(this.run.spec.seed, 'test problems', 0, 1));
    try {
      const { iteration, learned } = held;
      yield {
        iteration,
        ...(await insight(trained[asked.name], learned[asked.name], course, turn)),
      };
    } finally {
      held.release();
    }
  }
}

export const optimizerExperiment = defineExperiment({
  fields,
  defaults: presets[defaultPreset].spec,
  create: (engine, run, resume: OptimizerSnapshot | null) =>
    new OptimizerExperiment(engine, run, resume),
});
