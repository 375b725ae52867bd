/** Keys that drive the page from a lectern: what each does, and when it does nothing. */

import { createStore } from 'zustand/vanilla';
import { takeBackVote, vote } from '../../lessons/votes';
import { latinLetter } from '../../ui/keys';
import { isLeading, openBy } from '../lecture/lead';
import { light, lightNext, spotlight } from './spotlight';

const KEPT = 'hall-keys';

interface Keys {
  /** Whether keys act: as a person left it, in this browser. */
  readonly on: boolean;
  /** Whether the screen is black. */
  readonly blank: boolean;
  /** Whether a dot follows the pointer. */
  readonly dot: boolean;
  /** Whether the list of keys is in sight. */
  readonly listed: boolean;
  /** Whether the list of scenes is. */
  readonly scenes: boolean;
}

const atFirst = { blank: false, dot: false, listed: false, scenes: false };

export const keys = createStore<Keys>(() => ({ on: kept() !== 'off', ...atFirst }));

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export function letKeysAct(on: boolean): void {
  keys.setState({ on });
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  } catch {
    // Without storage it lasts as long as the tab.
  }
}

/** Presses a button of the page, if there is one that can be pressed. */
function press(button: HTMLButtonElement | null | undefined): boolean {
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

const part = (name: string) => () =>
  press(document.querySelector<HTMLButtonElement>(`button[data-part=${name}]`));

/** On, or back, in the scene in sight. */
const way = (where: 'next' | 'back') =>
  document.querySelector<HTMLButtonElement>(`[aria-labelledby=scene] [data-part=${where}]`);

/** On or back: in what is told beside the stage, or from scene to scene of the lecture that it is a scene of. */
const lead = (by: 1 | -1) => () => {
  const isAsked = document.querySelector('[data-lesson]:not([data-told])') !== null;
  // What a lesson asks is answered before one goes on.
  if (isLeading() && !(isAsked && by > 0)) return openBy(by);
  return press(way(by > 0 ? 'next' : 'back'));
};
export const [on, back] = [lead(1), lead(-1)];

function full(): boolean {
  const leaving = document.fullscreenElement !== null;
  const done = leaving ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // Where a browser or a frame forbids it, the page stays as it is.
  done.catch(() => {});
  return true;
}

const toggle = (name: 'blank' | 'dot' | 'listed' | 'scenes') => () => {
  keys.setState((state) => ({ [name]: !state[name] }));
  return true;
};

const lightBy = (by: 1 | -1) => () => {
  lightNext(by);
  return true;
};

function whole(): boolean {
  if (spotlight.getState().lit === null) return false;
  light(null);
  return true;
}

/** By what a key writes, in lower case: whether it did something. */
const acts: Readonly<Record<string, () => boolean>> = {
  ArrowRight: on,
  PageDown: on,
  n: on,
  ArrowLeft: back,
  PageUp: back,
  p: back,
  Backspace: () => takeBackVote(),
  ' ': part('train'),
  s: part('step'),
  r: part('reset'),
  t: part('task'),
  '+': lightBy(1),
  '=': lightBy(1),
  '-': lightBy(-1),
  Escape: whole,
  b: toggle('blank'),
  '.': toggle('blank'),
  l: toggle('dot'),
  f: full,
  o: toggle('scenes'),
  '?': toggle('listed'),
};

/** The answer that a digit stands for, from 0, on whatever layout; Shift takes a vote for it back. */
function voteBy({ code, shiftKey }: KeyboardEvent): boolean {
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1];
  if (digit === undefined) return false;
  return shiftKey ? takeBackVote(Number(digit) - 1) : vote(Number(digit) - 1);
}
/** What a digit, or Backspace, is nothing to: an answer that was chosen by a click keeps the focus. */
const DIGITLESS = 'input[type=radio], input[type=checkbox]';

/** What works by keys of its own, or scrolls by them. */
const OPERATED =
  'input, select, textarea, [contenteditable], [role=slider], [role=application], [tabindex="0"], dialog';
/** What is pressed by Space and Enter. */
const PRESSED = 'button, a[href], summary';

function onKey(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const element = target instanceof Element ? target : document.body;
  const isVote = key === 'Backspace' || /^(?:Digit|Numpad)\d$/.test(event.code);
  if (element.closest(OPERATED) !== null && !(isVote && element.matches(DIGITLESS))) return;
  if (key === ' ' && element.closest(PRESSED) !== null) return;
  if (voteBy(event) || acts[latinLetter(event) ?? key]?.()) event.preventDefault();
}

/** Brings a black screen back, and does nothing else. */
function onKeyWhileBlank(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  // The very key that made it black may still be held.
  if (event.repeat) return;
  keys.setState({ blank: false });
}

/** Until what it returns is called. */
export function listenToKeys(): () => void {
  let ending = new AbortController();
  const listen = ({ on, blank }: Keys) => {
    ending.abort();
    ending = new AbortController();
    const { signal } = ending;
    if (blank) addEventListener('keydown', onKeyWhileBlank, { signal, capture: true });
    else if (on) addEventListener('keydown', onKey, { signal });
  };
  listen(keys.getState());
  const unsubscribe = keys.subscribe(listen);
  return () => {
    unsubscribe();
    ending.abort();
    keys.setState(atFirst);
  };
}
