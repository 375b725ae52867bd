/** Where a story is told: between who takes part and the stage. Loaded when one is asked for. */

import { useEffect, useState } from 'react';
import { load } from '../../../compute/fault';
import { notify } from '../../../session/notices';
import { loadWords } from '../../../words/words';
import type { AnyStory, StoryCard } from './StoryCard';
import { useScene } from './useScene';

interface Loaded {
  readonly story: AnyStory;
  readonly Card: typeof StoryCard;
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
    const all = () => Promise.all([scenes(), import('./StoryCard'), loadWords('stories')]);
    load(all).then(
      ([story, { StoryCard: Card }]) => {
        if (!stale) setLoaded({ story, Card });
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
  if (!told || loaded === null) return null;
  const { story, Card } = loaded;
  return <Card story={story} at={Math.min(at, story.length)} go={go} />;
}
