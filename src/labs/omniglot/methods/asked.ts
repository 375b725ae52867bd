/** What questions are about: the methods of a run, as they are at one moment. */

import type { Engine } from '../../../compute/engine';
import { release, type SavedState } from '../../../contenders/state';
import type { Turn } from '../../../session/turn';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import type { At } from '../../kit/questions';
import { beginningOf, classify, startOf } from './atWork';
import type { Classified } from './method';
import type { Tasks } from './points';
import { isTrained, type MethodName } from './registry';
import type { SharedSpec } from './sharedFields';
import type { ByMethod, CharactersSeen, OmniglotSnapshot } from './snapshot';
import type { Workplace } from './workplace';

export interface Asked {
  readonly engine: Engine;
  readonly glyphs: Glyphs;
  readonly seen: CharactersSeen;
  readonly place: Workplace;
  /** Of now: live settings move. */
  readonly spec: SharedSpec & { readonly methods: readonly MethodName[] };
  readonly iteration: number;
  /** What new tasks need of the trained methods. */
  carried(): Promise<ByMethod<SavedState>>;
}

interface Start {
  readonly name: MethodName;
  readonly saved: SavedState;
}

/** The methods in plain numbers: all of one meta-iteration, however far training goes while they are asked. */
export async function startsAt(run: Asked, at: At<OmniglotSnapshot>): Promise<readonly Start[]> {
  const { spec, glyphs } = run;
  const trained = at === 'now' ? await run.carried() : at.methods;
  return spec.methods.flatMap((name) => {
    const saved = isTrained(name) ? trained[name] : beginningOf(name, spec, glyphs);
    return saved === undefined ? [] : [{ name, saved }];
  });
}

export const iterationOf = ({ iteration }: Asked, at: At<OmniglotSnapshot>): number =>
  at === 'now' ? iteration : at.iteration;

/** One method after another on the same tasks, and how long each took. */
export async function* each(
  { engine, place }: Asked,
  starts: readonly Start[],
  spec: SharedSpec,
  tasks: Tasks,
  every: boolean,
  turn: Turn,
): AsyncGenerator<{ readonly name: MethodName; readonly found: Classified; readonly ms: number }> {
  for (const { name, saved } of starts) {
    const state = startOf(engine, name, spec, saved);
    const began = performance.now();
    try {
      await turn.pause();
      const found = await classify({ place, spec, name, state, turn }, tasks, every);
      yield { name, found, ms: performance.now() - began };
    } finally {
      release(engine, state);
    }
  }
}
