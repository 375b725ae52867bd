import { describe, expect, it } from 'vitest';
import {
  adapted,
  type Bowl,
  bowl,
  curvatureBy,
  gradientBy,
  gradientOf,
  lossAfter,
  lossOf,
  type Method,
  meanLoss,
  methods,
  restOf,
  type Vector,
} from './bowls';
import { example, rates, sight, start } from './example';

const three: readonly Bowl[] = [...example, bowl([0.3, -1.1], [0.9, 0.2], 2.1)];
const theta: Vector = [-0.4, 0.9];
const alpha = 0.7;

/** Central differences. */
function slope(f: (at: Vector) => number, [x, y]: Vector): Vector {
  const h = 1e-4;
  return [(f([x + h, y]) - f([x - h, y])) / (2 * h), (f([x, y + h]) - f([x, y - h])) / (2 * h)];
}
const close = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 9);
  });
};
const distance = ([x, y]: Vector, [x2, y2]: Vector) => Math.hypot(x - x2, y - y2);
const restsOf = (tasks: readonly Bowl[], rate: number) =>
  Object.fromEntries(methods.map((method) => [method, restOf(method, tasks, rate)!])) as Readonly<
    Record<Method, Vector>
  >;

describe.each(three)('the loss of a task', (task) => {
  it('is 0 at its centre, and above 0 elsewhere', () => {
    expect(lossOf(task, task.centre)).toBe(0);
    expect(lossOf(task, theta)).toBeGreaterThan(0);
  });

  it('has the gradient of central differences, and its curvature as the Hessian', () => {
    close(
      gradientOf(task, theta),
      slope((at) => lossOf(task, at), theta),
    );
    const [xx, xy, yy] = task.curvature;
    close(
      slope((at) => gradientOf(task, at)[0], theta),
      [xx, xy],
    );
    close(
      slope((at) => gradientOf(task, at)[1], theta),
      [xy, yy],
    );
  });

  it('is less after a step', () => {
    expect(lossOf(task, adapted(task, theta, alpha))).toBeLessThan(lossOf(task, theta));
  });
});

it('a bowl has the curvatures that it is made of', () => {
  const { curvature } = bowl([0, 0], [3, 1], Math.PI / 2);
  close(curvature, [1, 0, 3]);
});

describe.each([
  ['two tasks', example],
  ['three tasks', three],
])('for %s', (_, tasks) => {
  it('MAML descends the loss after one step, and joint pre-training the mean loss', () => {
    close(
      gradientBy('maml', tasks, theta, alpha),
      slope((at) => lossAfter(tasks, at, alpha), theta),
    );
    close(
      gradientBy('joint', tasks, theta, alpha),
      slope((at) => meanLoss(tasks, at), theta),
    );
  });

  it('first-order MAML descends neither', () => {
    const found = gradientBy('fomaml', tasks, theta, alpha);
    for (const other of ['joint', 'maml'] as const) {
      expect(distance(found, gradientBy(other, tasks, theta, alpha))).toBeGreaterThan(0.05);
    }
    // By definition, not by factors.
    const terms = tasks.map((task) => gradientOf(task, adapted(task, theta, alpha)));
    const mean = (k: 0 | 1) => terms.reduce((sum, term) => sum + term[k], 0) / terms.length;
    close(found, [mean(0), mean(1)]);
  });

  it.each(methods)('%s has no gradient where it comes to rest, and one elsewhere', (method) => {
    for (const rate of [0, 0.3, alpha, 1]) {
      const rest = restOf(method, tasks, rate)!;
      close(gradientBy(method, tasks, rest, rate), [0, 0]);
      const beside: Vector = [rest[0] + 0.1, rest[1]];
      const [xx, xy] = curvatureBy(method, tasks, rate);
      close(gradientBy(method, tasks, beside, rate), [0.1 * xx, 0.1 * xy]);
    }
  });

  it('all are the same where α is 0', () => {
    const [joint, ...others] = methods.map((method) => gradientBy(method, tasks, theta, 0));
    for (const other of others) close(other, joint!);
    const [rest, ...rests] = methods.map((method) => restOf(method, tasks, 0)!);
    for (const other of rests) close(other, rest!);
    expect(lossAfter(tasks, theta, 0)).toBe(meanLoss(tasks, theta));
  });

  it('no place is better after one step than where MAML comes to rest', () => {
    const { maml, ...others } = restsOf(tasks, alpha);
    const best = lossAfter(tasks, maml, alpha);
    for (const other of [...Object.values(others), theta, [0, 0] as const]) {
      expect(lossAfter(tasks, other, alpha)).toBeGreaterThan(best);
    }
  });
});

describe('a method comes to rest nowhere', () => {
  it('where α makes its matrix singular', () => {
    // One step comes home from everywhere: no start is better than another.
    const round = [bowl([-1, 0], [2, 2], 0), bowl([1, 0], [2, 2], 0)];
    expect(restOf('maml', round, 0.5)).toBeNull();
    expect(restOf('fomaml', round, 0.5)).toBeNull();
    close(restOf('joint', round, 0.5)!, [0, 0]);
    // In one direction alone.
    const long = [bowl([-1, 0.3], [2, 0.5], 0.6), bowl([1, 0], [2, 0.5], 0.6)];
    expect(restOf('maml', long, 0.5)).toBeNull();
  });

  it('where steps that go beyond turn first-order MAML round', () => {
    const round = [bowl([-1, 0], [2, 2], 0), bowl([1, 0], [2, 2], 0)];
    expect(restOf('fomaml', round, 0.8)).toBeNull();
    close(restOf('maml', round, 0.8)!, [0, 0]);
  });
});

describe('the example', () => {
  const rest = restsOf(example, rates.first);
  const stepped = (at: Vector) => lossAfter(example, at, rates.first);

  it('has three places that are clearly apart, first-order MAML’s between the others', () => {
    expect(distance(rest.joint, rest.fomaml)).toBeGreaterThan(0.7);
    expect(distance(rest.fomaml, rest.maml)).toBeGreaterThan(0.7);
    expect(distance(rest.joint, rest.maml)).toBeGreaterThan(1.5);
  });

  it('has a loss after one step that is less than half where MAML rests, and more before', () => {
    expect(stepped(rest.maml)).toBeLessThan(stepped(rest.joint) / 2);
    expect(stepped(rest.maml)).toBeLessThan(0.8 * stepped(rest.fomaml));
    expect(stepped(rest.fomaml)).toBeLessThan(0.8 * stepped(rest.joint));
    expect(meanLoss(example, rest.maml)).toBeGreaterThan(2 * meanLoss(example, rest.joint));
  });

  it('has them in sight at every rate, and begins away from them', () => {
    const inside = (value: number, [low, high]: readonly [number, number]) =>
      value > low + 0.5 && value < high - 0.5;
    for (let rate = rates.least; rate <= rates.most; rate += rates.step) {
      for (const [x, y] of Object.values(restsOf(example, rate))) {
        expect(inside(x, sight.x) && inside(y, sight.y), `${rate}: ${x} ${y}`).toBe(true);
      }
    }
    for (const place of Object.values(rest)) expect(distance(start, place)).toBeGreaterThan(1);
  });
});
