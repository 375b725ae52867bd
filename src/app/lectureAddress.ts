/**
 * Lecture mode by the page's address: `?lecture=1` before the hash, so that links within the page keep it. Among a lab's
 * settings, where a person may have typed it, it is taken out before the lab reads them.
 */

import { lecture, setLecture } from '../ui/lecture';
import { GONE_ELSEWHERE } from './route';

const NAME = 'lecture';

export function toggleLecture(): void {
  const on = !lecture.getState().on;
  write(on, location.hash);
  setLecture(on);
}

export function openLecture(): void {
  setLecture(new URLSearchParams(location.search).get(NAME) === '1');
  follow();
  for (const kind of GONE_ELSEWHERE) addEventListener(kind, follow);
}

/** A place of the history that was left before lecture mode began is shown to the hall, too. */
function follow(): void {
  const [place = '', settings = ''] = location.hash.split('?');
  const all = settings.split('&');
  const rest = all.filter((part) => !part.startsWith(`${NAME}=`));
  const asked = all.length > rest.length;
  const on = asked ? all.includes(`${NAME}=1`) : lecture.getState().on;
  write(on, asked ? [place, rest.join('&')].filter(Boolean).join('?') : location.hash);
  if (on !== lecture.getState().on) setLecture(on);
}

function write(on: boolean, hash: string): void {
  const page = new URLSearchParams(location.search);
  if ((page.get(NAME) === '1') === on && hash === location.hash) return;
  if (on) page.set(NAME, '1');
  else page.delete(NAME);
  const search = String(page);
  history.replaceState(null, '', `${location.pathname}${search && `?${search}`}${hash}`);
}
