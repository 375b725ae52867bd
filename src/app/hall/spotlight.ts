/** One panel of a lab's stage alone on the screen, or none. It is how the page is seen: no lab knows of it. */

import { createStore } from 'zustand/vanilla';
import { resized } from '../../ui/lecture';

export const spotlight = createStore<{ readonly lit: Element | null }>(() => ({ lit: null }));

/** A figure, or what a figure stands in with its controls and numbers. */
const PANEL = ':is([data-panel], figure:not([data-panel] > figure))';

export const panelOf = (element: Element): Element | null => element.closest(PANEL);

export function light(panel: Element | null): void {
  const { lit } = spotlight.getState();
  if (lit === panel) return;
  lit?.removeAttribute('data-lit');
  panel?.setAttribute('data-lit', '');
  document.documentElement.toggleAttribute('data-spotlight', panel !== null);
  spotlight.setState({ lit: panel });
  resized();
}

/** Smaller windows show a panel as large as they can anyhow. */
const LARGE = '(min-width: 1200px) and (min-height: 600px)';

/** To the next panel or to the one before; the whole stage comes between the last and the first. */
export function lightNext(by: 1 | -1): void {
  if (!matchMedia(LARGE).matches) return;
  const all = [null, ...document.querySelectorAll(`[data-part=stage] ${PANEL}`)];
  const at = all.indexOf(spotlight.getState().lit);
  light(all.at((at + by) % all.length) ?? null);
}

/** A panel that is gone, as another lab or another arrangement is in sight, is not waited for. */
export function followStage(): () => void {
  const observer = new MutationObserver(() => {
    if (spotlight.getState().lit?.isConnected === false) light(null);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    light(null);
  };
}
