import { expect, it } from 'vitest';
import { type Glyphs, levelsOf, writeTurned } from './glyphs';
import { normalised, normalisedGlyphs } from './normalised';
import { proceduralGlyphs } from './procedural';
import { render } from './strokes';

const character = [
  [
    [0.1, 0],
    [0.9, 0.1],
    [0.2, 1],
    [1, 0.9],
  ],
  [
    [0.5, 0],
    [0.4, 1],
  ],
] as const;

const SHOWN = 105;

/** The character in a square of so many published pixels, with lines of three, at a place. */
function drawn(size: number, left: number, top: number): Float32Array {
  const ink = new Float32Array(SHOWN * SHOWN);
  for (const stroke of character) {
    stroke.slice(1).forEach(([toX, toY], i) => {
      const [fromX, fromY] = stroke[i]!;
      for (let s = 0; s <= 400; s++) {
        const x = Math.round(left + size * (fromX + (toX - fromX) * (s / 400)));
        const y = Math.round(top + size * (fromY + (toY - fromY) * (s / 400)));
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) ink[(y + dy) * SHOWN + x + dx] = 1;
        }
      }
    });
  }
  return ink;
}

/** Where the ink's middle is and how far it spreads, in pixels of the picture. */
function shapeOf(picture: Float32Array, side: number) {
  let [sum, x, y, squares] = [0, 0, 0, 0];
  picture.forEach((ink, i) => {
    const [u, v] = [(i % side) + 0.5, Math.floor(i / side) + 0.5];
    sum += ink;
    x += ink * u;
    y += ink * v;
    squares += ink * (u * u + v * v);
  });
  [x, y] = [x / sum, y / sum];
  return { x, y, spread: Math.sqrt(squares / sum - x * x - y * y) };
}

const difference = (a: Float32Array, b: Float32Array): number =>
  Math.max(...a.map((ink, i) => Math.abs(ink - b[i]!)));

it('gives the same picture wherever a drawing stands', () => {
  const corner = normalised(drawn(30, 5, 70), SHOWN);
  expect(difference(corner, normalised(drawn(30, 37, 37), SHOWN))).toBeLessThan(1e-5);
  expect(Math.max(...corner)).toBeGreaterThan(0.5);
});

it('brings sizes half of the way to one, in logarithms', () => {
  const spreadOf = (ink: Float32Array, side: number) => shapeOf(ink, side).spread / side;
  for (const size of [24, 40, 60]) {
    const before = 105 * spreadOf(drawn(size, 10, 10), SHOWN);
    const after = 105 * spreadOf(normalised(drawn(size, 10, 10), SHOWN, 112), 112);
    expect(after / Math.sqrt(24 * before)).toBeCloseTo(1, 1);
  }
  // A dot becomes no blot: nothing is enlarged more than two and a half times.
  const tiny = drawn(4, 80, 80);
  const grown = spreadOf(normalised(tiny, SHOWN, 112), 112) / spreadOf(tiny, SHOWN);
  expect(grown).toBeGreaterThan(2.3);
  expect(grown).toBeLessThan(2.6);
});

it('brings the small one in the corner nearer to the large one in the middle', () => {
  const pair = [drawn(25, 5, 75), drawn(70, 17, 17)] as const;
  const overlap = ([a, b]: readonly [Float32Array, Float32Array]) => {
    const dot = (p: Float32Array, q: Float32Array) => p.reduce((sum, x, i) => sum + x * q[i]!, 0);
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  };
  expect(overlap(pair)).toBe(0);
  const both = pair.map((ink) => normalised(ink, SHOWN)) as [Float32Array, Float32Array];
  expect(overlap(both)).toBeGreaterThan(0.25);
});

it('leaves a margin, and no ink beyond it', () => {
  // A long thin line has a small spread across, and would be scaled over the edge.
  const line = new Float32Array(SHOWN * SHOWN);
  for (let i = 0; i < SHOWN; i++) line[i * SHOWN + 3] = 1;
  for (const ink of [line, drawn(98, 3, 3), drawn(60, 43, 2)]) {
    const picture = normalised(ink, SHOWN, 112);
    for (let i = 0; i < 112; i++) {
      expect([
        picture[i],
        picture[111 * 112 + i],
        picture[i * 112],
        picture[i * 112 + 111],
      ]).toEqual([0, 0, 0, 0]);
    }
  }
});

it('leaves an empty drawing empty', () => {
  expect(normalised(new Float32Array(784)).every((ink) => ink === 0)).toBe(true);
});

it('gives means of what it gives in finer pixels', () => {
  const strokes = [
    [
      [0.2, 0.3],
      [0.5, 0.2],
      [0.4, 0.7],
    ],
  ] as const;
  const small = render(strokes, { centre: false });
  const large = normalised(small, 28, 112);
  // Averages of the finer picture are the picture.
  const picture = normalised(small);
  const mean = new Float32Array(784);
  large.forEach((ink, i) => {
    mean[Math.floor(i / 112 / 4) * 28 + Math.floor((i % 112) / 4)]! += ink / 16;
  });
  expect(difference(picture, mean)).toBeLessThan(1e-5);
});

it('normalises what is written of a set of characters, turns and all', () => {
  const glyphs: Glyphs = proceduralGlyphs();
  const both = normalisedGlyphs(glyphs);
  const [plain, turned, written] = [784, 784, 1000].map((length) => new Float32Array(length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  glyphs.write(3, 2, 0, plain, 0);
  writeTurned(levelsOf(normalised(plain)), 0, 255, 1, turned, 0);
  // The second time it is known.
  for (let time = 0; time < 2; time++) {
    both.write(3, 2, 1, written, 100);
    expect(written.slice(100, 884)).toEqual(turned);
  }
  // Turned before or after: the same, but for the levels.
  glyphs.write(3, 2, 1, plain, 0);
  expect(difference(normalised(plain), turned)).toBeLessThan(1 / 255);
  expect(both.classes).toBe(glyphs.classes);
  const { x, y } = shapeOf(written.slice(100, 884), 28);
  expect(Math.abs(x - 14)).toBeLessThan(2);
  expect(Math.abs(y - 14)).toBeLessThan(2);
});
