/**
 * Charts are mounted when they come into the window or somebody may want them soon, one after another, each in a task of its
 * own: all at once they held up the page for a quarter of a second.
 */

import { type RefObject, startTransition, useEffect, useState } from 'react';
import { useWanted } from '../useWanted';

const waiting = new Set<() => void>();
let going = false;

function next(): void {
  const [mount] = waiting;
  going = mount !== undefined;
  if (mount === undefined) return;
  waiting.delete(mount);
  mount();
  setTimeout(next);
}

/** Whether it is this chart's turn to be mounted, or has been. @param place where it will stand */
export function useTurn(place: RefObject<Element | null>): boolean {
  const [mounted, setMounted] = useState(false);
  const wanted = useWanted(place);
  useEffect(() => {
    if (!wanted) return;
    const mount = () => startTransition(() => setMounted(true));
    waiting.add(mount);
    if (!going) setTimeout(next);
    going = true;
    return () => {
      waiting.delete(mount);
    };
  }, [wanted]);
  return mounted;
}
