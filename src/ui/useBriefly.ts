/** What is said for a moment after something was done: “Copied”. */

import { useCallback, useEffect, useState } from 'react';

/** Milliseconds. */
const SAID = 2000;

/** What is said just now, and how something is said. */
export function useBriefly<T>(): readonly [said: T | null, say: (said: T | null) => void] {
  // Said again, it is said anew.
  const [said, setSaid] = useState<{ readonly of: T } | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(setSaid, SAID, null);
    return () => clearTimeout(timer);
  }, [said]);
  return [
    said?.of ?? null,
    useCallback((of: T | null) => setSaid(of === null ? null : { of }), []),
  ];
}
