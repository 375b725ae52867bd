/** The address of a scene: that of its lab, and its place in its lesson. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import { lessons } from './registry';

/** What the address of a lesson says beside its lab's settings and sight. */
const PLACE = ['lesson', 'story'];

/**
 * The address of a lab in which a lesson is opened: a bare one is that of its scene; one that says more was written here,
 * and says where a person was.
 */
export async function opened(params: URLSearchParams): Promise<URLSearchParams> {
  if ([...params.keys()].some((key) => !PLACE.includes(key))) return params;
  const name = params.get('lesson') as LessonName;
  const scenes = await lessons[name].scenes();
  const at = Math.min(Math.max(1, Number(params.get('story') ?? 1)), scenes.length);
  return sceneParams(name, at, scenes[at - 1]!.address);
}

export function sceneParams(lesson: LessonName, at: number, address: string): URLSearchParams {
  const params = new URLSearchParams(address);
  params.set('lesson', lesson);
  params.set('story', String(at));
  return params;
}
