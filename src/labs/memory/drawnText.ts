/** What a person drew into a stream, as a link has it: "13.1:strokes" stands at place 13 with the label 1. */

import { strokesOfText, textOfStrokes } from '../../characters/strokesText';
import type { OwnDrawing } from './questions';

/** Drawings that a link holds, and its characters. */
export const MOST_DRAWN = 12;
export const MOST_DRAWN_TEXT = 3000;

const FORM = /^(\d{1,3})\.(\d{1,2}):([\w-]+)$/;

/** In the order of their places, one for each; null for a text that says none. */
export function drawnOf(text: string): readonly OwnDrawing[] | null {
  if (text === '') return [];
  const drawn: OwnDrawing[] = [];
  for (const part of text.split(',')) {
    const match = FORM.exec(part);
    const strokes = match === null ? null : strokesOfText(match[3]!);
    if (match === null || strokes === null) return null;
    const own = { at: Number(match[1]), label: Number(match[2]), strokes };
    const last = drawn.at(-1);
    if (last !== undefined && last.at >= own.at) return null;
    drawn.push(own);
  }
  return drawn.length > MOST_DRAWN ? null : drawn;
}

export const drawnText = (drawn: readonly OwnDrawing[]): string =>
  drawn
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, label, strokes }) => `${at}.${label}:${textOfStrokes(strokes)}`)
    .join(',');

/** With another drawing at a place; null where there is no more room for one. */
export function withOwn(drawn: readonly OwnDrawing[], own: OwnDrawing): string | null {
  const text = drawnText([...withoutOwn(drawn, own.at), own]);
  return drawnOf(text) === null || text.length > MOST_DRAWN_TEXT ? null : text;
}

export const withoutOwn = (drawn: readonly OwnDrawing[], at: number): readonly OwnDrawing[] =>
  drawn.filter((own) => own.at !== at);
