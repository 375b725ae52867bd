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
import { lessons } from './registry';
import { sceneParams } from './sceneAddress';

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
  const elsewhere = lessons[name].lab !== lab.definition.name;
  const at = Math.min(Math.max(1, story), scenes.length);
  useEffect(() => {
    if (elsewhere) location.hash = `#/${lessons[name].lab}?lesson=${name}&story=${at}`;
    else keepPlace(name, at);
  }, [elsewhere, name, at]);
  if (elsewhere) return null;
  const go = (to: number) =>
    enter(lab as unknown as Scened, sceneParams(name, to, scenes[to - 1]!.address));
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
