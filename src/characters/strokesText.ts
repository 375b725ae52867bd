/**
 * Strokes as text that is short enough for a link, in base64url.
 *
 * A stroke is the number of its points and their coordinates, a byte each: a 255th of the side is far below a pixel of the
 * image. Points that lie on the way between others are left out.
 */

import type { Strokes } from '../tasks/glyphs/strokes';

type Stroke = Strokes[number];

const LAST = 255;

export const textOfStrokes = (strokes: Strokes): string => inBase64(bytesOf(strokes));

function bytesOf(strokes: Strokes): number[] {
  const byte = (x: number) => Math.round(LAST * Math.min(1, Math.max(0, x)));
  return strokes.flatMap((stroke) => {
    const finite = stroke.filter((point) => point.every(Number.isFinite));
    // On the grid first: what comes of such a text gives the same text again.
    const kept = simplified(finite.map(([x, y]) => [byte(x), byte(y)])).slice(0, LAST);
    return kept.length === 0 ? [] : [kept.length, ...kept.flat()];
  });
}

/** The strokes of such a text; null if it is none. */
export function strokesOfText(encoded: string): Strokes | null {
  let bytes: number[];
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    bytes = Array.from(binary, (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
  const strokes: Stroke[] = [];
  for (let at = 0; at < bytes.length; ) {
    const count = bytes[at]!;
    const end = at + 1 + 2 * count;
    if (count === 0 || end > bytes.length) return null;
    strokes.push(
      Array.from({ length: count }, (_, i): Stroke[number] => [
        bytes[at + 1 + 2 * i]! / LAST,
        bytes[at + 2 + 2 * i]! / LAST,
      ]),
    );
    at = end;
  }
  return strokes;
}

const inBase64 = (bytes: readonly number[]): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Farther from the line between its neighbours than this, a point is kept. */
const TOLERANCE = 1;

/** The stroke without points that are near the line between others (Ramer, Douglas and Peucker). */
function simplified(stroke: Stroke): Stroke {
  if (stroke.length < 3) return stroke;
  const [first, last] = [stroke[0]!, stroke.at(-1)!];
  const distances = stroke.map((point) => distanceTo(first, last, point));
  const farthest = distances.indexOf(Math.max(...distances));
  if (distances[farthest]! <= TOLERANCE) return [first, last];
  const before = simplified(stroke.slice(0, farthest + 1));
  return [...before.slice(0, -1), ...simplified(stroke.slice(farthest))];
}

/** From a point to a line segment. */
function distanceTo([ax, ay]: Stroke[number], [bx, by]: Stroke[number], [x, y]: Stroke[number]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - nearest * dx, y - ay - nearest * dy);
}
