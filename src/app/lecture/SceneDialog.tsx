/** The list of scenes over the page, in a hall. */

import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import hall from '../hall/hall.module.css';
import { keys } from '../hall/keys';
import { AheadLine } from './AheadLine';
import { AddScene } from './HallScenes';
import { openScene } from './lead';
import { endLecture, indexOf, lectureStore } from './lecture';
import styles from './lecture.module.css';
import { Means } from './Means';
import { openNotes } from './notes/speaker';
import { SceneList } from './SceneList';

export function SceneDialog() {
  const { lecture } = useWords().hall;
  const dialog = useRef<HTMLDialogElement>(null);
  const begun = useStore(lectureStore, (s) => indexOf(s) >= 0);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => dialog.current!.showModal(), []);
  const close = () => dialog.current!.close();
  return (
    <dialog
      ref={dialog}
      className={hall.list}
      aria-labelledby="scenes"
      onClose={() => keys.setState({ scenes: false })}
    >
      <div className={hall.listHead}>
        <h2 id="scenes">{lecture.scenes}</h2>
        <Button small onClick={close}>
          {lecture.close}
        </Button>
      </div>
      <SceneList
        open={(held) => {
          close();
          openScene(held);
        }}
        none={(words) => words.hall.lecture.none}
      />
      <AheadLine />
      <div className={styles.means}>
        <AddScene voice="primary" />
        <Button onClick={() => setBlocked(!openNotes())}>{lecture.speaker.open}</Button>
        {begun ? <Button onClick={endLecture}>{lecture.end}</Button> : null}
      </div>
      {blocked ? (
        <p className={styles.blocked} role="alert">
          {lecture.speaker.blocked}
        </p>
      ) : null}
      <Means />
    </dialog>
  );
}
