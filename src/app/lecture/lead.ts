/** From scene to scene of a lecture, in whichever labs they lie; what is left is come back to as it was. */

import { inSight } from '../../labs/kit/inSight';
import type { Put } from '../../labs/kit/story/ahead';
import { enterAt, leave, type Scened } from '../../labs/kit/story/scenes';
import { lecture } from '../../ui/lecture';
import { lightNamed } from '../hall/spotlight';
import { type Held, indexOf, lectureStore, showAt } from './lecture';

/** Runs of scenes, as they were left, by the scene; of a few. */
const leftIn = new Map<number, Put>();
const MOST_LEFT = 8;

/** The scene whose lab is being opened. */
let awaited: Held | null = null;

const labInSight = (): Scened | null => inSight.getState().lab as unknown as Scened | null;

/** Until what it returns is called: takes a lab that comes into sight for the scene that waits for it. */
export function followLab(): () => void {
  return inSight.subscribe(({ lab }) => {
    const held = awaited;
    if (lab === null || held === null) return;
    awaited = null;
    if (held.scene.lab === lab.definition.name) arrive(lab as unknown as Scened, held, true);
  });
}

export function openScene(held: Held): void {
  const lab = labInSight();
  putBy(lab);
  showAt(held.id);
  awaited = null;
  if (lab?.definition.name === held.scene.lab) arrive(lab, held, false);
  else {
    awaited = held;
    // From a desk it leads into lecture mode.
    const mode = lecture.getState().on ? '' : '&lecture=1';
    location.hash = `#/${held.scene.lab}?${held.scene.address}${mode}`;
  }
}

/** To the next scene, or to the one before. @returns whether there is one */
export function openBy(by: 1 | -1): boolean {
  const state = lectureStore.getState();
  const index = indexOf(state);
  const next = index < 0 ? (by > 0 ? state.scenes[0] : undefined) : state.scenes[index + by];
  if (next === undefined) return false;
  openScene(next);
  return true;
}

/** Whether the keys that lead on lead through the lecture: it has begun, and no lesson of its own is in sight beside it. */
export function isLeading(): boolean {
  const state = lectureStore.getState();
  const scene = state.scenes[indexOf(state)]?.scene;
  const lab = inSight.getState().lab;
  const told = lab?.store.getState().view as { lesson: string; story: number } | undefined;
  const isTold = told !== undefined && (told.lesson !== 'none' || told.story > 0);
  if (scene === undefined) return state.scenes.length > 0 && !isTold;
  if (!isTold) return true;
  const own = new URLSearchParams(scene.address);
  return (own.get('lesson') ?? 'none') === told.lesson && own.has('story');
}

/** Keeps the run of the scene that is shown, where its lab is in sight. */
function putBy(lab: Scened | null): void {
  const state = lectureStore.getState();
  const held = state.scenes[indexOf(state)];
  if (lab === null) return;
  leave(lab);
  const put = lab.put();
  if (held?.scene.lab !== lab.definition.name || put === null) return;
  leftIn.delete(held.id);
  leftIn.set(held.id, put);
  const [oldest] = leftIn.keys();
  if (leftIn.size > MOST_LEFT) leftIn.delete(oldest!);
}

function arrive(lab: Scened, { id, scene }: Held, opened: boolean): void {
  enterAt(lab, new URLSearchParams(scene.address), {
    until: scene.run?.until ?? 0,
    own: leftIn.get(id) ?? null,
    opened,
  });
  lightNamed(scene.spotlight ?? []);
}
