/** Points of a file, chosen or dropped; and those in sight as a file. */

import { useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { FileDrop } from '../../../ui/controls/FileDrop';
import { useWords } from '../../../ui/Say';
import { saveFile } from '../../../ui/saveFile';
import text from '../../../ui/text.module.css';
import { say } from '../../../words/format';
import type { Phrase } from '../../../words/words';
import { MOST_POINTS } from '../fields';
import { useLab } from '../hooks';
import { pointsOf, type RegressionLab } from '../lab';
import { pointsText } from './code';
import { LARGEST_FILE, type ReadFile, readPoints } from './csv';
import { MOST_POINTS_OF_FILE } from './held';
import styles from './own.module.css';
import { fileText } from './phrases';
import { ownInSight } from './read';

interface Said {
  readonly wrong: boolean;
  readonly phrase: Phrase;
}

const LONGEST_NAME = 60;

export function PointsWay() {
  const lab = useLab();
  const words = useWords();
  const { points } = words.ownTask;
  const [said, setSaid] = useState<Said | null>(null);
  const open = async (file: File) => setSaid(taken(lab, file.name, await contentOf(file)));
  return (
    <div className={styles.way}>
      <FileDrop
        className={styles.drop}
        what={points.drop}
        onDropped={({ files: [file] }) => void open(file!)}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        label={points.file}
        onFiles={([file]) => void open(file)}
      >
        {points.choose}
      </FileDrop>
      {said === null ? null : (
        <p role={said.wrong ? 'alert' : 'status'} className={said.wrong ? styles.wrong : undefined}>
          {said.phrase(words)}
        </p>
      )}
      <p className={text.hint}>
        {say(points.help, {
          most: MOST_POINTS_OF_FILE,
          support: MOST_POINTS,
          megabytes: LARGEST_FILE / 1e6,
        })}
      </p>
      <div className={styles.buttons}>
        <Button small voice="quiet" onClick={() => save(lab)}>
          {points.save}
        </Button>
      </div>
    </div>
  );
}

async function contentOf(file: File): Promise<ReadFile> {
  if (file.size > LARGEST_FILE) {
    return { ok: false, problem: { code: 'large', most: LARGEST_FILE / 1e6 } };
  }
  try {
    return readPoints(await file.text());
  } catch {
    return { ok: false, problem: { code: 'unread' } };
  }
}

/** Puts the points of a file in sight, and says so; or why not. */
function taken(lab: RegressionLab, name: string, read: ReadFile): Said {
  const file = [...name.replace(/\p{C}/gu, '')].slice(0, LONGEST_NAME).join('');
  if (!read.ok) return { wrong: true, phrase: (words) => fileText(words, file, read.problem) };
  const own = pointsText(read.points, file);
  lab.see({ own, points: null }, 'adapt');
  const count = read.points.length;
  const kept = own.startsWith('points:');
  const phrase: Phrase = ({ ownTask: { points } }) => {
    const values = { file, count, support: MOST_POINTS };
    const said = say(count > MOST_POINTS ? points.readMore : points.read, values);
    return kept ? said : `${said} ${points.unkept}`;
  };
  return { wrong: false, phrase };
}

/** All points of a file that are as it had them; else those that are adapted to. */
function save(lab: RegressionLab): void {
  const state = lab.store.getState();
  const { running, view } = state;
  const found = view.own === '' ? null : ownInSight(running, view.own, view.shown);
  const whole = view.points === null && found?.ok ? found.own.points : null;
  const lines = (whole ?? pointsOf(state)).map(({ x, y }) => `${x},${y}\n`);
  saveFile('points.csv', `x,y\n${lines.join('')}`, 'text/csv');
}
