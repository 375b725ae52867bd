/** What axe finds against a page. */

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of axe's rules a theme can break. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds in a page, or in a part of it, as it stands.
 *
 * @param part a selector
 * @param rules all without them
 * @returns rule, element, and how to mend it
 */
export async function violationsIn(
  page: Page,
  part?: string,
  rules?: readonly string[],
): Promise<string[]> {
  // In the page itself: a window of axe's own beside it takes twice the time, and is for frames of other hosts.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  axe.options({
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: [...rules] }),
  });
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** The same, and what the other theme's colours do to what is in sight. */
export async function violationsInBothThemes(page: Page, part?: string): Promise<string[]> {
  const found = await violationsIn(page, part);
  const before = await turnTheme(page);
  found.push(...(await violationsIn(page, part, ofColour)).map((one) => `other theme: ${one}`));
  await turnTheme(page, before);
  return found;
}

/** Shows this theme, or the one that is not in sight, and waits until colours have come to rest. @returns that before */
async function turnTheme(page: Page, wanted?: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { dataset } = document.documentElement;
    const before = dataset.theme === 'dark' ? 'dark' : 'light';
    dataset.theme = wanted ?? (before === 'dark' ? 'light' : 'dark');
    await new Promise(requestAnimationFrame);
    // What goes on for ever is no change of colour.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
    return before;
  }, wanted);
}
