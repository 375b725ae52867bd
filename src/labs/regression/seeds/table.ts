/** The numbers of several seeds, beside those of the run. */

import type { TableData } from '../../../ui/charts/table';
import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import type { Average } from '../../kit/Average';
import type { EvaluateAnswer } from '../heldOut/question';
import type { ContenderName } from '../methods';
import { SEEDS } from './held';
import { overSeeds } from './summary';

/** The table with columns for every contender: over the seeds, and of each. */
export function withSeeds(
  words: Words,
  table: TableData,
  answers: readonly EvaluateAnswer[],
  average: Average,
): TableData {
  const { columns: text } = words.seeds;
  const more = (Object.keys(answers[0]!.curves) as ContenderName[]).flatMap((contender) => {
    const over = overSeeds(answers, contender, average)!;
    const of = { name: words.contenders[contender].label, average: words.frame.page[average] };
    const together = (['mean', 'low', 'high', 'sd'] as const).map((what) => ({
      title: say(text[what], of),
      values: over[what] as ArrayLike<number>,
    }));
    const each = over.each.map((values, i) => ({
      title: say(text.seed, { ...of, seed: SEEDS[i]! }),
      values,
    }));
    return [...together, ...each];
  });
  return {
    ...table,
    columns: [...table.columns, ...more.map(({ title }) => title)],
    rows: table.rows.map((row, k) => [...row, ...more.map(({ values }) => values[k]!)]),
  };
}
