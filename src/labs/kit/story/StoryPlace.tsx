/** A story once it is here: its scene in sight, and the way back from what it has moved when it was left. */

import { type ComponentType, useEffect, useLayoutEffect, useRef } from 'react';
import { dismiss, notify } from '../../../session/notices';
import { type AnyLab, useAnyLab } from '../context';
import { type AnyStory, StoryCard } from './StoryCard';
import { putBy, type Scened } from './scenes';
import { useScene } from './useScene';

/** The place of a story in its lab. */
export const placeOf = (story: AnyStory): ComponentType =>
  function StoryPlace() {
    const { at, go } = useScene();
    useWayBack(at > 0);
    return at > 0 ? <StoryCard story={story} at={Math.min(at, story.length)} go={go} /> : null;
  };

/** What a tour has moved can be put back, with the run as it was, when one leaves it. */
function useWayBack(told: boolean): void {
  const lab = useAnyLab();
  useEffect(() => () => dismiss(LEFT), []);
  const entered = useRef<{ readonly at: string; readonly back: () => void } | null>(null);
  // Before the scene moves anything. Another page is no way out of it: so nothing is said when this one closes.
  useLayoutEffect(() => {
    if (told) {
      entered.current = { at: address(lab), back: putBy(lab as unknown as Scened) };
      dismiss(LEFT);
      return;
    }
    const { at, back } = entered.current ?? {};
    entered.current = null;
    if (back === undefined || address(lab) === at) return;
    notify({
      key: LEFT,
      tone: 'info',
      message: ({ stories }) => stories.left,
      action: {
        label: ({ stories }) => stories.putBack,
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
