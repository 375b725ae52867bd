/** What a person said when it was first asked, and what it was: told with what comes out when it is asked again. */

import { useStore } from 'zustand';
import type { LessonName } from '../../labs/kit/story/lessonNames';
import { useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { type Answer, answerIn, answersStore, keyOf } from '../answers';
import styles from '../lessons.module.css';
import { type SceneWords, sceneWords } from '../said';
import { gapOf } from './gap';
import { apart, inPlace, numbersOf, ranksOf } from './readings';

interface EarlierProps {
  readonly lesson: LessonName;
  /** In which it was first asked. */
  readonly scene: string;
}

export function Earlier({ lesson, scene }: EarlierProps) {
  const words = useWords();
  const then = useStore(answersStore, (s) => answerIn(s, keyOf(lesson, scene)));
  const text = earlierText(words, sceneWords(words, lesson, { name: scene }), then);
  return text === null ? null : <p className={styles.earlier}>{text}</p>;
}

/** @returns null where it was not told yet, or was asked in another way then */
export function earlierText(
  { lessons: { again } }: Words,
  { options = {} }: SceneWords,
  { said, was }: Answer,
): string | null {
  if (was == null) return null;
  if (said === null) return again.nothing;
  if (typeof was === 'string') {
    if (typeof said !== 'string') return null;
    return say(again.said, { said: options[said] ?? said, was: options[was] ?? was });
  }
  const names = Object.keys(options);
  const [ranked, order] = [ranksOf(said, names), ranksOf(was, names)];
  if (ranked !== null && order !== null) {
    return say(again.places, { right: inPlace(ranked, order), of: order.length });
  }
  const [put, right] = [numbersOf(said, was.length), numbersOf(was, was.length)];
  if (put === null || right === null) return null;
  // A place has one coordinate or two; a curve more points.
  const gap = right.length > 2 ? gapOf(put, right) : apart(put, right);
  return say(again.gap, { gap: digits(gap) });
}
