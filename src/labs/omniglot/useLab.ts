/** The Omniglot lab as React sees it. */

import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useLabHandle } from '../parts/context';
import type { LabState, OmniglotLab } from './lab';

export const useLab = (): OmniglotLab => useLabHandle() as OmniglotLab;

export function useLabState<T>(select: (state: LabState) => T): T {
  return useStore(useLab().store, useShallow(select));
}
