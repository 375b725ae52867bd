/** A show of hands: how many are for each answer of a question, as who speaks counts them. Nothing is sent, or kept. */

import { createStore } from 'zustand/vanilla';

/** Answers that have a key. */
export const MOST_VOTED = 4;

interface Votes {
  /** The question that can be voted on, and how many answers it has. */
  readonly open: { readonly id: string; readonly of: number } | null;
  /** By question, then by answer; the last vote of each is taken back first. */
  readonly cast: Readonly<Record<string, readonly number[]>>;
}

export const votes = createStore<Votes>(() => ({ open: null, cast: {} }));

export const openVote = (id: string, of: number): void => votes.setState({ open: { id, of } });
export const closeVote = (id: string): void =>
  votes.setState(({ open }) => ({ open: open?.id === id ? null : open }));

/** @returns whether there is a question with such an answer */
export function vote(answer: number): boolean {
  const { open, cast } = votes.getState();
  if (open === null || answer >= Math.min(open.of, MOST_VOTED)) return false;
  votes.setState({ cast: { ...cast, [open.id]: [...(cast[open.id] ?? []), answer] } });
  return true;
}

/** Takes back the last vote, or the last for one answer. @returns whether a question is open */
export function takeBackVote(answer?: number): boolean {
  const { open, cast } = votes.getState();
  if (open === null) return false;
  const all = cast[open.id] ?? [];
  const last = answer === undefined ? all.length - 1 : all.lastIndexOf(answer);
  if (last >= 0) votes.setState({ cast: { ...cast, [open.id]: all.toSpliced(last, 1) } });
  return true;
}

/** How many are for each of some answers. */
export const countsOf = (cast: readonly number[], of: number): number[] =>
  Array.from({ length: of }, (_, answer) => cast.filter((vote) => vote === answer).length);
