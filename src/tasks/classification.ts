/** Small two-dimensional classification problems, for optimisers to be tried on. */

import type { Stream } from '../math/rng';

/** Points [tasks, points, 2] and one-hot classes [tasks, points, 2]. */
export interface TwoClasses {
  readonly tasks: number;
  readonly points: number;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

function empty(tasks: number, points: number): TwoClasses {
  const size = tasks * points * 2;
  return { tasks, points, inputs: new Float32Array(size), targets: new Float32Array(size) };
}

function put(into: TwoClasses, at: number, x: number, y: number, label: number): void {
  into.inputs[2 * at] = x;
  into.inputs[2 * at + 1] = y;
  into.targets[2 * at + label] = 1;
}

/** Two round blobs of unit spread, their centres three apart in a random direction. */
export function drawBlobs(tasks: number, points: number, random: Stream): TwoClasses {
  const drawn = empty(tasks, points);
  for (let t = 0; t < tasks; t++) {
    const angle = random.uniform(0, 2 * Math.PI);
    for (let i = 0; i < points; i++) {
      const label = i % 2;
      const side = label === 0 ? -1.5 : 1.5;
      const x = side * Math.cos(angle) + random.normal();
      const y = side * Math.sin(angle) + random.normal();
      put(drawn, t * points + i, x, y, label);
    }
  }
  return drawn;
}

/** Two spirals of one and a quarter turns around one another, turned by a random angle, with a little noise. */
export function drawSpirals(tasks: number, points: number, random: Stream): TwoClasses {
  const drawn = empty(tasks, points);
  const turns = 1.25;
  for (let t = 0; t < tasks; t++) {
    const turned = random.uniform(0, 2 * Math.PI);
    for (let i = 0; i < points; i++) {
      const label = i % 2;
      const along = (i >> 1) / (points >> 1);
      const angle = turned + label * Math.PI + 2 * Math.PI * turns * along;
      const radius = 0.2 + 1.8 * along;
      const x = radius * Math.cos(angle) + random.normal(0, 0.05);
      const y = radius * Math.sin(angle) + random.normal(0, 0.05);
      put(drawn, t * points + i, x, y, label);
    }
  }
  return drawn;
}
