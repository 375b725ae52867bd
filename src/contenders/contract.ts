/**
 * What every contender must do, on any engine: a registry's line is tested by it. For vitest, of a lab's learner and points.
 */

import { describe, expect, it } from 'vitest';
import type { Batch } from '../compute/engine';
import { stream } from '../math/rng';
import type { Points } from '../tasks/task';
import type { AnyContender, Scope, Settings, Source } from './contender';
import { metaIteration, traceIteration } from './outerLoop';
import { hold, read, release, type State } from './state';
import type { ListingLine } from './steps';

export interface ContenderCase {
  readonly contender: AnyContender;
  readonly own: object;
  readonly scope: Scope;
  /** Initial weights. */
  readonly theta: Float32Array;
  readonly settings: Settings;
  /** What meta-iteration number `iteration` can learn from; the same for the same number. */
  source(iteration: number, batch: (points: Points) => Batch): Source;
  /** A task to adapt to. */
  readonly support: Points;
}

/** @param set made anew for each test, on the same engine */
export function describeContender(name: string, set: () => Promise<ContenderCase>): void {
  describe(`the contender ${name}`, () => {
    const train = async (c: ContenderCase, from: State, first: number, count: number) => {
      let state = from;
      for (let i = first; i < first + count; i++) state = iterate(c, state, i);
      return state;
    };
    const begin = (c: ContenderCase) =>
      c.contender.begin(c.scope.engine, c.theta, c.own, stream(1, 'own'));

    it('gives the same numbers again', async () => {
      const c = await set();
      const run = async () => read(c.scope.engine, await train(c, begin(c), 0, 3));
      expect(await run()).toEqual(await run());
    });

    it('learns, if it says that something could make its numbers run away', async () => {
      const c = await set();
      const { engine } = c.scope;
      const before = await read(engine, begin(c));
      const after = await read(engine, await train(c, begin(c), 0, 2));
      const moved = Object.keys(before.weights).filter(
        (key) => !before.weights[key]!.every((x, i) => x === after.weights[key]![i]),
      );
      expect(moved).toEqual(c.contender.knobs.length > 0 ? Object.keys(before.weights) : []);
    });

    it('goes on from plain numbers as if it had never stopped', async () => {
      const c = await set();
      const { engine } = c.scope;
      const whole = await read(engine, await train(c, begin(c), 0, 5));
      const half = await read(engine, await train(c, begin(c), 0, 2));
      const resumed = await train(c, hold(engine, structuredClone(half)), 2, 3);
      expect(await read(engine, resumed)).toEqual(whole);
    });

    it('passes every line of its listing, in the same numbers as at full speed', async () => {
      const c = await set();
      const { engine } = c.scope;
      const listing = c.contender.listing(c.own);
      expect(new Set(listing.map(({ name }) => name)).size).toBe(listing.length);
      const state = await train(c, begin(c), 0, 2);
      const handles = engine.memory().handles;
      const { result: next, lines } = withSource(c, 2, (source) =>
        traceIteration({ ...c, source }, state),
      );
      const walked = await read(engine, next);
      const seen = new Set(lines.map(({ line }) => line));
      expect([...seen].sort(byName)).toEqual([...listing].sort(byName));
      for (const { line, quantities } of lines) {
        expect(Object.keys(quantities), line.name).not.toEqual([]);
        for (const [name, rows] of Object.entries(quantities)) {
          const values = await engine.read(rows);
          expect(values.length, name).toBe(rows.tasks * rows.width);
          expect(values.every(Number.isFinite), `${line.name} ${name}`).toBe(true);
          engine.release(rows);
        }
      }
      release(engine, next, state);
      expect(engine.memory().handles).toBe(handles);
      // The same body at full speed, from the same state: it was left as it was.
      expect(await read(engine, iterate(c, state, 2))).toEqual(walked);
    });

    it('is left as it is by adapting, which takes a step after each', async () => {
      const c = await set();
      const { engine, learner } = c.scope;
      const state = await train(c, begin(c), 0, 2);
      const before = await read(engine, state);
      const support = learner.batch(c.support);
      const inner = { rate: c.settings.inner.rate, steps: 3 };
      const path: Float32Array[] = [];
      for (const phi of c.contender.adapt(c.scope, state, support, inner, c.own)) {
        path.push(await engine.read(phi));
      }
      expect(await read(engine, state)).toEqual(before);
      expect([1, 4]).toContain(path.length);
      for (let k = 1; k < path.length; k++) expect(path[k]).not.toEqual(path[k - 1]);
    });

    it('holds no more after many meta-iterations, and nothing of an adaptation that was broken off', async () => {
      const c = await set();
      const { engine, learner } = c.scope;
      let state = await train(c, begin(c), 0, 2);
      const before = engine.memory();
      state = await train(c, state, 2, 10);
      const support = learner.batch(c.support);
      const inner = { rate: c.settings.inner.rate, steps: 4 };
      for (let stopAt = 0; stopAt < 4; stopAt++) {
        let k = 0;
        for (const _ of c.contender.adapt(c.scope, state, support, inner, c.own)) {
          if (k++ === stopAt) break;
        }
      }
      engine.release(support);
      expect(engine.memory().handles).toBe(before.handles);
      release(engine, state);
      const held = Object.keys(state.weights).length + 2 * Object.keys(state.moments).length;
      expect(engine.memory().handles).toBe(before.handles - held);
    });
  });
}

const byName = (a: ListingLine, b: ListingLine): number => (a.name < b.name ? -1 : 1);

/** One meta-iteration. */
const iterate = (c: ContenderCase, state: State, iteration: number): State =>
  withSource(c, iteration, (source) => metaIteration({ ...c, source }, state));

/** Uses what a meta-iteration can learn from, with what it uploads released as a lab does. */
function withSource<R>(c: ContenderCase, iteration: number, use: (source: Source) => R): R {
  const { engine, learner } = c.scope;
  const batches: Batch[] = [];
  const source = c.source(iteration, (points) => {
    const batch = learner.batch(points);
    batches.push(batch);
    return batch;
  });
  const result = use(source);
  engine.release(...batches);
  return result;
}
