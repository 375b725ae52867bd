/** Wrong labels that a person told, as a link has them: "3:0,17:4" tells 0 for the drawing at place 3 and 4 for that at 17. */

import type { Edit } from './questions';

/** As many as a link holds. */
export const MOST_EDITS = 50;

const EDIT = /^(\d{1,3}):(\d{1,2})$/;

/** In the order of their places, one for each; null for a text that says none. */
export function editsOf(text: string): readonly Edit[] | null {
  if (text === '') return [];
  const edits: Edit[] = [];
  for (const part of text.split(',')) {
    const match = EDIT.exec(part);
    if (match === null) return null;
    const edit = { at: Number(match[1]), told: Number(match[2]) };
    const last = edits.at(-1);
    if (last !== undefined && last.at >= edit.at) return null;
    edits.push(edit);
  }
  return edits.length > MOST_EDITS ? null : edits;
}

export const editsText = (edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, told }) => `${at}:${told}`)
    .join(',');

/** The same with another label told at a place; with the right one, none is told wrongly there. */
export function withTold(edits: readonly Edit[], edit: Edit, right: number): readonly Edit[] {
  const others = edits.filter(({ at }) => at !== edit.at);
  return edit.told === right ? others : [...others, edit].toSorted((a, b) => a.at - b.at);
}
