/** What reading on is worth along two documents, measured over many of them. */

import { documentOf, gains, languageOf } from './source';

/** Tokens of a document. */
export const LENGTH = 512;
/** Pairs of documents, one after the other, over which is averaged. */
export const PAIRS = 100;
/** Tokens about which the gain is averaged: in the first document, and beyond its border. */
export const stops = [16, 48, 96, 192, 320, 448, 528, 576] as const;
/** Tokens on either side of each. */
const halves = [16, 16, 32, 64, 64, 64, 16, 32] as const;

/** Of the seed that was asked about last: a scene asks at every drawing. */
let last: { readonly seed: number; readonly along: readonly number[] } | null = null;

/** Mean gains in nats a token about each stop. A seed is a language, and all its documents. */
export function gainsAlong(seed: number): readonly number[] {
  if (last?.seed !== seed) last = { seed, along: measure(seed) };
  return last.along;
}

function measure(seed: number): readonly number[] {
  const language = languageOf(seed);
  const sums = stops.map(() => 0);
  for (let k = 0; k < PAIRS; k++) {
    const pair = [2 * k, 2 * k + 1].map((number) => documentOf(language, seed, number, LENGTH));
    const all = gains(language, pair);
    stops.forEach((stop, i) => {
      const half = halves[i]!;
      const near = all.subarray(stop - half, stop + half);
      sums[i]! += near.reduce((a, b) => a + b, 0) / near.length;
    });
  }
  return sums.map((sum) => sum / PAIRS);
}

/** Tokens of a page of text in sight. */
const PAGE = 60;
/** Nats by which a token must be expected better or worse to be marked: less is not seen. */
export const MARKED = 0.1;

export interface Page {
  readonly tokens: Uint8Array;
  readonly gains: Float64Array;
}

/** The end of one document, and the beginning of the next. */
export function pagesOf(seed: number): readonly [end: Page, beginning: Page] {
  const language = languageOf(seed);
  const [one, other] = [0, 1].map((number) => documentOf(language, seed, number, LENGTH));
  const page = (text: Uint8Array, from: number): Page => ({
    tokens: text.slice(from, from + PAGE),
    gains: gains(language, [text]).slice(from, from + PAGE),
  });
  return [page(one!, LENGTH - PAGE), page(other!, 0)];
}

/** How many tokens of a page are expected clearly better, and worse. */
export const marksOf = ({ gains }: Page) => ({
  better: gains.filter((gain) => gain > MARKED).length,
  worse: gains.filter((gain) => gain < -MARKED).length,
});

/** What is said of it. */
export function toldOf(along: readonly number[]) {
  const at = (stop: (typeof stops)[number]) => along[stops.indexOf(stop)]!;
  return { start: at(16), end: at(448), border: at(528) };
}
