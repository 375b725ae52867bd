/** What was trained beforehand on characters: where it comes from, and what is said if it is not there. */

import type { Notice } from '../../session/notices';
import { finite, shortText } from '../../spec/schemas';
import { type Glyphs, splitCounts } from '../../tasks/glyphs/glyphs';
import type { Phrase } from '../../words/words';

/** Where something trained comes from: its file says so, and so does the page. */
export const provenance = {
  seed: finite,
  iterations: finite,
  /** Characters that it was trained on, in words. */
  characters: shortText(200),
  command: shortText(400),
  date: shortText(40),
};

/** Of what was trained today on these characters. */
export const provenanceOf = (
  { seed, iterations }: { readonly seed: number; readonly iterations: number },
  glyphs: Glyphs,
  command: string,
) => ({
  ...{ seed, iterations },
  characters: `${splitCounts(glyphs).train} training characters, ${glyphs.source}`,
  command,
  date: new Date().toISOString().slice(0, 10),
});

/** Says that some methods begin untrained. @param why in words; null if none does */
export const untrainedNotice = (why: Phrase | null): Notice | undefined =>
  why === null
    ? undefined
    : {
        ...{ key: 'checkpoint', tone: 'info', hint: why },
        message: (words) => words.files.trained.untrained,
      };
