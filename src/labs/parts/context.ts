/** A lab as the parts that all labs share see it. */

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { StoreApi } from 'zustand/vanilla';
import type { CalibrationState } from '../../session/calibration';
import type { Snapshot } from '../../session/experiment';
import type { RunState } from '../../session/run';
import type { Words } from '../../spec/field';
import type { CoreState } from '../lab';

type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

export interface LabHandle {
  readonly definition: {
    readonly fields: Readonly<Record<string, Words>>;
    readonly liveFields: readonly string[];
  };
  readonly store: Readable<CoreState<{ readonly iterations: number }>>;
  readonly run: { readonly store: Readable<RunState<Snapshot>> };
  readonly calibration: { readonly store: Readable<CalibrationState> };
  train(): void;
  pause(): void;
  step(): void;
  reset(): void;
  undo(): void;
  look(iteration: number | null): void;
  calibrate(): Promise<void>;
  pendingIn(state: { readonly spec: unknown; readonly running: unknown }): string[];
  change(name: string, value: unknown): void;
}

export const LabContext = createContext<LabHandle | null>(null);

export function useLabHandle(): LabHandle {
  const lab = useContext(LabContext);
  if (lab === null) throw new Error('used outside a lab');
  return lab;
}

export function useCore<T>(select: (state: CoreState<{ readonly iterations: number }>) => T): T {
  return useStore(useLabHandle().store, useShallow(select));
}

export function useRunState<T>(select: (state: RunState<Snapshot>) => T): T {
  return useStore(useLabHandle().run.store, useShallow(select));
}

export function useCalibration(): CalibrationState {
  return useStore(useLabHandle().calibration.store);
}

/** Settings that wait for a restart. */
export function usePending(): readonly string[] {
  const lab = useLabHandle();
  return useCore((state) => lab.pendingIn(state));
}
