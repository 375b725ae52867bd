/**
 * Focus stays where a person is. What has it can vanish, or be switched off, by being pressed: a notice that is closed,
 * "Restart", the last step of a run. A browser then begins again at the top of the page; this passes it to what comes next.
 */

/** What is marked as deliberate is never what comes next: whoever presses Enter again must not reset a run. */
const FOCUSABLE =
  'a[href], button:not([data-deliberate]), input, select, summary, [tabindex]:not([tabindex="-1"]):not(section)';

const isThere = (element: Element): boolean => element.isConnected && !element.matches(':disabled');
const takes = (element: Element): element is HTMLElement =>
  isThere(element) && element.checkVisibility({ visibilityProperty: true });

/** From what has focus now on. */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  /** What lay around the last one, inmost first: once it is gone, it is asked in vain. */
  let around: Element[] = [];
  /** What could have had focus then, in the order of Tab. */
  let order: Element[] = [];

  const onFocus = ({ target }: { readonly target: EventTarget | null }) => {
    if (!(target instanceof Element) || target === root) return;
    last = target;
    around = [];
    for (let at = target.parentElement; at !== null && root.contains(at); at = at.parentElement) {
      around.push(at);
    }
    order = [...root.querySelectorAll(FOCUSABLE)];
  };

  const onChange = () => {
    // Asked at every change of the page: without a look at styles.
    if (last === null || isThere(last)) return;
    const { activeElement } = document;
    // Whoever took it away may have given it to somebody.
    if (activeElement !== last && activeElement !== document.body) return;
    // A dialog that is gone has given it back itself: to what had it before, or to nobody, as whoever drives by keys had it.
    if (around.some((near) => near.localName === 'dialog' && !near.isConnected)) return;
    const place = order.indexOf(last);
    const [before, after] = [order.slice(0, Math.max(place, 0)).reverse(), order.slice(place + 1)];
    for (const near of around) {
      if (!near.isConnected) continue;
      const next = [...after, ...before].find((other) => near.contains(other) && takes(other));
      if (next === undefined) continue;
      (next as HTMLElement).focus({ preventScroll: true });
      return;
    }
  };

  /** Focus that a person puts nowhere, by a click beside everything, stays nowhere. Some browsers say so of what is about to go, too. */
  const onBlur = ({ target }: FocusEvent) => {
    setTimeout(() => {
      if (last !== null && target === last && takes(last) && document.activeElement !== last) {
        last = null;
      }
    });
  };

  const observer = new MutationObserver(onChange);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', onFocus);
  root.addEventListener('focusout', onBlur);
  onFocus({ target: document.activeElement });
}
