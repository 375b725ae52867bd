/**
 * What the page opens with: one wave, two starts that were trained on the same waves, and what gradient steps make of each.
 * Knows no React.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { candidates } from '../../../compute/catalogue';
import { nothingYet, RunController } from '../../../session/run';
import type { Point } from '../../../spec/field';
import { Asker } from '../../kit/asker';
import type { AdaptAnswer } from '../adaptation/question';
import type { RegressionSpec } from '../fields';
import { adaptTo, taskInSight } from '../lab';
import { presets } from '../presets';
import { fetchStart, type Start, shippedNames, shippedPreset, snapshotOf } from '../shipped';
import type { RegressionSnapshot } from '../snapshot';

export const spec: RegressionSpec = {
  ...presets[shippedPreset].spec,
  contenders: [...shippedNames],
};
const engines = candidates(spec.engine);

export interface OpeningState {
  /** Number of the held-out task in sight, and its points if a person moved them. */
  readonly shown: number;
  readonly moved: readonly Point[] | null;
  /** Gradient steps in sight. */
  readonly step: number;
  readonly adaptation: AdaptAnswer | null;
  /** Where the starts come from: files, or training that is watched here. */
  readonly starts: 'awaited' | 'shipped' | 'live' | 'out-of-reach';
  /** How the trained starts were made, once they are here. */
  readonly made: Pick<Start, 'iteration' | 'command'> | null;
}

/** Between two neighbouring points, or the last one and the end. */
const WIDEST_GAP = 2.2;

/** Waves that have something to learn: high, not where the average of all waves is, and with points over their whole width. */
function isTelling(shown: number): boolean {
  const { task, points } = taskInSight(spec, { shown });
  const { amplitude, phase } = task.parameters;
  if (amplitude! < 3 || amplitude! > 4.3 || Math.abs(phase! - Math.PI / 2) < 0.7) return false;
  const [low, high] = spec.testInputRange;
  const places = [low, ...points.map(({ x }) => x).toSorted((a, b) => a - b), high];
  return places.every((x, i) => i === 0 || x - places[i - 1]! < WIDEST_GAP);
}

/** The next wave that has something to learn. @param shown the number after which to look */
export function tellingAfter(shown: number): number {
  let next = shown + 1;
  while (!isTelling(next)) next += 1;
  return next;
}

export class Opening {
  readonly store: StoreApi<OpeningState> = createStore<OpeningState>(() => ({
    shown: tellingAfter(0),
    moved: null,
    step: 0,
    adaptation: null,
    starts: 'awaited',
    made: null,
  }));
  readonly run: RunController<RegressionSnapshot>;
  private readonly asker: Asker;
  /** Counts what a person, or the page, has asked for, as fetching may be overtaken. */
  private wishes = 0;
  private shipped: readonly Start[] | null = null;

  constructor(createWorker: () => Worker) {
    this.run = new RunController<RegressionSnapshot>({
      lab: 'regression',
      createWorker,
      slim: (snapshot) => snapshot,
      onAnswer: (kind, answer) => this.asker.take(kind, answer as AdaptAnswer),
      onUnanswered: (kind) => this.asker.fail(kind),
    });
    const ask = () => adaptTo('now', this.points, spec);
    const iteration = () => this.run.store.getState().iteration;
    this.asker = new Asker(
      { adapt: { urgent: true, ask } },
      {
        training: () => this.run.store.getState().phase === 'training',
        iteration,
        questionOf: ask,
        fits: () => true,
        send: (kind, question, urgent) => this.run.probe(kind, question, urgent),
        show: (_kind, answer) => this.store.setState({ adaptation: answer as AdaptAnswer | null }),
        shown: () => this.store.getState().adaptation,
      },
    );
    this.run.store.subscribe((now, before) => {
      if (now.iteration !== before.iteration) this.asker.follow();
    });
  }

  /** The support points in sight. */
  get points(): readonly Point[] {
    const { moved, shown } = this.store.getState();
    return moved ?? taskInSight(spec, { shown }).points;
  }

  /** Starts from the trained weights; where they are out of reach, trains, unless it does already. */
  async open(): Promise<void> {
    this.wishes += 1;
    const wish = this.wishes;
    this.run.prepare();
    try {
      this.shipped ??= await Promise.all(shippedNames.map(fetchStart));
    } catch {
      if (wish !== this.wishes) return;
      if (this.store.getState().starts === 'awaited') this.watch('out-of-reach');
      else this.store.setState({ starts: 'out-of-reach' });
      return;
    }
    if (wish !== this.wishes) return;
    const [maml, joint] = this.shipped;
    const resume = snapshotOf({ maml: maml!.theta, joint: joint!.theta });
    this.store.setState({ starts: 'shipped', made: maml!, adaptation: null });
    this.asker.forget();
    this.run.start(spec, engines, { ...nothingYet, resume });
    this.asker.all();
  }

  /** Trains both from the beginning, in sight. */
  watch(starts: 'live' | 'out-of-reach' = 'live'): void {
    this.wishes += 1;
    const { step } = this.store.getState();
    this.store.setState({ starts, step: Math.max(1, step) });
    this.asker.forget();
    this.run.start(spec, engines);
    this.run.train();
    this.asker.all();
  }

  /** Goes on training; what has failed is tried again from where it was. */
  train(): void {
    const { phase, series, kept, remarks, resume } = this.run.store.getState();
    if (phase === 'failed') {
      const saved = resume === null ? null : { series, kept, remarks, resume };
      this.asker.forget();
      this.run.start(spec, engines, saved);
      this.asker.all();
    }
    this.run.train();
  }

  move(moved: readonly Point[] | null): void {
    this.store.setState({ moved });
    this.asker.forget();
    this.asker.all();
  }

  take(step: number): void {
    this.store.setState({ step });
  }

  newWave(): void {
    this.store.setState({ shown: tellingAfter(this.store.getState().shown) });
    this.move(null);
  }

  dispose(): void {
    this.wishes += 1;
    this.asker.dispose();
    this.run.dispose();
  }
}
