/** What is pinned, as columns beside the numbers of a chart that shows it. */

import type { TableData } from '../../../ui/charts/table';
import type { Words } from '../../../words/words';
import { type State, stepOf } from '../lab';
import { drawn, type Pin, pinNames, taskKey } from './pins';
import { shelf } from './shelf';

const columnOf = {
  curve: (pin: Pin, { view }: State) => pin.curve[view.average],
  task: ({ task }: Pin, state: State) =>
    task?.key === taskKey(state)
      ? task.after[Math.min(stepOf(state), task.after.length - 1)]!
      : null,
};

/** @param only that contender's alone */
export function withPins(
  of: keyof typeof columnOf,
  words: Words,
  state: State,
  table: TableData,
  only?: string,
): TableData {
  const { pins } = shelf.getState();
  const names = pinNames(words, pins, state.running);
  const columns = pins.flatMap((pin) => {
    const values = only === undefined || pin.name === only ? columnOf[of](pin, state) : null;
    return values === null ? [] : [{ name: names.get(pin.number)!, values: drawn(values) }];
  });
  return {
    ...table,
    columns: [...table.columns, ...columns.map(({ name }) => name)],
    rows: table.rows.map((row, i) => [
      ...row,
      ...columns.map(({ values }) => values[i] ?? Number.NaN),
    ]),
  };
}
