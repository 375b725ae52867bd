/** The optimizer lab as React sees it. */

import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useLabHandle } from '../parts/context';
import type { LabState, OptimizerLab } from './lab';

export const useLab = (): OptimizerLab => useLabHandle() as OptimizerLab;

export function useLabState<T>(select: (state: LabState) => T): T {
  return useStore(useLab().store, useShallow(select));
}
