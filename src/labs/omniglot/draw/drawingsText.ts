/** What a person drew, as text that is short enough for a link: "place:strokes,place:strokes". */

import { strokesOfText, textOfStrokes } from '../../../characters/strokesText';
import type { Strokes } from '../../../tasks/glyphs/strokes';

/** Strokes by place: index of a support drawing, or QUERY. */
export type Drawn = ReadonlyMap<number, Strokes>;

const MOST_PLACES = 101;
const FORM = /^-?\d{1,2}:[\w-]*$/;

/** @param most characters: drawings that do not fit are left out, and counted */
export function textOfDrawings(
  drawn: Drawn,
  most = Number.POSITIVE_INFINITY,
): { readonly text: string; readonly left: number } {
  let text = '';
  let left = 0;
  for (const [place, strokes] of drawn) {
    const one = `${place}:${textOfStrokes(strokes)}`;
    const longer = text === '' ? one : `${text},${one}`;
    if (longer.length <= most) text = longer;
    else left += 1;
  }
  return { text, left };
}

/** The drawings of such a text; null if it is none. */
export function drawingsOf(text: string): Drawn | null {
  const parts = text === '' ? [] : text.split(',');
  if (parts.length > MOST_PLACES || !parts.every((part) => FORM.test(part))) return null;
  const drawn = new Map<number, Strokes>();
  for (const part of parts) {
    const [place, encoded] = part.split(':') as [string, string];
    const strokes = strokesOfText(encoded);
    if (strokes === null) return null;
    drawn.set(Number(place), strokes);
  }
  return drawn;
}
