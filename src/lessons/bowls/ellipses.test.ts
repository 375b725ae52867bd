import { expect, it } from 'vitest';
import { bowl, lossOf } from './bowls';
import { ellipseAt } from './ellipses';

it.each([
  [[1, 0.5], 0.5],
  [[0.12, 0.5], -0.3],
  [[2, 2], 0],
] as const)(
  'a contour of curvatures %j at angle %d has one loss all along',
  (curvatures, turned) => {
    const task = bowl([0.3, -0.2], curvatures, turned);
    const level = 0.7;
    const { along, across, angle } = ellipseAt(task.curvature, level);
    for (let k = 0; k < 12; k++) {
      const [u, v] = [along * Math.cos((k * Math.PI) / 6), across * Math.sin((k * Math.PI) / 6)];
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      expect(lossOf(task, [0.3 + c * u - s * v, -0.2 + s * u + c * v])).toBeCloseTo(level, 12);
    }
  },
);
