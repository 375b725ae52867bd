/** Shows of the page what its address asks for. Loaded, before anything is drawn, where it asks for anything. */

import { inSight } from '../../labs/kit/inSight';
import { panel } from '../../labs/kit/panel';
import { dismiss, noticesStore, notify } from '../../session/notices';
import { when } from '../../session/when';
import { say, sayList } from '../../words/format';
import { loadWords } from '../../words/words';
import { mendedText } from '../mendedHash';
import { parseRoute } from '../route';
import { postHeight } from './height';
import { isElsewhere } from './parts';
import { rulesOf } from './rules';
import { readShown, shows } from './shown';

export async function openShown(): Promise<void> {
  mendSearch();
  const { shown: asked, unknown } = readShown(location.search);
  const { place } = parseRoute(location.hash);
  const elsewhere = asked.show.filter((part) => isElsewhere(part, place));
  const shown = { ...asked, show: asked.show.filter((part) => !elsewhere.includes(part)) };
  const sheet = new CSSStyleSheet();
  for (const rule of rulesOf(shown)) sheet.insertRule(rule);
  document.adoptedStyleSheets.push(sheet);
  if (shown.train) void trainOnce();
  if (shown.embed) await embed(shown.train && !shows(shown, 'transport'));
  const absent = [...unknown, ...elsewhere];
  if (absent.length > 0) void tell(absent);
}

/** What tools have made of the part before the hash, and a hash that they have made a part of it. */
function mendSearch(): void {
  const [search = '', ...rest] = mendedText(location.search).split('#');
  const params = String(new URLSearchParams(search)).replaceAll('%2C', ',');
  const hash = location.hash || (rest.length > 0 ? `#${rest.join('#')}` : '');
  if (`?${params}` === location.search && hash === location.hash) return;
  history.replaceState(null, '', `${location.pathname}?${params}${hash}`);
}

/** Presses the button of the lab that comes first into sight. */
async function trainOnce(): Promise<void> {
  const { lab } = await when(inSight, ({ lab }) => lab !== null);
  lab!.train();
}

/** @param trains whether it begins a training of which nothing in sight says anything */
async function embed(trains: boolean): Promise<void> {
  document.documentElement.toggleAttribute('data-embed', true);
  panel.setState({ open: false });
  // Nobody counts on an exercise within another page to be there tomorrow.
  noticesStore.subscribe(({ notices }) => {
    if (notices.some(({ key }) => key === 'storage')) dismiss('storage');
  });
  const [{ takeTurns }, { showFoot }] = await Promise.all([
    import('./takeTurns'),
    import('./foot'),
    loadWords('shown'),
  ]);
  takeTurns();
  showFoot(trains);
  postHeight();
}

async function tell(absent: readonly string[]): Promise<void> {
  await loadWords('shown');
  notify({
    key: 'shown',
    tone: 'warning',
    message: (words) => say(words.shown.unknown, { names: sayList(absent.slice(0, 6)) }),
  });
}
