/** Which stream a person answers, and the drawing of it that they are asked about. */

import { useStore } from 'zustand';
import { testWays } from '../fields';
import { useLabState } from '../hooks';
import { courseOf, isAnswering, type State } from '../lab';
import { answersStore } from './kept';
import { type About, type Sitting, sittingOf } from './sittings';

/** Of which kind streams are, and which of them it is: people's answers to other kinds do not add up with these. */
export function aboutOf({
  running,
  view,
  answers,
}: Pick<State, 'running' | 'view' | 'answers'>): About {
  const { order, testLength, seed } = running;
  const { shuffle } = courseOf({ running, view });
  const source = answers.stream?.source ?? running.characters;
  return {
    kind: [source, testWays(running), order, ...(shuffle === 0 ? [] : [shuffle])].join(' '),
    stream: [seed, testLength, view.stream].join(' '),
  };
}

/** The place that a person is asked about; null if nobody is asked, or all has been answered. */
export function placeAsked(state: State, sittings: readonly Sitting[]): number | null {
  if (!isAnswering(state)) return null;
  const { said } = sittingOf(sittings, aboutOf(state));
  return said.length < state.running.testLength ? said.length : null;
}

/** Whether a person answers, what they have said of the stream in sight, and where they are asked. */
export function useYou() {
  const sittings = useStore(answersStore, (s) => s.sittings);
  const on = useLabState(isAnswering);
  const asked = useLabState((s) => placeAsked(s, sittings));
  const kind = useLabState((s) => aboutOf(s).kind);
  const stream = useLabState((s) => aboutOf(s).stream);
  return { on, asked, sittings, kind, sitting: sittingOf(sittings, { kind, stream }) };
}
