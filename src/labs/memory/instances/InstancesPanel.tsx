/** How often each contender is right at the first, second … tenth sighting of a character, over held-out streams. */

import { useMemo } from 'react';
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
import { useLabState, useReaders } from '../hooks';
import { readerOf, STREAMS, stepOf } from '../lab';
import type { ReaderName } from '../methods';
import { human, PUBLISHED_WAYS, published, publishedInstances } from '../published';
import { INSTANCES, type InstancesAnswer } from '../questions';
import { instanceOf } from '../said';
import styles from '../stream/stream.module.css';
import { Ceiling, Rings } from './layers';

const sightings = Array.from({ length: INSTANCES }, (_, i) => i + 1);
const TICKS = [0, 20, 40, 60, 80, 100];

const percents = (shares: readonly number[]) => shares.map((share) => 100 * share);

export function InstancesPanel() {
  const words = useWords();
  const { instances: text } = words.memory;
  const readers = useReaders();
  const reader = useLabState(readerOf);
  const answer = useLabState((s) => s.answers.instances);
  const ways = useLabState((s) => s.running.ways);
  const instance = useLabState((s) => instanceOf(s.answers.stream?.shown[stepOf(s)]));
  const why = useUnanswered('instances');
  const x = useMemo(
    (): Axis => ({
      domain: [1, INSTANCES],
      ticks: sightings,
      label: text.x,
    }),
    [text],
  );
  const y = useMemo((): Axis => ({ domain: [0, 100], ticks: TICKS, label: text.axis }), [text]);
  const here = readers.filter((name) => answer?.byInstance[name] !== undefined);
  const papers = ways === PUBLISHED_WAYS;
  const chance = 100 / ways;
  const ceiling = 100 * firstInstanceCeiling(ways);
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
        table={() => instancesTable(words, answer, readers, papers)}
        foot={papers ? <p className={styles.papers}>{text.papers}</p> : null}
      >
        <PlotFrame x={x} y={y} reads>
          <HorizontalRule
            y={chance}
            label={say(text.chance, { share: percentText(chance) })}
            side="above"
          />
          <VerticalRule x={instance} />
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
          </Clip>
          {papers ? <Published readers={readers} /> : null}
          <Ceiling y={ceiling} label={say(text.ceiling, { share: percentText(ceiling) })} />
        </PlotFrame>
      </Figure>
    </div>
  );
}

const percentText = (percent: number): string =>
  `${sayNumber(percent, { maximumFractionDigits: 1 })}%`;

/** Figures of the paper, of those in sight, and of people. */
function Published({ readers }: { readonly readers: readonly ReaderName[] }) {
  return (
    <>
      {readers.map((name) =>
        published[name] === undefined ? null : (
          <Rings key={name} x={publishedInstances} y={published[name]} color={lookOf(name).color} />
        ),
      )}
      <Rings x={publishedInstances} y={human} color="var(--ink)" />
    </>
  );
}

function instancesTable(
  { memory, contenders }: Words,
  answer: InstancesAnswer | null,
  readers: readonly ReaderName[],
  papers: boolean,
): TableData {
  const { instances: text } = memory;
  const here = readers.filter((name) => answer?.byInstance[name] !== undefined);
  const theirs = papers ? readers.filter((name) => published[name] !== undefined) : [];
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
      ...theirs.map((reader) => ofPaper(contenders[reader].label)),
      ...(papers ? [ofPaper(text.human)] : []),
    ],
    rows: sightings.map((sighting, i) => [
      sighting,
      ...here.flatMap((reader) => {
        const { mean, ci95 } = answer!.byInstance[reader]!;
        return [100 * mean[i]!, 100 * ci95[i]!];
      }),
      ...theirs.map((reader) => at(published[reader]!, sighting)),
      ...(papers ? [at(human, sighting)] : []),
    ]),
    of: answer && { iteration: answer.iteration, tasks: answer.done },
  };
}
