import { beforeEach, expect, it } from 'vitest';
import { closeVote, countsOf, openVote, takeBackVote, vote, votes } from './votes';

const counts = () => countsOf(votes.getState().cast.a ?? [], 3);
beforeEach(() => votes.setState({ open: null, cast: {} }));

it('hands are counted for answers that there are, while the question is open', () => {
  expect(vote(0)).toBe(false);
  openVote('a', 3);
  expect([vote(0), vote(2), vote(2), vote(3)]).toEqual([true, true, true, false]);
  expect(counts()).toEqual([1, 0, 2]);
  closeVote('a');
  expect(vote(0)).toBe(false);
  expect(takeBackVote()).toBe(false);
  expect(counts()).toEqual([1, 0, 2]);
});

it('the last is taken back, or the last of one answer, and never more than there are', () => {
  openVote('a', 3);
  for (const answer of [0, 1, 1]) vote(answer);
  takeBackVote(0);
  expect(counts()).toEqual([0, 2, 0]);
  takeBackVote(0);
  takeBackVote();
  expect(counts()).toEqual([0, 1, 0]);
  for (let i = 0; i < 3; i++) takeBackVote();
  expect(counts()).toEqual([0, 0, 0]);
});

it('a question that one comes back to has its votes', () => {
  openVote('a', 3);
  vote(1);
  openVote('b', 2);
  vote(0);
  closeVote('a');
  expect(votes.getState().open?.id).toBe('b');
  openVote('a', 3);
  expect(counts()).toEqual([0, 1, 0]);
});
