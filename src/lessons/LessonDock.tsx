/** The scene of the lesson that a lab is opened with: beside its plot, and on a phone in a sheet below it. */

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { load } from '../compute/fault';
import { useAnyLab, useShared } from '../labs/kit/context';
import { panel } from '../labs/kit/panel';
import type { LessonName } from '../labs/kit/story/lessonNames';
import { enter, type Scened } from '../labs/kit/story/scenes';
import { notify } from '../session/notices';
import { loadWords } from '../words/words';
import { keepPlace } from './answers';
import { LessonCard } from './LessonCard';
import type { Scenes } from './lesson';
import { lessons } from './registry';
import { sceneParams } from './sceneAddress';

export function LessonDock() {
  const lab = useAnyLab();
  const name = useShared((s) => s.view.lesson as LessonName);
  const story = useShared((s) => s.view.story as number);
  const settings = useStore(panel, (s) => s.open);
  const elsewhere = lessons[name].lab !== lab.definition.name;
  const scenes = useScenes(name);
  useEffect(foldSettings, []);
  const at = scenes === null ? 0 : Math.min(Math.max(1, story), scenes.length);
  useEffect(() => {
    if (at > 0) keepPlace(name, at);
  }, [name, at]);
  useEffect(() => {
    if (elsewhere) location.hash = `#/${lessons[name].lab}?lesson=${name}&story=${story}`;
  }, [elsewhere, name, story]);
  if (scenes === null || elsewhere) return null;
  const scene = scenes[at - 1]!;
  const go = (to: number) =>
    enter(lab as unknown as Scened, sceneParams(name, to, scenes[to - 1]!.address));
  return (
    <LessonCard
      // A scene begins anew at its place.
      key={`${name} ${at}`}
      {...{ name, scene, at, go }}
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

/** The scenes of a lesson, once they and the words of all are here. */
function useScenes(name: LessonName): Scenes | null {
  const lab = useAnyLab();
  const [loaded, setLoaded] = useState<{ readonly name: LessonName; readonly of: Scenes } | null>(
    null,
  );
  useEffect(() => {
    let stale = false;
    load(() => Promise.all([lessons[name].scenes(), loadWords('lessons')])).then(
      ([of]) => {
        if (!stale) setLoaded({ name, of });
      },
      () => {
        if (stale) return;
        notify({
          key: 'lesson',
          tone: 'warning',
          message: ({ frame }) => frame.page.storyNotLoaded,
          hint: ({ frame }) => frame.app.notLoaded,
        });
        lab.see({ lesson: 'none', story: 0 });
      },
    );
    return () => {
      stale = true;
    };
  }, [name, lab]);
  return loaded?.name === name ? loaded.of : null;
}
