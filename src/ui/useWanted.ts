/** When what is not in sight at first is to be loaded. */

import { type RefObject, useEffect, useState } from 'react';

/** What a person does to a page that they may scroll, search or print next; and paper, which shows all of it. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'beforeprint'] as const;

/** The strip stands over the foot of the window: what is behind it is not in sight. */
const STRIP = '0px 0px -12% 0px';

/** Whether it is in the window, or somebody may want it soon. */
export function useWanted(element: RefObject<Element | null>): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const want = () => {
      ending.abort();
      setWanted(true);
    };
    const near = { rootMargin: STRIP };
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) want();
    }, near);
    observer.observe(element.current!);
    signal.addEventListener('abort', () => observer.disconnect());
    for (const sign of SIGNS) addEventListener(sign, want, { signal, passive: true });
    matchMedia('print').addEventListener('change', want, { signal });
    return () => ending.abort();
  }, [element]);
  return wanted;
}
