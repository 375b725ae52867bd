/** How far a scene is: asked, running, or shown. */

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AnyLab, SharedState } from '../labs/kit/context';
import { type Scened, takeAhead } from '../labs/kit/story/scenes';
import { type Sight, sightOf } from '../labs/kit/story/story';
import { answerIn, answersStore, keepAnswer } from './answers';
import type { LessonScene } from './lesson';

type Stage = 'asked' | 'running' | 'shown';

/** How far a scene is. What is trained ends by itself: at its meta-iteration, or after its seconds. */
export function useStage(lab: AnyLab, scene: LessonScene, key: string) {
  const state = useStore(lab.store);
  const run = useStore(lab.run.store);
  const now: Sight<SharedState> = sightOf(state, run);
  const before = useStore(answersStore, (s) => answerIn(s, key).shown);
  const { until = 0, seconds = 0 } = scene.run ?? {};
  const trained = now.iteration >= until;
  const pictured = scene.picture !== undefined && scene.seen !== undefined;
  const asks =
    scene.run !== undefined ||
    scene.question !== undefined ||
    scene.reveal !== undefined ||
    pictured;
  const [stage, setStage] = useState<Stage>(() =>
    !asks || (before && trained) ? 'shown' : 'asked',
  );
  const show = () => {
    // What is told is of now.
    if (state.lookBack !== null) lab.look(null);
    setStage('shown');
    keepAnswer(key, { shown: true });
    scene.reveal?.(lab);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: of a scene that one comes back to
  useEffect(() => {
    if (stage === 'shown' && before) scene.reveal?.(lab);
  }, []);
  const { training } = now;
  const [begun, setBegun] = useState(false);
  const ended = stage === 'running' && (trained || run.phase === 'failed' || (begun && !training));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has ended
  useEffect(() => {
    if (!ended) return;
    // It is said why, and can be tried again.
    if (run.phase === 'failed') setStage('asked');
    else show();
  }, [ended]);
  useEffect(() => {
    if (stage === 'running' && training) setBegun(true);
  }, [stage, training]);
  useEffect(() => {
    if (stage !== 'running') return;
    const timer = setTimeout(() => lab.pause(), 1000 * seconds);
    return () => clearTimeout(timer);
  }, [stage, seconds, lab]);
  const act = () => {
    if (trained) show();
    else {
      setStage('running');
      // In a hall it may have been trained before the hour.
      if (!takeAhead(lab as unknown as Scened, until)) lab.train(until);
    }
  };
  const stop = () => {
    lab.pause();
    show();
  };
  return { stage, now, act, stop };
}
