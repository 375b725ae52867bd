import { expect, it } from 'vitest';
import { lastOf } from './lastOf';
import { type Inside, OLDER, type Reading } from './questions';

/** Two drawings before, and two of the stream itself; two labels. */
const probabilities = Float32Array.from([1, 0, 0, 1, 0.25, 0.75, 0.5, 0.5]);
const reading = (inside: Inside | null): Reading => ({ probabilities, inside });

it('is the whole reading where nothing was read before', () => {
  const whole = reading(null);
  expect(lastOf(whole, 0, 4)).toBe(whole);
});

it('is what was answered to the last stream', () => {
  const { probabilities: last, inside } = lastOf(reading(null), 2, 2);
  expect([...last]).toEqual([0.25, 0.75, 0.5, 0.5]);
  expect(inside).toBeNull();
});

it('has attention to drawings before in one number', () => {
  const inside: Inside = {
    kind: 'attention',
    weights: Float32Array.from([0, 0, 0, 0, 0.5, 0, 0, 0, 0.25, 0.5, 0, 0, 0.125, 0.25, 0.5, 0]),
    none: Float32Array.from([1, 0.5, 0.25, 0.125]),
  };
  expect(lastOf(reading(inside), 2, 2).inside).toEqual({
    kind: 'attention',
    weights: Float32Array.from([0, 0, 0.5, 0]),
    older: Float32Array.from([0.75, 0.375]),
    none: Float32Array.from([0.25, 0.125]),
  });
});

it('has slots that hold drawings of streams before, and places of its own from 0', () => {
  const rows = Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7]);
  const inside: Inside = {
    ...{ kind: 'memory', slots: 2, heads: 1, read: rows, written: rows, usage: rows },
    gate: Float32Array.from([0, 1, 2, 3]),
    writes: 'gate',
    holds: Int16Array.from([-1, -1, 0, -1, 1, 0, 2, -1]),
  };
  expect(lastOf(reading(inside), 2, 2).inside).toMatchObject({
    read: Float32Array.from([4, 5, 6, 7]),
    gate: Float32Array.from([2, 3]),
    writes: 'gate',
    holds: Int16Array.from([OLDER, OLDER, 0, -1]),
  });
});

it('has the states of its own steps', () => {
  const inside: Inside = { kind: 'state', width: 1, state: Float32Array.from([1, 2, 3, 4]) };
  expect(lastOf(reading(inside), 2, 2).inside).toEqual({
    ...{ kind: 'state', width: 1, state: Float32Array.from([3, 4]) },
  });
});
