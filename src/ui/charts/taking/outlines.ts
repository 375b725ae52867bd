/**
 * The letters of a text as outlines, traced from what the browser draws: whatever face it has for them, in every
 * language, and without a font that would have to be handed on. Units are those of the font's size.
 */

import { contours } from 'd3-contour';
import type { Font } from './scene';
import { cssFont, measuring } from './type';

/** Pixels of the square that letters are drawn by: their edges are found to a fraction of one. */
const EM = 160;
/** How far an outline may lie from what was traced, in those. */
const TOLERANCE = 0.12;

type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

export interface Glyph {
  /** Closed; where they lie in each other, they are holes. y runs downwards from the line. */
  readonly rings: readonly Ring[];
}

export interface Placed {
  readonly letter: string;
  readonly glyph: Glyph;
  /** In pixels of the picture. */
  readonly x: number;
}

const traced = new Map<string, Glyph>();

const faceOf = (font: Font): string => cssFont({ ...font, size: EM });

/** The letters of a text, with their places from its beginning. */
export function lettersOf(text: string, font: Font): { letters: Placed[]; width: number } {
  const context = measuring({ ...font, size: EM });
  const scale = font.size / EM;
  const letters: Placed[] = [];
  let before = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    // As the text is set as a whole: pairs stand closer.
    const upTo = context.measureText(before + segment).width;
    const x = (upTo - context.measureText(segment).width) * scale;
    before += segment;
    if (segment.trim() !== '') letters.push({ letter: segment, glyph: glyphOf(segment, font), x });
  }
  return { letters, width: context.measureText(text).width * scale };
}

function glyphOf(letter: string, font: Font): Glyph {
  const key = `${faceOf(font)} ${letter}`;
  const known = traced.get(key);
  if (known !== undefined) return known;
  const glyph = trace(letter, font);
  traced.set(key, glyph);
  return glyph;
}

function trace(letter: string, font: Font): Glyph {
  const {
    actualBoundingBoxLeft: left,
    actualBoundingBoxRight: right,
    actualBoundingBoxAscent: up,
    actualBoundingBoxDescent: down,
  } = measuring({ ...font, size: EM }).measureText(letter);
  // Two pixels about it, so that every outline is closed.
  const [x0, y0] = [Math.ceil(left) + 2, Math.ceil(up) + 2];
  const [width, height] = [x0 + Math.ceil(right) + 2, y0 + Math.ceil(down) + 2];
  if (!(width > 4 && height > 4)) return { rings: [] };
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.font = faceOf(font);
  context.fillText(letter, x0, y0);
  const { data } = context.getImageData(0, 0, width, height);
  const alphas = Array.from({ length: width * height }, (_, i) => data[4 * i + 3]!);
  const [shape] = contours().size([width, height]).thresholds([127.5])(alphas);
  const rings = (shape?.coordinates ?? []).flatMap((polygon) =>
    polygon.map((ring) =>
      simplified(ring as unknown as Ring).map(([x, y]): Point => [(x - x0) / EM, (y - y0) / EM]),
    ),
  );
  return { rings: rings.filter((ring) => ring.length > 2) };
}

/** Without the points that lie on the way between others (Ramer, Douglas and Peucker). */
function simplified(ring: Ring): Ring {
  const points = ring.slice(0, -1);
  if (points.length < 4) return points;
  const keeps = new Uint8Array(points.length + 1);
  const at = (i: number): Point => points[i % points.length]!;
  const half = points.length >> 1;
  const waiting: [number, number][] = [
    [0, half],
    [half, points.length],
  ];
  keeps[0] = 1;
  keeps[half] = 1;
  for (let span = waiting.pop(); span !== undefined; span = waiting.pop()) {
    const [from, to] = span;
    const [[ax, ay], [bx, by]] = [at(from), at(to)];
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.hypot(dx, dy) || 1;
    let [farthest, most] = [-1, TOLERANCE];
    for (let i = from + 1; i < to; i++) {
      const [x, y] = at(i);
      const off = Math.abs(dx * (y - ay) - dy * (x - ax)) / length;
      if (off > most) [farthest, most] = [i, off];
    }
    if (farthest < 0) continue;
    keeps[farthest] = 1;
    waiting.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => keeps[i] === 1);
}
