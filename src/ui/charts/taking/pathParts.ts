/** The data of a path as lines and curves between absolute points: what a page of PDF draws by. */

import { brief, type Matrix } from './scene';

export type Part =
  | { readonly kind: 'move' | 'line'; readonly to: readonly [number, number] }
  /** Two points that it is drawn to, and its end. */
  | { readonly kind: 'curve'; readonly by: readonly number[] }
  | { readonly kind: 'close' };

/** Numbers that a command takes at a time. */
const TAKES: Readonly<Record<string, number>> = {
  ...{ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 },
};

const TOKEN = /[a-zA-Z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/g;

/** Flags of an arc may stand without blanks between them. */
const ARC =
  /([+-]?[\d.]+)[\s,]*([+-]?[\d.]+)[\s,]*([+-]?[\d.]+)[\s,]*([01])[\s,]*([01])[\s,]*([+-]?[\d.]+(?:e[+-]?\d+)?)[\s,]*([+-]?[\d.]+(?:e[+-]?\d+)?)/g;

export function partsOf(d: string): Part[] {
  const parts: Part[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last point that a curve was drawn to, for one that goes on smoothly. */
  let [handleX, handleY] = [0, 0];
  let before = '';
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) => {
    parts.push({ kind: 'curve', by: [x1, y1, x2, y2, toX, toY] });
    [handleX, handleY, x, y] = [x2, y2, toX, toY];
  };
  const quadratic = (cx: number, cy: number, toX: number, toY: number) => {
    const third = (from: number, over: number) => from + (2 / 3) * (over - from);
    curve(third(x, cx), third(y, cy), third(toX, cx), third(toY, cy), toX, toY);
    [handleX, handleY] = [cx, cy];
  };
  const go = (kind: 'move' | 'line', toX: number, toY: number) => {
    [x, y] = [toX, toY];
    if (kind === 'move') [startX, startY] = [x, y];
    parts.push({ kind, to: [x, y] });
  };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-df-zA-DF-Z])([^a-df-zA-DF-Z]*)/g)) {
    const name = letter.toLowerCase();
    const takes = TAKES[name];
    if (takes === undefined) continue;
    const numbers =
      name === 'a'
        ? [...rest.matchAll(ARC)].flatMap((found) => found.slice(1).map(Number))
        : (rest.match(TOKEN) ?? []).map(Number);
    const relative = letter === name;
    for (let i = 0; i === 0 || i + takes <= numbers.length; i += Math.max(takes, 1)) {
      const n = numbers.slice(i, i + takes);
      if (n.length < takes) break;
      const [ox, oy] = relative ? [x, y] : [0, 0];
      const smooth = (of: string): [number, number] =>
        of.includes(before) && before !== '' ? [2 * x - handleX, 2 * y - handleY] : [x, y];
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0] = n;
      if (name === 'm') go(i === 0 ? 'move' : 'line', ox + a, oy + b);
      else if (name === 'l') go('line', ox + a, oy + b);
      else if (name === 'h') go('line', ox + a, y);
      else if (name === 'v') go('line', x, oy + a);
      else if (name === 'c') curve(ox + a, oy + b, ox + c, oy + e, ox + f, oy + g);
      else if (name === 's') {
        const [hx, hy] = smooth('cs');
        curve(hx, hy, ox + a, oy + b, ox + c, oy + e);
      } else if (name === 'q') quadratic(ox + a, oy + b, ox + c, oy + e);
      else if (name === 't') {
        const [hx, hy] = smooth('qt');
        quadratic(hx, hy, ox + a, oy + b);
      } else if (name === 'a') {
        const to = [ox + g, oy + h] as const;
        for (const of of arc([x, y], a, b, c, e !== 0, f !== 0, to)) curve(...of);
        // One without radii is a line.
        if (Math.hypot(x - to[0], y - to[1]) > 1e-6) go('line', ...to);
      } else {
        parts.push({ kind: 'close' });
        [x, y] = [startX, startY];
      }
      before = name;
      if (takes === 0) break;
    }
  }
  return parts;
}

/** The same path where a matrix places it. */
export function placedBy([a, b, c, d, e, f]: Matrix, path: string): string {
  const pairs = (points: readonly number[]) =>
    points.map((value, i) => {
      const [x, y] = i % 2 === 0 ? [value, points[i + 1]!] : [points[i - 1]!, value];
      return brief(i % 2 === 0 ? a * x + c * y + e : b * x + d * y + f);
    });
  return partsOf(path)
    .map((part) => {
      if (part.kind === 'close') return 'Z';
      if (part.kind === 'curve') return `C${pairs(part.by).join(' ')}`;
      return `${part.kind === 'move' ? 'M' : 'L'}${pairs(part.to).join(' ')}`;
    })
    .join('');
}

type Six = [number, number, number, number, number, number];

/** An arc of an ellipse as curves of at most a quarter of it each, by its centre (SVG 2, appendix B.2.4). */
function arc(
  [x1, y1]: readonly [number, number],
  rxGiven: number,
  ryGiven: number,
  degrees: number,
  large: boolean,
  sweep: boolean,
  [x2, y2]: readonly [number, number],
): Six[] {
  let [rx, ry] = [Math.abs(rxGiven), Math.abs(ryGiven)];
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return [];
  const phi = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * hx + sin * hy, -sin * hx + cos * hy];
  const over = (px / rx) ** 2 + (py / ry) ** 2;
  if (over > 1) {
    rx *= Math.sqrt(over);
    ry *= Math.sqrt(over);
  }
  const under = (rx * py) ** 2 + (ry * px) ** 2;
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - under) / under));
  const sign = large === sweep ? -root : root;
  const [qx, qy] = [(sign * rx * py) / ry, (-sign * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  const to = Math.atan2((-py - qy) / ry, (-px - qx) / rx);
  let turn = to - from;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const k = (4 / 3) * Math.tan(step / 4);
  const at = (u: number, v: number): [number, number] => [
    cx + cos * rx * u - sin * ry * v,
    cy + sin * rx * u + cos * ry * v,
  ];
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return [...at(ca - k * sa, sa + k * ca), ...at(cb + k * sb, sb - k * cb), ...at(cb, sb)];
  });
}
