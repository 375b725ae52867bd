/** Seeds 1 to 5 of the run in sight: begun as it stands, and held for as long as they are of its settings. Knows no React. */

import { candidates } from '../../../compute/catalogue';
import { changedFields } from '../../../spec/spec';
import { Seeds, type SeedsPlan, type SeedsState } from '../../kit/seeds';
import { fields, type RegressionSpec } from '../fields';
import type { EvaluateAnswer, EvaluateQuestion } from '../heldOut/question';
import { type RegressionLab, TASKS_AT_REST } from '../lab';

export const SEEDS = [1, 2, 3, 4, 5] as const;

interface Plan extends SeedsPlan {
  readonly spec: RegressionSpec;
  /** Whether the run in sight was tuned on its way, so that none of these is like it. */
  readonly tuned: boolean;
}

export type HeldState = SeedsState<Plan, EvaluateAnswer>;

export class Held {
  private readonly seeds: Seeds<Plan, EvaluateAnswer>;
  /** The panel that shows it is told of every change but that of a count, and of the end of the lab. */
  panel: (state: HeldState | null) => void = () => {};

  constructor(private readonly lab: RegressionLab) {
    const { createWorker } = lab;
    this.seeds = new Seeds({ createWorker, isWhole: ({ complete }) => complete });
    // What is of other settings, or of a run that was reset, says nothing of what is in sight.
    lab.store.subscribe((now, before) => {
      if (now.running === before.running) return;
      const held = this.store.getState();
      if (held.status === 'idle') return;
      if (changedFields(fields, held.plan.spec, now.running).length > 0) this.stop();
    });
    lab.run.store.subscribe((now, before) => {
      if (now.iteration === 0 && before.iteration > 0) this.stop();
    });
    this.store.subscribe((now, before) => {
      if (now.status !== before.status) this.panel(now);
    });
    lab.ended.addEventListener('abort', () => {
      this.stop();
      this.panel(null);
    });
  }

  get store() {
    return this.seeds.store;
  }

  /** Trains all five up to the meta-iteration in sight. */
  begin(): void {
    const { running: spec, tuned, lookBack } = this.lab.store.getState();
    const { iteration, engine } = this.lab.run.store.getState();
    const until = lookBack || iteration;
    if (until === 0) return;
    const question: EvaluateQuestion = { at: 'now', tasks: TASKS_AT_REST };
    this.seeds.begin({
      ...{ lab: 'regression', seeds: SEEDS, spec, tuned, until },
      specOf: (seed) => ({ ...spec, seed }),
      // On the run's own engine and no other, where it has one: each rounds in its own way.
      engines: engine === null ? candidates(spec.engine) : [engine],
      ...{ kind: 'evaluate', question },
    });
  }

  stop(): void {
    if (this.store.getState().status !== 'idle') this.seeds.stop();
  }
}
