/** When an explanation comes and goes, and where it stands: see `useHint`. */

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

const isMouse = (event: Event): boolean =>
  event instanceof PointerEvent && event.pointerType === 'mouse';

/** @param first what happened already. @returns what ends it */
export function connect(anchor: HTMLElement, tip: HTMLElement, first: Event): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const { signal } = ending;
  const isOpen = () => tip.matches(':popover-open');
  const close = () => {
    clearTimeout(timer);
    if (isOpen()) tip.hidePopover();
    if (closeOpen === close) closeOpen = () => {};
  };
  const open = (by: By) => {
    if (closeOpen !== close) closeOpen();
    closeOpen = close;
    tip.dataset.by = by;
    if (!isOpen()) tip.showPopover();
    place(tip, anchor);
  };
  const heard: Readonly<Record<string, (event: Event) => void>> = {
    pointerenter(event) {
      if (isMouse(event) && (event as PointerEvent).buttons === 0) {
        timer = setTimeout(() => open('pointer'), REST);
      }
    },
    pointerleave(event) {
      if (isMouse(event)) close();
    },
    pointerdown(event) {
      clearTimeout(timer);
      const isLabel = event.target instanceof Element && event.target.closest('[data-term]');
      if (!isMouse(event) && isLabel && !isOpen()) open('tap');
      else close();
    },
    focusin() {
      if (document.activeElement?.matches(':focus-visible')) open('focus');
    },
    focusout: close,
  };
  for (const [kind, then] of Object.entries(heard)) {
    anchor.addEventListener(kind, then, { signal });
  }
  const elsewhere = ({ target }: Event) => {
    if (!(target instanceof Node && anchor.contains(target))) close();
  };
  const onEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') close();
  };
  addEventListener('pointerdown', elsewhere, { signal });
  addEventListener('keydown', onEscape, { signal });
  // It would stay where its anchor was.
  addEventListener('scroll', close, { signal, capture: true });
  // Whoever has left meanwhile asks no more.
  const stays =
    first.type === 'focusin' ? anchor.contains(document.activeElement) : anchor.matches(':hover');
  if (stays || first.type === 'pointerdown') heard[first.type]!(first);
  return () => {
    close();
    ending.abort();
  };
}
