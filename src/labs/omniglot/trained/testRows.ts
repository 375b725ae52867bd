/** Accuracies of trained methods on test characters, for reports. */

import type { Engine } from '../../../compute/engine';
import { release, type SavedState } from '../../../contenders/state';
import { summarise } from '../../../math/statistics';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { bodyOf } from '../../kit/embedding/body';
import { FrozenBodies } from '../../kit/embedding/frozen';
import type { Row } from '../../kit/reproduction';
import { evaluate } from '../methods/accuracy';
import { beginningOf, startOf } from '../methods/atWork';
import { isTrained, type MethodName, methodOf } from '../methods/registry';
import { Workplace } from '../methods/workplace';
import { presets } from '../presets';
import { type ReportName, rowName, stepsOf, testTasks } from './papers';

/** Rows of those methods that have weights or need none, with both kinds of batch statistics. */
export async function testRows(
  engine: Engine,
  glyphs: Glyphs,
  name: ReportName,
  {
    methods,
    states,
  }: {
    readonly methods: readonly MethodName[];
    readonly states: Readonly<Partial<Record<MethodName, SavedState>>>;
  },
  seed: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const statistics of ['transductive', 'inductive'] as const) {
    // One query drawing of each character, as the code of Finn et al. and Nichol et al. has it.
    const spec = { ...presets[name].spec, queries: 1, seed, statistics };
    const place = new Workplace(engine, spec, new FrozenBodies(engine, bodyOf(spec), glyphs, seed));
    for (const method of methods) {
      if (isTrained(method) && states[method] === undefined) continue;
      // Those that normalise nothing have one row.
      if (methodOf(method).statistics === null && statistics === 'transductive') continue;
      const saved = states[method] ?? beginningOf(method, spec, glyphs);
      const state = startOf(engine, method, spec, saved);
      const all: number[] = [];
      const work = { place, spec, name: method, state };
      for await (const some of evaluate(work, glyphs, 'test', testTasks)) all.push(...some);
      release(engine, state);
      const { mean, median, ci95, count } = summarise(all);
      const row = { method: rowName(method, statistics), steps: stepsOf(method, spec) };
      rows.push({ ...row, mean, median, ci95, tasks: count });
    }
  }
  return rows;
}
