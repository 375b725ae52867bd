/** Seeds 1 to 5 for the panel of the loss curve: what it shows of them, which is loaded once the run has begun. */

import type { ComponentType } from 'react';
import { Band } from '../../../ui/charts/layers';
import type { TableData } from '../../../ui/charts/table';
import { loadWords, type Words } from '../../../words/words';
import type { RegressionLab } from '../lab';
import { SeedsButton } from './Button';
import { Foot } from './Foot';
import type { HeldState } from './held';
import { Bands, Whiskers } from './Layers';
import { withSeeds } from './table';
import { heldOf } from './useHeld';

export interface Offered {
  readonly Button: ComponentType;
  readonly Foot: ComponentType;
  /** What lies between the seeds. */
  readonly Bands: ComponentType;
  /** What is over tasks: a band, unless that is over seeds. */
  readonly Interval: typeof Band;
  readonly tabled: (words: Words, table: TableData) => TableData;
}

/** @param tell told what there is to show, anew when that changes; null when the lab is left */
export async function offer(
  lab: RegressionLab,
  tell: (offered: Offered | null) => void,
): Promise<void> {
  await loadWords('seeds');
  if (lab.ended.aborted) return;
  const held = heldOf(lab);
  held.panel = (state) => tell(state === null ? null : offered(lab, state));
  held.panel(held.store.getState());
}

function offered({ store }: RegressionLab, state: HeldState): Offered {
  const parts = { Button: SeedsButton, Foot, Bands };
  if (state.status !== 'done')
    return { ...parts, Interval: Band, tabled: (_words, table) => table };
  return {
    ...parts,
    Interval: Whiskers,
    tabled: (words, table) => withSeeds(words, table, state.answers, store.getState().view.average),
  };
}
