/** The sizes of a chart's type, in pixels: they follow the window, and grow for a hall (theme.css). */

import { useSyncExternalStore } from 'react';

export interface Type {
  readonly rem: number;
  /** Of the numbers of an axis. */
  readonly tick: number;
  /** Of the name of a curve. */
  readonly name: number;
  /** Numbers of an axis, at most. */
  readonly most: number;
}

let read: Type | null = null;

function readNow(): Type {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize);
  const of = (name: string) => Number(style.getPropertyValue(name));
  return { rem, tick: of('--tick') * rem, name: of('--name') * rem, most: of('--most') };
}

function subscribe(onChange: () => void): () => void {
  const anew = () => {
    read = null;
    onChange();
  };
  addEventListener('resize', anew);
  return () => removeEventListener('resize', anew);
}

export const useType = (): Type => useSyncExternalStore(subscribe, () => (read ??= readNow()));

/** About the width of a letter, and of a Chinese character, in its size. */
const LETTER = 0.52;

/** The size at which a text is no wider than there is room, in pixels; undefined where it is not, at its own. */
export function fitting(text: string, room: number, size: number): number | undefined {
  let wide = 0;
  for (const letter of text) wide += letter > '\u2e80' ? 1 : LETTER;
  return wide * size > room ? room / wide : undefined;
}
