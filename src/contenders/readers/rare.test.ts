import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { rareOf } from './rare';

/** Directions in the plane, in degrees, as drawings of length two. */
const drawings = (...degrees: readonly number[]) =>
  Float32Array.from(
    degrees.flatMap((d) => [2 * Math.cos((d * Math.PI) / 180), 2 * Math.sin((d * Math.PI) / 180)]),
  );
const read = (degrees: readonly number[], told: readonly number[], slots = 4, seed = 1) =>
  rareOf(drawings(...degrees), { width: 2, told, slots, random: stream(seed, 'ties') });

describe('a memory for rare events', () => {
  it('has no answer to the first drawing, and then the label of the one that is nearest by angle', () => {
    const { answers, written, averaged } = read([0, 90, 10, 80], [3, 5, 3, 5]);
    expect(answers).toEqual([-1, 3, 3, 5]);
    expect(averaged).toEqual([false, false, false, true]);
    expect(written[0]).toBe(-1);
    // The second 3 goes where the first is.
    expect(written[3]).toBe(written[1]);
  });

  it('takes what it knew rightly into the key, halfway between the two', () => {
    // After 0° and 40°, told alike, the key lies at 20°: 62° is nearer to that than to 110°; to 0° it would not be.
    const { answers } = read([0, 40, 110, 62], [1, 1, 2, 0]);
    expect(answers[3]).toBe(1);
    expect(read([0, 110, 62], [1, 2, 0]).answers[2]).toBe(2);
  });

  it('writes what it got wrong over the slot that is oldest, and never over one that is younger', () => {
    const { written, ages } = read([0, 90, 180, 270, 45, 0], [0, 1, 2, 3, 4, 5], 4);
    const slots = [...written].slice(1);
    // Four labels fill four slots; the fifth takes the place of the first.
    expect(new Set(slots.slice(0, 4)).size).toBe(4);
    expect(slots[4]).toBe(slots[0]);
    const last = [...ages.slice(-4)];
    expect(last[slots[4]!]).toBe(0);
    expect(last.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  });

  it('forgets what made room', () => {
    const { answers } = read([0, 90, 180, 270, 45, 0], [0, 1, 2, 3, 4, 5], 4);
    expect(answers[5]).toBe(4);
  });

  it('leaves it to chance which of the slots that were never used is the first', () => {
    const first = Array.from(
      { length: 30 },
      (_, seed) => read([0, 90], [0, 1], 4, seed).written[1],
    );
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(read([0, 90], [0, 1], 4, 7)).toEqual(read([0, 90], [0, 1], 4, 7));
  });

  it('is not stopped by a drawing of zeros', () => {
    const features = new Float32Array(6);
    const { answers } = rareOf(features, {
      width: 2,
      told: [1, 2, 1],
      slots: 4,
      random: stream(1, 'x'),
    });
    expect(answers.slice(1).every((label) => label >= 0)).toBe(true);
  });
});
