/** What a figure becomes when it is taken away: a file, or a picture to be pasted. */

import { saveBlob } from '../../saveFile';
import { csvOf } from '../table';
import { compose, onWhite } from './compose';
import { pngOf } from './png';
import type { Scene } from './scene';
import { headOf, languageNow, linesOf, nameOf, program, stampNow } from './stamped';
import { svgOf } from './svg';
import type { Kind, Wanted } from './wanted';

export async function takeAs(kind: Kind, wanted: Wanted): Promise<void> {
  const now = new Date();
  if (kind === 'copy') {
    // A browser lets a page write only while it still knows of the press: the picture may come later.
    const picture = sceneOf(wanted, now).then((scene) => pngOf(scene, false));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return;
  }
  const table = wanted.table?.();
  const stamp = await stampNow(now, table?.of ?? null);
  const save = (blob: Blob, ending: string) => saveBlob(nameOf(wanted.title, stamp, ending), blob);
  if (kind === 'csv') {
    const text = csvOf(table!, headOf(wanted.title, stamp));
    save(new Blob([text], { type: 'text/csv' }), 'csv');
    return;
  }
  const scene = await sceneOf(wanted, now);
  if (kind === 'svg') save(new Blob([svgOf(onWhite(scene))], { type: 'image/svg+xml' }), 'svg');
  else if (kind === 'pdf') {
    const { pdfOf } = await import('./pdf');
    save(pdfOf(onWhite(scene), program(), now), 'pdf');
  } else save(await pngOf(scene, kind === 'transparent'), 'png');
}

async function sceneOf(wanted: Wanted, now: Date): Promise<Scene> {
  const { title, button, table } = wanted;
  const host = button!.closest('figure, [data-figure]')!;
  const heading = button!.parentElement!;
  const stamp = await stampNow(now, table?.().of ?? null);
  const caption = { title, lines: linesOf(stamp), link: stamp.link, language: languageNow() };
  return compose({ host, heading, note: noteIn(heading), caption });
}

/** What a style sheet puts between one saying and the next. */
function beforeIn(element: Element): string {
  const { content } = getComputedStyle(element, '::before');
  return /^"(.*)"$/.exec(content)?.[1] ?? '';
}

/** What is said beside the title, and not pressed. */
function noteIn(heading: Element): string {
  const texts: string[] = [];
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest(
      'h2, h3, h4, button, select, [data-passing], [role=menu], [role=alert], .hidden-visually',
    )
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    texts.push(beforeIn(node.parentElement!), node.textContent ?? '');
  }
  const chosen = [...heading.querySelectorAll('select')].map(
    (select) => select.selectedOptions[0]?.textContent ?? '',
  );
  return [texts.join(''), ...chosen]
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' · ');
}
