/** When an explanation comes and goes, and where it stands: see `useHint`. */

type By = 'pointer' | 'focus' | 'tap';

/** Milliseconds that a pointer rests before it is taken to ask. */
const REST = 350;
/** Milliseconds in which a pointer may cross from what is explained to what explains it. */
const CROSSING = 200;
/** Pixels between what is explained and what explains it, and to the edges of the window. */
const GAP = 8;

let closeOpen = () => {};

/** Beside its anchor where there is room, else below it, else above. @returns where its anchor was, in pixels */
function place(tip: HTMLElement, anchor: Element): DOMRect {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const beside = at.right + GAP + width <= innerWidth - GAP;
  const left = beside ? at.right + GAP : Math.min(at.left, innerWidth - GAP - width);
  const below = at.bottom + GAP + height <= innerHeight - GAP;
  const top = beside ? at.top : below ? at.bottom + GAP : at.top - GAP - height;
  tip.style.left = `${Math.max(GAP, left)}px`;
  tip.style.top = `${Math.max(GAP, Math.min(top, innerHeight - GAP - height))}px`;
  return at;
}

const termOf = ({ target }: Event): Element | null =>
  target instanceof Element ? target.closest('[data-term]') : null;

const isMouse = (event: Event): boolean =>
  event instanceof PointerEvent && event.pointerType === 'mouse';

/** @param first what happened already. @returns what ends it */
export function connect(anchor: HTMLElement, tip: HTMLElement, first: Event): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const { signal } = ending;
  /** Whether it was open when the pointer came down: the focus of a term may have opened it since. */
  let wasOpen = false;
  let opened = new AbortController();
  /** Where the anchor was when it was placed. */
  let at: DOMRect;
  const isOpen = () => tip.matches(':popover-open');
  const close = () => {
    clearTimeout(timer);
    opened.abort();
    if (isOpen()) tip.hidePopover();
    if (closeOpen === close) closeOpen = () => {};
  };
  const open = (by: By) => {
    if (closeOpen !== close) closeOpen();
    closeOpen = close;
    tip.dataset.by = by;
    if (!isOpen()) {
      opened = new AbortController();
      heed(opened.signal);
      tip.showPopover();
    }
    at = place(tip, anchor);
  };
  /** What happens elsewhere while it is open. */
  const heed = (signal: AbortSignal) => {
    const onPointer = ({ target }: Event) => {
      if (!(target instanceof Node && anchor.contains(target))) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close();
    };
    // It goes with its anchor while that is in sight. What a pointer rested on has left the pointer; a scroll from
    // before it opened is told as well, and has moved nothing.
    const onScroll = () => {
      const { left, top, bottom } = anchor.getBoundingClientRect();
      if (left === at.left && top === at.top) return;
      if (tip.dataset.by === 'pointer' || bottom < 0 || top > innerHeight) close();
      else at = place(tip, anchor);
    };
    addEventListener('pointerdown', onPointer, { signal });
    addEventListener('keydown', onKey, { signal });
    addEventListener('scroll', onScroll, { signal, capture: true });
  };
  const heard: Readonly<Record<string, (event: Event) => void>> = {
    pointerenter(event) {
      clearTimeout(timer);
      if (isMouse(event) && (event as PointerEvent).buttons === 0 && !isOpen()) {
        timer = setTimeout(() => open('pointer'), REST);
      }
    },
    pointerleave(event) {
      if (!isMouse(event)) return;
      clearTimeout(timer);
      // What was asked for by a click stays: the page may have moved away under the pointer.
      if (tip.dataset.by !== 'pointer') return;
      // Time to cross over to it.
      timer = setTimeout(close, CROSSING);
    },
    pointerdown(event) {
      clearTimeout(timer);
      // What a resting pointer opened, a click keeps open.
      wasOpen = isOpen() && tip.dataset.by !== 'pointer';
      // A term answers to its click.
      if (termOf(event) === null) close();
    },
    click(event) {
      if (termOf(event) === null) return;
      if (wasOpen) close();
      else open('tap');
      wasOpen = false;
    },
    focusin() {
      if (document.activeElement?.matches(':focus-visible')) open('focus');
    },
    focusout: close,
  };
  for (const [kind, then] of Object.entries(heard)) {
    anchor.addEventListener(kind, then, { signal });
  }
  // Whoever has left meanwhile asks no more.
  const stays =
    first.type === 'focusin' ? anchor.contains(document.activeElement) : anchor.matches(':hover');
  if (first.type === 'pointerdown') {
    // The click may have come while this was on its way.
    if (termOf(first) !== null) open('tap');
  } else if (stays) heard[first.type]!(first);
  return () => {
    close();
    ending.abort();
  };
}
