/** What a person answered, and which outcomes they have seen: kept in this browser, and nowhere else. */

import { z } from 'zod/mini';
import { createStore } from 'zustand/vanilla';

/** An option, options in an order, the ordinates of a curve, or the coordinates of a place. */
const outcome = z.nullable(z.union([z.string(), z.array(z.string()), z.array(z.number())]));
export type Outcome = z.infer<typeof outcome>;

const answer = z.object({
  said: outcome,
  /** What it was when it was told last. */
  was: z.optional(outcome),
  /** Whether the outcome was told. */
  shown: z.boolean(),
});
export type Answer = z.infer<typeof answer>;

const kept = z.object({
  /** By lesson and scene. */
  answers: z.record(z.string(), answer),
  /** The scene that each lesson was left at. */
  places: z.record(z.string(), z.int().check(z.positive())),
});

const KEY = 'lessons';
const none: Answer = { said: null, shown: false };

export const keyOf = (lesson: string, scene: string): string => `${lesson}/${scene}`;

export const answersStore = createStore<z.infer<typeof kept>>(read);

function read(): z.infer<typeof kept> {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    if (found.success) return found.data;
  } catch {
    // Without storage they last as long as the tab; what somebody has damaged is begun anew.
  }
  return { answers: {}, places: {} };
}

/** Whether something is not in storage yet. */
let unwritten = false;

function write(change: Partial<z.infer<typeof kept>>): void {
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

export const answerIn = (state: z.infer<typeof kept>, key: string): Answer =>
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
