/** The memory lab as React sees it. */

import { hooksOf } from '../kit/context';
import { type MemoryLab, shownReaders } from './lab';
import type { ReaderName } from './methods';

export const { useLab, useLabState } = hooksOf<MemoryLab>();

/** Those that take part in the run and are not hidden. */
export const useReaders = (): readonly ReaderName[] => useLabState(shownReaders);
