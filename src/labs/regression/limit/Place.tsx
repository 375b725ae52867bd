/** The place of the best that is possible in the chart of the loss curve: nothing of it is loaded before a run has begun. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useRunState } from '../../kit/context';
import { lateParts, loadPart, NOTHING } from '../lateParts';

export function Limit() {
  const found = useStore(lateParts, (s) => s.limit);
  const wanted = useRunState((s) => s.iteration > 0);
  useEffect(() => {
    if (wanted) loadPart('limit', () => import('./Limit')).catch(NOTHING);
  }, [wanted]);
  return found && wanted ? <found.Rule /> : null;
}
