/** What can be done with the lecture as a whole: save it, open another one, copy its link, show its notes to who speaks. */

import { useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { useBriefly } from '../../ui/useBriefly';
import { copyLecture, openFile, saveLecture } from './files';
import { lectureStore } from './lecture';
import styles from './lecture.module.css';

export function Means() {
  const { lecture } = useWords().hall;
  const isEmpty = useStore(lectureStore, (s) => s.scenes.length === 0);
  const [copied, sayCopied] = useBriefly<true>();
  const picker = useRef<HTMLInputElement>(null);
  const copy = async () => {
    if (await copyLecture()) sayCopied(true);
  };
  return (
    <>
      <div className={styles.means}>
        <Button disabled={isEmpty} onClick={saveLecture}>
          {lecture.save}
        </Button>
        <Button onClick={() => picker.current?.click()}>{lecture.load}</Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={lecture.load}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file, mended, is another choice.
            currentTarget.value = '';
            if (file !== undefined) void openFile(file);
          }}
        />
        <Button disabled={isEmpty} onClick={() => void copy()}>
          <span aria-live="polite">{copied ? lecture.copied : lecture.copy}</span>
        </Button>
      </div>
      <p className={styles.hint}>{lecture.copyWhat}</p>
    </>
  );
}
