/** What explains a lab, below its stage: its title stands there at once, the rest comes when somebody comes near. */

import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '../../ui/Say';
import type { Words } from '../../words/words';
import { Late } from './Late';
import parts from './parts.module.css';

interface BelowProps<Given extends object> {
  readonly title: (words: Words) => string;
  /** Must be the same at every rendering. */
  readonly of: () => Promise<ComponentType<Given>>;
  /** What the lab has at hand anyway: what is loaded late and knows less of it brings less along. */
  readonly given: Given;
}

export function Below<Given extends object>({ title, of, given }: BelowProps<Given>) {
  const words = useWords();
  const section = useRef<HTMLElement>(null);
  const wanted = useWanted(section);
  return (
    <section ref={section} className={`${parts.below} ${parts.late}`} aria-labelledby="how">
      <h2 id="how">{title(words)}</h2>
      {wanted ? <Late of={of} given={given} quiet /> : null}
    </section>
  );
}

/** What a person does to a page that they may scroll, search or print next; and paper, which shows all of it. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'beforeprint'] as const;

/** The strip stands over the foot of the window: what is behind it is not in sight. */
const STRIP = '0px 0px -12% 0px';

/** Whether it is in the window, or somebody may want it soon. */
function useWanted(element: RefObject<Element | null>): boolean {
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
