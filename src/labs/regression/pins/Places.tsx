/** Places for what is pinned: in the charts, and after those who are compared; and for what pins. */

import { type ComponentProps, useEffect } from 'react';
import { useStore } from 'zustand';
import { useRunState } from '../../kit/context';
import { lateParts } from '../lateParts';
import { anyKept } from './kept';
import { loadPins } from './loadPins';

type Found = typeof import('./Views');

const useFound = () => useStore(lateParts, (s) => s.pins);

/** A chart's numbers, with what is pinned in it. */
export const tabled: Found['withPins'] = (of, words, state, table, only) =>
  lateParts.getState().pins?.withPins(of, words, state, table, only) ?? table;

/** What is pinned, in a chart. */
export function Pinned(props: ComponentProps<Found['Ghosts']>) {
  const found = useFound();
  return found && <found.Ghosts {...props} />;
}

/** What is pinned, after those who are compared. */
export function Pins() {
  const found = useFound();
  const wanted = useRunState((s) => s.iteration > 0) || anyKept();
  useEffect(() => {
    if (wanted) loadPins();
  }, [wanted]);
  return found && <found.Chips />;
}

/** Pins a contender's curves. */
export function Pin(props: ComponentProps<Found['PinButton']>) {
  const found = useFound();
  return found && <found.PinButton {...props} />;
}
