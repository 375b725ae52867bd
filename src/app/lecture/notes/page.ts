/** The window of the notes: shows what it is told, the clock, and how long the lecture goes on; a presenter's keys lead on. */

import type { Asked, Told } from './channel';

const channel = new BroadcastChannel(`lecture-notes ${location.hash.slice(1)}`);
let told: Told | null = null;

const put = (part: string, text: string): void => {
  const element = document.getElementById(part)!;
  if (element.textContent !== text) element.textContent = text;
};

const two = (value: number): string => String(value).padStart(2, '0');

function showTimes(): void {
  if (told === null) return;
  const now = new Date();
  put('clock', now.toLocaleTimeString(told.language, { hour: '2-digit', minute: '2-digit' }));
  const { at } = told.since;
  const seconds = at === null ? 0 : Math.max(0, Math.floor((now.getTime() - at) / 1000));
  put('since', at === null ? '–' : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`);
}

channel.onmessage = ({ data }: MessageEvent<Told>) => {
  told = data;
  document.title = data.title;
  document.documentElement.lang = data.language;
  document.documentElement.dataset.theme = data.theme ?? 'light';
  put('place', data.place);
  put('scene', data.scene);
  put('notes', data.notes);
  put('next-label', data.next.label);
  put('next', data.next.title);
  put('clock-label', data.clock);
  put('since-label', data.since.label);
  put('back', data.ways.back);
  put('on', data.ways.on);
  document.body.hidden = false;
  showTimes();
};
const ask = (what: Asked): void => channel.postMessage(what);

const leading: Readonly<Record<string, Asked>> = {
  ...{ ArrowRight: 'on', PageDown: 'on', n: 'on' },
  ...{ ArrowLeft: 'back', PageUp: 'back', p: 'back' },
};
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const what = leading[event.key] ?? leading[event.key.toLowerCase()];
  if (what === undefined) return;
  event.preventDefault();
  ask(what);
});
for (const what of ['on', 'back'] as const) {
  document.getElementById(what)!.addEventListener('click', () => ask(what));
}
setInterval(showTimes, 1000);
ask('tell');
