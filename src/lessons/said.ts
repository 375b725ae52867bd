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

export const sceneWords = (words: Words, lesson: LessonName, scene: string): SceneWords =>
  (words.lessons.all[lesson].scenes as Readonly<Record<string, SceneWords>>)[scene]!;
