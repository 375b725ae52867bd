/** What a person answered, and which outcomes they have seen: kept in this browser, and nowhere else. */

import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { finite, wholeFrom } from '../spec/schemas';

/** An option, options in an order, the ordinates of a curve, or the coordinates of a place. */
const outcome = v.nullable(v.union([v.string(), v.array(v.string()), v.array(finite)]));
export type Outcome = v.InferOutput<typeof outcome>;

const answer = v.object({
  said: outcome,
  /** What it was when it was told last. */
  was: v.optional(outcome),
  /** Whether the outcome was told. */
  shown: v.boolean(),
});
export type Answer = v.InferOutput<typeof answer>;

const kept = v.object({
  /** By lesson and scene. */
  answers: v.record(v.string(), answer),
  /** The scene that each lesson was left at. */
  places: v.record(v.string(), wholeFrom(1)),
});

const KEY = 'lessons';
const none: Answer = { said: null, shown: false };

export const keyOf = (lesson: string, scene: string): string => `${lesson}/${scene}`;

export const answersStore = createStore<v.InferOutput<typeof kept>>(read);

function read(): v.InferOutput<typeof kept> {
  try {
    const found = v.safeParse(kept, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    if (found.success) return found.output;
  } catch {
    // Without storage they last as long as the tab; what somebody has damaged is begun anew.
  }
  return { answers: {}, places: {} };
}

/** Whether something is not in storage yet. */
let unwritten = false;

function write(change: Partial<v.InferOutput<typeof kept>>): void {
  answersStore.setState(change);
  store();
}

function store(): void {
  unwritten = false;
  try {
    localStorage.setItem(KEY, JSON.stringify(answersStore.getState()));
  } catch {
    // See above.
  }
}

export const answerIn = (state: v.InferOutput<typeof kept>, key: string): Answer =>
  state.answers[key] ?? none;

export const keepAnswer = (key: string, change: Partial<Answer>): void =>
  write(changed(key, change));

/** As a hand moves: it is in sight at once, and in storage when the hand lets go. */
export function sketchAnswer(key: string, said: Outcome): void {
  answersStore.setState(changed(key, { said }));
  unwritten = true;
}

/** A hand has let go, or the page is left. */
export function settleAnswers(): void {
  if (unwritten) store();
}

function changed(key: string, change: Partial<Answer>) {
  const { answers } = answersStore.getState();
  return { answers: { ...answers, [key]: { ...none, ...answers[key], ...change } } };
}

export function keepPlace(lesson: string, place: number): void {
  const { places } = answersStore.getState();
  write({ places: { ...places, [lesson]: place } });
}

/** A lesson is begun anew. */
export function forgetAnswers(lesson: string): void {
  const { answers, places } = answersStore.getState();
  const others = Object.entries(answers).filter(([key]) => !key.startsWith(`${lesson}/`));
  const { [lesson]: _, ...rest } = places;
  write({ answers: Object.fromEntries(others), places: rest });
}
