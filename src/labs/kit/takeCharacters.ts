/** What a run does when other characters are to be had. */

import { notify } from '../../session/notices';
import type { Phrase } from '../../words/words';

interface WithCharacters {
  readonly store: { getState(): { readonly spec: { readonly characters: string } } };
  readonly run: { readonly store: { getState(): { readonly iteration: number } } };
  reset(): void;
}

/**
 * A run that has not begun takes them, another keeps its own and is told so.
 *
 * @param message what has changed
 * @param keepsOwn what a run that has begun is told
 */
export function takeCharacters(lab: WithCharacters, message: Phrase, keepsOwn: Phrase): void {
  if (lab.store.getState().spec.characters !== 'omniglot') return;
  if (lab.run.store.getState().iteration === 0) lab.reset();
  else notify({ key: 'characters', tone: 'info', message, hint: keepsOwn });
}
