/** Where the names of moving points stand: beside their points, clear of each other and of all marks, and of lines if it can be. */

export type Place = readonly [x: number, y: number];

/** Half of it reaches out from its middle to either side. */
interface Box {
  readonly middle: Place;
  readonly width: number;
  readonly height: number;
}

export interface Mark {
  readonly at: Place;
  readonly radius: number;
}

export interface Named extends Mark {
  /** Pixels of its name. */
  readonly width: number;
  readonly height: number;
}

interface Around {
  /** Other things that no name may cover. */
  readonly marks: readonly Mark[];
  readonly lines: readonly (readonly [from: Place, to: Place])[];
  /** Of the picture, whose corner is at 0, 0. */
  readonly size: Place;
}

const GAP = 3;
/** What it costs to stand on something, or out of sight, against standing on a line. */
const COVERS = 100;
const UNSEEN = 1000;
const ALONG_LINE = 8;
/** Sides in the order in which they are liked: on a square, so that each clears its point. */
const SIDES: readonly Place[] = [
  ...([
    [0, -1],
    [1, 0],
    [-1, 0],
    [0, 1],
  ] as const),
  ...([
    [0.7, -1],
    [-0.7, -1],
    [1, 0.7],
    [-1, 0.7],
  ] as const),
  ...([
    [1, -0.7],
    [-1, -0.7],
    [0.7, 1],
    [-0.7, 1],
  ] as const),
];
/** From a point, in parts of what just clears it. */
const DISTANCES = [1, 1.8, 2.6, 3.4];

/** Whether a disc reaches into it. */
const touches = ({ middle, width, height }: Box, [x, y]: Place, radius: number): boolean => {
  const dx = Math.max(0, Math.abs(x - middle[0]) - width / 2);
  const dy = Math.max(0, Math.abs(y - middle[1]) - height / 2);
  return Math.hypot(dx, dy) < radius;
};
const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.middle[0] - b.middle[0]) < (a.width + b.width) / 2 + GAP &&
  Math.abs(a.middle[1] - b.middle[1]) < (a.height + b.height) / 2 + GAP;
const outside = ({ middle: [x, y], width, height }: Box, size: Place): boolean =>
  x < width / 2 + GAP ||
  y < height / 2 + GAP ||
  x > size[0] - width / 2 - GAP ||
  y > size[1] - height / 2 - GAP;

/** The middle of each name, in the order in which they come: the first have the choice. */
export function placeLabels(
  all: readonly Named[],
  { marks, lines, size }: Around,
): readonly Place[] {
  const points = [...marks, ...all];
  const onLines = lines.flatMap(([from, to]) =>
    Array.from({ length: ALONG_LINE + 1 }, (_, k): Place => {
      const part = k / ALONG_LINE;
      return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
    }),
  );
  const placed: Box[] = [];
  for (const { at, radius, width, height } of all) {
    const choices = DISTANCES.flatMap((far) =>
      SIDES.map(([dx, dy]): Box => {
        const middle: Place = [
          at[0] + far * dx * (radius + GAP + width / 2),
          at[1] + far * dy * (radius + GAP + height / 2),
        ];
        return { middle, width, height };
      }),
    );
    const costs = choices.map(
      (box, i) =>
        COVERS * placed.filter((other) => overlap(box, other)).length +
        COVERS * points.filter((mark) => touches(box, mark.at, mark.radius)).length +
        UNSEEN * Number(outside(box, size)) +
        onLines.filter((point) => touches(box, point, 1)).length +
        i / choices.length,
    );
    placed.push(choices[costs.indexOf(Math.min(...costs))]!);
  }
  return placed.map(({ middle }) => middle);
}
