/**
 * Five characters of no alphabet, each in several hands: what the lab looks like, small; and a drawing to be classified
 * before anyone draws.
 */

import { stream } from '../math/rng';
import type { Strokes } from '../tasks/glyphs/strokes';

/** Variants of each character. */
const VARIANTS = 5;
/**
 * The drawing that is asked about: of sixty that were tried on the first episode, the one of which the methods trained
 * beforehand say the most different things.
 */
const ASKED = { character: 0, hand: 2 } as const;
/** Points that a curve has between two of its control points. */
const SMOOTHNESS = 6;
/** Standard deviation of a control point about its place, over the side. */
const WOBBLE = 0.012;

/** Control points of each stroke. */
const characters: readonly Strokes[] = [
  // A hook with a bar through it.
  [
    [
      [0.3, 0.26],
      [0.48, 0.17],
      [0.63, 0.29],
      [0.5, 0.5],
      [0.4, 0.68],
      [0.52, 0.83],
      [0.72, 0.76],
    ],
    [
      [0.27, 0.56],
      [0.72, 0.45],
    ],
  ],
  // A loop with a tail, and a mark beside it.
  [
    [
      [0.52, 0.54],
      [0.35, 0.45],
      [0.36, 0.26],
      [0.53, 0.18],
      [0.67, 0.3],
      [0.62, 0.48],
      [0.5, 0.62],
      [0.52, 0.8],
      [0.74, 0.82],
    ],
    [
      [0.24, 0.68],
      [0.34, 0.8],
    ],
  ],
  // A stem with an arm to each side.
  [
    [
      [0.5, 0.14],
      [0.49, 0.5],
      [0.5, 0.86],
    ],
    [
      [0.49, 0.46],
      [0.3, 0.44],
      [0.2, 0.58],
      [0.27, 0.74],
    ],
    [
      [0.5, 0.26],
      [0.68, 0.2],
      [0.79, 0.33],
      [0.73, 0.46],
    ],
  ],
  // Waves under a roof.
  [
    [
      [0.18, 0.26],
      [0.5, 0.22],
      [0.82, 0.27],
    ],
    [
      [0.5, 0.23],
      [0.51, 0.45],
    ],
    [
      [0.18, 0.74],
      [0.3, 0.55],
      [0.43, 0.73],
      [0.57, 0.55],
      [0.7, 0.74],
      [0.83, 0.57],
    ],
  ],
  // A bowl that holds a hook.
  [
    [
      [0.22, 0.3],
      [0.23, 0.62],
      [0.36, 0.81],
      [0.62, 0.81],
      [0.77, 0.62],
      [0.78, 0.38],
    ],
    [
      [0.42, 0.24],
      [0.56, 0.2],
      [0.6, 0.34],
      [0.47, 0.46],
      [0.46, 0.6],
    ],
  ],
];

/** A character as one hand draws it: leaning, turned and stretched a little, every control point a little off. */
function inHand(character: Strokes, index: number, hand: number): Strokes {
  const random = stream(1, 'default drawings', index * 100 + hand);
  const turn = random.uniform(-0.09, 0.09);
  const slant = random.uniform(-0.14, 0.14);
  const width = random.uniform(0.88, 1.08);
  const height = random.uniform(0.92, 1.05);
  const moved = (x: number, y: number): readonly [number, number] => {
    const across = width * (x - 0.5) - slant * (y - 0.5);
    const down = height * (y - 0.5);
    return [
      0.5 + across * Math.cos(turn) - down * Math.sin(turn) + WOBBLE * random.normal(),
      0.5 + across * Math.sin(turn) + down * Math.cos(turn) + WOBBLE * random.normal(),
    ];
  };
  return character.map((stroke) => smooth(stroke.map(([x, y]) => moved(x, y))));
}

type Stroke = Strokes[number];

/** A Catmull–Rom spline through the control points, as a polyline. */
function smooth(points: Stroke): Stroke {
  const at = (i: number) => points[Math.min(Math.max(i, 0), points.length - 1)]!;
  const curve = points.slice(1).flatMap((to, i) => {
    const [before, from, after] = [at(i - 1), at(i), at(i + 2)];
    return Array.from({ length: SMOOTHNESS }, (_, step): readonly [number, number] => {
      const t = (step + 1) / SMOOTHNESS;
      const along = (axis: 0 | 1): number => {
        const [a, b, c, d] = [before[axis], from[axis], to[axis], after[axis]];
        const value =
          2 * b +
          (c - a) * t +
          (2 * a - 5 * b + 4 * c - d) * t ** 2 +
          (3 * b - a - 3 * c + d) * t ** 3;
        return Math.min(1, Math.max(0, value / 2));
      };
      return [along(0), along(1)];
    });
  });
  return [at(0), ...curve];
}

interface DefaultStrokes {
  /** By character, then variants of it. */
  readonly characters: readonly (readonly Strokes[])[];
  readonly query: Strokes;
}

const inHands = characters.map((character, index) =>
  Array.from({ length: VARIANTS }, (_, hand) => inHand(character, index, hand)),
);

export const defaultStrokes: DefaultStrokes = {
  characters: inHands,
  query: inHands[ASKED.character]![ASKED.hand]!,
};
