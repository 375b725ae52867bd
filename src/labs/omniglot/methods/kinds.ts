/** Characters and tasks as the settings want them: split and normalised, of one alphabet, by two drawers. */

import { hasAlphabets, splitByAlphabet } from '../../../tasks/glyphs/alphabets';
import type { TaskKind } from '../../../tasks/glyphs/episodes';
import { type Glyphs, splitCounts } from '../../../tasks/glyphs/glyphs';
import { normalisedGlyphs } from '../../../tasks/glyphs/normalised';
import { LEAST_CHARACTERS, type SharedSpec } from './sharedFields';

export const kindOf = ({ within, drawers }: Pick<SharedSpec, 'within' | 'drawers'>): TaskKind => ({
  alphabet: within === 'alphabet',
  drawers: drawers === 'two',
});

/** Whether tasks are those that papers report on: of any characters by any drawers, as they were drawn. */
export const isAsPublished = ({
  within,
  drawers,
  split,
  normalise,
}: Pick<SharedSpec, 'split' | 'normalise' | 'within' | 'drawers'>): boolean =>
  within === 'any' && drawers === 'any' && split === 'characters' && normalise === 'off';

/** What of the wishes these characters cannot grant. */
export type Ungranted = 'no-alphabets' | 'few-alphabets';

/**
 * @param glyphs split by characters, as drawn
 * @returns what the settings want of them, and what cannot be had: then they stay split by characters
 */
export function granted(
  glyphs: Glyphs,
  {
    split,
    normalise,
    within,
    drawers,
  }: Pick<SharedSpec, 'split' | 'normalise' | 'within' | 'drawers'>,
): { readonly glyphs: Glyphs; readonly ungranted: Ungranted | null } {
  const asIs = (wanted: Glyphs) => (normalise === 'on' ? normalisedGlyphs(wanted) : wanted);
  const asked = split === 'alphabets' || within === 'alphabet' || drawers === 'two';
  if (asked && !hasAlphabets(glyphs)) return { glyphs: asIs(glyphs), ungranted: 'no-alphabets' };
  if (split === 'characters') return { glyphs: asIs(glyphs), ungranted: null };
  const apart = splitByAlphabet(glyphs);
  const { train, validation, test } = splitCounts(apart);
  return Math.min(train, validation, test) >= LEAST_CHARACTERS
    ? { glyphs: asIs(apart), ungranted: null }
    : { glyphs: asIs(glyphs), ungranted: 'few-alphabets' };
}
