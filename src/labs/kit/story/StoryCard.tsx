/** The scene in sight: what is asked for, what was seen, and the ways on. Its control is ringed until the act is done. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Text, useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import type { SharedState } from '../context';
import { type AnyLab, useAnyLab, useRunState, useShared } from '../context';
import type { Scene, Sight } from './story';
import styles from './story.module.css';

/** A story, whichever lab it is of. */
export type AnyStory = readonly Scene<AnyLab, SharedState>[];

interface StoryCardProps {
  readonly story: AnyStory;
  /** The place in the story, from 1. */
  readonly at: number;
  /** To another place; 0 leaves the story. */
  readonly go: (at: number) => void;
  /** What is said of each scene, by its name. */
  readonly said: Readonly<Record<string, SceneWords>>;
}

export interface SceneWords {
  readonly title: string;
  readonly ask: string;
}

function useSight(): Sight<SharedState> {
  const lab = useShared((s) => s);
  const { iteration, training } = useRunState((s) => ({
    iteration: s.iteration,
    training: s.phase === 'training',
  }));
  return useMemo(() => ({ lab, iteration, training }), [lab, iteration, training]);
}

export function StoryCard(props: StoryCardProps) {
  // A scene begins anew at its place.
  return <InScene key={props.at} {...props} scene={props.story[props.at - 1]!} />;
}

function InScene({ story, at, go, said, scene }: StoryCardProps & { readonly scene: AnyStory[0] }) {
  const lab = useAnyLab();
  const words = useWords();
  const { stories } = words;
  const now = useSight();
  const then = useRef(now);
  const [begun, setBegun] = useState(false);
  const [done, setDone] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    scene.begin?.(lab);
    setBegun(true);
    card.current?.focus({ preventScroll: true });
  }, [lab, scene]);
  // What the scene itself has moved is nobody's act.
  const counted = useRef(false);
  if (begun && !counted.current) {
    counted.current = true;
    then.current = now;
  }
  const fulfilled = done || (counted.current && scene.done(now, then.current));
  useEffect(() => {
    if (fulfilled) setDone(true);
  }, [fulfilled]);
  useRing(scene.part, !fulfilled);
  const { title, ask } = said[scene.name]!;
  const seen = fulfilled ? scene.seen(words, now) : null;
  const last = at === story.length;
  return (
    <section ref={card} className={styles.card} aria-labelledby="scene" tabIndex={-1}>
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
          <Button small onClick={() => go(at - 1)}>
            {stories.back}
          </Button>
        ) : null}
        {fulfilled ? (
          <Button small onClick={() => go(last ? 0 : at + 1)}>
            {last ? stories.end : stories.next}
          </Button>
        ) : (
          <Button small onClick={() => scene.act(lab)}>
            {stories.act}
          </Button>
        )}
        <Button small voice="quiet" onClick={() => go(0)}>
          {stories.leave}
        </Button>
      </div>
    </section>
  );
}

/** Rings the control that is asked for. */
function useRing(part: string, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const control = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (control === null) return;
    control.dataset.rung = '';
    return () => {
      delete control.dataset.rung;
    };
  }, [part, wanted]);
}
