/**
 * What a label means, beside it: on the pointer's rest, on the focus of a keyboard, on a tap. Escape, leaving and a tap
 * elsewhere take it away. One at a time, over everything else, and never between a person and what they operate.
 */

import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import styles from './hint.module.css';

type By = 'pointer' | 'focus' | 'tap';

/** Milliseconds that a pointer rests before it is taken to ask. */
const REST = 350;
/** Pixels between what is explained and what explains it, and to the edges of the window. */
const GAP = 8;

let closeOpen = () => {};

/** Beside its anchor where there is room, else below it, else above. */
function place(tip: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const beside = at.right + GAP + width <= innerWidth - GAP;
  const left = beside ? at.right + GAP : Math.min(at.left, innerWidth - GAP - width);
  const below = at.bottom + GAP + height <= innerHeight - GAP;
  const top = beside ? at.top : below ? at.bottom + GAP : at.top - GAP - height;
  tip.style.left = `${Math.max(GAP, left)}px`;
  tip.style.top = `${Math.max(GAP, Math.min(top, innerHeight - GAP - height))}px`;
}

function connect(anchor: HTMLElement, tip: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const { signal } = ending;
  const close = () => {
    clearTimeout(timer);
    if (tip.matches(':popover-open')) tip.hidePopover();
    if (closeOpen === close) closeOpen = () => {};
  };
  const open = (by: By) => {
    if (closeOpen !== close) closeOpen();
    closeOpen = close;
    tip.dataset.by = by;
    if (!tip.matches(':popover-open')) tip.showPopover();
    place(tip, anchor);
  };
  const on = <K extends keyof HTMLElementEventMap>(
    kind: K,
    then: (event: HTMLElementEventMap[K]) => void,
  ) => anchor.addEventListener(kind, then, { signal });
  on('pointerenter', ({ pointerType, buttons }) => {
    if (pointerType !== 'mouse' || buttons > 0) return;
    timer = setTimeout(() => open('pointer'), REST);
  });
  on('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') close();
  });
  on('pointerdown', ({ pointerType, target }) => {
    clearTimeout(timer);
    const isLabel = target instanceof Element && target.closest('[data-term]') !== null;
    const wasOpen = tip.matches(':popover-open');
    if (pointerType !== 'mouse' && isLabel && !wasOpen) open('tap');
    else close();
  });
  on('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) open('focus');
  });
  on('focusout', close);
  addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target instanceof Node && anchor.contains(target))) close();
    },
    { signal },
  );
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') close();
    },
    { signal },
  );
  // It would stay where its anchor was.
  addEventListener('scroll', close, { signal, capture: true });
  return () => {
    close();
    ending.abort();
  };
}

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
    return connect(anchor.current!, tip.current!);
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
