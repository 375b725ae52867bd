/** In a hall's head: a scene is made of the page as it is, and the list of scenes opened. */

import { type ComponentProps, useEffect } from 'react';
import { useStore } from 'zustand';
import { inSight } from '../../labs/kit/inSight';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { useBriefly } from '../../ui/useBriefly';
import { say } from '../../words/format';
import { keys } from '../hall/keys';
import { MOST } from './form';
import { followLab } from './lead';
import { addScene, indexOf, lectureStore } from './lecture';
import { tellNotes } from './notes/speaker';
import { takeScene } from './take';
import { useAhead } from './useAhead';

export function AddScene({ voice }: { readonly voice: ComponentProps<typeof Button>['voice'] }) {
  const { lecture } = useWords().hall;
  const lab = useStore(inSight, (s) => s.lab);
  const isFull = useStore(lectureStore, (s) => s.scenes.length >= MOST.scenes);
  const [added, sayAdded] = useBriefly<number>();
  const add = () => {
    const scene = takeScene();
    if (scene === null) return;
    addScene(scene);
    sayAdded(indexOf(lectureStore.getState()) + 1);
  };
  const why =
    lab === null ? lecture.noLab : isFull ? say(lecture.full, { most: MOST.scenes }) : undefined;
  return (
    <Button voice={voice ?? 'quiet'} disabled={why !== undefined} title={why} onClick={add}>
      <span aria-live="polite">
        {added === null ? lecture.add : say(lecture.added, { at: added })}
      </span>
    </Button>
  );
}

export function HallScenes({ createWorker }: { readonly createWorker: () => Worker }) {
  const { lecture } = useWords().hall;
  const state = useStore(lectureStore);
  const at = indexOf(state) + 1;
  const of = state.scenes.length;
  useEffect(followLab, []);
  useEffect(tellNotes, []);
  useAhead(createWorker);
  return (
    <>
      <AddScene voice="quiet" />
      <Button
        voice="quiet"
        aria-haspopup="dialog"
        data-part="scenes"
        onClick={() => keys.setState({ scenes: true })}
      >
        {at > 0 ? say(lecture.placed, { at, of }) : lecture.scenes}
      </Button>
    </>
  );
}
