/** Where a story is told: between who takes part and the stage. Loaded when one is asked for. */

import { useEffect, useRef, useState } from 'react';
import { load } from '../../../compute/fault';
import { dismiss, notify } from '../../../session/notices';
import { loadWords } from '../../../words/words';
import { type AnyLab, useAnyLab } from '../context';
import type { AnyStory, StoryCard } from './StoryCard';
import { useScene } from './useScene';

/** What a tour has moved can be put back, with the run as it was, when one leaves it. */
function useWayBack(told: boolean): void {
  const lab = useAnyLab();
  const entered = useRef<{ readonly at: string; readonly back: () => void } | null>(null);
  // Another page is no way out of it: so nothing is said when this one closes.
  useEffect(() => {
    if (told) {
      entered.current = { at: address(lab), back: lab.putBy() };
      dismiss(LEFT);
      return;
    }
    const { at, back } = entered.current ?? {};
    entered.current = null;
    if (back === undefined || address(lab) === at) return;
    notify({
      key: LEFT,
      tone: 'info',
      message: ({ frame }) => frame.page.tourLeft,
      action: {
        label: ({ frame }) => frame.page.tourBack,
        act: () => {
          dismiss(LEFT);
          back();
          lab.see({ story: 0 });
        },
      },
    });
  }, [told, lab]);
}

const LEFT = 'tour';

/** What is in sight, but for the place in the tour. */
function address(lab: AnyLab): string {
  const { address: params } = lab;
  params.delete('story');
  return String(params);
}

interface Loaded {
  readonly story: AnyStory;
  readonly Card: typeof StoryCard;
}

/** @param story must be the same at every rendering */
export function StoryDock({ story: scenes }: { readonly story: () => Promise<AnyStory> }) {
  const { at, go } = useScene();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const told = at > 0;
  useWayBack(told);
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
