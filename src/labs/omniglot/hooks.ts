/** The Omniglot lab as React sees it. */

import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../../ui/Say';
import { hooksOf } from '../kit/context';
import type { PadState } from './draw/pad';
import { type OmniglotLab, shownMethods } from './lab';
import type { MethodName } from './methods/registry';
import { labelOf } from './phrases';

export const { useLab, useLabState } = hooksOf<OmniglotLab>();

export function usePad<T>(select: (state: PadState) => T): T {
  return useStore(useLab().pad.store, useShallow(select));
}

/** Those that take part in the run and are not hidden. */
export const useMethods = (): readonly MethodName[] => useLabState(shownMethods);

/** The name of a method in this lab. */
export function useLabels(): (name: MethodName) => string {
  const words = useWords();
  return (name) => labelOf(words, name);
}
