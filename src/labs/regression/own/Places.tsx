/** Places for a task of one's own: in the plot, beside it and below it. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLab, useLabState } from '../hooks';
import { lateParts } from '../lateParts';
import { loadOwn } from './place';

export function Own({ at }: { readonly at: 'name' | 'panel' | 'plot' }) {
  const found = useStore(lateParts, (s) => s.ownTask);
  return found && <found.Own at={at} />;
}

/** Loads what reads a task of one's own as soon as there is one. */
export function useOwn(): void {
  const lab = useLab();
  const wanted = useLabState((s) => s.view.own !== '');
  useEffect(() => {
    if (wanted) loadOwn(lab);
  }, [wanted, lab]);
}
