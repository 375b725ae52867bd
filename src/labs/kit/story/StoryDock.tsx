/** Where a story is told: between who takes part and the stage. Loaded when one is asked for. */

import { type ComponentProps, useEffect, useState } from 'react';
import { load } from '../../../compute/fault';
import { notify } from '../../../session/notices';
import { loadWords } from '../../../words/words';
import type { AnyStory, StoryCard } from './StoryCard';
import type { StoryName } from './story';

export interface StorySource {
  readonly scenes: () => Promise<AnyStory>;
  /** In the catalogue of stories. */
  readonly lab: StoryName;
}

interface StoryDockProps extends Pick<ComponentProps<typeof StoryCard>, 'at' | 'go'> {
  readonly source: StorySource;
}

interface Loaded {
  readonly story: AnyStory;
  readonly Told: typeof import('./Told').Told;
}

export function StoryDock({ source, at, go }: StoryDockProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const told = at > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving is the same wherever one is
  useEffect(() => {
    if (!told || loaded !== null) return;
    let stale = false;
    const all = () => Promise.all([source.scenes(), import('./Told'), loadWords('stories')]);
    load(all).then(
      ([story, { Told }]) => {
        if (!stale) setLoaded({ story, Told });
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
  }, [told, loaded, source]);
  if (!told || loaded === null) return null;
  const { story, Told } = loaded;
  return <Told story={story} at={Math.min(at, story.length)} go={go} lab={source.lab} />;
}
