/** A lecture out of the page and into it: as a file, and as a link. */

import { dismiss, notify } from '../../session/notices';
import { saveFile } from '../../ui/saveFile';
import { say } from '../../words/format';
import { words } from '../../words/words';
import { codeOf, fileOf, MOST_LINK, type readCode, readFile } from './code';
import type { Refusal } from './form';
import { lectureStore, replaceScenes } from './lecture';

const NOTICE = 'lecture';

/** Why something is no lecture, in a sentence. */
export function refusalText(why: Refusal): string {
  const { refused } = words().hall.lecture;
  const sentence = refused[why.code];
  return typeof sentence === 'string' ? sentence : say(sentence as never, why as never);
}

export function tellRefusal(why: Refusal): void {
  notify({
    key: NOTICE,
    tone: 'warning',
    message: ({ hall: { lecture } }) => lecture.notOpened,
    hint: () => refusalText(why),
  });
}

const scenesNow = () => lectureStore.getState().scenes.map(({ scene }) => scene);

export function saveLecture(): void {
  saveFile(words().hall.lecture.file, fileOf(scenesNow()), 'application/json');
}

/** Opens a file in the place of the scenes that there are. */
export async function openFile(file: Blob): Promise<void> {
  let read: ReturnType<typeof readCode>;
  try {
    // A file that is far too long is not read.
    read = readFile(await file.slice(0, 4_000_000).text());
  } catch {
    read = { ok: false, why: { code: 'damaged' } };
  }
  if (!read.ok) {
    tellRefusal(read.why);
    return;
  }
  dismiss(NOTICE);
  replaceScenes(read.scenes);
}

/** The address of the lecture, as a link for others. */
export function linkOf(scenes = scenesNow()): string {
  const { origin, pathname } = location;
  return `${origin}${pathname}?lecture=1#/lecture?s=${codeOf(scenes)}`;
}

/** @returns whether the link was copied; one that is too long is a file in its place, and that is said */
export async function copyLecture(): Promise<boolean> {
  const link = linkOf();
  if (link.length > MOST_LINK) {
    const values = { length: link.length, most: MOST_LINK };
    notify({
      key: NOTICE,
      tone: 'info',
      message: ({ hall: { lecture } }) => say(lecture.tooLong, values),
    });
    saveLecture();
    return false;
  }
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    notify({
      key: NOTICE,
      tone: 'info',
      message: ({ hall: { lecture } }) => lecture.noCopy,
      hint: () => link,
    });
    return false;
  }
}
