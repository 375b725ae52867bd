/**
 * The same training with one seed after another, in a worker of its own; each is asked the same question where it ends. The
 * run that a person watches is left alone. Knows no lab and no React.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineName } from '../../compute/engine';
import type { Fault } from '../../compute/fault';
import { Client, type ClientOptions } from '../../session/client';
import { type Trainable, turns } from '../../session/turns';

export interface SeedsPlan {
  readonly lab: string;
  readonly seeds: readonly number[];
  readonly specOf: (seed: number) => unknown;
  readonly engines: readonly EngineName[];
  /** The meta-iteration at which each ends. Settings keep their own last one: some schedules depend on it. */
  readonly until: number;
  readonly kind: string;
  readonly question: unknown;
}

export type SeedsState<P extends SeedsPlan, A> =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly plan: P;
      /** The seed's place in the plan, from 0. */
      readonly place: number;
      readonly iteration: number;
    }
  /** Answers in the order of the plan's seeds. */
  | { readonly status: 'done'; readonly plan: P; readonly answers: readonly A[] }
  | { readonly status: 'failed'; readonly plan: P; readonly why: Fault };

/** What trains several seeds wants to from the first to the last, and says itself when it has ended. */
const TRAINING = createStore(() => ({ phase: 'training' }));

interface SeedsOptions<A> extends ClientOptions {
  /** Whether all parts of an answer have come. */
  readonly isWhole: (answer: A) => boolean;
}

export class Seeds<P extends SeedsPlan, A> {
  readonly store: StoreApi<SeedsState<P, A>> = createStore<SeedsState<P, A>>(() => ({
    status: 'idle',
  }));
  private client: Client | null = null;
  private training: Trainable | null = null;

  constructor(private readonly options: SeedsOptions<A>) {}

  /** Begins with the first seed, whatever was under way or is known. */
  begin(plan: P): void {
    this.dismiss();
    const answers: A[] = [];
    const fail = (why: Fault) => {
      this.dismiss();
      this.show({ status: 'failed', plan, why });
    };
    const at = (iteration: number) =>
      this.show({ status: 'running', plan, place: answers.length, iteration });
    // A worker that dies or is silent is replaced; the client knows when that has been tried often enough.
    const client = new Client(
      {
        started: () => {},
        silent: () => {},
        frame: ({ iteration }) => at(iteration),
        replaced: (_why, from) => at(from),
        ended: () => {
          // Paused because others train, it is not where it ends.
          if (rests) return;
          asked = true;
          client.probe(plan.kind, plan.question, false);
        },
        answer: (_kind, answer) => {
          if (!this.options.isWhole(answer as A)) return;
          answers.push(answer as A);
          if (answers.length < plan.seeds.length) next();
          else {
            this.dismiss();
            this.show({ status: 'done', plan, answers });
          }
        },
        unanswered: (_kind, why) => fail(why),
        failed: fail,
      },
      this.options,
    );
    /** Whether the seed under way is trained, and asked. */
    let asked = false;
    let rests = true;
    const next = () => {
      at(0);
      const { lab, seeds, engines } = plan;
      const spec = plan.specOf(seeds[answers.length]!);
      client.start({ lab, spec, engines, resume: null });
      asked = false;
      if (!rests) client.train(plan.until);
    };
    this.client = client;
    next();
    const begin = () => {
      rests = false;
      if (!asked) client.train(plan.until);
    };
    const pause = () => {
      rests = true;
      client.pause();
    };
    this.training = { store: TRAINING, pause, dropped: () => this.stop() };
    turns.wait(this.training, begin);
  }

  /** Ends what is under way, and forgets what is known. */
  stop(): void {
    this.dismiss();
    this.show({ status: 'idle' });
  }

  private dismiss(): void {
    this.client?.dispose();
    this.client = null;
    if (this.training !== null) turns.leave(this.training);
    this.training = null;
  }

  private show(state: SeedsState<P, A>): void {
    this.store.setState(state, true);
  }
}
