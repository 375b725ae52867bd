/** Lake's test without a page: every reader on the official archive, or on questions of the same kind where it is not at hand. */

import { createSimdEngine } from '../../../compute/simd/engine';
import type { SavedState } from '../../../contenders/state';
import { exactInterval } from '../../../math/binomial';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import { readRuns } from '../../../tasks/glyphs/runs';
import type { Words } from '../../../words/words';
import { alphabetFile } from '../alphabet/shipped';
import type { MethodName } from '../methods/registry';
import { parseAlphabets } from '../trained/alphabetFile';
import { parseCheckpoint } from '../trained/checkpoint';
import { nearestShipped } from '../trained/checkpoints';
import { type Counted, errorsOf, measured, questionsOf } from './measure';
import { lakeSpec, networkNames } from './names';
import { readerText } from './phrases';
import { publishedErrors, publishedNames } from './published';
import { readersWith, trainedOn } from './readers';
import type { Asking } from './round';
import { officialSource, ownSource, type Source } from './source';

export interface ExamOptions {
  /** The official archive; null where it is not at hand. */
  readonly runs: Uint8Array | null;
  /** A shipped file as text; null if there is none. */
  readonly read: (checkpoint: string) => string | null;
  /** A shipped network of alphabets; null if there is none. */
  readonly alphabets: (file: string) => Uint8Array | null;
  readonly glyphs: Glyphs;
  readonly seed: number;
  readonly onProgress: (done: number) => void;
}

export interface Exam {
  readonly source: Pick<Source, 'asking' | 'alphabets'> & Pick<Asking, 'heldBack'>;
  readonly counted: readonly Counted[];
}

/** @throws RefusalError of an archive that is none, incomplete or damaged */
export async function sitExam({
  runs,
  read,
  alphabets,
  glyphs,
  seed,
  onProgress,
}: ExamOptions): Promise<Exam> {
  const source = runs === null ? ownSource(glyphs, seed) : officialSource(readRuns(runs));
  const states: Partial<Record<MethodName, SavedState>> = {};
  for (const name of networkNames) {
    const text = read(nearestShipped(name, lakeSpec)!);
    if (text !== null) states[name] = parseCheckpoint(text).state;
  }
  const engine = await createSimdEngine();
  try {
    const bytes = alphabets(alphabetFile(trainedOn(source)));
    const network = bytes === null ? null : parseAlphabets(bytes);
    const readers = readersWith(engine, glyphs, { states, alphabets: network }, seed);
    let counted: readonly Counted[] = [];
    for await (const now of measured(source, readers)) {
      counted = now;
      onProgress(counted.reduce((sum, one) => sum + questionsOf(one), 0));
    }
    const { asking, alphabets: names } = source;
    const heldBack = (network?.heldBack.length ?? 0) > 0;
    return { source: { asking, alphabets: names, heldBack }, counted };
  } finally {
    engine.dispose();
  }
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** Errors in all, in per cent, with their exact interval, beside what was published. */
export function totalsOf(words: Words, { counted, source }: Exam): string {
  const rows = counted.map((one) => {
    const [wrong, of] = [errorsOf(one), questionsOf(one)];
    const { low, high } = exactInterval(wrong, of);
    return `| ${readerText(words, one.name)} | ${percent(wrong / of)} | ${percent(low)}–${percent(high)} | ${wrong} of ${of} |`;
  });
  const published = publishedNames.map(
    (name) => `| ${words.lake.published[name]} | [${publishedErrors[name]}] | | |`,
  );
  return [
    '| | Error, % | 95% interval | Wrong |',
    '| --- | --: | --: | --: |',
    ...rows,
    ...(source.asking === 'official' ? published : []),
  ].join('\n');
}

/** Errors of twenty, run by run. */
export function byRun(words: Words, { counted }: Exam): string {
  const sheets = counted[0]?.wrong.length ?? 0;
  const numbers = Array.from({ length: sheets }, (_, i) => i);
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...numbers.map((i) => i + 1)]),
    line(['---', ...numbers.map(() => '--:')]),
    ...counted.map(({ name, wrong }) => line([readerText(words, name), ...wrong])),
  ].join('\n');
}
