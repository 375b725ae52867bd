/** What every optimiser must do, on any engine: a registry's line is tested by it. For vitest. */

import { describe, expect, it } from 'vitest';
import type { Batch } from '../../compute/engine';
import { stream } from '../../math/rng';
import type { CoordinatewiseNetwork } from '../../networks/coordinatewise';
import { hold, read, release, type SavedState } from '../state';
import { type DescentRule, lossesOf } from './descent';
import type { OptimizerPosition, OptimizerScope } from './learnedOptimizer';
import type { AnyLearnedRule, MetaSettings } from './lstm';
import type { Course, Rule, Updates } from './rule';

export interface RuleCase<Given> {
  readonly rule: Rule<Given>;
  readonly given: Given;
  readonly course: Course;
}

const STEPS = 6;

/** f and its gradient at θ, one row for each problem. */
async function slopeAt({ engine, learner, problems }: Course, theta: Float64Array) {
  const batch = learner.batch(problems);
  const rows = engine.tidy(() => {
    const at = learner.at(engine.rows(Float32Array.from(theta), problems.tasks), batch);
    return { f: at.loss(), gradient: at.gradient() };
  });
  const f = await engine.read(rows.f);
  const gradient = Float64Array.from(await engine.read(rows.gradient));
  engine.release(batch, rows.f, rows.gradient);
  return { f, gradient };
}

/** @param set made anew for each test, on the same engine */
export function describeRule<Given>(name: string, set: () => Promise<RuleCase<Given>>): void {
  describe(`the optimiser ${name}`, () => {
    it('hands over f of every problem, from the start to the last step', async () => {
      const { rule, given, course } = await set();
      const seen: Float32Array[] = [];
      for await (const f of rule.run(course, given, STEPS)) seen.push(f.slice());
      expect(seen).toHaveLength(STEPS + 1);
      const { f } = await slopeAt(course, Float64Array.from(course.problems.starts));
      expect(seen[0]).toEqual(f);
    });

    it('proposes for gradients from elsewhere what it does where it runs', async () => {
      const { rule, given, course } = await set();
      const theta = Float64Array.from(course.problems.starts);
      const updates = rule.propose(course.engine, given, theta.length);
      for await (const f of rule.run(course, given, STEPS)) {
        const at = await slopeAt(course, theta);
        f.forEach((value, p) => {
          expect(at.f[p]! / value).toBeCloseTo(1, 3);
        });
        const changes = await updates.next(at.gradient);
        for (let i = 0; i < theta.length; i++) theta[i]! += changes[i]!;
      }
      updates.release();
    });

    it('serves every coordinate alike, and leaves its gradients alone', async () => {
      const { rule, given, course } = await set();
      const gradients = Float64Array.of(2, -0.3);
      const together = rule.propose(course.engine, given, 2);
      const alone = [0, 1].map(() => rule.propose(course.engine, given, 1));
      for (let t = 0; t < 3; t++) {
        const both = await together.next(gradients);
        expect([...gradients]).toEqual([2, -0.3]);
        for (const [i, one] of alone.entries()) {
          const [own] = await one.next(gradients.slice(i, i + 1));
          expect(own).toBeCloseTo(both[i]!, 6);
        }
      }
      for (const updates of [together, ...alone]) updates.release();
    });

    it('gives back what it held, at its end, in its midst and asked for nothing', async () => {
      const { rule, given, course } = await set();
      const { engine } = course;
      const before = engine.memory().handles;
      for await (const _ of rule.run(course, given, 3));
      for await (const _ of rule.run(course, given, 3)) break;
      const idle: Updates = rule.propose(engine, given, 4);
      idle.release();
      const busy = rule.propose(engine, given, 4);
      await busy.next(new Float64Array(4).fill(0.5));
      await busy.next(new Float64Array(4).fill(0.5));
      busy.release();
      expect(engine.memory().handles).toBe(before);
    });
  });
}

export interface DescentCase {
  readonly rule: DescentRule;
  /** Of quadratics, if it knows them. */
  readonly course: Course;
}

/** @param set made anew for each test, on the same engine */
export function describeDescent(name: string, set: () => Promise<DescentCase>): void {
  describe(`the optimiser ${name}`, () => {
    it('hands over f of every problem, from the start to the last step', async () => {
      const { rule, course } = await set();
      const seen: Float32Array[] = [];
      for await (const f of lossesOf(course, rule, STEPS)) seen.push(f);
      expect(seen).toHaveLength(STEPS + 1);
      const { f } = await slopeAt(course, Float64Array.from(course.problems.starts));
      expect(seen[0]).toEqual(f);
      seen.at(-1)!.forEach((value, p) => {
        expect(value).toBeLessThan(0.5 * f[p]!);
      });
    });

    it('gives back what it held, at its end and in its midst', async () => {
      const { rule, course } = await set();
      const before = course.engine.memory().handles;
      for await (const _ of lossesOf(course, rule, 3));
      for await (const _ of lossesOf(course, rule, 3)) break;
      expect(course.engine.memory().handles).toBe(before);
    });
  });
}

export interface LearnedCase {
  readonly rule: AnyLearnedRule;
  readonly network: CoordinatewiseNetwork;
  readonly own: object;
  readonly course: Course;
  readonly settings: MetaSettings;
}

/** A learned optimiser in training, on the problems of its course. */
class Trainee {
  private readonly scope: OptimizerScope;
  private readonly batch: Batch;
  private state;
  private position: OptimizerPosition;

  constructor(
    private readonly c: LearnedCase,
    from: SavedState,
    at: { readonly theta: Float32Array; readonly state: Float32Array } | null = null,
  ) {
    const { engine, learner, problems } = c.course;
    const optimizer = engine.compileCoordinatewise(c.network);
    this.scope = { engine, optimizer, problems: learner };
    this.batch = learner.batch(problems);
    this.state = hold(engine, from);
    this.position = {
      theta: engine.rows(at?.theta ?? problems.starts, problems.tasks),
      state: at === null ? optimizer.start(problems.starts.length) : engine.rows(at.state, 1),
    };
  }

  async step(count: number): Promise<this> {
    const { rule, settings, own, course } = this.c;
    for (let i = 0; i < count; i++) {
      const { state, position } = this;
      const next = await rule.step(this.scope, state, position, this.batch, settings, own);
      if (next.state === null) throw new Error('its meta-gradient was no number');
      release(course.engine, state, next.state);
      course.engine.release(position.theta, position.state);
      this.state = next.state;
      this.position = next.position;
    }
    return this;
  }

  async saved() {
    const { engine } = this.c.course;
    const { theta, state } = this.position;
    return {
      state: await read(engine, this.state),
      at: {
        theta: await engine.read(theta),
        state: await engine.read(state),
      },
    };
  }

  release(): void {
    const { theta, state } = this.position;
    release(this.c.course.engine, this.state);
    this.c.course.engine.release(this.batch, theta, state);
  }
}

/** @param set made anew for each test, on the same engine */
export function describeLearnedRule(name: string, set: () => Promise<LearnedCase>): void {
  describe(`the training of the optimiser ${name}`, () => {
    const first = ({ rule, network, own }: LearnedCase, seed: number) =>
      rule.begin(network, stream(seed, 'init'), own);
    const run = async (c: LearnedCase, count: number) => {
      const trainee = await new Trainee(c, first(c, 1)).step(count);
      const saved = await trainee.saved();
      trainee.release();
      return saved;
    };

    it('begins as its seed says', async () => {
      const c = await set();
      expect(first(c, 1)).toEqual(first(c, 1));
      expect(first(c, 2)).not.toEqual(first(c, 1));
    });

    it('gives the same numbers again, and moves', async () => {
      const c = await set();
      const found = await run(c, 3);
      expect(await run(c, 3)).toEqual(found);
      expect(found.state.weights).not.toEqual(first(c, 1).weights);
      expect(found.at.theta).not.toEqual(c.course.problems.starts);
    });

    it('goes on from plain numbers as if it had never stopped', async () => {
      const c = await set();
      const half = structuredClone(await run(c, 2));
      const rest = await new Trainee(c, half.state, half.at).step(3);
      expect(await rest.saved()).toEqual(await run(c, 5));
      rest.release();
    });

    it('holds no more after many meta-iterations than after one', async () => {
      const c = await set();
      const { engine } = c.course;
      const before = engine.memory().handles;
      const trainee = await new Trainee(c, first(c, 1)).step(1);
      const held = engine.memory().handles;
      await trainee.step(8);
      expect(engine.memory().handles).toBe(held);
      trainee.release();
      expect(engine.memory().handles).toBe(before);
    });
  });
}
