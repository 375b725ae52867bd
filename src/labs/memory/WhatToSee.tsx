/** A sentence or two on what is in sight, which depends on how far the run is. */

import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { useRunState } from '../kit/context';
import { See } from '../kit/See';
import { testWays } from './fields';
import { useLab, useLabState } from './hooks';
import { readerOf, type State } from './lab';
import { isTrained, type ReaderName } from './methods';
import { trainedLike } from './presets';

/** Within so much of chance at the second sighting somebody still guesses. */
const GUESSING = 0.1;

/** What the one in focus keeps; null of nothing, undefined while it is not known. */
const insideOf = (state: State) => state.answers.stream?.readings[readerOf(state)!]?.inside;

/** Whether the one in focus has a memory whose slots it chooses, or writes in turn. */
function howItWrites(state: State): 'memory' | 'inTurn' | 'byRule' | null {
  const inside = insideOf(state);
  if (inside?.kind !== 'memory') return null;
  return ({ gate: 'memory', turn: 'inTurn', rule: 'byRule' } as const)[inside.writes];
}

/** The one in focus, where it is trained and guesses all the same. */
export function guessing(state: State): ReaderName | null {
  const reader = readerOf(state);
  if (reader === undefined || !isTrained(reader) || insideOf(state) === null) return null;
  const second = state.answers.instances?.byInstance[reader]?.mean[1];
  return second !== undefined && second < 1 / testWays(state.running) + GUESSING ? reader : null;
}

export function WhatToSee() {
  const { memory, contenders } = useWords();
  const { see } = memory;
  const lab = useLab();
  const begun = useRunState((s) => s.iteration > 0);
  const beforehand = useLabState((s) => Object.keys(s.origin).length > 0);
  const guesses = useLabState(guessing);
  const isShipped = useLabState((s) => s.running.labels === 'onehot');
  const writes = useLabState(howItWrites);
  if (!begun && !beforehand) {
    return (
      <See sentences={[writes === 'byRule' ? see.byRule : see.untrained]}>
        {isShipped ? (
          <Button small onClick={() => lab.restartWith(trainedLike(lab.store.getState().spec))}>
            {see.trained}
          </Button>
        ) : null}
      </See>
    );
  }
  if (guesses !== null) {
    return <See sentences={[say(see.plateau, { name: contenders[guesses].label })]} />;
  }
  return <See sentences={writes === null ? [see.reading] : [see.reading, see[writes]]} />;
}
