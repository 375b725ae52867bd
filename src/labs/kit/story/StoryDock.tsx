/** Where a story is told: between who takes part and the stage. Loaded when one is asked for. */

import { useEffect, useState } from 'react';
import { load } from '../../../compute/fault';
import { notify } from '../../../session/notices';
import { loadWords } from '../../../words/words';
import type { AnyStory } from './StoryCard';
import type { StoryPlace } from './StoryPlace';
import { useScene } from './useScene';

interface Loaded {
  readonly story: AnyStory;
  readonly Place: typeof StoryPlace;
}

/** @param story must be the same at every rendering */
export function StoryDock({ story: scenes }: { readonly story: () => Promise<AnyStory> }) {
  const { at, go } = useScene();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const told = at > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving is the same wherever one is
  useEffect(() => {
    if (!told || loaded !== null) return;
    let stale = false;
    const all = () => Promise.all([scenes(), import('./StoryPlace'), loadWords('stories')]);
    load(all).then(
      ([story, { StoryPlace: Place }]) => {
        if (!stale) setLoaded({ story, Place });
      },
      () => {
        if (stale) return;
        notify({
          key: 'story',
          tone: 'warning',
          message: ({ frame }) => frame.page.storyNotLoaded,
          hint: ({ frame }) => frame.app.notLoaded,
        });
        go(0);
      },
    );
    return () => {
      stale = true;
    };
  }, [told, loaded, scenes]);
  if (loaded === null) return null;
  const { story, Place } = loaded;
  return <Place story={story} at={Math.min(at, story.length)} go={go} />;
}
