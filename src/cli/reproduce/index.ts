/** What `npm run reproduce` needs of the project's own code, and the tables that README shows. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packedGlyphs, saidOf } from '../../characters/packedFile';
import { together } from '../../labs/kit/reproduction';
import {
  isUncounted,
  markdownOf,
  READING,
  tableOf,
  UNCOUNTED,
} from '../../labs/kit/reproductionTable';
import type { ExamOptions } from '../../labs/omniglot/lake/exam';
import { LEAST_CHARACTERS } from '../../labs/omniglot/methods/sharedFields';
import { type ReproductionName, reproductions } from '../../labs/reproductions';
import { sayNumber } from '../../words/format';
import { loadWords, words } from '../../words/words';
import { type Kept, reportOf, shownOf } from './report';

export {
  markdownOf,
  READING,
  reportOf,
  reproductions,
  saidOf,
  sayNumber,
  shownOf,
  tableOf,
  together,
};

/** Lake's test, and what is printed of it. */
export async function lakeExam(options: Omit<ExamOptions, 'glyphs'>) {
  await loadWords('contenders', 'omniglot', 'characters', 'lake');
  const { byRun, sitExam, totalsOf } = await import('../../labs/omniglot/lake/exam');
  const { askedText } = await import('../../labs/omniglot/lake/phrases');
  const glyphs = packedGlyphs(LEAST_CHARACTERS);
  const exam = await sitExam({ ...options, glyphs });
  const said = words();
  return {
    title: said.lake.title,
    exam,
    totals: totalsOf(said, exam),
    rows: byRun(said, exam),
    asked: askedText(said, exam.source),
  };
}

const START = '<!-- reproduced: written by npm run reproduce -- --readme -->';
const END = '<!-- end of reproduced -->';

/** README with its tables written anew from the results in src/labs/reproduced. */
export async function readmeWith(readme: string, root: string): Promise<string> {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`README.md lacks the lines ${START} and ${END}`);
  }
  return `${before}${START}\n\n${await tables(root)}\n\n${END}${after}`;
}

/** What is kept of an experiment: of several seeds, where it was measured with them; null of one that was not run. */
function keptReport(root: string, name: string): Kept | null {
  const files = ['seeds', ''].map((folder) =>
    path.join(root, 'src/labs/reproduced', folder, `${name}.json`),
  );
  const file = files.find((one) => existsSync(one));
  return file === undefined ? null : (JSON.parse(readFileSync(file, 'utf8')) as Kept);
}

async function tables(root: string): Promise<string> {
  const parts: string[] = [];
  const readings = new Set<string>();
  for (const name of Object.keys(reproductions) as ReproductionName[]) {
    const report = keptReport(root, name);
    if (report === null) continue;
    const reproduction = await reproductions[name]();
    const { title, measures, remarks, methods } = reproduction;
    const { table, reading } = shownOf(report, reproduction);
    readings.add(reading);
    // Methods with recipes of their own have lengths of their own.
    const uncounted = isUncounted(report, reproduction) ? UNCOUNTED : '';
    const most = methods === undefined ? '' : 'Up to ';
    parts.push(
      `**${title}.** ${most}${sayNumber(report.iterations)} meta-iterations, \`${report.command}\`, ${report.date}: ${measures}. ${[report.note, remarks, uncounted].filter(Boolean).join(' ')}`,
      table,
    );
  }
  return [...readings, ...parts].join('\n\n');
}
