/**
 * What a label means, beside it: on the pointer's rest, on the focus of a keyboard, on a tap. Escape, leaving and a tap
 * elsewhere take it away. One at a time, over everything else, and never between a person and what they operate.
 */

import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import styles from './hint.module.css';

const SIGNS = ['pointerenter', 'pointerdown', 'focusin'] as const;

interface Hint<E extends HTMLElement> {
  /** Of what is explained: the label that is tapped in it has `data-term`. */
  readonly anchor: RefObject<E | null>;
  /** For `aria-describedby`. */
  readonly id: string | undefined;
  /** To be rendered within the anchor. */
  readonly tip: ReactNode;
}

export function useHint<E extends HTMLElement>(help: string | undefined): Hint<E> {
  const id = useId();
  const anchor = useRef<E>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const isThere = help !== undefined && help !== '';
  useEffect(() => {
    // Browsers without popovers show nothing, and lose an explanation.
    if (!isThere || !('showPopover' in HTMLElement.prototype)) return;
    const around = anchor.current!;
    const waiting = new AbortController();
    let gone = false;
    let close = () => {};
    /** The sign that counts: one that comes down on a term asks, whatever was heard before. */
    let sign: Event | undefined;
    // Loaded at the first sign that somebody may ask; out of reach then, it is asked for at the next.
    const begin = (event: Event) => {
      // A finger enters where it comes down: that it came down is what counts.
      if (event.type === 'pointerenter' && (event as PointerEvent).pointerType !== 'mouse') return;
      if (sign?.type !== 'pointerdown') sign = event;
      import('./hinting').then(
        ({ connect }) => {
          if (gone || waiting.signal.aborted) return;
          waiting.abort();
          close = connect(around, tip.current!, sign!);
        },
        () => {},
      );
    };
    for (const kind of SIGNS) around.addEventListener(kind, begin, { signal: waiting.signal });
    return () => {
      gone = true;
      waiting.abort();
      close();
    };
  }, [isThere]);
  if (!isThere) return { anchor, id: undefined, tip: null };
  return {
    anchor,
    id,
    tip: (
      <span ref={tip} id={id} role="tooltip" popover="manual" className={styles.tip}>
        {help}
      </span>
    ),
  };
}

/** A term in a text or a table, with what it means: a button, so that a keyboard and a finger reach it. */
export function Term({ help, children }: { readonly help: string; readonly children: ReactNode }) {
  const { anchor, id, tip } = useHint<HTMLSpanElement>(help);
  return (
    <span ref={anchor}>
      <button type="button" className={styles.term} data-term aria-describedby={id}>
        {children}
      </button>
      {tip}
    </span>
  );
}
