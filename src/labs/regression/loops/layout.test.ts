import { describe, expect, it } from 'vitest';
import { minus, size, type Vector } from '../../../math/vector';
import { arrow } from '../../../ui/charts/arrow';
import { contenderNames } from '../methods';
import {
  curvePath,
  GLYPH,
  layoutOf,
  MOST_STEPS,
  MOST_TASKS,
  OUTER,
  SIGHT,
  shortened,
  THETA,
  wayBack,
} from './layout';
import { pictures } from './pictures';

const inSight = ([x, y]: Vector, margin: number) =>
  x - margin > SIGHT.left &&
  x + margin < SIGHT.left + SIGHT.width &&
  y - margin > SIGHT.top &&
  y + margin < SIGHT.top + SIGHT.height;

const cases = contenderNames.flatMap((name) =>
  [1, 2, MOST_TASKS].flatMap((tasks) =>
    [1, MOST_STEPS].map((steps) => ({ name, tasks, steps, picture: pictures[name] })),
  ),
);

describe.each(cases)('the picture of $name, $tasks tasks, $steps steps', (given) => {
  const { picture, tasks } = given;
  const hasLoop = picture.mover !== null && picture.mover !== 'mixed';
  const steps = hasLoop ? given.steps : 0;
  const layout = layoutOf(picture, tasks, steps);

  it('has its tasks along the outer arc, and everything in sight', () => {
    expect(layout.tasks).toHaveLength(tasks);
    for (const task of layout.tasks) {
      expect(size(task)).toBeCloseTo(OUTER);
      expect(inSight(task, GLYPH.height / 2)).toBe(true);
    }
    for (const point of layout.paths.flat()) {
      expect(point.every(Number.isFinite)).toBe(true);
      expect(size(point)).toBeLessThan(OUTER - GLYPH.height / 2);
    }
  });

  it('has a way from θ for each task, of as many steps, if it has an inner loop', () => {
    expect(layout.paths).toHaveLength(hasLoop ? tasks : 0);
    for (const path of layout.paths) {
      expect(path[0]).toEqual(THETA);
      expect(path).toHaveLength(steps + 1);
    }
  });

  it('moves θ within the arcs, or not at all', () => {
    if (picture.mover === null) {
      expect(layout.moved).toBeNull();
      return;
    }
    const far = size(minus(layout.moved!, THETA));
    expect(far).toBeGreaterThan(25);
    expect(size(layout.moved!)).toBeLessThan(OUTER / 2);
  });

  it('has gradients, a mean and rates where these count', () => {
    expect(layout.gradients.length > 0).toBe(
      picture.mover === 'carried' || picture.mover === 'queries',
    );
    expect(layout.mean !== null).toBe(picture.mover === 'ends');
    expect(layout.rates !== null).toBe(picture.learnsRates === true);
    expect(layout.letter !== null).toBe(hasLoop);
  });
});

describe('lines', () => {
  const path: Vector[] = [
    [0, 0],
    [10, 0],
    [20, 0],
  ];

  it('end before their end, however short their last part is', () => {
    expect(shortened(path, 4)).toEqual([
      [0, 0],
      [10, 0],
      [16, 0],
    ]);
    expect(shortened(path, 13)).toEqual([
      [0, 0],
      [7, 0],
    ]);
  });

  it('lead back beside the way they came', () => {
    const back = wayBack(path, 4, 5);
    expect(back[0]![0]).toBeCloseTo(20);
    expect(back.at(-1)![0]).toBeCloseTo(5);
    expect(back.map(([, y]) => Math.abs(y))).toEqual([4, 4, 4].map((y) => expect.closeTo(y)));
  });

  it('have a head at their tip', () => {
    expect(
      arrow(
        [
          [0, 0],
          [10, 0],
        ],
        5,
      ),
    ).toMatch(/^M0\.0 0\.0L10\.0 0\.0L5\.6 -?2\.4L10\.0 0\.0L5\.6/);
  });

  it('stay within their room', () => {
    const numbers = curvePath([-2, 0, 2], 2)
      .match(/-?[\d.]+/g)!
      .map(Number);
    const heights = numbers.filter((_, i) => i % 2 === 1);
    expect(Math.max(...heights)).toBeLessThan(GLYPH.height / 2);
    expect(heights[0]).toBeGreaterThan(heights[2]!);
  });
});
