/** The scene in sight: what is asked for, what was seen, and the ways on. Its control is ringed until the act is done. */

import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/controls/Button';
import { Text, useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { type AnyLab, type SharedState, useAnyLab } from '../context';
import { type Scene, type Sight, type StoryName, sightOf } from './story';
import styles from './story.module.css';
import { useRing } from './useRing';

/** A story, whichever lab it is of. */
export type AnyStory = readonly Scene<AnyLab, SharedState>[];

interface StoryCardProps {
  readonly story: AnyStory;
  /** The place in the story, from 1. */
  readonly at: number;
  /** To another place; 0 leaves the story. */
  readonly go: (at: number) => void;
}

export function StoryCard(props: StoryCardProps) {
  // A scene begins anew at its place.
  return <InScene key={props.at} {...props} scene={props.story[props.at - 1]!} />;
}

/** What begins and ends it, at the head of the page. */
const selectorOfTour = '[data-part=head] [aria-pressed]';

interface SceneWords {
  readonly title: string;
  readonly ask: string;
}

/** What is said of a scene. */
function useSaid(name: string): SceneWords {
  const { definition } = useAnyLab();
  const { scenes } = useWords().stories[definition.name as StoryName];
  return (scenes as Readonly<Record<string, SceneWords>>)[name]!;
}

function InScene({ story, at, go, scene }: StoryCardProps & { readonly scene: AnyStory[0] }) {
  const lab = useAnyLab();
  const words = useWords();
  const { stories } = words;
  const now = sightOf(useStore(lab.store), useStore(lab.run.store));
  /** As the scene began: what it has moved itself is nobody's act. */
  const [then, setThen] = useState<Sight<SharedState> | null>(null);
  const [wasDone, setWasDone] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    scene.begin?.(lab);
    setThen(sightOf(lab.store.getState(), lab.run.store.getState()));
    card.current?.focus({ preventScroll: true });
  }, [lab, scene]);
  const fulfilled = wasDone || (then !== null && scene.done(now, then));
  // It stays done, whatever a person does after.
  if (fulfilled && !wasDone) setWasDone(true);
  useRing(scene.part, !fulfilled);
  const { title, ask } = useSaid(scene.name);
  const seen = fulfilled ? scene.seen(words, now) : null;
  const last = at === story.length;
  /** The focus goes on where the tour began. */
  const leave = () => {
    go(0);
    document.querySelector<HTMLElement>(selectorOfTour)?.focus();
  };
  return (
    <section
      ref={card}
      className={styles.card}
      aria-labelledby="scene"
      tabIndex={-1}
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave();
      }}
    >
      <div>
        <h3 id="scene">
          <span className={styles.place}>{say(stories.place, { at, of: story.length })}</span>
          <span>{title}</span>
        </h3>
        <p aria-live="polite">
          <Text of={seen ?? (fulfilled ? stories.done : ask)} />
        </p>
      </div>
      <div className={styles.ways}>
        {at > 1 ? (
          <Button small data-part="back" onClick={() => go(at - 1)}>
            {stories.back}
          </Button>
        ) : null}
        {fulfilled ? (
          <Button small data-part="next" onClick={() => (last ? leave() : go(at + 1))}>
            {last ? stories.end : stories.next}
          </Button>
        ) : (
          <Button small data-part="next" onClick={() => scene.act(lab)}>
            {stories.act}
          </Button>
        )}
        <Button small voice="quiet" onClick={leave}>
          {stories.leave}
        </Button>
      </div>
    </section>
  );
}
