/** A formula. KaTeX is loaded when the first one comes into sight: the first view does without. */

import { useEffect, useRef } from 'react';
import styles from './Formula.module.css';

const typesetter = async () => {
  const [{ default: katex }] = await Promise.all([
    import('katex'),
    import('katex/dist/katex.min.css'),
  ]);
  return katex;
};

interface FormulaProps {
  readonly tex: string;
  /** The formula in words, for readers until it is set and for whom it cannot be. */
  readonly words: string;
}

export function Formula({ tex, words }: FormulaProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = element.current!;
    let stale = false;
    const observer = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      try {
        const katex = await typesetter();
        if (!stale) katex.render(tex, target, { displayMode: true, throwOnError: false });
      } catch {
        // Offline before it was loaded: the words stay.
      }
    });
    observer.observe(target);
    return () => {
      stale = true;
      observer.disconnect();
    };
  }, [tex]);
  return (
    <div ref={element} className={styles.formula} translate="no">
      {words}
    </div>
  );
}
