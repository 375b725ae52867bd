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
  const all = [null, ...panels()];
  const at = all.indexOf(spotlight.getState().lit);
  light(all.at((at + by) % all.length) ?? null);
}

/** A panel as a scene of a lecture calls it: by what it is, or by its place among those of the stage. */
const nameOf = (panel: Element, i: number): string =>
  (panel.getAttribute('data-part') ??
    panel.querySelector('[data-part=hero]')?.getAttribute('data-part')) ||
  `${i + 1}`;

const panels = (): Element[] => [...document.querySelectorAll(`[data-part=stage] ${PANEL}`)];

/** What is alone on the screen. */
export function litName(): string | null {
  const { lit } = spotlight.getState();
  const i = lit === null ? -1 : panels().indexOf(lit);
  return lit === null || i < 0 ? null : nameOf(lit, i);
}

/** Milliseconds that a panel of a lab which is being opened is waited for. */
const PATIENCE = 15_000;
let waiting: AbortController | null = null;

/** Puts the first of these alone on the screen, once it is there; with none of them, the whole stage is in sight. */
export function lightNamed(names: readonly string[]): void {
  waiting?.abort();
  light(null);
  if (names.length === 0) return;
  const ending = new AbortController();
  waiting = ending;
  const look = () => {
    const found = panels().find((panel, i) =>
      // A panel may have been nameless when a scene was taken.
      [nameOf(panel, i), `${i + 1}`].some((name) => names.includes(name)),
    );
    if (found === undefined) return;
    ending.abort();
    light(found);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => ending.abort(), PATIENCE);
  ending.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
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
