/** What a run of trained methods begins from. */

import type { Beginning } from '../../kit/definition';
import { untrainedNotice } from '../../kit/provenance';
import type { OmniglotSpec } from '../fields';
import type { ByMethod, OmniglotSnapshot } from '../methods/snapshot';
import { missingText } from '../phrases';
import type { About } from './checkpoint';
import { fetchCheckpoints } from './checkpoints';

/** Where the trained methods came from, if the run began from any. */
export type Origin = ByMethod<About>;

/** The shipped methods for the settings; those that there are none for begin untrained. */
export async function trainedFor(spec: OmniglotSpec): Promise<Beginning<OmniglotSnapshot, Origin>> {
  const { methods, about, missing } = await fetchCheckpoints(spec);
  return {
    snapshot: { iteration: 0, methods, diverged: [], characters: null },
    origin: about,
    notice: untrainedNotice(
      missing.length === 0 ? null : (words) => missingText(words, missing, spec),
    ),
  };
}
