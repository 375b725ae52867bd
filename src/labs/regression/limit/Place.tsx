/** The place of the best that is possible in the chart of the loss curve: nothing of it is loaded before a run has begun. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useRunState } from '../../kit/context';
import { useLab } from '../hooks';
import { lateParts, loadPart, NOTHING } from '../lateParts';

export function Limit() {
  const lab = useLab();
  const found = useStore(lateParts, (s) => s.limit);
  const wanted = useRunState((s) => s.iteration > 0);
  useEffect(() => {
    if (!wanted) return;
    loadPart('limit', () => import('./Limit'))
      // The run may rest by now, and ask for nothing by itself.
      .then(() => lab.ended.aborted || lab.ask('limit'))
      .catch(NOTHING);
  }, [lab, wanted]);
  return found && wanted ? <found.Rule /> : null;
}
