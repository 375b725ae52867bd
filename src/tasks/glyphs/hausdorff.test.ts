import { expect, it } from 'vitest';
import { stream } from '../../math/rng';
import type { Drawing } from './drawings';
import { modifiedHausdorff, shapeOf } from './hausdorff';

const SIDE = 105;

/** A drawing with ink at these places. */
function drawing(...places: readonly (readonly [x: number, y: number])[]): Drawing {
  const ink = new Uint8Array(SIDE * SIDE);
  for (const [x, y] of places) ink[y * SIDE + x] = 255;
  return { side: SIDE, ink };
}

const distance = (a: Drawing, b: Drawing) => modifiedHausdorff(shapeOf(a), shapeOf(b));

it('is the greater of the two mean distances to the nearest ink of the other', () => {
  // About their means: (±1, 0), and (±3, 0) with (0, 0).
  const two = drawing([3, 4], [5, 4]);
  const three = drawing([1, 4], [4, 4], [7, 4]);
  // From two: 1 and 1, mean 1. From three: 2, 1, 2, mean 5/3.
  expect(distance(two, three)).toBeCloseTo(5 / 3, 6);
  expect(distance(three, two)).toBe(distance(two, three));
});

it('is that of the definition, with means at whole pixels', () => {
  const random = stream(1, 'shapes');
  const some = () =>
    Array.from({ length: 1 + random.integer(12) }, () => [
      random.integer(SIDE),
      random.integer(SIDE),
    ]) as [number, number][];
  const centred = (places: [number, number][]) => {
    const all = [...new Set(places.map(String))].map((place) => place.split(',').map(Number));
    const mean = (i: number) => Math.round(all.reduce((sum, p) => sum + p[i]!, 0) / all.length);
    return all.map(([x, y]) => [x! - mean(0), y! - mean(1)]);
  };
  const meanDistance = (a: number[][], b: number[][]) =>
    a.reduce(
      (sum, p) => sum + Math.min(...b.map((q) => Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!))),
      0,
    ) / a.length;
  for (let i = 0; i < 50; i++) {
    const [a, b] = [some(), some()];
    const [p, q] = [centred(a), centred(b)];
    const wanted = Math.max(meanDistance(p, q), meanDistance(q, p));
    expect(distance(drawing(...a), drawing(...b))).toBeCloseTo(wanted, 5);
  }
});

it('does not mind where a drawing lies', () => {
  expect(distance(drawing([0, 0], [1, 1]), drawing([6, 5], [7, 6]))).toBe(0);
});

it('is infinite from a drawing without ink', () => {
  expect(distance(drawing(), drawing([1, 1]))).toBe(Number.POSITIVE_INFINITY);
});
