/** The page of the memory lab. */

import { useEffect, useRef } from 'react';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say, sayNumber, sayPercent } from '../../words/format';
import { loadWords } from '../../words/words';
import { Below } from '../kit/Below';
import { Compare } from '../kit/Compare';
import { useRunState, type WordsOf } from '../kit/context';
import { InTime } from '../kit/InTime';
import { LabFrame, type LabViewProps } from '../kit/LabFrame';
import { Late } from '../kit/Late';
import { Diverged, Note } from '../kit/Remark';
import { Characters } from './Characters';
import type { fields } from './fields';
import { useLab, useLabState, useReaders } from './hooks';
import { definition, openMemory, readerOf } from './lab';
import { isTrained, type ReaderName, readerNames, readers } from './methods';
import type { presets } from './presets';
import { StreamPanel } from './stream/StreamPanel';
import styles from './stream/stream.module.css';
import { Origins } from './trained/Origins';
import { useSighting } from './useSighting';
import { WhatToSee } from './WhatToSee';

/** The lab without its page. */
export { definition as form, openMemory as open } from './lab';

const wordsOf: WordsOf<typeof fields, typeof presets, typeof readers> = (words) => words.memory;

const how = async () => {
  const [{ HowItWorks }] = await Promise.all([import('./HowItWorks'), loadWords('about')]);
  return HowItWorks;
};
const training = async () => (await import('./TrainingPanel')).TrainingPanel;
const spark = async () => (await import('../kit/Spark')).Spark;
const story = async () => (await import('./story')).story;
const stamped = async () => (await import('./stamped')).stamped;

export function MemoryLabView(view: LabViewProps) {
  return (
    <LabFrame
      view={view}
      form={definition}
      open={openMemory}
      owners={readers}
      wordsOf={wordsOf}
      title={(words) => words.memory.title}
      compare={<Readers />}
      after={{ characters: <Characters />, begin: <Origins /> }}
      below={<Below title={(words) => words.memory.how.title} of={how} given={{}} />}
      strip={<Strip />}
      story={story}
      stamped={stamped}
    >
      <ToLines />
      <StreamPanel />
      <div className={styles.low}>
        <InTime of={training} given={{}} />
        <WhatToSee />
      </div>
    </LabFrame>
  );
}

/** What a link leads to stands below the stage, and is loaded when it is near. */
function ToLines() {
  const opened = useRef(useLabState((s) => s.view.lines === 'open'));
  useEffect(() => {
    if (opened.current) document.getElementById('how')?.scrollIntoView();
  }, []);
  return null;
}

/** Those that are trained, in training. */
function Strip() {
  const curves = useReaders()
    .filter(isTrained)
    .map((name) => ({ column: name, look: lookOf(name) }));
  return <Late of={spark} given={{ curves }} quiet />;
}

function Readers() {
  const lab = useLab();
  const { memory, contenders, files, frame } = useWords();
  const { spec, running, origin } = useLabState(({ spec, running, origin }) => ({
    ...{ spec, running, origin },
  }));
  /** It stands beside trained ones, which is no fair comparison. */
  const begunUntrained = (name: ReaderName) =>
    running.readers.includes(name) &&
    isTrained(name) &&
    origin[name] === undefined &&
    Object.keys(origin).length > 0;
  const front = useLabState(readerOf);
  const sighting = useSighting();
  const instances = useLabState((s) => s.answers.instances);
  const score = (name: ReaderName) =>
    sighting === null ? undefined : instances?.byInstance[name]?.mean[sighting - 1];
  const started = useRunState((s) => s.iteration > 0);
  const diverged = useRunState((s) => s.remarks.filter((r) => r.code === 'diverged'));
  return (
    <Compare
      names={readerNames}
      chosen={spec.readers}
      onChange={(next) => lab.change('readers', next)}
      front={{ name: front, take: (reader) => lab.see({ reader }) }}
      score={(name) => {
        const share = score(name);
        return share === undefined || !Number.isFinite(share) ? null : (
          <em data-part="score" className={styles.score}>
            {sayPercent(share)}
          </em>
        );
      }}
      remark={(name) => {
        const remark = diverged.find(({ subject }) => subject === name);
        const late = started && spec.readers.includes(name) && !running.readers.includes(name);
        return (
          <>
            {remark === undefined ? null : (
              <Diverged
                iteration={remark.iteration}
                why={say(memory.remarks.diverged, {
                  name: contenders[name].label,
                  at: sayNumber(remark.iteration),
                })}
              />
            )}
            {late ? <Note>{frame.settings.pending}</Note> : null}
            {late || !begunUntrained(name) ? null : <Note>{files.trained.alone}</Note>}
          </>
        );
      }}
    />
  );
}
