/** The way to the official questions: from a file, or, once a person asks for it, from their repository. */

import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { downloadRuns, RUNS_REPOSITORY } from '../../../characters/bringing';
import { troubleText } from '../../../characters/phrases';
import { troubleOf } from '../../../characters/trouble';
import { Button } from '../../../ui/controls/Button';
import { FileDrop } from '../../../ui/controls/FileDrop';
import { Say, useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import styles from './lake.module.css';
import type { Round } from './round';

export function Bring({ round }: { readonly round: Round }) {
  const words = useWords();
  const { official } = words.lake;
  const reading = useStore(round.store, (s) => s.reading);
  const trouble = useStore(round.store, (s) => s.trouble);
  const asked = useRef<AbortController | null>(null);
  useEffect(() => () => asked.current?.abort(), []);
  const told = trouble === null ? null : troubleText(words, trouble);
  const ofHost = trouble?.code === 'host-refuses' || trouble?.code === 'host-out-of-reach';
  const take = (file: File | undefined) => {
    if (file !== undefined && !reading) round.bring(file.name, file);
  };
  const download = async () => {
    if (asked.current !== null) return;
    const controller = new AbortController();
    asked.current = controller;
    try {
      const { name, content } = await downloadRuns(controller.signal);
      round.bring(name, content);
    } catch (error) {
      if (!controller.signal.aborted) round.refuse(troubleOf(error));
    } finally {
      asked.current = null;
    }
  };
  return (
    <details className={`${text.more} ${styles.bring}`}>
      <summary>{official.title}</summary>
      <FileDrop
        what={official.drop}
        onDropped={({ files }) => take(files[0])}
        accept=".zip,application/zip"
        disabled={reading}
        label={official.label}
        onFiles={([file]) => take(file)}
      >
        {official.choose}
      </FileDrop>
      <Button small disabled={reading} onClick={download}>
        {official.download}
      </Button>
      <p className={text.hint}>
        <Say
          message={official.about}
          values={{
            repository: (
              <a href={RUNS_REPOSITORY} target="_blank" rel="noreferrer">
                github.com/brendenlake/omniglot
              </a>
            ),
          }}
        />
      </p>
      {reading ? <p role="status">{official.reading}</p> : null}
      {told === null ? null : (
        <p role="alert" className={styles.trouble}>
          <span>{told.message}</span>
          <span>{` ${ofHost ? official.byHand : told.cure}`}</span>
        </p>
      )}
    </details>
  );
}
