/** The link to what is in sight, and the code that puts it into another page. */

import { inSight } from '../../labs/kit/inSight';
import { isLab, type PlaceName } from '../../labs/names';
import { hashOf } from '../../spec/address';
import { shortAddress } from '../../spec/short';
import type { Language } from '../../words/words';
import { parseRoute, writeNow } from '../route';
import { MESSAGE } from '../shown/height';
import { everything, type Shown, writeShown } from '../shown/shown';

export interface Choice extends Shown {
  readonly lecture: boolean;
  /** Those of whoever opens it where there are none. */
  readonly theme: 'light' | 'dark' | null;
  readonly language: Language | null;
}

/** What is shared, and how it is to open: the same for every way. */
export interface PartProps {
  readonly hash: string;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  /** Takes the dialog away. */
  readonly close: () => void;
}

export const asItIs: Choice = { ...everything, lecture: false, theme: null, language: null };

/** Where a person is. */
export const placeInSight = (): PlaceName => parseRoute(location.hash).place;

/** What is in sight, as the part of a link after its hash; of a lab with what differs from its preset alone. */
export function hashInSight(): string {
  writeNow();
  const { lab } = inSight.getState();
  const place = placeInSight();
  if (lab === null || !isLab(place)) return location.hash;
  const { spec, view } = lab.store.getState();
  return hashOf(place, shortAddress(lab.definition, { spec, view }));
}

export function linkTo(hash: string, choice: Choice): string {
  const params = new URLSearchParams();
  if (choice.lecture) params.set('lecture', '1');
  if (choice.language !== null) params.set('lang', choice.language);
  if (choice.theme !== null) params.set('theme', choice.theme);
  writeShown(params, choice);
  const search = String(params).replaceAll('%2C', ',');
  return `${location.origin}${location.pathname}${search && `?${search}`}${hash}`;
}

interface Frame {
  readonly link: string;
  readonly title: string;
  /** CSS pixels. */
  readonly height: number;
  /** Whether the page around it may run a script that gives it the height that it has. */
  readonly grows: boolean;
}

/** The HTML of a frame, to be pasted into another page. */
export function frameCode({ link, title, height, grows }: Frame): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const frame = `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>`;
  return grows ? `${frame}\n<script>\n${GROWING}\n</script>` : frame;
}

const GROWING = `addEventListener('message', ({ data, source }) => {
  if (data?.type !== '${MESSAGE}') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  }
});`;
