/** How well implicit MAML solves for its derivative, and what an outer step holds: what is asked, and the answer. */

import type { AnyContender, Scope, Settings } from '../../../contenders/contender';
import type { ImplicitOwn } from '../../../contenders/sheets';
import { implicitMaml, solvedFor } from '../../../contenders/starts/imaml';
import { maml } from '../../../contenders/starts/maml';
import type { Split } from '../../../contenders/starts/start';
import type { State } from '../../../contenders/state';
import { stream } from '../../../math/rng';
import { median } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import { drawEpisodes } from '../../../tasks/task';
import { ownOf } from '../../kit/ownFields';
import type { Answer, At } from '../../kit/questions';
import { type Asked, copiesAt, iterationOf, releaseAll } from '../asked';
import { sheetOf } from '../methods';
import type { RegressionSnapshot } from '../snapshot';
import { testTasks } from '../tasks';

export interface ImplicitQuestion {
  readonly at: At<RegressionSnapshot>;
}

/** What is left of what was to be solved for, as shares of its length. */
export interface Left {
  readonly median: number;
  readonly worst: number;
}

/** The most bytes that one outer step holds, with so many inner steps. */
export interface Held {
  readonly steps: number;
  readonly imaml: number;
  readonly maml: number;
}

export interface Solving {
  readonly lambda: number;
  /** After each product that it takes. */
  readonly left: readonly Left[];
  readonly held: readonly Held[];
}

export interface ImplicitAnswer extends Answer {
  readonly tasks: number;
  /** Null if it takes no part. */
  readonly solving: Solving | null;
}

const TASKS = 60;
const CHUNK = 20;
/** Inner steps of which it is measured what they hold. */
const STEPS = [5, 10, 20, 40];

export async function* answerImplicit(
  run: Asked,
  { at }: ImplicitQuestion,
  turn: Turn,
): AsyncGenerator<ImplicitAnswer | null, void> {
  const { scope, spec, settings } = run;
  const { engine, learner } = scope;
  const known = { iteration: iterationOf(run, at), tasks: TASKS };
  const copies = copiesAt(run, at);
  try {
    const standing = copies.find(({ name }) => name === 'imaml');
    if (standing === undefined) {
      yield { ...known, solving: null };
      return;
    }
    const { state } = standing;
    const own = ownOf('imaml', sheetOf('imaml'), spec) as ImplicitOwn;
    const shares: number[][] = Array.from({ length: own.products }, () => []);
    const held: Held[] = [];
    const { family, sampling } = testTasks(spec);
    for (let done = 0; done < TASKS; done += CHUNK) {
      const tasks = drawEpisodes(
        family,
        sampling,
        { tasks: CHUNK, support: spec.shots, query: spec.queries },
        stream(spec.seed, 'tasks that are solved for', done),
      );
      const drawn = { support: learner.batch(tasks.support), query: learner.batch(tasks.query) };
      try {
        const rows = engine.tidy(() => solvedFor(scope, state, drawn, own));
        const [all, ...left] = await Promise.all(rows.map((each) => engine.read(each)));
        engine.release(...rows);
        left.forEach((of, i) => {
          shares[i]!.push(...Array.from(of, (size, task) => Math.sqrt(size / all![task]!)));
        });
        for (const steps of done === 0 ? STEPS : []) {
          const inner = { ...settings.inner, steps };
          // Without moments, which copies do without; they are the same for both.
          const outer = { optimizer: 'sgd', rate: 0 } as const;
          const most = (contender: AnyContender, its: object) =>
            mostHeld(scope, contender, state, drawn, { ...settings, inner, outer }, its);
          held.push({ steps, imaml: most(implicitMaml, { ...own, steps }), maml: most(maml, {}) });
          await turn.pause();
        }
      } finally {
        engine.release(drawn.support, drawn.query);
      }
      await turn.pause();
      if (turn.due) yield null;
    }
    const left = shares.map((of) => ({ median: median(of), worst: Math.max(...of) }));
    yield { ...known, solving: { lambda: own.lambda, left, held } };
  } finally {
    releaseAll(run, copies);
  }
}

/** The most bytes that are held at any line of an outer step, beyond those before it. */
function mostHeld(
  scope: Scope,
  contender: AnyContender,
  state: State,
  drawn: Split,
  settings: Settings,
  own: object,
): number {
  const { engine } = scope;
  const before = engine.memory().bytes;
  return engine.tidy(() => {
    let most = 0;
    const lines = contender.step(scope, state, drawn, settings, own);
    while (lines.next().done !== true) most = Math.max(most, engine.memory().bytes - before);
    return most;
  });
}
