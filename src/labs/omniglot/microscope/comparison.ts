/** The lines of an episode that is compared, before those of the step: what its loss is made of, in the terms of the papers. */

import type { ListingLine } from '../../../contenders/steps';
import type { Compared, Recorded } from './recorded';

const line = (name: string, tex: string): ListingLine => ({ name, tex });

const lines = {
  embed: line('embed', String.raw`z=f_\theta(x)`),
  prototypes: line('prototypes', String.raw`-\lVert z-c_k\rVert^2,\ c_k=\overline{z_i}`),
  cosines: line('cosines', String.raw`s_i=\cos(z,z_i)`),
  shares: line('shares', String.raw`p=\operatorname{softmax}_k`),
  votes: line('votes', String.raw`p_k=\textstyle\sum_{i\in k}\operatorname{softmax}_i 10 s_i`),
  ownLoss: line('ownLoss', String.raw`L=-\log p_y`),
} as const;

export const comparisonLines = (how: Compared['how']): readonly ListingLine[] =>
  how === 'prototypes'
    ? [lines.embed, lines.prototypes, lines.shares, lines.ownLoss]
    : [lines.embed, lines.cosines, lines.votes, lines.ownLoss];

/** The record with those lines before its own. */
export function withComparison(recorded: Recorded): Recorded {
  if (recorded.compared === null) return recorded;
  const before = comparisonLines(recorded.compared.how).map(({ name }) => ({
    ...{ line: name, k: null, seen: {}, fit: null },
  }));
  return { ...recorded, lines: [...before, ...recorded.lines] };
}
