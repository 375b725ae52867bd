/** Reads shapes off the page: those of pictures as paths, and the grounds and borders of boxes. */

import { type Around, boxOf, pixels } from './around';
import { colorOf } from './colors';
import { placedBy } from './pathParts';
import {
  type Box,
  type Color,
  IDENTITY,
  type Mark,
  type Matrix,
  pathMark,
  plainStroke,
  type Stroke,
} from './scene';

export function matrixOf(element: SVGGraphicsElement, { origin }: Around): Matrix {
  const { a, b, c, d, e, f } = element.getScreenCTM()!;
  return [a, b, c, d, e - origin.x, f - origin.y];
}

export function clipOf(
  element: SVGElement,
  style: CSSStyleDeclaration,
  around: Around,
): Box | null {
  const id = /^url\("?#(.+?)"?\)$/.exec(style.clipPath)?.[1];
  const shape = id === undefined ? null : document.getElementById(id)?.firstElementChild;
  if (!(shape instanceof SVGRectElement) || !(element instanceof SVGGraphicsElement)) {
    return around.clip;
  }
  // Firefox says of a shape that clips that its box is empty.
  const [x, y, width, height] = [shape.x, shape.y, shape.width, shape.height].map(
    (length) => length.baseVal.value,
  ) as [number, number, number, number];
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

export const faded = (color: Color | null, opacity: string): Color | null =>
  color === null ? null : [color[0], color[1], color[2], color[3] * Number(opacity)];

export function strokeOf(style: CSSStyleDeclaration): Stroke | null {
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

export function ofShape(
  element: SVGGeometryElement,
  style: CSSStyleDeclaration,
  around: Around,
): Mark[] {
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

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Its ground and its borders. */
export function ofBox(element: Element, style: CSSStyleDeclaration, around: Around): Mark[] {
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
  const path = (d: string, fill: Color | null, stroke: Stroke | null): Mark =>
    pathMark({ d, fill, stroke, opacity, clip });
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
    return [...ground, path(frame, null, plainStroke(first!.color!, first!.width))];
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
    return path(d, null, plainStroke(color!, width));
  });
  return [...ground, ...edges];
}
