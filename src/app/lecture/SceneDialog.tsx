/** The list of scenes over the page, in a hall. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { Dialog } from '../../ui/Dialog';
import { useWords } from '../../ui/Say';
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
  const begun = useStore(lectureStore, (s) => indexOf(s) >= 0);
  const [blocked, setBlocked] = useState(false);
  const onClose = () => keys.setState({ scenes: false });
  return (
    <Dialog title={lecture.scenes} close={lecture.close} onClose={onClose}>
      {(close) => (
        <>
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
        </>
      )}
    </Dialog>
  );
}
