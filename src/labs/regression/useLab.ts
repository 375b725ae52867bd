/** The lab as React sees it. */

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { CalibrationState } from '../../session/calibration';
import type { RunState } from '../../session/run';
import type { LabState, RegressionLab } from './lab';
import type { RegressionSnapshot } from './protocol';

export const LabContext = createContext<RegressionLab | null>(null);

export function useLab(): RegressionLab {
  const lab = useContext(LabContext);
  if (lab === null) throw new Error('used outside the regression lab');
  return lab;
}

export function useLabState<T>(select: (state: LabState) => T): T {
  return useStore(useLab().store, useShallow(select));
}

export function useRunState<T>(select: (state: RunState<RegressionSnapshot>) => T): T {
  return useStore(useLab().run.store, useShallow(select));
}

export function useCalibration(): CalibrationState {
  return useStore(useLab().calibration.store);
}
