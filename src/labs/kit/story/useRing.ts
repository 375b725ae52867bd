/** Rings the control that is asked for. */

import { useEffect } from 'react';
import type { Part } from './story';

export function useRing(part: Part | undefined, wanted: boolean): void {
  useEffect(() => {
    if (!wanted || part === undefined) return;
    const control = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (control === null) return;
    control.dataset.rung = '';
    return () => {
      delete control.dataset.rung;
    };
  }, [part, wanted]);
}
