/** What every lab's experiment must do: its line in the registry of experiments is tested by it. For vitest. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import type { Snapshot } from '../../session/experiment';
import { transferables } from '../../session/protocol';
import { Superseded, type Turn, undisturbed } from '../../session/turn';
import type { Fields, SpecOf } from '../../spec/field';
import type { LabExperiment, Running } from './experiment';
import type { Questions } from './questions';

interface ExperimentCase<F extends Fields, Snap extends Snapshot, Q extends Questions> {
  readonly experiment: LabExperiment<F, Snap, Q>;
  /** Settings that are computed quickly. */
  readonly small: SpecOf<F>;
  /** A question of every kind, about the weights of now or of a snapshot. */
  questions(at: 'now' | Snap): { readonly [K in keyof Q]: unknown };
  /** Settings with which a contender's numbers run away, and how many meta-iterations it takes at most. */
  readonly wild?: { readonly spec: SpecOf<F>; readonly within: number; readonly code: string };
}

export function describeExperiment<F extends Fields, Snap extends Snapshot, Q extends Questions>(
  name: string,
  { experiment, small, questions, wild }: ExperimentCase<F, Snap, Q>,
): void {
  describe(`the experiment of the lab ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await createSimdEngine();
    });

    const create = (spec: SpecOf<F> = small, resume: Snap | null = null) =>
      experiment.create(engine, spec, resume);
    const advance = async (run: Running<Snap, Q>, count: number) => {
      for (let i = 0; i < count; i++) await run.advance(undisturbed);
    };
    const ask = async (run: Running<Snap, Q>, kind: keyof Q & string, question: unknown) => {
      for await (const _ of run.answer(kind, question, undisturbed));
    };
    const last = async (run: Running<Snap, Q>, kind: string, question: unknown) => {
      let found: unknown = null;
      for await (const answer of run.answer(kind, question, undisturbed)) found = answer ?? found;
      return found;
    };
    const askAll = async (run: Running<Snap, Q>, at: 'now' | Snap = 'now') => {
      const asked = questions(at);
      for (const kind of Object.keys(asked)) await ask(run, kind, asked[kind]);
    };

    it('gives the same numbers for the same seed, and others for another', async () => {
      const numbers = async (seed: number) => {
        const run = await create({ ...small, seed } as SpecOf<F>);
        await advance(run, 4);
        return { rows: run.takeRows(), snapshot: await run.snapshot() };
      };
      const first = await numbers(1);
      expect(await numbers(1)).toEqual(first);
      expect((await numbers(2)).snapshot).not.toEqual(first.snapshot);
    });

    it('goes on from a snapshot as if it had never stopped', async () => {
      const whole = await create();
      await advance(whole, 5);
      const saved = structuredClone(await whole.snapshot());
      await advance(whole, 4);
      const resumed = await create(small, saved);
      expect(resumed.iteration).toBe(5);
      await advance(resumed, 4);
      expect(await resumed.snapshot()).toEqual(await whole.snapshot());
    });

    it('is not changed by questions of any kind, nor by snapshots', async () => {
      const [quiet, asked] = [await create(), await create()];
      for (let i = 0; i < 4; i++) {
        await advance(quiet, 1);
        await advance(asked, 1);
        await askAll(asked);
        await askAll(asked, await asked.snapshot());
      }
      expect(await asked.snapshot()).toEqual(await quiet.snapshot());
      expect(asked.takeRows()).toEqual(quiet.takeRows());
      expect(asked.takeRemarks()).toEqual(quiet.takeRemarks());
    });

    it('says of which meta-iteration an answer is: that which is asked about', async () => {
      const run = await create();
      await advance(run, 2);
      const then = structuredClone(await run.snapshot());
      await advance(run, 2);
      for (const [at, iteration] of [
        ['now', 4],
        [then, 2],
      ] as const) {
        for (const [kind, question] of Object.entries(questions(at))) {
          // Some are of no moment: a drawing that is wanted, say.
          if (!Object.hasOwn(question as object, 'at')) continue;
          for await (const answer of run.answer(kind, question, undisturbed)) {
            // Null says nothing new.
            if (answer !== null) expect(answer, kind).toMatchObject({ iteration });
          }
        }
      }
    });

    it('loses nothing when its snapshots are transferred', async () => {
      const [kept, sent] = [await create(), await create()];
      for (let i = 0; i < 3; i++) {
        await advance(kept, 1);
        await advance(sent, 1);
        const snapshot = await sent.snapshot();
        structuredClone(snapshot, { transfer: transferables(snapshot) });
      }
      expect(await sent.snapshot()).toEqual(await kept.snapshot());
    });

    it('ends an answer at its next pause, whatever it is at, and holds nothing of it', async () => {
      const run = await create();
      await advance(run, 1);
      const at = await run.snapshot();
      await askAll(run, at);
      const { handles } = engine.memory();
      for (const [kind, question] of Object.entries(questions(at))) {
        for (const after of [0, 1, 3]) {
          const turn = stopping(after);
          const answers = run.answer(kind, question, turn);
          try {
            for await (const _ of answers);
          } catch (error) {
            expect(error).toBeInstanceOf(Superseded);
          }
          expect(engine.memory().handles, kind).toBe(handles);
        }
      }
    });

    it('ends a meta-iteration at its next pause', async () => {
      const run = await create();
      const turn = stopping(0);
      try {
        await run.advance(turn);
      } catch (error) {
        expect(error).toBeInstanceOf(Superseded);
      }
      run.dispose();
    });

    it('gives back an answer that nobody reads to its end', async () => {
      const run = await create();
      await askAll(run);
      const { handles } = engine.memory();
      for (const [kind, question] of Object.entries(questions('now'))) {
        const answers = run.answer(kind, question, { pause: async () => {}, due: true });
        await answers.next();
        await answers.return();
        expect(engine.memory().handles, kind).toBe(handles);
      }
    });

    it('holds no more memory after many meta-iterations and questions than after a few', async () => {
      const run = await create();
      const round = async () => {
        await advance(run, 3);
        await askAll(run);
        await askAll(run, await run.snapshot());
      };
      await round();
      await round();
      const { handles } = engine.memory();
      for (let i = 0; i < 3; i++) await round();
      expect(engine.memory().handles).toBe(handles);
      run.dispose();
      expect(engine.memory().handles).toBeLessThan(handles);
    });

    it('falls back to the defaults for settings that are none', async () => {
      const run = await experiment.create(engine, { seed: 'many', engine: Number.NaN }, null);
      expect(run.finished).toBe(false);
      run.dispose();
    });

    it('refuses a question that there is not', async () => {
      const run = await create();
      await expect(ask(run, 'nonsense', {})).rejects.toThrow(/no question/);
    });

    const division = experiment.divide?.(small, 3) ?? null;
    if (division !== null) {
      it('gives the same numbers when its contenders are shared out', async () => {
        const whole = await create();
        const parts: Running<Snap, Q>[] = [];
        for (let part = 0; part < division.parts; part++) {
          parts.push(await create(division.specOf(small, part) as SpecOf<F>));
        }
        expect(parts.length).toBeGreaterThan(1);
        for (const run of [whole, ...parts]) await advance(run, 5);
        const rows = parts.map((run) => run.takeRows());
        expect(Object.assign({}, ...rows)).toEqual(whole.takeRows());
        const snapshots = await Promise.all(parts.map((run) => run.snapshot()));
        const snapshot = await whole.snapshot();
        expect(division.join(snapshots)).toEqual(snapshot);
        for (const [part, one] of snapshots.entries()) {
          expect(division.split(snapshot, part)).toEqual(one);
        }
        for (const at of ['now', snapshot] as const) {
          for (const [kind, question] of Object.entries(questions(at))) {
            const answers = [];
            for (const [part, run] of parts.entries()) {
              answers.push(await last(run, kind, division.questionOf(question, part)));
            }
            const expected = await last(whole, kind, question);
            const keys = [...answers, expected].map((answer) => division.keyOf(kind, answer));
            expect(new Set(keys).size, kind).toBe(1);
            expect(timeless(division.merge(kind, answers)), kind).toEqual(timeless(expected));
          }
        }
        for (const run of [whole, ...parts]) run.dispose();
      });

      it('lets contenders change hands, and nothing else', async () => {
        const run = await create();
        const snapshot = await run.snapshot();
        const names = division.names.flat();
        // As much as the others have in each of the other parts.
        const share = (names.length - 1) / (division.parts - 1);
        for (const slow of names) {
          const busy = Object.fromEntries(names.map((name) => [name, name === slow ? share : 1]));
          const even = division.evened(busy) ?? division;
          expect(even.names.flat().toSorted()).toEqual(names.toSorted());
          expect(even.names.flat()).toHaveLength(names.length);
          const parts = Array.from({ length: even.parts }, (_, i) => even.split(snapshot, i));
          expect(even.join(parts)).toEqual(snapshot);
          // Nothing is moved for nothing.
          expect(even.evened(busy)).toBeNull();
        }
        run.dispose();
      });
    }

    if (wild !== undefined) {
      it('tells what runs away, and trains on', async () => {
        const run = await create(wild.spec);
        const remarks = [];
        while (run.iteration < wild.within && remarks.length === 0) {
          await advance(run, 1);
          remarks.push(...run.takeRemarks());
        }
        expect(remarks[0]).toMatchObject({ code: wild.code });
        await advance(run, 2);
        for (const values of numbersIn(await run.snapshot())) {
          expect(values.every(Number.isFinite)).toBe(true);
        }
      });
    }
  });
}

/** A turn whose work is no longer wanted after so many pauses. */
function stopping(after: number): Turn {
  let pauses = 0;
  return {
    due: false,
    async pause() {
      if (pauses++ >= after) throw new Superseded();
    },
  };
}

/** An answer without what a clock says. */
function timeless(answer: unknown): unknown {
  const { times: _, seconds: __, ...rest } = answer as Readonly<Record<string, unknown>>;
  return rest;
}

function numbersIn(value: unknown): Float32Array[] {
  if (value instanceof Float32Array) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
