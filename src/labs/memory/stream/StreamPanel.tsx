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
import { useUnanswered } from '../../kit/Unanswered';
import { useLabState, useReaders } from '../hooks';
import { Inside } from '../inside/Inside';
import { InstancesPanel } from '../instances/InstancesPanel';
import { isInSight, readerOf, stepOf } from '../lab';
import { type ReaderName, readerNames } from '../methods';
import type { StreamAnswer } from '../questions';
import { saidAt } from '../said';
import { Film } from './Film';
import { Sentence } from './Sentence';
import { Steps } from './Steps';
import styles from './stream.module.css';
import { Wrongly } from './Wrongly';

export function StreamPanel() {
  const words = useWords();
  const text = words.memory.stream;
  const reader = useLabState(readerOf);
  const step = useLabState(stepOf);
  const answer = useLabState((s) => s.answers.stream);
  const isThere = useLabState((s) => s.answers.stream !== null && isInSight(s.answers.stream, s));
  const { ways, length, stream } = useLabState(({ running, view }) => ({
    ways: running.ways,
    length: running.testLength,
    stream: view.stream,
  }));
  const readers = useReaders();
  const why = useUnanswered('stream');
  const asPixels = useRunState((s) => s.remarks.some(({ code }) => code === 'no-embedding'));
  // Of other settings it has no such drawing.
  const shown = answer !== null && step < answer.shown.length ? answer : null;
  const table = (): TableData => streamTable(words, shown, readers);
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
          {why === null ? null : <p role="status">{why}</p>}
          {shown === null ? (
            <p className={styles.awaited}>{why === null ? text.waiting : ''}</p>
          ) : (
            <>
              <Film answer={shown} reader={reader} step={step} />
              {reader === undefined ? null : <Wrongly answer={shown} reader={reader} step={step} />}
            </>
          )}
          <Steps answer={shown} />
          {shown === null || reader === undefined ? null : (
            <Inside answer={shown} reader={reader} step={step} />
          )}
        </div>
        <div
          className={styles.side}
          style={{ '--reader': reader === undefined ? undefined : lookOf(reader).color }}
        >
          <Sentence answer={shown} reader={reader} step={step} />
          <InstancesPanel />
        </div>
      </div>
    </section>
  );
}

/** Every drawing, what is told of it, and what each contender says before. */
function streamTable(
  { memory, contenders }: Words,
  answer: StreamAnswer | null,
  readers: readonly ReaderName[],
): TableData {
  const { table } = memory.stream;
  const here = readerNames.filter(
    (name) => readers.includes(name) && answer?.readings[name] !== undefined,
  );
  return {
    columns: [
      ...[table.at, table.character, table.instance, table.label, table.told],
      ...here.flatMap((reader) => {
        const { label: name } = contenders[reader];
        return [say(table.says, { name }), say(table.sure, { name })];
      }),
    ],
    rows: (answer?.shown ?? []).map(({ character, instance, label, told }, at) => [
      ...[at + 1, character + 1, instance, letterOf(label), letterOf(told)],
      ...here.flatMap((reader) => {
        const said = saidAt(answer!.readings[reader]!, answer!, at);
        return said === null ? ['', Number.NaN] : [letterOf(said.label), said.confidence];
      }),
    ]),
    of: answer && { iteration: answer.iteration },
  };
}
