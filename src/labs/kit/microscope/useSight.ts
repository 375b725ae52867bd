/** Where a person stands in the record, in a lab that has a microscope. */

import { useAnyLab, useShared } from '../context';
import type { MicroscopeView } from './view';

const viewOf = (view: unknown): MicroscopeView => view as MicroscopeView;

export function useSight(): Pick<MicroscopeView, 'line' | 'focus' | 'gear'> {
  return useShared((s) => {
    const { line, focus, gear } = viewOf(s.view);
    return { line, focus, gear };
  });
}

export const useIsOpen = (): boolean => useShared((s) => viewOf(s.view).microscope === 'open');

/** Moves what is in sight. */
export function useMove(): (to: Partial<MicroscopeView>) => void {
  const lab = useAnyLab();
  return (to) => lab.see(to);
}
