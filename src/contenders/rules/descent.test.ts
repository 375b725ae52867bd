import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import { stream } from '../../math/rng';
import { median } from '../../math/statistics';
import { denseWithoutBiases } from '../../networks/network';
import { drawQuadratics, type Problems, quadraticKinds } from '../../tasks/quadratic';
import { conjugate } from './conjugate';
import { type DescentRule, type Landscape, lossesOf } from './descent';
import { lbfgs, wayDown } from './lbfgs';

const COUNT = 64;
const draw = (kind: (typeof quadraticKinds)[number], dimension: number) =>
  drawQuadratics(kind, COUNT, dimension, 0, stream(4, 'descent', dimension));

/** ‖Wθ − y‖² in double precision, and how often it was asked. */
function quadratics({ tasks, points: n, inputs, targets }: Problems) {
  const asked = { at: 0, curvature: 0 };
  const row = (p: number, i: number) => inputs.subarray((p * n + i) * n, (p * n + i + 1) * n);
  /** Wθ − y, or Wθ. */
  const ahead = (theta: Float64Array, y: ArrayLike<number> | null) =>
    Float64Array.from(theta, (_, at) => {
      const [p, i] = [Math.floor(at / n), at % n];
      return row(p, i).reduce((sum, w, j) => sum + w * theta[p * n + j]!, -(y?.[at] ?? 0));
    });
  /** 2 Wᵀr */
  const back = (r: Float64Array) => {
    const found = new Float64Array(r.length);
    r.forEach((x, at) => {
      const [p, i] = [Math.floor(at / n), at % n];
      row(p, i).forEach((w, j) => {
        found[p * n + j]! += 2 * w * x;
      });
    });
    return found;
  };
  const landscape: Landscape = {
    problems: tasks,
    dimension: n,
    async at(theta) {
      asked.at += 1;
      const r = ahead(theta, targets);
      const f = Float64Array.from({ length: tasks }, (_, p) =>
        r.subarray(p * n, (p + 1) * n).reduce((sum, x) => sum + x * x, 0),
      );
      return { f, gradient: back(r) };
    },
    async curvature(_theta, vector) {
      asked.curvature += 1;
      return back(ahead(vector, null));
    },
  };
  return { landscape, asked };
}

const rosenbrock: Landscape = {
  problems: 1,
  dimension: 2,
  async at(theta) {
    const [x, y] = [theta[0]!, theta[1]!];
    const away = y - x * x;
    return {
      f: [(1 - x) ** 2 + 100 * away ** 2],
      gradient: [-2 * (1 - x) - 400 * x * away, 200 * away],
    };
  },
  curvature: () => Promise.reject(new Error('not asked for')),
};

/** f and θ after 0 … steps steps. */
async function follow(
  rule: DescentRule,
  landscape: Landscape,
  start: ArrayLike<number>,
  steps: number,
) {
  const seen: { readonly f: Float64Array; readonly theta: Float64Array }[] = [];
  for await (const { f, theta } of rule.descend(landscape, start)) {
    seen.push({ f: Float64Array.from(f), theta: theta.slice() });
    if (seen.length > steps) break;
  }
  return seen;
}

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await startEngine(['simd']));
});
afterAll(() => engine.dispose());

describe('conjugate gradients', () => {
  const sizes = quadraticKinds.flatMap((kind) => [1, 3, 10, 25].map((n) => [kind, n] as const));

  it.each(sizes)('are at the minimum of every %s quadratic after n = %i steps', async (kind, n) => {
    const problems = draw(kind, n);
    const { landscape } = quadratics(problems);
    const seen = await follow(conjugate, landscape, problems.starts, n);
    // W is square and regular, so that the least f is 0.
    const left = (t: number) => seen[t]!.f.map((f, p) => f / seen[0]!.f[p]!);
    expect(Math.max(...left(n))).toBeLessThan(1e-8);
    expect(median(left(n - 1))).toBeGreaterThan(1e-6);
  });

  it('go down the slope first, to the least f along it', async () => {
    const problems = draw('gaussian', 3);
    const { landscape } = quadratics(problems);
    const start = Float64Array.from(problems.starts);
    const [, { theta }] = (await follow(conjugate, landscape, start, 1)) as [
      unknown,
      { readonly theta: Float64Array },
    ];
    const before = await landscape.at(start);
    const { gradient } = await landscape.at(theta);
    for (let p = 0; p < COUNT; p++) {
      const [g, step, next] = [before.gradient, start.map((x, i) => theta[i]! - x), gradient].map(
        (all) => Float64Array.from({ length: 3 }, (_, i) => all[3 * p + i]!),
      );
      const cosine = (a: Float64Array, b: Float64Array) =>
        a.reduce((sum, x, i) => sum + x * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
      expect(cosine(g!, step!)).toBeCloseTo(-1, 10);
      expect(cosine(g!, next!)).toBeCloseTo(0, 8);
    }
  });

  it('ask for one gradient and one product with the Hessian a step', async () => {
    const problems = draw('gaussian', 10);
    const { landscape, asked } = quadratics(problems);
    await follow(conjugate, landscape, problems.starts, 7);
    expect(asked).toEqual({ at: 8, curvature: 7 });
  });

  it.each(quadraticKinds)(
    'are there in single precision, too, as near as that is: %s',
    async (kind) => {
      const problems = draw(kind, 10);
      const learner = engine.compile(
        { inputs: 10, layers: [denseWithoutBiases(1)] },
        'sum-of-squares',
      );
      const seen: Float32Array[] = [];
      for await (const f of lossesOf({ engine, learner, problems }, conjugate, 40)) seen.push(f);
      // θ is rounded by 6·10⁻⁸ of itself, f by the square of that times the condition of WᵀW.
      expect(median(seen[10]!)).toBeLessThan(1e-10);
      expect(Math.max(...seen[10]!)).toBeLessThan(1e-4);
      expect(median(seen[9]!)).toBeGreaterThan(1e-3);
      // And they stay.
      expect(median(seen[40]!)).toBeLessThan(1e-10);
    },
  );
});

describe('L-BFGS', () => {
  it('turns as the inverse Hessian of BFGS would, written out', () => {
    const random = stream(2, 'pairs');
    const n = 4;
    const vector = () => Float64Array.from({ length: n }, () => random.normal());
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    const pairs = Array.from({ length: 3 }, () => {
      const s = vector();
      // Of positive curvature: y = s scaled by coordinate.
      const y = s.map((x, i) => (i + 1) * x);
      return { s, y, sy: dot(s, y) };
    });
    const { sy, y } = pairs.at(-1)!;
    let inverse = Array.from({ length: n }, (_, i) =>
      Float64Array.from({ length: n }, (_v, j) => (i === j ? sy / dot(y, y) : 0)),
    );
    // B ← (I − s yᵀ/sᵀy) B (I − y sᵀ/sᵀy) + s sᵀ/sᵀy
    for (const { s, y, sy } of pairs) {
      const by = Float64Array.from(inverse, (row) => dot(row, y));
      inverse = inverse.map((row, i) =>
        row.map(
          (b, j) =>
            b -
            (s[i]! * by[j]! + by[i]! * s[j]!) / sy +
            (s[i]! * s[j]! * (1 + dot(y, by) / sy)) / sy,
        ),
      );
    }
    const gradient = vector();
    wayDown(pairs, gradient).forEach((x, i) => {
      expect(x).toBeCloseTo(-dot(inverse[i]!, gradient), 10);
    });
    // What the last step has taught is kept to the letter: By = s.
    wayDown(pairs, y).forEach((x, i) => {
      expect(x).toBeCloseTo(-pairs.at(-1)!.s[i]!, 10);
    });
  });

  it('comes down Rosenbrock’s valley from where everybody starts, and never up', async () => {
    const seen = await follow(lbfgs, rosenbrock, [-1.2, 1], 50);
    expect(seen[0]!.f[0]).toBeCloseTo(24.2, 10);
    const last = seen.at(-1)!;
    expect(last.f[0]).toBeLessThan(1e-12);
    for (const x of last.theta) expect(x).toBeCloseTo(1, 6);
    seen.slice(1).forEach(({ f }, t) => {
      expect(f[0]).toBeLessThanOrEqual(seen[t]!.f[0]!);
    });
  });

  it('looks once a step, whether or not it goes there, and never at curvature', async () => {
    const problems = draw('uniform', 5);
    const { landscape, asked } = quadratics(problems);
    const seen = await follow(lbfgs, landscape, problems.starts, 30);
    expect(asked).toEqual({ at: 31, curvature: 0 });
    const stays = seen
      .slice(1)
      .filter(({ theta }, t) => theta[0] === seen[t]!.theta[0] && theta[0] !== 0);
    expect(stays.length).toBeGreaterThan(0);
    expect(stays.length).toBeLessThan(30);
  });

  it('solves each problem of a batch as it would alone', async () => {
    const problems = draw('gaussian', 3);
    const { landscape } = quadratics(problems);
    const together = await follow(lbfgs, landscape, problems.starts, 20);
    for (const p of [0, 5]) {
      const alone = quadratics({
        tasks: 1,
        points: 3,
        inputs: problems.inputs.subarray(9 * p, 9 * (p + 1)),
        targets: problems.targets.subarray(3 * p, 3 * (p + 1)),
        starts: problems.starts,
      });
      const start = problems.starts.subarray(3 * p, 3 * (p + 1));
      const seen = await follow(lbfgs, alone.landscape, start, 20);
      expect(seen.map(({ f }) => f[0])).toEqual(together.map(({ f }) => f[p]));
    }
  });

  it('stays where nothing is to be gained, or nothing is a number', async () => {
    const flat = (f: number): Landscape => ({
      ...rosenbrock,
      at: async () => ({ f: [f], gradient: [f, f] }),
    });
    for (const f of [0, Number.NaN]) {
      const seen = await follow(lbfgs, flat(f), [2, 3], 70);
      expect([...seen.at(-1)!.theta]).toEqual([2, 3]);
    }
  });

  it('goes on where its memory misled it, and stays when rounding hides what is left', async () => {
    // Flat below 1: from there no step makes f less, whatever the gradient says.
    const rounded: Landscape = {
      ...rosenbrock,
      async at(theta) {
        const found = await rosenbrock.at(theta);
        return { ...found, f: [Math.max(1, found.f[0]!)] };
      },
    };
    const seen = await follow(lbfgs, rounded, [-1.2, 1], 200);
    expect(seen.at(-1)!.f[0]).toBe(1);
    expect(seen.at(-1)!.theta).toEqual(seen.at(-40)!.theta);
  });
});
