/** What can be done with the lecture as a whole: save it, open another one, copy its link, show its notes to who speaks. */

import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { FileButton } from '../../ui/controls/FileButton';
import { useWords } from '../../ui/Say';
import { useBriefly } from '../../ui/useBriefly';
import { copyLecture, openFile, saveLecture } from './files';
import { lectureStore } from './lecture';
import styles from './lecture.module.css';

export function Means() {
  const { lecture } = useWords().hall;
  const isEmpty = useStore(lectureStore, (s) => s.scenes.length === 0);
  const [copied, sayCopied] = useBriefly<true>();
  const copy = async () => {
    if (await copyLecture()) sayCopied(true);
  };
  return (
    <>
      <div className={styles.means}>
        <Button disabled={isEmpty} onClick={saveLecture}>
          {lecture.save}
        </Button>
        <FileButton
          accept=".json,application/json"
          label={lecture.load}
          onFiles={([file]) => void openFile(file)}
        >
          {lecture.load}
        </FileButton>
        <Button disabled={isEmpty} onClick={() => void copy()}>
          <span aria-live="polite">{copied ? lecture.copied : lecture.copy}</span>
        </Button>
      </div>
      <p className={styles.hint}>{lecture.copyWhat}</p>
    </>
  );
}
