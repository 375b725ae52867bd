/** Parts of the page that most visits never need, or not at first: loaded with their words when somebody does. */

import { createStore } from 'zustand/vanilla';
import { loadWords } from '../../words/words';

interface Parts {
  readonly pins: typeof import('./pins/Views');
  readonly ownTask: typeof import('./own/Views');
  readonly limit: typeof import('./limit/Limit');
  readonly seen: typeof import('./heldOut/seen');
}

/** Those that are here. */
export const lateParts = createStore<Partial<Parts>>(() => ({}));

/** @param name of the part, and of the area of its words */
export async function loadPart<K extends keyof Parts>(
  name: K,
  part: () => Promise<Parts[K]>,
): Promise<Parts[K]> {
  const [found] = await Promise.all([part(), loadWords(name)]);
  lateParts.setState({ [name]: found } as Partial<Parts>);
  return found;
}

/** For one that nobody misses: out of reach, it is asked for again at the next occasion. */
export const NOTHING = (): void => {};
