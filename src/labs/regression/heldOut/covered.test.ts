import { expect, it } from 'vitest';
import { stream } from '../../../math/rng';
import { added, noneWithin, sharesOf } from './covered';

const random = stream(1, 'covered');
const targets = Float32Array.from({ length: 4000 }, () => random.normal(2, 3));
const said = (sd: number) => Float32Array.from({ length: 8000 }, (_, i) => (i % 2 === 0 ? 2 : sd));

it('finds half of the points and nine tenths of them, where the spread is right', () => {
  const { half, most } = sharesOf(added(noneWithin, said(3), targets));
  expect(half).toBeCloseTo(0.5, 1);
  expect(most).toBeCloseTo(0.9, 1);
});

it('finds fewer of who is too sure, and more of who is not sure enough', () => {
  const sure = sharesOf(added(noneWithin, said(1), targets));
  const unsure = sharesOf(added(noneWithin, said(9), targets));
  expect(sure.half).toBeLessThan(0.25);
  expect(sure.most).toBeLessThan(0.5);
  expect(unsure.half).toBeGreaterThan(0.9);
});

it('counts parts as the whole', () => {
  const part = (from: number, to: number) =>
    [said(3).subarray(2 * from, 2 * to), targets.subarray(from, to)] as const;
  const parts = added(added(noneWithin, ...part(0, 1500)), ...part(1500, 4000));
  expect(parts).toEqual(added(noneWithin, said(3), targets));
});
