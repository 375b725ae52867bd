/** Charts are mounted one after another, each in a task of its own: all at once they held up the page for a quarter of a second. */

import { startTransition, useEffect, useState } from 'react';

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

/** Whether it is this chart's turn to be mounted, or has been. */
export function useTurn(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => {
    const mount = () => startTransition(() => setMounted(true));
    waiting.add(mount);
    if (!going) setTimeout(next);
    going = true;
    return () => {
      waiting.delete(mount);
    };
  }, []);
  return mounted;
}
