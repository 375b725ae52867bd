/** The page as it is, as a scene. */

import { inSight } from '../../labs/kit/inSight';
import { labNames } from '../../labs/names';
import { litName } from '../hall/spotlight';
import { type LectureScene, MOST } from './form';

/** What is a person's own, or says only that an address was written. */
const OWN = ['engine', 'workers', 'v'];

/** @returns null where no lab is in sight */
export function takeScene(): LectureScene | null {
  const { lab } = inSight.getState();
  const name = labNames.find((known) => known === lab?.definition.name);
  if (lab === null || name === undefined) return null;
  const { address } = lab;
  for (const key of OWN) address.delete(key);
  const { iteration } = lab.run.store.getState();
  const lit = litName();
  return {
    lab: name,
    address: String(address).replaceAll('%2C', ',').replaceAll('%3A', ':'),
    title: titleInSight().slice(0, MOST.title),
    ...(iteration > 0 ? { run: { until: iteration } } : {}),
    ...(lit === null ? {} : { spotlight: [lit] }),
  };
}

/** What the page is about just now: the scene of a lesson, the panel that is alone on the screen, or the lab. */
function titleInSight(): string {
  const heads = ['#scene', '[data-lit] h3', '[data-part=head] h2', 'h2'];
  for (const head of heads) {
    const element = document.querySelector(head);
    const text = (element?.querySelector('span:last-child') ?? element)?.textContent?.trim();
    if (text) return text;
  }
  return document.title;
}
