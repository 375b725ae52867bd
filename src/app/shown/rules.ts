/** What a link shows, as rules of a style sheet. */

import { isPanel, type PartName, selectors } from './parts';
import type { Shown } from './shown';

/** One who speaks of several parts at once. */
const all = (parts: readonly PartName[]): string =>
  `:is(${parts.map((part) => selectors[part]).join(', ')})`;

export function rulesOf({ show, hide }: Shown): string[] {
  const rules = hide.map((part) => `${selectors[part]} { display: none !important }`);
  if (show.length === 0) return rules;
  const shown = all(show);
  // What is neither shown, nor within or around what is, nor is loaded only where it would be in sight.
  const kept = `${shown}, ${shown} *, :has(${shown}), [data-awaited], :has([data-awaited])`;
  rules.push(`main :not(${kept}) { display: none !important }`);
  // They stand within a panel, but speak of the whole page.
  if (!show.includes('hints')) rules.push(`main ${selectors.hints} { display: none !important }`);
  const alone = show.filter(isPanel);
  if (alone.length === 0) return rules;
  const panel = all(alone);
  const stage = '[data-part="stage"]';
  return [
    ...rules,
    // What a panel stood in lays nothing out beside it.
    `:root:root ${stage}:has(${panel}), :root:root ${stage} :has(${panel}) { display: block; height: auto; padding: 0; border: 0 }`,
    // A plot that had its height from there.
    `:root:root ${stage} figure${panel} { height: clamp(16rem, 58vw, 34rem) }`,
  ];
}
