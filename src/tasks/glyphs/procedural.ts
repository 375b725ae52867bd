/**
 * Characters of no alphabet, for playing without Omniglot: each is a small program of strokes, which every drawing runs
 * with a hand of its own (after the motor programs of Lake, Salakhutdinov and Tenenbaum 2015, much simplified).
 */

import { type Stream, stream } from '../../math/rng';
import { type Glyphs, PIXELS, splitOf, writeTurned } from './glyphs';
import { render, type Strokes } from './strokes';

type Point = readonly [x: number, y: number];

/** A stretch of a stroke: a sharp corner, then `length` ahead while turning steadily by `turn`. Angles in radians. */
interface Piece {
  readonly corner: number;
  readonly length: number;
  readonly turn: number;
}

interface Stroke {
  readonly heading: number;
  readonly pieces: readonly Piece[];
  /** Where it touches an earlier stroke, or where it stands beside one; the first stroke's means nothing. */
  readonly relation: Relation;
}

/** The stroke's point at the share `own` of its way lies at `offset` from that at the share `other` of stroke `to`. */
interface Relation {
  readonly to: number;
  readonly own: number;
  readonly other: number;
  readonly offset: Point;
}

interface Character {
  readonly strokes: readonly Stroke[];
  /** Greater extent over the image's side. */
  readonly extent: number;
}

const TURN = 2 * Math.PI;

/**
 * Omniglot's extent: the logarithm has mean −0.545, and deviates by 0.208 between characters and 0.146 between drawings of
 * one; that of the width over the height deviates by 0.178, and the middle by 0.05 of the side.
 */
const EXTENT = { mean: -0.545, ofCharacters: 0.208, ofDrawings: 0.146 };
const ASPECT = 0.178;
const MIDDLE = 0.05;

/** How much drawings of one character differ in their strokes. */
const HAND = {
  heading: 0.09,
  turn: 0.16,
  length: 0.14,
  relation: 0.05,
  slant: 0.09,
  rotation: 0.07,
};

/** The most between two points of a stroke, in its own unit and in radians. */
const STEP = { length: 0.15, turn: 0.35 };

/**
 * `count` characters, `drawings` of each; the same for the same seed. Images are made when they are first asked for:
 * 0.2 ms each.
 */
export function proceduralGlyphs(seed = 1, count = 600, drawings = 20): Glyphs {
  const characters = Array.from({ length: count }, (_, index) =>
    invent(stream(seed, 'procedural characters', index)),
  );
  const images = new Map<number, Uint8Array>();
  const image = (glyph: number, drawing: number): Uint8Array => {
    const key = glyph * drawings + drawing;
    let pixels = images.get(key);
    if (pixels === undefined) {
      const strokes = draw(characters[glyph]!, stream(seed, 'procedural drawings', key));
      pixels = new Uint8Array(PIXELS);
      render(strokes, { centre: false }).forEach((ink, i) => {
        pixels![i] = Math.round(255 * ink);
      });
      images.set(key, pixels);
    }
    return pixels;
  };
  return {
    source: 'procedural',
    classes: characters.map((_, index) => {
      const name = `Procedural/character${String(index + 1).padStart(3, '0')}`;
      return { name, split: splitOf(name), drawings };
    }),
    write: (glyph, drawing, turns, out, at) => {
      writeTurned(image(glyph, drawing), 0, 255, turns, out, at);
    },
  };
}

function invent(random: Stream): Character {
  const count = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4][random.integer(10)]!;
  const strokes: Stroke[] = [];
  for (let i = 0; i < count; i++) strokes.push(inventStroke(strokes, count, random));
  // Characters of more strokes are written larger.
  const extent = EXTENT.mean + 0.1 * (count - 2) + random.truncatedNormal(EXTENT.ofCharacters);
  return { strokes, extent: Math.exp(extent) };
}

function inventStroke(earlier: readonly Stroke[], count: number, random: Stream): Stroke {
  const to = random.integer(Math.max(1, earlier.length));
  const model = earlier[to];
  // Letters like to repeat themselves: a later stroke is now and then an earlier one's twin beside it.
  if (model !== undefined && random.uniform() < 0.12) {
    const away = model.heading + TURN / 4;
    return { ...model, relation: { to, own: 0.5, other: 0.5, offset: polar(away, 0.35) } };
  }
  const kind = inventKind(earlier.length, count, random);
  const pieces = shapes[kind](random);
  // Mostly along the paper's edges, sometimes slanted; across the stroke that it touches rather than along it.
  const slanted = random.uniform() < 0.2 ? TURN / 8 : 0;
  const heading =
    model === undefined || random.uniform() < 0.3
      ? (random.integer(4) * TURN) / 4
      : model.heading + (random.integer(2) - 0.5) * (TURN / 2);
  return {
    heading: heading + slanted + random.normal(0, 0.1),
    pieces,
    relation: kind === 'dot' ? beside(to, random) : inventRelation(to, random),
  };
}

/** A stroke alone is seldom a plain line; of many strokes, most are simple. */
function inventKind(earlier: number, count: number, random: Stream): ShapeName {
  if (earlier > 0 && random.uniform() < 0.08) return 'dot';
  const simple = count === 1 ? 0.06 : 0.25 + 0.13 * count;
  const kinds = random.uniform() < simple ? simpleShapes : otherShapes;
  return kinds[random.integer(kinds.length)]!;
}

/** Pieces of a stroke, in units of about a character's size. */
const shapes = {
  dot: () => [{ corner: 0, length: 0.02, turn: 0 }],
  line: (random) => [ahead(random.uniform(0.5, 1.1), random.uniform(-0.3, 0.3))],
  bow: (random) => [ahead(random.uniform(0.7, 1.3), bend(random, 0.25, 0.75))],
  corner: (random) => [
    ahead(random.uniform(0.4, 0.9)),
    ahead(random.uniform(0.3, 0.9), random.uniform(-0.3, 0.3), bend(random, 0.22, 0.38)),
  ],
  // As in a square that lacks a side.
  bracket: (random) => {
    const corner = bend(random, 0.23, 0.27);
    const arm = random.uniform(0.3, 0.7);
    return [ahead(arm), ahead(random.uniform(0.4, 0.9), 0, corner), ahead(arm, 0, corner)];
  },
  // As in Z.
  zigzag: (random) => {
    const corner = bend(random, 0.25, 0.42);
    return [ahead(0.5), ahead(random.uniform(0.5, 0.8), 0, corner), ahead(0.5, 0, -corner)];
  },
  hook: (random) => [ahead(random.uniform(0.5, 0.9)), ahead(0.5, bend(random, 0.35, 0.6))],
  cane: (random) => [ahead(0.6, bend(random, 0.45, 0.6)), ahead(random.uniform(0.4, 0.8))],
  // Bows that meet in a point, as in 3.
  bows: (random) => {
    const turn = bend(random, 0.45, 0.55);
    return [ahead(0.7, turn), ahead(0.8, turn, -0.85 * turn)];
  },
  wave: (random) => {
    const turn = bend(random, 0.3, 0.6);
    return [ahead(0.75, turn), ahead(0.75, -turn)];
  },
  // A loop at the end of a line, and one on its way.
  eye: (random) => [ahead(random.uniform(0.4, 0.9)), ahead(1, bend(random, 0.85, 1.05))],
  knot: (random) => {
    const turn = bend(random, 1.05, 1.2);
    return [ahead(0.5), ahead(0.9, turn), ahead(0.5, -0.1 * turn)];
  },
  ring: (random) => [ahead(random.uniform(1, 2), bend(random, 0.95, 1.05))],
} satisfies Record<string, (random: Stream) => Piece[]>;
type ShapeName = keyof typeof shapes;

const simpleShapes = ['line', 'line', 'line', 'bow', 'corner'] as const;
const otherShapes = [
  ...(['bow', 'corner', 'corner', 'bracket', 'bracket', 'zigzag', 'hook', 'cane'] as const),
  ...(['bows', 'wave', 'eye', 'knot', 'ring'] as const),
] as const;

const ahead = (length: number, turn = 0, corner = 0): Piece => ({ corner, length, turn });

/** An angle between two shares of a full turn, to either side. */
const bend = (random: Stream, low: number, high: number): number =>
  (random.integer(2) * 2 - 1) * random.uniform(low, high) * TURN;

function inventRelation(to: number, random: Stream): Relation {
  const touch = (own: number, other: number): Relation => ({ to, own, other, offset: [0, 0] });
  const kind = random.uniform();
  if (kind < 0.4) return touch(0, random.integer(2));
  if (kind < 0.68) return touch(0, random.uniform(0.3, 0.7));
  if (kind < 0.8) return touch(random.uniform(0.3, 0.7), random.uniform(0.2, 0.8));
  return beside(to, random);
}

const beside = (to: number, random: Stream): Relation => ({
  to,
  own: 0.5,
  other: 0.5,
  offset: polar(random.integer(8) * (TURN / 8), random.uniform(0.4, 0.7)),
});

/** One drawing, in sides of the image. */
function draw(character: Character, random: Stream): Strokes {
  const drawn: Point[][] = [];
  for (const stroke of character.strokes) drawn.push(place(stroke, drawn, random));
  return settle(drawn, character.extent, random);
}

/** Runs a stroke's program with a hand's inexactness and puts it where its relation says. */
function place(stroke: Stroke, drawn: readonly Point[][], random: Stream): Point[] {
  const points = run(stroke, random);
  const { to, own, other, offset } = stroke.relation;
  const anchor = drawn[to];
  if (anchor === undefined) return points;
  const target = pointAt(anchor, other);
  const from = pointAt(points, own);
  const dx = target[0] - from[0] + offset[0] + random.truncatedNormal(HAND.relation);
  const dy = target[1] - from[1] + offset[1] + random.truncatedNormal(HAND.relation);
  return points.map(([x, y]) => [x + dx, y + dy]);
}

function run(stroke: Stroke, random: Stream): Point[] {
  let [x, y] = [0, 0];
  let heading = stroke.heading + random.truncatedNormal(HAND.heading);
  const points: Point[] = [[x, y]];
  for (const { corner, length, turn } of stroke.pieces) {
    const steps = Math.ceil(Math.max(length / STEP.length, Math.abs(turn) / STEP.turn));
    const step = (length * Math.exp(random.truncatedNormal(HAND.length))) / steps;
    // No line is straight: even those without a turn get a little.
    const bend =
      turn * Math.exp(random.truncatedNormal(HAND.turn)) + random.truncatedNormal(HAND.turn);
    if (corner !== 0) heading += corner + random.truncatedNormal(HAND.turn);
    for (let i = 0; i < steps; i++) {
      heading += bend / steps;
      x += step * Math.cos(heading);
      y += step * Math.sin(heading);
      points.push([x, y]);
    }
  }
  return points;
}

/** Slants and turns a drawing a little, then gives it a size and a place as in Omniglot. */
function settle(drawn: readonly (readonly Point[])[], extent: number, random: Stream): Strokes {
  const slant = random.truncatedNormal(HAND.slant);
  const rotation = random.truncatedNormal(HAND.rotation);
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const aspect = random.truncatedNormal(ASPECT / 2);
  const turned = drawn.map((stroke) =>
    stroke.map(([x, y]): Point => {
      const [u, v] = [(x - slant * y) * Math.exp(aspect), y * Math.exp(-aspect)];
      return [cos * u - sin * v, sin * u + cos * v];
    }),
  );
  const xs = turned.flatMap((stroke) => stroke.map(([x]) => x));
  const ys = turned.flatMap((stroke) => stroke.map(([, y]) => y));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const size = Math.min(0.9, extent * Math.exp(random.truncatedNormal(EXTENT.ofDrawings)));
  const scale = size / Math.max(right - left, bottom - top);
  // What moves out of the image is lost: a wide drawing has less room.
  const room = (0.93 - size) / 2;
  const shift = () => Math.max(-room, Math.min(room, random.truncatedNormal(MIDDLE)));
  const [middleX, middleY] = [0.487 + shift(), 0.484 + shift()];
  return turned.map((stroke) =>
    stroke.map(([x, y]) => [
      middleX + scale * (x - (left + right) / 2),
      middleY + scale * (y - (top + bottom) / 2),
    ]),
  );
}

const polar = (angle: number, length: number): Point => [
  length * Math.cos(angle),
  length * Math.sin(angle),
];

/** The point at a share of the stroke's points. */
const pointAt = (points: readonly Point[], share: number): Point =>
  points[Math.round(share * (points.length - 1))]!;
