/**
 * What the panel of the loss curve has of several seeds: nothing before the run has begun, as there is nothing to compare,
 * and nothing that the first view has to load.
 */

import { useEffect, useState } from 'react';
import { useRunState } from '../../kit/context';
import { useLab } from '../hooks';
import type { Offered } from './offer';

/** Out of reach, it is not offered. */
const NOTHING = (): void => {};

export function useSeeds(): Offered | null {
  const lab = useLab();
  const begun = useRunState((s) => s.iteration > 0);
  const [offered, tell] = useState<Offered | null>(null);
  useEffect(() => {
    if (begun) import('./offer').then(({ offer }) => offer(lab, tell)).catch(NOTHING);
  }, [begun, lab]);
  return offered;
}
