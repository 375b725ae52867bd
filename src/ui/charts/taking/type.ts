/** Lines of type for a picture: how wide they are, and where they are broken. */

import type { Font } from './scene';

let context: CanvasRenderingContext2D | null = null;

/** A context with this font set, to measure by. */
export function measuring(font: Font): CanvasRenderingContext2D {
  context ??= document.createElement('canvas').getContext('2d')!;
  context.font = cssFont(font);
  return context;
}

export const cssFont = ({ family, size, weight, italic }: Font): string =>
  `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`;

export const widthOf = (text: string, font: Font): number =>
  measuring(font).measureText(text).width;

/** Where a line may end: after blanks, after the signs that join an address, and between Chinese letters. */
const PIECES = /\p{sc=Han}[，。；：、）”]*|[^\s\p{sc=Han}&?,/]*[\s&?,/]+|[^\s\p{sc=Han}&?,/]+/gu;

/** A text as lines of at most this width. What has no place to break is broken anywhere. */
export function wrapped(text: string, font: Font, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && widthOf(line + piece.trimEnd(), font) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (widthOf(line.trimEnd(), font) > width && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && widthOf(line.slice(0, fits), font) > width) fits--;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}
