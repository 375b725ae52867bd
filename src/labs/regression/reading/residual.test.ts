import { expect, it } from 'vitest';
import { residual } from './residual';

const grid = [0, 1, 2];
const curve = [0, 2, 0];

it('is the mean distance, between points of the grid along straight lines', () => {
  const points = [
    { x: 0.5, y: 1 },
    { x: 2, y: -1 },
    { x: 1.5, y: 3 },
  ];
  expect(residual(grid, curve, points)).toBeCloseTo(1);
});

it('leaves out what is not over the grid, and is of nothing where all is', () => {
  expect(
    residual(grid, curve, [
      { x: -1, y: 9 },
      { x: 1, y: 2.5 },
    ]),
  ).toBeCloseTo(0.5);
  expect(residual(grid, curve, [{ x: 5, y: 0 }])).toBeNull();
  expect(residual(grid, curve, [])).toBeNull();
});
