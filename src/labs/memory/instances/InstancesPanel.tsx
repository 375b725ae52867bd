/** How often each contender is right at the first, second … tenth sighting of a character, over held-out streams. */

import { useMemo } from 'react';
import { labelCount } from '../../../tasks/labels';
import { firstInstanceCeiling } from '../../../tasks/streams';
import { Figure } from '../../../ui/charts/Figure';
import { Band, Clip, Curve, HorizontalRule, VerticalRule } from '../../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import type { TableData } from '../../../ui/charts/table';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { useUnanswered } from '../../kit/Unanswered';
import { isForetold, isPlain, plainCourse } from '../course';
import { testWays } from '../fields';
import { useLabState, useReaders } from '../hooks';
import { courseOf, readerOf, STREAMS } from '../lab';
import { codeFor } from '../labelling';
import type { ReaderName } from '../methods';
import { type PublishedTable, publishedInstances, publishedOf } from '../published';
import { type ByInstance, INSTANCES, type InstancesAnswer } from '../questions';
import styles from '../stream/stream.module.css';
import { useSighting } from '../useSighting';
import { type Count, shareOf } from '../you/sittings';
import { CourseFoot } from './CourseFoot';
import { Ceiling, Rings } from './layers';
import { useYours, Yours } from './Yours';

const sightings = Array.from({ length: INSTANCES }, (_, i) => i + 1);
const TICKS = [0, 20, 40, 60, 80, 100];

const percents = (shares: readonly number[]) => shares.map((share) => 100 * share);

export function InstancesPanel() {
  const words = useWords();
  const { instances: text } = words.memory;
  const readers = useReaders();
  const reader = useLabState(readerOf);
  const answer = useLabState((s) => s.answers.instances);
  const ways = useLabState((s) => testWays(s.running));
  const labels = useLabState((s) => s.running.labels);
  const sighting = useSighting();
  const yours = useYours();
  const why = useUnanswered('instances');
  const isSince = useLabState((s) => courseOf(s).shuffle > 0);
  const x = useMemo(
    (): Axis => ({
      domain: [1, INSTANCES],
      ticks: sightings,
      label: isSince ? text.xSince : text.x,
    }),
    [text, isSince],
  );
  const y = useMemo((): Axis => ({ domain: [0, 100], ticks: TICKS, label: text.axis }), [text]);
  const here = readers.filter((name) => answer?.byInstance[name] !== undefined);
  const course = answer?.course ?? plainCourse;
  const papers = isPlain(course) ? publishedOf({ labels, ways }) : null;
  // With strings that is for who knows which were told, and of no character which.
  const chance = 100 / ways;
  const count = labelCount(codeFor(labels, ways));
  const ceiling = 100 * firstInstanceCeiling(ways, count);
  return (
    <div className={styles.chart}>
      <Figure
        part="heldOut"
        title={text.title}
        note={say(text.note, {
          done: sayNumber(answer?.done ?? 0),
          streams: sayNumber(answer?.streams ?? STREAMS),
        })}
        empty={why ?? (here.length === 0 ? text.waiting : null)}
        table={() => instancesTable(words, { answer, readers, papers, yours: yours.counts })}
        foot={
          <>
            {reader === undefined || answer === null ? null : (
              <CourseFoot answer={answer} reader={reader} />
            )}
            {labels === 'strings' && answer !== null ? (
              <p className={styles.papers}>
                {say(text.ofStrings, {
                  ...{ ways, count: sayNumber(count) },
                  ceiling: sayNumber(ceiling, { maximumFractionDigits: 2 }),
                })}
              </p>
            ) : null}
            {papers === null ? null : <p className={styles.papers}>{text.papers[labels]}</p>}
            {yours.answers === 0 ? null : (
              <p className={styles.papers}>{say(text.yours, { count: yours.answers })}</p>
            )}
          </>
        }
      >
        <PlotFrame x={x} y={y} reads>
          <HorizontalRule
            y={chance}
            label={say(text.chance[labels], { share: percentText(chance), ways })}
            side="above"
          />
          {sighting === null ? null : <VerticalRule x={sighting} />}
          <Clip>
            {here.map((name) => {
              const { mean, ci95 } = answer!.byInstance[name]!;
              return (
                <Band
                  key={name}
                  x={sightings}
                  low={mean.map((share, i) => 100 * (share - ci95[i]!))}
                  high={mean.map((share, i) => 100 * (share + ci95[i]!))}
                  look={lookOf(name)}
                />
              );
            })}
            {here.map((name) => (
              <Curve
                key={name}
                name={words.contenders[name].label}
                x={sightings}
                y={percents(answer!.byInstance[name]!.mean)}
                look={lookOf(name)}
                width={name === reader ? 3 : 1.8}
              />
            ))}
            {reader === undefined || answer?.wiped[reader] === undefined ? null : (
              <Curve
                name={say(text.wiped, { name: words.contenders[reader].label })}
                x={sightings}
                y={percents(answer.wiped[reader].mean)}
                look={{ ...lookOf(reader), dash: '2 5' }}
                width={1.8}
              />
            )}
            {reader === undefined || answer?.onBeside[reader] === undefined ? null : (
              <Curve
                name={say(text.inTraining, { name: words.contenders[reader].label })}
                x={sightings}
                y={percents(answer.onBeside[reader].mean)}
                look={{ ...lookOf(reader), dash: '2 5' }}
                width={1.8}
              />
            )}
          </Clip>
          {papers === null ? null : <Published readers={readers} papers={papers} />}
          <Yours />
          {isForetold(course) || labels === 'strings' ? null : (
            <Ceiling y={ceiling} label={say(text.ceiling, { share: percentText(ceiling) })} />
          )}
        </PlotFrame>
      </Figure>
    </div>
  );
}

/** NaN at a sighting that no stream came to. */
const percentAt = ({ mean }: ByInstance, i: number): number => 100 * (mean[i] ?? Number.NaN);

const percentText = (percent: number): string =>
  `${sayNumber(percent, { maximumFractionDigits: 1 })}%`;

/** Figures of the paper, of those in sight, and of people. */
function Published({
  readers,
  papers: { of, human },
}: {
  readonly readers: readonly ReaderName[];
  readonly papers: PublishedTable;
}) {
  return (
    <>
      {readers.map((name) =>
        of[name] === undefined ? null : (
          <Rings key={name} x={publishedInstances} y={of[name]} color={lookOf(name).color} />
        ),
      )}
      {human === null ? null : <Rings x={publishedInstances} y={human} color="var(--ink)" />}
    </>
  );
}

interface Tabled {
  readonly answer: InstancesAnswer | null;
  readonly readers: readonly ReaderName[];
  readonly papers: PublishedTable | null;
  readonly yours: readonly Count[];
}

function instancesTable(
  { memory, contenders }: Words,
  { answer, readers, papers, yours }: Tabled,
): TableData {
  const { instances: text } = memory;
  const apart = (which: 'wiped' | 'old' | 'onBeside') =>
    readers.filter((name) => answer?.[which][name] !== undefined);
  const byYou = yours.some(({ of }) => of > 0);
  const here = readers.filter((name) => answer?.byInstance[name] !== undefined);
  const theirs = readers.filter((name) => papers?.of[name] !== undefined);
  const people = papers?.human ?? null;
  const at = (figures: readonly number[], sighting: number) =>
    figures[publishedInstances.indexOf(sighting as (typeof publishedInstances)[number])] ??
    Number.NaN;
  const ofPaper = (name: string) => say(text.ofPaper, { name });
  return {
    columns: [
      text.x,
      ...here.flatMap((reader) => {
        const { label: name } = contenders[reader];
        return [name, say(text.interval, { name })];
      }),
      ...apart('wiped').map((reader) => say(text.wiped, { name: contenders[reader].label })),
      ...apart('old').map((reader) => say(text.old, { name: contenders[reader].label })),
      ...apart('onBeside').map((reader) =>
        say(text.inTraining, { name: contenders[reader].label }),
      ),
      ...theirs.map((reader) => ofPaper(contenders[reader].label)),
      ...(people === null ? [] : [ofPaper(text.human)]),
      ...(byYou ? [text.you, text.youRight, text.youOf] : []),
    ],
    rows: sightings.map((sighting, i) => [
      sighting,
      ...here.flatMap((reader) => {
        const { mean, ci95 } = answer!.byInstance[reader]!;
        return [100 * (mean[i] ?? Number.NaN), 100 * (ci95[i] ?? Number.NaN)];
      }),
      ...apart('wiped').map((reader) => percentAt(answer!.wiped[reader]!, i)),
      ...apart('old').map((reader) => percentAt(answer!.old[reader]!, i)),
      ...apart('onBeside').map((reader) => percentAt(answer!.onBeside[reader]!, i)),
      ...theirs.map((reader) => at(papers!.of[reader]!, sighting)),
      ...(people === null ? [] : [at(people, sighting)]),
      ...(byYou ? [shareOf(yours[i]!)?.share ?? Number.NaN, yours[i]!.right, yours[i]!.of] : []),
    ]),
    of: answer && { iteration: answer.iteration, tasks: answer.done },
  };
}
