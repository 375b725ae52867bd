/** What the lessons on characters say of an episode and of accuracies. */

import type { Sight } from '../labs/kit/story/story';
import { outcomeOf } from '../labs/omniglot/episode/episode';
import { type OmniglotLab, type State, stepOf } from '../labs/omniglot/lab';
import type { MethodName } from '../labs/omniglot/methods/registry';
import { sayNumber } from '../words/format';
import type { LessonScene } from './lesson';

export type LetterScene = LessonScene<OmniglotLab, State>;
export type Now = Sight<State>;

/** What a method has right in the episode in sight. */
export function rightIn({ lab }: Now, name: MethodName) {
  const task = lab.answers.episode;
  if (!task?.complete) return null;
  const { right, total } = outcomeOf(name, task, stepOf(lab), lab.running.testSteps)?.score ?? {};
  return right === undefined || !total ? null : { right, total };
}

/** Tasks over which an accuracy is known to a per cent or two. */
const ENOUGH = 200;

/** The accuracy of a method on many tasks, as a share; null while it is not measured on enough of them under these settings. */
export function accuracyOf({ lab }: Now, name: MethodName): number | null {
  const { accuracy } = lab.answers;
  const { ways, shots, statistics } = lab.running;
  if (accuracy === null || accuracy.ways !== ways || accuracy.shots !== shots) return null;
  const { mean, tasks } = accuracy.methods[name] ?? { mean: 0, tasks: 0 };
  return accuracy.statistics === statistics && tasks >= ENOUGH ? mean : null;
}

export const percentText = (share: number): string =>
  sayNumber(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
