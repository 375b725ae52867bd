/** The lecture of whoever speaks: its scenes, kept in this browser, and the one that is shown. */

import { createStore } from 'zustand/vanilla';
import { fileOf, readFile } from './code';
import type { LectureScene } from './form';

/** A scene with a name of its own, which it keeps while it is moved and changed. */
export interface Held {
  readonly id: number;
  readonly scene: LectureScene;
}

interface Lecture {
  readonly scenes: readonly Held[];
  /** The scene that is shown; null while none of them is. */
  readonly at: number | null;
  /** When the first was shown, in milliseconds since 1970. */
  readonly since: number | null;
  /** What the last change that took something away was made to. */
  readonly before: { readonly scenes: readonly Held[]; readonly lost: LectureScene | null } | null;
}

const SCENES = 'lecture';
/** Of this tab: which scene is shown, from 0, and since when the lecture goes on. */
const PLACE = 'lecture-place';

let names = 0;
const hold = (scene: LectureScene): Held => {
  names += 1;
  return { id: names, scene };
};

export const lectureStore = createStore<Lecture>(open);

function open(): Lecture {
  const scenes = kept().map(hold);
  const { at, since } = place();
  return { scenes, at: scenes[at ?? -1]?.id ?? null, since, before: null };
}

function kept(): readonly LectureScene[] {
  try {
    const text = localStorage.getItem(SCENES);
    const read = text === null ? null : readFile(text);
    return read?.ok ? read.scenes : [];
  } catch {
    return [];
  }
}

function place(): { readonly at: number | null; readonly since: number | null } {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    if (Array.isArray(found) && found.every((value) => typeof value === 'number')) {
      return { at: found[0], since: found[1] };
    }
  } catch {
    // Without storage a lecture lasts as long as the tab.
  }
  return { at: null, since: null };
}

/** Milliseconds after the last letter that somebody has typed. */
const SETTLED = 400;
let typing: ReturnType<typeof setTimeout> | undefined;

/** As letters are typed they are in sight at once, and in storage when nobody types, or the page is left. */
function keepSoon(): void {
  clearTimeout(typing);
  typing = setTimeout(keep, SETTLED);
}
if (typeof window !== 'undefined') {
  addEventListener('pagehide', () => {
    if (typing !== undefined) keep();
  });
}

function keep(): void {
  clearTimeout(typing);
  typing = undefined;
  const { scenes, at, since } = lectureStore.getState();
  try {
    if (scenes.length === 0) localStorage.removeItem(SCENES);
    else localStorage.setItem(SCENES, fileOf(scenes.map(({ scene }) => scene)));
    const index = scenes.findIndex(({ id }) => id === at);
    if (index < 0 || since === null) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, JSON.stringify([index, since]));
  } catch {
    // See above.
  }
}

function set(change: Partial<Lecture>): void {
  lectureStore.setState(change);
  keep();
}

export const indexOf = ({ scenes, at }: Lecture): number => scenes.findIndex(({ id }) => id === at);

/** After the one that is shown, or at the end; it is shown: the page is as it says. */
export function addScene(scene: LectureScene): Held {
  const { scenes, since } = lectureStore.getState();
  const index = indexOf(lectureStore.getState());
  const held = hold(scene);
  const to = index < 0 ? scenes.length : index + 1;
  set({
    scenes: scenes.toSpliced(to, 0, held),
    at: held.id,
    since: since ?? Date.now(),
    before: null,
  });
  return held;
}

export function changeScene(id: number, change: Partial<LectureScene>): void {
  const { scenes } = lectureStore.getState();
  lectureStore.setState({
    scenes: scenes.map((held) =>
      held.id === id ? { id, scene: { ...held.scene, ...change } } : held,
    ),
    // To put back what was lost before would lose this.
    before: null,
  });
  keepSoon();
}

/** @param to its place, from 0 */
export function moveScene(id: number, to: number): void {
  const { scenes } = lectureStore.getState();
  const from = scenes.findIndex((held) => held.id === id);
  if (from < 0 || to < 0 || to >= scenes.length || to === from) return;
  set({ scenes: scenes.toSpliced(from, 1).toSpliced(to, 0, scenes[from]!), before: null });
}

export function deleteScene(id: number): void {
  const { scenes, at } = lectureStore.getState();
  const lost = scenes.find((held) => held.id === id);
  if (lost === undefined) return;
  set({
    scenes: scenes.filter((held) => held.id !== id),
    at: at === id ? null : at,
    before: { scenes, lost: lost.scene },
  });
}

/** Other scenes in the place of these. */
export function replaceScenes(scenes: readonly LectureScene[]): void {
  const { scenes: old } = lectureStore.getState();
  const before = old.length === 0 ? null : { scenes: old, lost: null };
  set({ scenes: scenes.map(hold), at: null, since: null, before });
}

export function undoLoss(): void {
  const { before } = lectureStore.getState();
  if (before !== null) set({ scenes: before.scenes, before: null });
}

export function showAt(id: number): void {
  const { since } = lectureStore.getState();
  set({ at: id, since: since ?? Date.now() });
}

/** The lecture is over: keys lead through lessons and tours again. */
export const endLecture = (): void => set({ at: null, since: null });
