/** The address of a scene: that of its lab, and its place in its lesson. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import type { LabName } from '../labs/names';
import { lessons } from './registry';

/** What every address has that was written here: it says where a person was. */
const WRITTEN = 'v';

/**
 * The address of a lab in which a lesson is opened: that of its scene, with what else a link says; as it is where a person
 * has been there before.
 */
export async function opened(params: URLSearchParams): Promise<URLSearchParams> {
  if (params.has(WRITTEN)) return params;
  const name = params.get('lesson') as LessonName;
  const scenes = await lessons[name].scenes();
  const at = Math.min(Math.max(1, Number(params.get('story') ?? 1)), scenes.length);
  const own = [...params].filter(([key]) => key !== 'story');
  const scene = sceneParams(name, at, scenes[at - 1]!.address);
  for (const [key, value] of own) scene.set(key, value);
  return scene;
}

/** The address of the page for a scene in a lab; @param seed of who comes from another lab */
export const sceneHash = (lab: LabName, lesson: LessonName, at: number, seed?: number): string =>
  `#/${lab}?lesson=${lesson}&story=${at}${seed === undefined ? '' : `&seed=${seed}`}`;

export function sceneParams(lesson: LessonName, at: number, address: string): URLSearchParams {
  const params = new URLSearchParams(address);
  params.set('lesson', lesson);
  params.set('story', String(at));
  return params;
}
