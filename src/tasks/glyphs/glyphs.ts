/** Characters for few-shot classification, as in Omniglot (Lake, Salakhutdinov and Tenenbaum 2015). */

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;
/** Of images as Omniglot publishes them. */
export const PUBLISHED_SIDE = 105;

export const splits = ['train', 'validation', 'test'] as const;
export type Split = (typeof splits)[number];

export interface GlyphClass {
  /** Alphabet and number: `Greek/character07`. */
  readonly name: string;
  readonly split: Split;
  /** How often it was drawn. */
  readonly drawings: number;
}

/** A set of characters, each drawn several times (by 20 people in Omniglot). Ink 1, paper 0. */
export interface Glyphs {
  readonly source: 'omniglot' | 'procedural';
  readonly classes: readonly GlyphClass[];
  /** Writes one drawing, turned anticlockwise by `turns` quarter turns, row-major [SIDE, SIDE], to `out` from `at`. */
  write(glyph: number, drawing: number, turns: number, out: Float32Array, at: number): void;
  /** The same drawing unturned, [2 SIDE, 2 SIDE], ink 1, where it is known more finely than by its pixels. */
  finely?(glyph: number, drawing: number): Float32Array;
}

/**
 * The split of a character: test for 2 of 16 names, validation for 1, train for the others. It follows from the name
 * alone, so that a larger set never moves a character from training to test.
 */
export function splitOf(name: string): Split {
  // FNV-1a, then MurmurHash3's finaliser: FNV's low bits alone depend too little on the early characters.
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  const slot = (h ^ (h >>> 16)) & 15;
  if (slot < 2) return 'test';
  return slot === 2 ? 'validation' : 'train';
}

/** Indices of the classes that belong to the split. */
export function classesIn(glyphs: Glyphs, split: Split): number[] {
  return glyphs.classes.flatMap((glyph, index) => (glyph.split === split ? [index] : []));
}

/** How many characters each split has. */
export const splitCounts = (glyphs: Glyphs): Record<Split, number> => ({
  train: classesIn(glyphs, 'train').length,
  validation: classesIn(glyphs, 'validation').length,
  test: classesIn(glyphs, 'test').length,
});

/** Ink 0 … 1 in 255 levels. */
export const levelsOf = (ink: Float32Array): Uint8Array =>
  Uint8Array.from(ink, (x) => Math.round(255 * x));

/**
 * Copies an image [SIDE, SIDE] that begins at `from`, turned anticlockwise by `turns` quarter turns.
 *
 * @param ink the value that stands for full ink
 */
export function writeTurned(
  image: Uint8Array,
  from: number,
  ink: number,
  turns: number,
  out: Float32Array,
  at: number,
): void {
  const last = SIDE - 1;
  // Where the image's pixel for the output's top left corner lies, and the steps from there.
  const [start, right, down] = (
    [
      [0, 1, SIDE],
      [last, SIDE, -1],
      [PIXELS - 1, -1, -SIDE],
      [last * SIDE, -SIDE, 1],
    ] as const
  )[turns & 3]!;
  for (let row = 0; row < SIDE; row++) {
    let source = from + start + row * down;
    const target = at + row * SIDE;
    for (let column = 0; column < SIDE; column++) {
      out[target + column] = image[source]! / ink;
      source += right;
    }
  }
}
