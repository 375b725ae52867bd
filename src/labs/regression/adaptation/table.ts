/** The numbers of a plot of one task: the true function, and contenders after some steps. */

import type { TableData } from '../../../ui/charts/table';
import type { Words } from '../../../words/words';
import { gridOf, type State, taskInSight } from '../lab';
import type { ContenderName } from '../methods';
import { predictionsOf } from './adaptation';

/** @param columns who, after how many steps, and how that is called */
export function adaptationTable(
  { regression }: Words,
  { running, view, answers }: State,
  columns: readonly (readonly [name: ContenderName, step: number, title: string])[],
): TableData {
  const grid = gridOf(running);
  const { task } = taskInSight(running, view);
  return {
    columns: ['x', regression.adaptation.trueY, ...columns.map(([, , title]) => title)],
    rows: grid.map((x, i) => [
      x,
      task.value(x),
      ...columns.map(
        ([name, step]) => predictionsOf(answers.adapt, name, step, grid.length)?.[i] ?? Number.NaN,
      ),
    ]),
    of: answers.adapt,
  };
}
