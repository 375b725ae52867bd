/**
 * Reads off the page what a figure draws: shapes and texts of its pictures, and of what stands about them, where the page
 * has laid them out. What is there to be operated is left out.
 */

import { type Around, boxOf } from './around';
import { type Box, IDENTITY, type Mark } from './scene';
import { clipOf, ofBox, ofShape } from './shapes';
import { HIDDEN_PARTS, ofChoice, ofText, ofWords } from './texts';

/** Those that are operated, those that pass, and figures within the figure, which are taken away themselves. */
const LEFT_OUT =
  'figure, button, input, textarea, [data-passing], [role=menu], .hidden-visually, .katex-mathml, script, style, video';

/** The marks of these elements, from the upper left of `within`. */
export function marksOf(elements: readonly Element[], within: Element): Mark[] {
  const { left, top } = within.getBoundingClientRect();
  const around: Around = { opacity: 1, clip: null, origin: { x: left, y: top } };
  return elements.flatMap((element) => marksIn(element, around));
}

function marksIn(element: Element, around: Around): Mark[] {
  if (element.matches(LEFT_OUT)) return [];
  const style = getComputedStyle(element);
  if (style.display === 'none') return [];
  const own = { ...around, opacity: around.opacity * Number(style.opacity) };
  if (own.opacity === 0) return [];
  // What is folded has no place.
  if (style.display !== 'contents' && element.getClientRects().length === 0) {
    if (!(element instanceof SVGElement)) return [];
  }
  if (element instanceof SVGElement) return ofSvg(element, style, own);
  if (element instanceof HTMLCanvasElement) return ofCanvas(element, own);
  if (element instanceof HTMLImageElement) return ofImage(element, own);
  return ofHtml(element, style, own);
}

// —— Pictures ——

function ofSvg(element: SVGElement, style: CSSStyleDeclaration, around: Around): Mark[] {
  if (HIDDEN_PARTS.has(element.tagName)) return [];
  const own = { ...around, clip: clipOf(element, style, around) };
  if (element instanceof SVGTextElement) return ofText(element, style, own);
  if (element instanceof SVGGeometryElement) return ofShape(element, style, own);
  return [...element.children].flatMap((child) => marksIn(child, own));
}

// —— Canvases and images ——

function ofCanvas(element: HTMLCanvasElement, around: Around): Mark[] {
  const box = boxOf(element, around);
  if (box.width === 0 || element.width === 0) return [];
  return [imageMark(box, element.toDataURL(), element, around)];
}

function ofImage(element: HTMLImageElement, around: Around): Mark[] {
  const box = boxOf(element, around);
  if (!element.complete || element.naturalWidth === 0 || box.width === 0) return [];
  const canvas = document.createElement('canvas');
  canvas.width = element.naturalWidth;
  canvas.height = element.naturalHeight;
  canvas.getContext('2d')!.drawImage(element, 0, 0);
  return [imageMark(box, canvas.toDataURL(), canvas, around)];
}

const imageMark = (
  box: Box,
  href: string,
  pixels: CanvasImageSource,
  { opacity, clip }: Around,
): Mark => ({ kind: 'image', box, href, pixels, opacity, clip, matrix: IDENTITY });

// —— What stands about the pictures ——

function ofHtml(element: Element, style: CSSStyleDeclaration, around: Around): Mark[] {
  const seen = style.visibility === 'visible';
  if (element instanceof HTMLSelectElement) return seen ? ofChoice(element, style, around) : [];
  const face = seen ? ofBox(element, style, around) : [];
  const inside = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return marksIn(child, around);
    return child instanceof Text && seen ? ofWords(child, style, around) : [];
  });
  return [...face, ...inside];
}
