import { expect, it } from 'vitest';
import { type Named, type Place, placeLabels } from './labels';

const size: Place = [358, 286];
const name = (at: Place): Named => ({ at, radius: 6, width: 40, height: 16 });

function expectApart(all: readonly Named[], places: readonly Place[]) {
  places.forEach(([x, y], i) => {
    const { width, height } = all[i]!;
    expect(x - width / 2 >= 0 && x + width / 2 <= size[0]).toBe(true);
    expect(y - height / 2 >= 0 && y + height / 2 <= size[1]).toBe(true);
    places.slice(0, i).forEach(([x2, y2]) => {
      expect(Math.abs(x - x2) >= width || Math.abs(y - y2) >= height).toBe(true);
    });
  });
}

it('names stand above their points where nothing is in the way', () => {
  const [place] = placeLabels([name([100, 100])], { marks: [], lines: [], size });
  expect(place).toEqual([100, 83]);
});

it('names go beside a line', () => {
  const lines = [
    [
      [100, 100],
      [100, 20],
    ],
  ] as const;
  const [place] = placeLabels([name([100, 100])], { marks: [], lines, size });
  expect(place).not.toEqual([100, 83]);
});

it.each([
  [[179, 143], 5],
  [[4, 4], 3],
  [[354, 282], 3],
  [[4, 282], 3],
] as const)('names of points in one place, %j, are apart and in sight', (at, count) => {
  const all = Array.from({ length: count }, (_, i) => name([at[0] + i * 0.5, at[1]]));
  expectApart(all, placeLabels(all, { marks: [], lines: [], size }));
});
