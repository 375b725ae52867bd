/** One held-out stream: its drawings as they come, what is answered, what it is read from, and what is kept. */

import { letterOf } from '../../../characters/letters';
import { FigureTool } from '../../../ui/charts/FigureTool';
import { Take } from '../../../ui/charts/Take';
import type { TableData } from '../../../ui/charts/table';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { useRunState } from '../../kit/context';
import { Late } from '../../kit/Late';
import { useUnanswered } from '../../kit/Unanswered';
import { isPlain } from '../course';
import { isMute, testWays } from '../fields';
import { useLabState, useReaders } from '../hooks';
import { Inside } from '../inside/Inside';
import { InstancesPanel } from '../instances/InstancesPanel';
import { isAnswering, isInSight, readerOf, stepOf } from '../lab';
import { nameIn } from '../labelling';
import { isTrained, type ReaderName, readerNames } from '../methods';
import { Recognised } from '../own/Recognised';
import type { StreamAnswer } from '../questions';
import { saidAt } from '../said';
import { useYou } from '../you/asked';
import { CourseRow } from './CourseRow';
import { Film } from './Film';
import { Followed } from './Followed';
import { Sentence } from './Sentence';
import { Steps } from './Steps';
import styles from './stream.module.css';
import { Wrongly } from './Wrongly';

const answering = async () => (await import('../you/Answering')).Answering;
const beside = async () => (await import('../you/Beside')).Beside;

export function StreamPanel() {
  const words = useWords();
  const text = words.memory.stream;
  const reader = useLabState(readerOf);
  const step = useLabState(stepOf);
  const answer = useLabState((s) => s.answers.stream);
  const isThere = useLabState((s) => s.answers.stream !== null && isInSight(s.answers.stream, s));
  const { ways, length, stream } = useLabState(({ running, view }) => ({
    ways: testWays(running),
    length: running.testLength,
    stream: view.stream,
  }));
  const readers = useReaders();
  const mute = useLabState((s) => isMute(s.running)) && readers.some(isTrained);
  const trained = useLabState((s) => s.running.ways);
  const why = useUnanswered('stream');
  const untrained = useRunState((s) => s.remarks.some(({ code }) => code === 'begun-untrained'));
  const asPixels = useRunState((s) => s.remarks.some(({ code }) => code === 'no-embedding'));
  // Of other settings it has no such drawing.
  const shown = answer !== null && step < answer.shown.length ? answer : null;
  const you = useYou();
  const inSight = isThere ? shown : null;
  const table = (): TableData => streamTable(words, shown, { readers, you });
  return (
    <section
      data-part="hero"
      data-panel="named"
      className={styles.stream}
      aria-labelledby="stream"
      aria-busy={!isThere}
    >
      <h3 id="stream" className="hidden-visually">
        {text.title}
      </h3>
      <div className={styles.board}>
        <div data-figure className={styles.sheet}>
          <div className={styles.top}>
            <p className={styles.about}>
              {say(text.about, { ways, length, stream: sayNumber(stream + 1) })}
            </p>
            <Take title={text.title} table={table} />
            <FigureTool />
          </div>
          {asPixels ? (
            <p className={styles.wrongly} role="note">
              {words.memory.remarks.noEmbedding}
            </p>
          ) : null}
          {untrained ? (
            <p className={styles.wrongly} role="note">
              {words.memory.remarks.begunUntrained}
            </p>
          ) : null}
          {mute ? (
            <p className={styles.wrongly} role="note">
              {say(text.mute, { trained, ways })}
            </p>
          ) : null}
          {why === null ? null : <p role="status">{why}</p>}
          {you.asked === null ? (
            <Read answer={shown} reader={reader} step={step} />
          ) : (
            <Late of={answering} given={{ answer: inSight, at: you.asked }} />
          )}
          {you.on && inSight !== null ? (
            <Late of={beside} given={{ answer: inSight, over: you.asked === null }} />
          ) : null}
        </div>
        <div
          className={styles.side}
          style={{ '--reader': reader === undefined ? undefined : lookOf(reader).color }}
        >
          {you.asked === null ? <Sentence answer={shown} reader={reader} step={step} /> : null}
          <InstancesPanel />
        </div>
      </div>
    </section>
  );
}

interface ReadProps {
  readonly answer: StreamAnswer | null;
  readonly reader: ReaderName | undefined;
  readonly step: number;
}

/** The stream as a contender reads it. */
function Read({ answer, reader, step }: ReadProps) {
  const { stream: text } = useWords().memory;
  const why = useUnanswered('stream');
  const isAnswered = useLabState(isAnswering);
  return (
    <>
      {answer === null ? (
        <p className={styles.awaited}>{why === null ? text.waiting : ''}</p>
      ) : (
        <>
          <Film {...{ answer, reader, step }} />
          {reader === undefined ? null : (
            <>
              <Wrongly {...{ answer, reader, step }} />
              {answer.drawn.length === 0 ? null : <Recognised {...{ answer, reader, step }} />}
              {isPlain(answer.course) ? null : <Followed {...{ answer, reader, step }} />}
            </>
          )}
        </>
      )}
      <Steps answer={answer} />
      {isAnswered ? null : <CourseRow />}
      {answer === null || reader === undefined ? null : <Inside {...{ answer, reader, step }} />}
    </>
  );
}

interface Tabled {
  readonly readers: readonly ReaderName[];
  readonly you: ReturnType<typeof useYou>;
}

/** Every drawing, what is told of it, and what each contender says before; to who is asked, up to that. */
function streamTable(
  { memory, contenders }: Words,
  answer: StreamAnswer | null,
  { readers, you }: Tabled,
): TableData {
  const { table } = memory.stream;
  const here = readerNames.filter(
    (name) => readers.includes(name) && answer?.readings[name] !== undefined,
  );
  const saidByYou = (at: number) => {
    const said = you.sitting.said[at];
    return said === undefined ? '' : letterOf(said);
  };
  const shown = answer?.shown.slice(0, you.asked ?? undefined) ?? [];
  const nameOf = (label: number) => nameIn(answer!, label);
  const hasOld = shown.some(({ old }) => old !== null);
  return {
    columns: [
      ...[table.at, table.character, table.instance, table.label, table.told],
      ...(hasOld ? [table.old] : []),
      ...(you.on ? [memory.you.said] : []),
      ...here.flatMap((reader) => {
        const { label: name } = contenders[reader];
        return [say(table.says, { name }), say(table.sure, { name })];
      }),
    ],
    rows: shown.map(({ character, instance, label, told, old }, at) => [
      ...[at + 1, character + 1, instance, nameOf(label), nameOf(told)],
      ...(hasOld ? [old === null ? '' : nameOf(old)] : []),
      ...(you.on ? [saidByYou(at)] : []),
      ...here.flatMap((reader) => {
        const said = saidAt(answer!.readings[reader]!, answer!, at);
        return said === null ? ['', Number.NaN] : [said.text, said.confidence];
      }),
    ]),
    of: answer && { iteration: answer.iteration },
  };
}
