/** The page's side of the speaker's notes: opens their window, and tells it what is shown. */

import { randomName } from '../../../session/randomName';
import { say } from '../../../words/format';
import { words } from '../../../words/words';
import { back, on } from '../../hall/keys';
import { indexOf, lectureStore } from '../lecture';
import type { Asked, Told } from './channel';

/** Of this tab: two that lecture at once have a window each. It outlives a reload, as the window does. */
const NAME = 'lecture-notes';

function nameOfTab(): string {
  try {
    const known = sessionStorage.getItem(NAME);
    const name = known ?? randomName();
    if (known === null) sessionStorage.setItem(NAME, name);
    return name;
  } catch {
    return NAME;
  }
}

/** @returns whether the browser has let it open */
export function openNotes(): boolean {
  const name = nameOfTab();
  const page = new URL(`notes.html#${name}`, document.baseURI);
  const opened = window.open(page, `${NAME} ${name}`, 'popup,width=900,height=640');
  opened?.focus();
  return opened !== null;
}

function toldNow(): Told {
  const state = lectureStore.getState();
  const { speaker } = words().hall.lecture;
  const index = indexOf(state);
  const scene = state.scenes[index]?.scene;
  const next = state.scenes[index + 1]?.scene;
  const of = state.scenes.length;
  const { documentElement: root } = document;
  return {
    theme: root.dataset.theme,
    language: root.lang,
    title: speaker.open,
    place: scene === undefined ? '' : say(speaker.place, { at: index + 1, of }),
    scene: scene?.title ?? speaker.before,
    notes: scene === undefined ? '' : (scene.notes ?? speaker.none),
    next: { label: speaker.next, title: next?.title ?? (of > 0 ? speaker.last : '') },
    clock: speaker.clock,
    since: { label: speaker.since, at: state.since },
    ways: { back: speaker.back, on: speaker.on },
  };
}

/** Tells the window of the notes what is shown, whenever that changes or it asks; until what it returns is called. */
export function tellNotes(): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(`${NAME} ${nameOfTab()}`);
  const tell = () => channel.postMessage(toldNow());
  channel.onmessage = ({ data }: MessageEvent<Asked>) => {
    if (data === 'on') on();
    if (data === 'back') back();
    tell();
  };
  const unsubscribe = lectureStore.subscribe(tell);
  const theme = new MutationObserver(tell);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
  tell();
  return () => {
    unsubscribe();
    theme.disconnect();
    channel.close();
  };
}
