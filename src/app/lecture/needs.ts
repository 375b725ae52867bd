/** What the scenes of a lecture, or of a lesson that is shown to a hall, need trained before they can be told. */

import type { AnyLab } from '../../labs/kit/context';
import type { LessonName } from '../../labs/kit/story/lessonNames';
import type { LabName } from '../../labs/names';
import { lessons } from '../../lessons/registry';
import { indexOf, lectureStore } from './lecture';

export interface Need {
  readonly lab: LabName;
  readonly address: string;
  readonly until: number;
  /** The scene that is the first to need it, from 1. */
  readonly scene: number;
}

/** Of the lesson in sight, else of the lecture that has begun. */
export async function needsNow(lab: AnyLab | null): Promise<readonly Need[]> {
  const state = lectureStore.getState();
  if (indexOf(state) >= 0) {
    return state.scenes.flatMap(({ scene: { lab, address, run } }, i) =>
      run === undefined ? [] : [{ lab, address, until: run.until, scene: i + 1 }],
    );
  }
  const lesson = (lab?.store.getState().view.lesson ?? 'none') as LessonName | 'none';
  if (lab === null || lesson === 'none') return [];
  const of = lessons[lesson];
  return (await of.scenes()).flatMap(({ address, run }, i) => {
    if (run === undefined) return [];
    // The seed is that of the run in sight, as its scenes take it.
    const params = new URLSearchParams(address);
    const { seed } = lab.store.getState().spec;
    if (!params.has('seed')) params.set('seed', String(seed));
    return [{ lab: of.lab, address: String(params), until: run.until, scene: i + 1 }];
  });
}
