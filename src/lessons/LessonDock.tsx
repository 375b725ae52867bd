/** The scene of the lesson that a lab is opened with: beside its plot, and on a phone in a sheet below it. */

import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { useAnyLab, useShared } from '../labs/kit/context';
import { Late } from '../labs/kit/Late';
import { panel } from '../labs/kit/panel';
import type { LessonName } from '../labs/kit/story/lessonNames';
import { enter, type Scened } from '../labs/kit/story/scenes';
import { loadWords } from '../words/words';
import { keepPlace } from './answers';
import { LessonCard } from './LessonCard';
import type { Scenes } from './lesson';
import { labOf, lessons } from './registry';
import { sceneHash, sceneParams } from './sceneAddress';

export function LessonDock() {
  const name = useShared((s) => s.view.lesson as LessonName);
  const inLesson = useCallback(async () => {
    const [scenes] = await Promise.all([lessons[name].scenes(), loadWords('lessons')]);
    return () => <InLesson name={name} scenes={scenes} />;
  }, [name]);
  useEffect(foldSettings, []);
  return <Late of={inLesson} given={{}} />;
}

interface InLessonProps {
  readonly name: LessonName;
  readonly scenes: Scenes;
}

function InLesson({ name, scenes }: InLessonProps) {
  const lab = useAnyLab();
  const story = useShared((s) => s.view.story as number);
  const settings = useStore(panel, (s) => s.open);
  const seed = useShared((s) => s.spec.seed as number);
  const at = Math.min(Math.max(1, story), scenes.length);
  const labAt = (place: number) => labOf(name, scenes[place - 1]!.name);
  const home = labAt(at);
  const elsewhere = home !== lab.definition.name;
  useEffect(() => {
    if (elsewhere) location.hash = sceneHash(home, name, at);
    else keepPlace(name, at);
  }, [elsewhere, home, name, at]);
  if (elsewhere) return null;
  const go = (to: number) => {
    const { address } = scenes[to - 1]!;
    if (labAt(to) === home) enter(lab as unknown as Scened, sceneParams(name, to, address));
    // What was trained here is put by, as when a person goes there by the header.
    else location.hash = sceneHash(labAt(to), name, to, seed);
  };
  return (
    <LessonCard
      // A scene begins anew at its place.
      key={at}
      {...{ name, at, go }}
      scene={scenes[at - 1]!}
      of={scenes.length}
      beside={!settings}
      leave={() => lab.see({ lesson: 'none', story: 0 })}
    />
  );
}

/** Settings make room for the lesson, and come back after it as a person had them. */
function foldSettings(): () => void {
  const { open } = panel.getState();
  panel.setState({ open: false });
  return () => panel.setState({ open });
}
