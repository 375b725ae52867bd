/** A figure as it is taken away: what is drawn, in order, free of the page that it was drawn on. Lengths are pixels of the page. */

/** As SVG has them: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

export interface Stroke {
  readonly color: Color;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

interface Drawn {
  readonly opacity: number;
  /** Nothing of it is seen outside. */
  readonly clip: Box | null;
}

export interface PathMark extends Drawn {
  readonly kind: 'path';
  readonly d: string;
  readonly matrix: Matrix;
  readonly fill: Color | null;
  readonly evenOdd: boolean;
  readonly stroke: Stroke | null;
  /** Whose curve it is. */
  readonly name: string | null;
}

export interface Font {
  /** As a style sheet has it: the first that is there. */
  readonly family: string;
  readonly size: number;
  readonly weight: string;
  readonly italic: boolean;
}

export interface TextMark extends Drawn {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly matrix: Matrix;
  readonly font: Font;
  readonly fill: Color;
  /** Behind it, so that what it lies on leaves it readable. */
  readonly halo: { readonly color: Color; readonly width: number } | null;
  /** Where it leads. */
  readonly href: string | null;
}

export interface ImageMark extends Drawn {
  readonly kind: 'image';
  readonly box: Box;
  readonly matrix: Matrix;
  /** Of its pixels, as a data address. */
  readonly href: string;
  readonly pixels: CanvasImageSource;
}

export type Mark = PathMark | TextMark | ImageMark;

/** What a picture says of itself. */
export interface Caption {
  readonly title: string;
  /** Below the plot, each a line. */
  readonly lines: readonly string[];
  readonly link: string;
  readonly language: string;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly paper: Color;
  readonly caption: Caption;
  readonly marks: readonly Mark[];
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

type Loose<M, Named extends keyof M> = Pick<M, Named> & Partial<M>;

/** A path that is as it says, and otherwise plain. */
export const pathMark = (of: Loose<PathMark, 'd' | 'fill' | 'stroke'>): PathMark => ({
  kind: 'path',
  ...{ matrix: IDENTITY, evenOdd: false, opacity: 1, clip: null, name: null },
  ...of,
});

/** A text that is as it says, and otherwise plain. */
export const textMark = (of: Loose<TextMark, 'text' | 'x' | 'y' | 'font' | 'fill'>): TextMark => ({
  kind: 'text',
  ...{ anchor: 'start', matrix: IDENTITY, halo: null, opacity: 1, clip: null, href: null },
  ...of,
});

export const plainStroke = (color: Color, width: number): Stroke => ({
  ...{ color, width, dash: [], cap: 'butt', join: 'miter' },
});

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [ia, ib, ic, id, ie, jf] = inner;
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * jf + e,
    b * ie + d * jf + f,
  ];
}

export const moved = (mark: Mark, by: { readonly x: number; readonly y: number }): Mark => ({
  ...mark,
  matrix: times([1, 0, 0, 1, by.x, by.y], mark.matrix),
  clip: mark.clip === null ? null : { ...mark.clip, x: mark.clip.x + by.x, y: mark.clip.y + by.y },
});

/** Whether two colours are one, however much is seen through them. */
export const isLike = (a: Color, b: Color): boolean =>
  [0, 1, 2].every((i) => Math.abs(a[i]! - b[i]!) < 1);

/** How many digits a length of a picture needs. */
export const brief = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

/** As an address of a style sheet: `#2b5fb3`. */
export const hex = ([red, green, blue]: Color): string =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
