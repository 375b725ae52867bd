/** Takes a figure away as a person wishes, and says what stood in the way. */

import { useState } from 'react';
import { say } from '../../../words/format';
import { loadWords, words } from '../../../words/words';
import type { Kind, Wanted } from './wanted';

/** What makes and saves: loaded with the first that is taken away. */
const load = () => import('./take');

export function useTaking() {
  const [busy, setBusy] = useState<Kind | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  /** @returns whether it was */
  const take = async (kind: Kind, wanted: Wanted): Promise<boolean> => {
    setBusy(kind);
    setSaid(null);
    try {
      const [{ takeAs }] = await Promise.all([load(), loadWords('figures')]).catch((cause) => {
        throw new NotLoaded('not loaded', { cause });
      });
      await takeAs(kind, wanted);
      if (kind === 'copy') setSaid(words().figures.copied);
      return true;
    } catch (error) {
      setSaid(why(kind, error));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { busy, said, take };
}

class NotLoaded extends Error {}

function why(kind: Kind, error: unknown): string {
  const { figures, frame } = words();
  // Without the words for it, those of the page.
  if (figures === undefined) return frame.app.notLoaded;
  if (error instanceof NotLoaded || isImport(error)) return figures.notLoaded;
  if (kind === 'copy') return figures.noCopy;
  const text = error instanceof Error ? error.message : String(error);
  return say(figures.notMade, { why: text });
}

/** Browsers say it in words of their own, as an error of types. */
const isImport = (error: unknown): boolean =>
  error instanceof TypeError && /module|import/i.test(error.message);
