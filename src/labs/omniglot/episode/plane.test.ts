import { describe, expect, it } from 'vitest';
import { halfHeight, placesOf } from './plane';

const task = { ways: 2, shots: 2, labels: [1, 0] };
const plane = Float32Array.from([0, 0, 2, 4, -1, 0, -3, 0, 5, 1, 1, -1]);

describe('places in the plane', () => {
  const { support, query, means } = placesOf(plane, task);

  it('are those of support points by class, then of query points by label', () => {
    expect(support.map(({ way }) => way)).toEqual([0, 0, 1, 1]);
    expect(query).toEqual([
      { x: 5, y: 1, way: 1 },
      { x: 1, y: -1, way: 0 },
    ]);
  });

  it('have the mean of each class', () => {
    expect(means).toEqual([
      { x: 1, y: 2, way: 0 },
      { x: -2, y: 0, way: 1 },
    ]);
  });

  it('fit a plot of any shape, with one unit for both directions', () => {
    const places = { support, query, means };
    expect(halfHeight(places, 1)).toBeGreaterThan(5);
    expect(halfHeight(places, 2)).toBeGreaterThan(4);
    expect(halfHeight(places, 2)).toBeLessThanOrEqual(5);
  });
});

it('a plane with nothing that can be placed still has axes', () => {
  const lost = placesOf(new Float32Array(4).fill(Number.NaN), { ways: 1, shots: 1, labels: [0] });
  expect(halfHeight(lost, 1)).toBe(1);
});
