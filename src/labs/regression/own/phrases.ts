/** A task of one's own in words: what it is called, how it lies to the training family, and why something is none. */

import type { Notice } from '../../../session/notices';
import { quote } from '../../../spec/spec';
import { say, sayNumber } from '../../../words/format';
import type { Message, SentencesOf } from '../../../words/message';
import type { Words } from '../../../words/words';
import type { RegressionSpec } from '../fields';
import { taskText } from '../taskText';
import type { OwnProblem, OwnTask } from './code';
import type { FileProblem } from './csv';
import type { Verdict } from './family';

export function problemText({ ownTask }: Words, problem: OwnProblem): string {
  const sentences: SentencesOf<OwnProblem> = ownTask.problems;
  return say(sentences[problem.code] as Message<object>, problem);
}

export function fileText({ ownTask }: Words, file: string, problem: FileProblem): string {
  const sentences: SentencesOf<FileProblem> = ownTask.files;
  const why = say(sentences[problem.code] as Message<object>, problem);
  return say(ownTask.refused, { file, why });
}

/** Why the task of an address is not in sight. */
export const noticeOf = (text: string, problem: OwnProblem): Notice => ({
  key: 'own',
  tone: 'warning',
  message: ({ ownTask }) => say(ownTask.notShown, { task: quote(text) }),
  hint: (words) => say(words.ownTask.instead, { why: problemText(words, problem) }),
});

export function nameText({ ownTask }: Words, { kind, name }: OwnTask): string {
  if (kind === 'formula') return say(ownTask.formulaName, { formula: name! });
  return name ?? (kind === 'drawn' ? ownTask.drawnName : ownTask.pointsName);
}

/** As many digits as tell it from nothing. */
const offText = (off: number): string => (off < 0.1 ? off.toPrecision(1) : off.toFixed(2));

export function verdictText(
  { ownTask }: Words,
  spec: RegressionSpec,
  verdict: Verdict | null,
): string {
  const { verdict: words } = ownTask;
  if (verdict === null) return words.nowhere;
  const { code, free, nearest, beyond, of } = verdict;
  const [low, high] = spec.inputRange.map((x) => sayNumber(x).replace('-', '−')) as [
    string,
    string,
  ];
  const said = {
    inside: () => say(words.inside, { task: taskText(nearest) }),
    ranges: () =>
      say(words.ranges, {
        task: taskText(free),
        nearest: taskText(nearest),
        off: offText(nearest.off),
      }),
    outside: () =>
      say(words.outside, {
        family: spec.task,
        nearest: taskText(nearest),
        off: offText(nearest.off),
      }),
  }[code]();
  return beyond === 0 ? said : `${said} ${say(words.inputs, { beyond, of, low, high })}`;
}
