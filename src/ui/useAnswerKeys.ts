/** Keys that answer a question, wherever the focus is, but in a field that is typed into. */

import { useLayoutEffect, useRef } from 'react';

/** @param take what it makes of a key; whether it was one of its own, which then does nothing else */
export function useAnswerKeys(take: (event: KeyboardEvent) => boolean): void {
  const newest = useRef(take);
  // With what is in sight, not after it: a person may press at once.
  useLayoutEffect(() => {
    newest.current = take;
  });
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.matches('input, select, textarea')) return;
      if (newest.current(event)) event.preventDefault();
    };
    // Before a hall's own keys, some of which are letters and digits.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
