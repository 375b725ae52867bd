/** A lecture at a desk: the scenes of one's own, and one that a link brings. */

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { LabViewProps } from '../../labs/kit/LabFrame';
import { Button } from '../../ui/controls/Button';
import { Text, useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { readCode } from './code';
import { refusalText } from './files';
import type { LectureScene } from './form';
import { openScene } from './lead';
import { lectureStore, replaceScenes } from './lecture';
import styles from './lecture.module.css';
import { Means } from './Means';
import { SceneList } from './SceneList';

export function LecturePage({ params }: Pick<LabViewProps, 'params'>) {
  const { lecture } = useWords().hall;
  const code = params.get('s');
  const brought = useMemo(() => (code === null ? null : readCode(code)), [code]);
  const scenes = useStore(lectureStore, (s) => s.scenes);
  return (
    <div className={styles.page}>
      <h2>{lecture.title}</h2>
      <p className={styles.lead}>
        <Text of={lecture.lead} />
      </p>
      {brought === null ? null : brought.ok ? (
        <Brought scenes={brought.scenes} />
      ) : (
        <p className={styles.brought} role="alert">
          <b>{lecture.notOpened}</b>
          <span>{refusalText(brought.why)}</span>
        </p>
      )}
      <SceneList open={openScene} none={(words) => words.hall.lecture.noneHere} />
      <div className={styles.means}>
        <Button
          voice="primary"
          disabled={scenes.length === 0}
          onClick={() => openScene(scenes[0]!)}
        >
          {lecture.start}
        </Button>
      </div>
      <Means />
    </div>
  );
}

function Brought({ scenes }: { readonly scenes: readonly LectureScene[] }) {
  const { lecture } = useWords().hall;
  const own = useStore(lectureStore, (s) => s.scenes.length);
  return (
    <section className={styles.brought}>
      <p>
        <b>{say(lecture.asked, { count: scenes.length })}</b>
        {own === 0 ? null : <span>{say(lecture.instead, { count: own })}</span>}
      </p>
      <ol>
        {scenes.map(({ title }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scene is its place
          <li key={i}>{title}</li>
        ))}
      </ol>
      <Button
        voice="primary"
        onClick={() => {
          replaceScenes(scenes);
          // It is one's own now: the link is done with.
          location.hash = '#/lecture';
        }}
      >
        {lecture.take}
      </Button>
    </section>
  );
}
