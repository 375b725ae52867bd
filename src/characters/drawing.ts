/** One drawing of a character: what a person drew, or a given character. */

import { render, type Strokes } from '../tasks/glyphs/strokes';
import { say } from '../words/format';
import type { Words } from '../words/words';

export type Drawing =
  /** On a square of side 1. */
  | { readonly kind: 'strokes'; readonly strokes: Strokes }
  | { readonly kind: 'given'; readonly image: Float32Array; readonly name: string };

export const blank = { kind: 'strokes', strokes: [] } as const satisfies Drawing;

export const isBlank = (drawing: Drawing): boolean =>
  drawing.kind === 'strokes' && drawing.strokes.length === 0;

/** A drawing as the dataset has it, [PIXELS]. */
export const imageOf = (drawing: Drawing): Float32Array =>
  drawing.kind === 'given' ? drawing.image : render(drawing.strokes, { centre: true });

/** "2 strokes". */
export function contents({ characters }: Words, drawing: Drawing): string {
  const { givenNamed, strokes } = characters.drawing;
  return drawing.kind === 'given'
    ? say(givenNamed, { name: drawing.name })
    : say(strokes, { count: drawing.strokes.length });
}

/**
 * What is left when the last thing is taken back: without the last stroke; or, where there is none, what was there
 * before it was erased or replaced.
 */
export function takenBack(drawing: Drawing, replaced: Drawing | undefined): Drawing {
  if (drawing.kind === 'strokes' && drawing.strokes.length > 0) {
    return { kind: 'strokes', strokes: drawing.strokes.slice(0, -1) };
  }
  return replaced ?? drawing;
}
