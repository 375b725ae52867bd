/** What the page may ask the worker: declared once, typed on both sides. */

import type { Turn } from '../../session/turn';

declare const types: unique symbol;

/** A kind of question Q, and its answer A. */
export interface Question<Q, A extends Answer> {
  readonly [types]?: { readonly question: Q; readonly answer: A };
}

/** Every answer says of which meta-iteration it is. */
export interface Answer {
  readonly iteration: number;
}

export const question = <Q, A extends Answer>(): Question<Q, A> => ({});

// biome-ignore lint/suspicious/noExplicitAny: questions of every kind stand in one record
export type Questions = Readonly<Record<string, Question<any, any>>>;
export type AskedIn<T> = T extends Question<infer Q, infer _A> ? Q : never;
export type AnswerIn<T> = T extends Question<infer _Q, infer A> ? A : never;

/** The worker's side: answers in parts, each of all that is known so far; null gives way and says nothing new. */
export type Answers<Q extends Questions> = {
  readonly [K in keyof Q]: (
    question: AskedIn<Q[K]>,
    turn: Turn,
  ) => AsyncGenerator<AnswerIn<Q[K]> | null, void>;
};

/** The last part of an answer, for who works without a page. */
export async function whole<A>(answers: AsyncGenerator<A | null, void>): Promise<A> {
  let last: { readonly answer: A } | null = null;
  for await (const answer of answers) if (answer !== null) last = { answer };
  if (last === null) throw new Error('there was no answer');
  return last.answer;
}

/** What is in sight of the run: the weights of now, or a snapshot. */
export type At<S> = 'now' | S;

export interface Sight<State, Snap> {
  readonly state: State;
  readonly at: At<Snap>;
  /** Whether the run trains, and is what is in sight. */
  readonly training: boolean;
}

/** When a question is asked, and what becomes of its answers: data, which the frame follows. */
export interface AskRule<State, Snap, Q, A extends Answer> {
  /** The question about what is in sight; null if there is nothing to ask. */
  ask(sight: Sight<State, Snap>): Q | null;
  /** What a person is about to ask who comes near, where that is worth knowing beforehand. */
  foresee?(sight: Sight<State, Snap>): Q | null;
  /** Answered before training goes on when a person has moved what it is about. */
  readonly urgent?: boolean;
  /** Whether less is asked while it trains: what is still on its way when training begins is asked anew, and less of it. */
  readonly yields?: boolean;
  /** Milliseconds from one answer to the next question while it trains; none at all unless said. */
  readonly every?: number;
  /** Whether all parts of an answer have come; while training only whole ones are shown, as others would jump. */
  isWhole?(answer: A): boolean;
  /** Whether an answer is about what is in sight now. */
  fits?(answer: A, state: State): boolean;
  /** Whether this answer holds for its meta-iteration until a setting moves. */
  holds?(answer: A): boolean;
  /** Whether only the last that holds is kept. */
  readonly keepsOne?: boolean;
}

export type AskRules<State, Snap, Q extends Questions> = {
  readonly [K in keyof Q]: AskRule<State, Snap, AskedIn<Q[K]>, AnswerIn<Q[K]>>;
};
