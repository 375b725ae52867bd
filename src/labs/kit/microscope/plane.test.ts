import { describe, expect, it } from 'vitest';
import { stream } from '../../../math/rng';
import { angleBetween, difference, lengthOf, planeOf } from './plane';

const random = stream(3, 'plane test');
const vector = (length = 500) => Float32Array.from({ length }, () => random.normal(0, 1));

describe('the plane of two directions', () => {
  it('keeps their lengths and their angle', () => {
    for (let i = 0; i < 20; i++) {
      const [a, b] = [vector(), vector()];
      const plane = planeOf([a, b]);
      const [pa, pb] = [plane.place(a), plane.place(b)];
      expect(Math.hypot(...pa)).toBeCloseTo(lengthOf(a), 9);
      expect(Math.hypot(...pb)).toBeCloseTo(lengthOf(b), 9);
      expect(angleBetween(pa, pb)).toBeCloseTo(angleBetween(a, b)!, 6);
      expect(pa[1]).toBeCloseTo(0, 9);
      expect(plane.within(a)).toBeCloseTo(1, 12);
      expect(plane.within(difference(a, b))).toBeCloseTo(1, 12);
    }
  });

  it('says how much of another direction lies in it', () => {
    const plane = planeOf([
      [1, 0, 0],
      [1, 2, 0],
    ]);
    expect(plane.place([3, 4, 0])).toEqual([3, 4]);
    expect(plane.within([3, 4, 0])).toBe(1);
    expect(plane.within([3, 4, 12])).toBeCloseTo(5 / 13, 12);
    expect(plane.within([0, 0, 5])).toBe(0);
    expect(plane.within([0, 0, 0])).toBeNull();
  });

  it('passes over directions along the first, and without length', () => {
    const plane = planeOf([
      [0, 0, 0],
      [2, 0, 0],
      [-5, 0, 0],
      [0, 0, 7],
    ]);
    expect(plane.place([1, 2, 3])).toEqual([1, 3]);
    expect(planeOf([]).place([1, 2])).toEqual([0, 0]);
  });

  it('has angles from 0 to 180 degrees', () => {
    expect(angleBetween([1, 0], [3, 0])).toBe(0);
    expect(angleBetween([1, 0], [0, 2])).toBeCloseTo(90, 12);
    expect(angleBetween([1, 1], [-2, -2])).toBeCloseTo(180, 5);
    expect(angleBetween([1, 1], [0, 0])).toBeNull();
  });
});
