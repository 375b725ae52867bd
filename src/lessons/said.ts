/** What is said of a scene. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import type { Words } from '../words/words';

export interface SceneWords {
  readonly title: string;
  readonly text: string;
  /** Of the button that runs it. */
  readonly act?: string;
  /** The question; the title unless said. */
  readonly ask?: string;
  /** By the names of its answers. */
  readonly options?: Readonly<Record<string, string>>;
}

/** What is asked once more has the words of the first time. */
export function sceneWords(
  words: Words,
  lesson: LessonName,
  { name, again }: { readonly name: string; readonly again?: string },
): SceneWords {
  const all = words.lessons.all[lesson].scenes as Readonly<Record<string, SceneWords>>;
  const own = all[name]!;
  if (again === undefined || own.options !== undefined) return own;
  const { ask, title, options } = all[again]!;
  return { ask: ask ?? title, options, ...own } as SceneWords;
}
