/** The opening as React sees it. */

import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Opening, OpeningState } from './opening';

export const useOpening = <T>(opening: Opening, select: (state: OpeningState) => T): T =>
  useStore(opening.store, useShallow(select));
