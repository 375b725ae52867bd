/** What a person answered, kept in this browser, and nowhere else. */

import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { wholeFrom } from '../../../spec/schemas';
import { type About, type Given, type Sitting, united, withAnswer } from './sittings';

const sitting = v.pipe(
  v.object({
    kind: v.string(),
    stream: v.string(),
    said: v.array(wholeFrom(0)),
    right: v.array(wholeFrom(0)),
    sightings: v.array(wholeFrom(0)),
  }),
  v.check(
    ({ said, right, sightings }) =>
      said.length === right.length && said.length === sightings.length,
  ),
);
const kept = v.array(sitting);

const KEY = 'memory-answers';

interface Kept {
  readonly sittings: readonly Sitting[];
}

export const answersStore = createStore<Kept>(() => ({ sittings: read() }));

function read(): readonly Sitting[] {
  try {
    const found = v.safeParse(kept, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    if (found.success) return found.output;
  } catch {
    // Without storage they last as long as the tab; what somebody has damaged is begun anew.
  }
  return [];
}

function write(sittings: readonly Sitting[]): void {
  answersStore.setState({ sittings });
  try {
    localStorage.setItem(KEY, JSON.stringify(sittings));
  } catch {
    // See above.
  }
}

/** Keeps one more, beside what another tab has kept meanwhile. */
export const keepAnswer = (about: About, given: Given): void =>
  write(withAnswer(united(answersStore.getState().sittings, read()), about, given));

/** @returns what brings them back */
export function forgetAnswers(): () => void {
  const { sittings } = answersStore.getState();
  write([]);
  return () => write(united(answersStore.getState().sittings, sittings));
}
