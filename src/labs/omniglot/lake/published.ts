/**
 * Errors that were published on the official questions, in per cent. People and BPL: Lake, Salakhutdinov and Tenenbaum 2015
 * and the report of 2019 (arXiv 1902.03477), as this project's note on alphabets has them; single networks are left out, as
 * their figures have not been checked against that report: they lie between 7 and 19.
 */

export const publishedErrors = { people: 4.5, bpl: 3.3 } as const;
export type PublishedName = keyof typeof publishedErrors;
export const publishedNames = ['bpl', 'people'] as const satisfies readonly PublishedName[];
/** Networks of the report. */
export const networksBetween = { least: 7, most: 19 } as const;
export const REPORT = 'https://arxiv.org/abs/1902.03477';
