/** Reads texts off the page where it has set them: those of pictures, lines of paragraphs, and what is chosen of a list. */

import { type Around, pixels } from './around';
import { colorOf } from './colors';
import { type Font, type Mark, pathMark, plainStroke, textMark } from './scene';
import { faded, matrixOf, strokeOf } from './shapes';
import { measuring } from './type';

/** What of a picture is not drawn where it stands. */
export const HIDDEN_PARTS = new Set(['defs', 'clipPath', 'title', 'desc', 'style', 'metadata']);

const fontOf = (style: CSSStyleDeclaration): Font => ({
  family: style.fontFamily,
  size: pixels(style.fontSize),
  weight: style.fontWeight,
  italic: style.fontStyle !== 'normal',
});

/** Each piece of a text where the page has set it, held where it is held there: other fonts are of other widths. */
export function ofText(
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  around: Around,
): Mark[] {
  if (style.visibility !== 'visible') return [];
  const matrix = matrixOf(element, around);
  const marks: Mark[] = [];
  let from = 0;
  const total = element.getNumberOfChars();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (HIDDEN_PARTS.has(parent.tagName)) continue;
    const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ');
    const to = Math.min(from + text.length, total);
    if (text.trim() === '' || from >= to) {
      from = to;
      continue;
    }
    const of = getComputedStyle(parent);
    const anchor = of.textAnchor as 'start' | 'middle' | 'end';
    const [start, end] = [
      element.getStartPositionOfChar(from),
      element.getEndPositionOfChar(to - 1),
    ];
    const at = anchor === 'start' ? start.x : anchor === 'end' ? end.x : (start.x + end.x) / 2;
    const y = /^(?:auto|alphabetic)$/.test(of.dominantBaseline)
      ? start.y
      : baselineIn(element.getExtentOfChar(from), fontOf(of));
    const fill = faded(colorOf(of.fill), of.fillOpacity);
    const halo = of.paintOrder.startsWith('stroke') ? strokeOf(of) : null;
    from = to;
    if (fill === null) continue;
    const opacity =
      (parent as Element) === element ? around.opacity : around.opacity * Number(of.opacity);
    marks.push({
      kind: 'text',
      ...{ text, anchor, matrix, fill, opacity },
      ...{ x: at, y, font: fontOf(of), clip: around.clip, href: null },
      halo: halo === null ? null : { color: halo.color, width: halo.width },
    });
  }
  return marks;
}

/** A text of the page, each of its lines. */
export function ofWords(node: Text, style: CSSStyleDeclaration, around: Around): Mark[] {
  if (node.data.trim() === '') return [];
  const fill = colorOf(style.color);
  if (fill === null) return [];
  const font = fontOf(style);
  const { opacity, clip, origin } = around;
  return linesOf(node).flatMap(({ text, rect }): Mark[] => {
    const [x, y] = [rect.left - origin.x, baselineIn(rect, font) - origin.y];
    const said = textMark({ text, fill, font, x, y, opacity, clip });
    if (!style.textDecorationLine.includes('line-through')) return [said];
    const d = `M${x} ${y - 0.3 * font.size}h${rect.width}`;
    const stroke = plainStroke(fill, font.size / 14);
    const through = pathMark({ d, fill: null, stroke, opacity, clip });
    return [said, through];
  });
}

/** What is chosen of a list. */
export function ofChoice(
  element: HTMLSelectElement,
  style: CSSStyleDeclaration,
  around: Around,
): Mark[] {
  const fill = colorOf(style.color);
  const text = element.selectedOptions[0]?.textContent ?? '';
  if (fill === null || text === '') return [];
  const font = fontOf(style);
  const { x, y, width, height } = element.getBoundingClientRect();
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } =
    measuring(font).measureText(text);
  const { opacity, clip, origin } = around;
  return [
    textMark({
      ...{ text, fill, font, opacity, clip },
      x: x + Math.min(pixels(style.paddingLeft), width / 2) - origin.x,
      y: y + height / 2 + (up - down) / 2 - origin.y,
    }),
  ];
}

interface Line {
  readonly text: string;
  readonly rect: DOMRect;
}

function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: { text: string; from: number; to: number; top: number }[] = [];
  for (let i = 0; i < node.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const rect = range.getClientRects()[0];
    // Blanks at which a line ends take no room.
    if (rect === undefined || rect.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - rect.top) < rect.height / 2) last.to = i + 1;
    else lines.push({ text: '', from: i, to: i + 1, top: rect.top });
  }
  return lines.flatMap(({ from, to }) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const text = node.data.slice(from, to).replaceAll(/\s+/g, ' ');
    return text.trim() === '' ? [] : [{ text, rect: range.getBoundingClientRect() }];
  });
}

/** The box of a text is as high as its font. */
function baselineIn({ y, height }: DOMRect, font: Font): number {
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } =
    measuring(font).measureText('x');
  return y + (height * up) / (up + down);
}
