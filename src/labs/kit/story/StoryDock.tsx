/** Where a story is told: between who takes part and the stage. Loaded when one is asked for. */

import { useCallback, useState } from 'react';
import { loadWords } from '../../../words/words';
import { Late } from '../Late';
import type { AnyStory } from './StoryCard';
import { useScene } from './useScene';

/** @param story must be the same at every rendering */
export function StoryDock({ story }: { readonly story: () => Promise<AnyStory> }) {
  const { at } = useScene();
  /** It stays where it is once it is there: it has a word to say when one leaves. */
  const [there, setThere] = useState(false);
  const place = useCallback(async () => {
    const [scenes, { placeOf }] = await Promise.all([
      story(),
      import('./StoryPlace'),
      loadWords('stories'),
    ]);
    setThere(true);
    return placeOf(scenes);
  }, [story]);
  return at > 0 || there ? <Late of={place} given={{}} /> : null;
}
