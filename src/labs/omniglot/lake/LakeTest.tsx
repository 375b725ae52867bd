/** Lake's test in the place of the lab's task: a person answers twenty questions, then sees who else erred on them. */

import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say } from '../../../words/format';
import { loadWords } from '../../../words/words';
import { Late } from '../../kit/Late';
import { episodeAfter } from '../fields';
import { useLab, useLabState } from '../hooks';
import { Asking } from './Asking';
import { Bring } from './Bring';
import styles from './lake.module.css';
import { askedText } from './phrases';
import { Result, resultText } from './Result';
import { ROUND, Round } from './round';

/** One for as long as the test is in sight. */
function useRound(): Round | null {
  const lab = useLab();
  const seed = useLabState((s) => s.running.seed);
  const characters = useLabState((s) => s.running.characters);
  const [round, setRound] = useState<Round | null>(null);
  useEffect(() => {
    const opened = new Round({ seed, characters }, lab.store.getState().view.episode);
    setRound(opened);
    return () => opened.dispose();
  }, [lab, seed, characters]);
  return round;
}

const mattered = async () => {
  const words = loadWords('omniglotHow');
  const [{ Mattered }] = await Promise.all([import('../alphabet/Mattered'), words]);
  return Mattered;
};

/** To the network of alphabets; it comes when somebody asks. */
function WhatMattered() {
  const { lake } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className={text.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{lake.mattered}</summary>
      {open ? <Late of={mattered} given={{}} /> : null}
    </details>
  );
}

export function LakeTest() {
  const round = useRound();
  return (
    <section data-lake className={styles.test} aria-labelledby="lake">
      {round === null ? null : <Sitting round={round} />}
    </section>
  );
}

function Sitting({ round }: { readonly round: Round }) {
  const lab = useLab();
  const words = useWords();
  const { lake } = words;
  const state = useStore(round.store);
  const { source, failed, answers } = state;
  const over = answers.length === ROUND;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had focus is gone.
    if (over) title.current?.focus();
  }, [over]);
  const another = () => {
    const next = episodeAfter(state.round);
    lab.see({ episode: next });
    round.begin(next);
  };
  return (
    <>
      <div className={styles.head}>
        <h2 id="lake" ref={title} tabIndex={-1}>
          {over ? resultText(words, state) : lake.heading}
        </h2>
        <p>{over ? null : lake.lead}</p>
        <Button small onClick={() => lab.see({ test: 'tasks' })}>
          {lake.leave}
        </Button>
      </div>
      {failed !== null ? (
        <p role="alert">{say(lake.failed, { why: failed || words.frame.app.notLoaded })}</p>
      ) : source === null ? (
        <p role="status" className={styles.loading}>
          {lake.loading}
        </p>
      ) : over ? (
        <Result state={state} source={source} onAnother={another} />
      ) : (
        <Asking key={state.round} state={state} onAnswer={(answer) => round.answer(answer)} />
      )}
      {source === null ? null : (
        <div className={styles.about}>
          <p data-asking={source.asking}>{askedText(words, source)}</p>
          {source.readers.includes('alphabet') ? null : <p role="note">{lake.lacking}</p>}
          {source.asking === 'official' ? null : <Bring round={round} />}
          <WhatMattered />
        </div>
      )}
    </>
  );
}
