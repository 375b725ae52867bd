/** A task of one's own in words: what it is called, how it lies to the training family, and why something is none. */

import type { Notice } from '../../../session/notices';
import { quote } from '../../../spec/spec';
import { say, sayNumber } from '../../../words/format';
import type { Message, SentencesOf } from '../../../words/message';
import type { Words } from '../../../words/words';
import type { RegressionSpec } from '../fields';
import { taskText } from '../taskText';
import { FARTHEST, type OwnProblem, type OwnTask } from './code';
import type { FileProblem } from './csv';
import { outOfRange, verdictOf } from './family';
import { queryOf } from './read';

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

/** Of little, with as many digits as tell it from nothing. */
const percent = (share: number): string =>
  sayNumber(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });

/** How it lies to the family that was practised on, and what its loss is taken over. */
export function verdictText({ ownTask }: Words, spec: RegressionSpec, own: OwnTask): string {
  const { verdict: words } = ownTask;
  const verdict = verdictOf(spec, own);
  const count = queryOf(own).length;
  const all = own.points?.length ?? 0;
  if (verdict === null) return own.points === null ? words.nowhere : say(words.apart, { all });
  const { code, free, nearest, share, beyond, of } = verdict;
  const [low, high] = spec.inputRange.map((x) => sayNumber(x).replace('-', '−')) as [
    string,
    string,
  ];
  const most = sayNumber(FARTHEST);
  const said = {
    inside: () => say(words.inside, { task: taskText(nearest) }),
    ranges: () =>
      say(words.ranges, {
        task: taskText({ parameters: outOfRange(spec, free) }),
        nearest: taskText(nearest),
        off: offText(nearest.off),
      }),
    outside: () =>
      say(words.outside, {
        family: spec.task,
        nearest: taskText(nearest),
        off: offText(nearest.off),
      }),
    few: () => say(words.few, { share: percent(share), most }),
  }[code]();
  return [
    said,
    share < 1 && code !== 'few' ? say(words.part, { share: percent(share), most }) : null,
    beyond === 0 ? null : say(words.inputs, { beyond, of, low, high }),
    own.points === null ? null : say(count < all ? words.others : words.themselves, { count }),
  ]
    .filter((each) => each !== null)
    .join(words.between);
}
