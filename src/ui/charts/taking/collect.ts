/**
 * Reads off the page what a figure draws: shapes and texts of its pictures, and of what stands about them, where the page
 * has laid them out, in the colours of the light page. What is there to be operated is left out.
 */

import { colorOf } from './colors';
import { placedBy } from './pathParts';
import type { Box, Color, Font, Mark, Matrix, Stroke } from './scene';
import { IDENTITY } from './scene';
import { measuring } from './type';

interface Around {
  readonly opacity: number;
  readonly clip: Box | null;
  /** Of the page's pixels, what is the beginning of the figure. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** Those that are operated, those that pass, and figures within the figure, which are taken away themselves. */
const LEFT_OUT =
  'figure, button, input, textarea, [data-passing], [role=menu], .hidden-visually, .katex-mathml, script, style, video';

/**
 * Reads within the light page: a dark one is light for as long as this takes, which nobody sees, as nothing is painted
 * meanwhile.
 */
export function inLight<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  if (theme === undefined || theme === 'light') return read();
  // Colours that fade from one to the other would still be the dark ones.
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  dataset.theme = 'light';
  try {
    return read();
  } finally {
    dataset.theme = theme;
    // Back to the dark colours before anything may fade again.
    void getComputedStyle(document.body).color;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
}

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

const HIDDEN_PARTS = new Set(['defs', 'clipPath', 'title', 'desc', 'style', 'metadata']);

function ofSvg(element: SVGElement, style: CSSStyleDeclaration, around: Around): Mark[] {
  if (HIDDEN_PARTS.has(element.tagName)) return [];
  const own = { ...around, clip: clipOf(element, style, around) };
  if (element instanceof SVGTextElement) return ofText(element, style, own);
  if (element instanceof SVGGeometryElement) return ofShape(element, style, own);
  return [...element.children].flatMap((child) => marksIn(child, own));
}

function matrixOf(element: SVGGraphicsElement, { origin }: Around): Matrix {
  const { a, b, c, d, e, f } = element.getScreenCTM()!;
  return [a, b, c, d, e - origin.x, f - origin.y];
}

function clipOf(element: SVGElement, style: CSSStyleDeclaration, around: Around): Box | null {
  const id = /^url\("?#(.+?)"?\)$/.exec(style.clipPath)?.[1];
  const shape = id === undefined ? null : document.getElementById(id)?.firstElementChild;
  if (!(shape instanceof SVGGraphicsElement) || !(element instanceof SVGGraphicsElement)) {
    return around.clip;
  }
  const { x, y, width, height } = shape.getBBox();
  const [a, b, c, d, e, f] = matrixOf(element, around);
  const corners = [
    [x, y],
    [x + width, y + height],
  ].map(([px, py]) => [a * px! + c * py! + e, b * px! + d * py! + f] as const);
  const [[x0, y0], [x1, y1]] = corners as [readonly [number, number], readonly [number, number]];
  return {
    x: Math.min(x0, x1),
    y: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  };
}

const pixels = (text: string): number => Number.parseFloat(text) || 0;

const faded = (color: Color | null, opacity: string): Color | null =>
  color === null ? null : [color[0], color[1], color[2], color[3] * Number(opacity)];

function strokeOf(style: CSSStyleDeclaration): Stroke | null {
  const color = faded(colorOf(style.stroke), style.strokeOpacity);
  const width = pixels(style.strokeWidth);
  if (color === null || color[3] === 0 || width === 0) return null;
  const dash =
    style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(pixels);
  return {
    color,
    width,
    dash,
    cap: style.strokeLinecap as Stroke['cap'],
    join: style.strokeLinejoin as Stroke['join'],
  };
}

function ofShape(element: SVGGeometryElement, style: CSSStyleDeclaration, around: Around): Mark[] {
  if (style.visibility !== 'visible') return [];
  const d = outlineOf(element, style);
  const open = element instanceof SVGLineElement;
  const fill = open ? null : faded(colorOf(style.fill), style.fillOpacity);
  const stroke = strokeOf(style);
  if (d === '' || (stroke === null && (fill === null || fill[3] === 0))) return [];
  const { opacity, clip } = around;
  const matrix = matrixOf(element, around);
  // Its stroke is as wide as it says, however its place is stretched.
  const keeps = style.getPropertyValue('vector-effect') === 'non-scaling-stroke';
  return [
    {
      kind: 'path',
      ...{ fill, opacity, clip },
      d: keeps ? placedBy(matrix, d) : d,
      matrix: keeps ? IDENTITY : matrix,
      evenOdd: style.fillRule === 'evenodd',
      stroke: stroke === null ? null : dashedBy(element, stroke),
      name: element.getAttribute('data-name'),
    },
  ];
}

/** Dashes may be measured by a length of the path that its author gave it. */
function dashedBy(element: SVGGeometryElement, stroke: Stroke): Stroke {
  const given = element.pathLength.baseVal;
  const by = given > 0 ? element.getTotalLength() / given : 1;
  const dash = stroke.dash.map((part) => part * by);
  return {
    ...stroke,
    dash: dash.some((part) => part > 0) ? dash : [],
  };
}

/** Every shape as a path. */
function outlineOf(element: SVGGeometryElement, style: CSSStyleDeclaration): string {
  if (element instanceof SVGPathElement) return element.getAttribute('d') ?? '';
  if (element instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [element.x1, element.y1, element.x2, element.y2].map(
      (length) => length.animVal.value,
    );
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
  if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    const points = Array.from(element.points, ({ x, y }) => `${x} ${y}`);
    const end = element instanceof SVGPolygonElement ? 'Z' : '';
    return points.length === 0 ? '' : `M${points.join('L')}${end}`;
  }
  const { x, y, width, height } = element.getBBox();
  if (width === 0 && height === 0) return '';
  if (element instanceof SVGRectElement) {
    const [rx, ry] = [pixels(style.rx), pixels(style.ry)];
    return rounded({ x, y, width, height }, Math.min(rx || ry, width / 2, height / 2));
  }
  const [rx, ry] = [width / 2, height / 2];
  return `M${x} ${y + ry}a${rx} ${ry} 0 1 1 ${width} 0a${rx} ${ry} 0 1 1 ${-width} 0Z`;
}

function rounded({ x, y, width, height }: Box, r: number): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  const turn = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w}${turn(r, r)}v${h}${turn(-r, r)}h${-w}${turn(-r, -r)}v${-h}${turn(r, -r)}Z`;
}

const fontOf = (style: CSSStyleDeclaration): Font => ({
  family: style.fontFamily,
  size: pixels(style.fontSize),
  weight: style.fontWeight,
  italic: style.fontStyle !== 'normal',
});

/** Each piece of a text where the page has set it, held where it is held there: other fonts are of other widths. */
function ofText(element: SVGTextElement, style: CSSStyleDeclaration, around: Around): Mark[] {
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

const boxOf = (element: Element, { origin }: Around): Box => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x - origin.x, y: y - origin.y, width, height };
};

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

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Its ground and its borders. */
function ofBox(element: Element, style: CSSStyleDeclaration, around: Around): Mark[] {
  const { opacity, clip } = around;
  const box = boxOf(element, around);
  const fill = colorOf(style.backgroundColor);
  const borders = SIDES.map((side) => ({
    side,
    width: style[`border${side}Style`] === 'none' ? 0 : pixels(style[`border${side}Width`]),
    color: colorOf(style[`border${side}Color`]),
  })).filter(({ width, color }) => width > 0 && color !== null);
  if (fill === null && borders.length === 0) return [];
  const radius = Math.min(pixels(style.borderTopLeftRadius), box.width / 2, box.height / 2);
  const path = (d: string, of: Color | null, stroke: Stroke | null): Mark => ({
    kind: 'path',
    ...{ d, fill: of, stroke, opacity, clip },
    ...{ matrix: IDENTITY, evenOdd: false, name: null },
  });
  const line = (color: Color, width: number): Stroke => ({
    ...{ color, width, dash: [], cap: 'butt', join: 'miter' },
  });
  const ground = fill === null ? [] : [path(rounded(box, radius), fill, null)];
  const [first] = borders;
  if (borders.length === 4) {
    const half = first!.width / 2;
    const inner = {
      x: box.x + half,
      y: box.y + half,
      width: box.width - 2 * half,
      height: box.height - 2 * half,
    };
    const frame = rounded(inner, Math.max(0, radius - half));
    return [...ground, path(frame, null, line(first!.color!, first!.width))];
  }
  const edges = borders.map(({ side, width, color }) => {
    const half = width / 2;
    const [left, right] = [box.x, box.x + box.width];
    const [top, bottom] = [box.y, box.y + box.height];
    const d = {
      Top: `M${left} ${top + half}H${right}`,
      Bottom: `M${left} ${bottom - half}H${right}`,
      Left: `M${left + half} ${top}V${bottom}`,
      Right: `M${right - half} ${top}V${bottom}`,
    }[side];
    return path(d, null, line(color!, width));
  });
  return [...ground, ...edges];
}

/** A text of the page, each of its lines. */
function ofWords(node: Text, style: CSSStyleDeclaration, around: Around): Mark[] {
  if (node.data.trim() === '') return [];
  const fill = colorOf(style.color);
  if (fill === null) return [];
  const font = fontOf(style);
  const { opacity, clip, origin } = around;
  return linesOf(node).flatMap(({ text, rect }): Mark[] => {
    const [x, y] = [rect.left - origin.x, baselineIn(rect, font) - origin.y];
    const said: Mark = {
      kind: 'text',
      ...{ text, fill, font, x, y, opacity, clip },
      ...{ anchor: 'start', matrix: IDENTITY, halo: null, href: null },
    };
    if (!style.textDecorationLine.includes('line-through')) return [said];
    const through: Mark = {
      kind: 'path',
      d: `M${x} ${y - 0.3 * font.size}h${rect.width}`,
      ...{ matrix: IDENTITY, fill: null, evenOdd: false, name: null, opacity, clip },
      stroke: { color: fill, width: font.size / 14, dash: [], cap: 'butt', join: 'miter' },
    };
    return [said, through];
  });
}

/** What is chosen of a list. */
function ofChoice(element: HTMLSelectElement, style: CSSStyleDeclaration, around: Around): Mark[] {
  const fill = colorOf(style.color);
  const text = element.selectedOptions[0]?.textContent ?? '';
  if (fill === null || text === '') return [];
  const font = fontOf(style);
  const { x, y, width, height } = element.getBoundingClientRect();
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } =
    measuring(font).measureText(text);
  return [
    {
      kind: 'text',
      ...{ text, fill, font },
      x: x + Math.min(pixels(style.paddingLeft), width / 2) - around.origin.x,
      y: y + height / 2 + (up - down) / 2 - around.origin.y,
      ...{ anchor: 'start', matrix: IDENTITY, halo: null, href: null },
      ...{ opacity: around.opacity, clip: around.clip },
    },
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
