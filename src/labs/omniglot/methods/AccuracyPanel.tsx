/** Accuracy on held-out tasks, growing as they are classified, beside what was published. */

import { useMemo } from 'react';
import { Swatch } from '../../../ui/charts/layers';
import { Take } from '../../../ui/charts/Take';
import type { TableData } from '../../../ui/charts/table';
import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import parts from '../../kit/parts.module.css';
import { useUnanswered } from '../../kit/Unanswered';
import { useLabels, useLabState, useMethods } from '../hooks';
import { accuracyText, charactersText } from '../phrases';
import styles from './accuracy.module.css';
import type { Accuracy, AccuracyAnswer } from './accuracyQuestion';
import { isAsPublished } from './kinds';
import { statisticsOf } from './method';
import { figureFor, type PublishedAccuracy, type Statistics } from './published';
import { type MethodName, methodOf } from './registry';

/** Where accuracies are drawn: logits, which give the last per cent as much room as the first ten. */
interface Scale {
  readonly ticks: readonly number[];
  /** 0…1 from the left. */
  placeOf(share: number): number;
}

const HIGH = 0.998;
const TICKS = [0.05, 0.2, 0.5, 0.8, 0.95, 0.99];
const logit = (p: number): number => Math.log(p / (1 - p));

/** From chance, or 20%, on. */
function scaleFor(ways: number): Scale {
  const low = Math.min(0.2, 1 / ways);
  return {
    ticks: TICKS.filter((tick) => tick >= low),
    placeOf: (p) =>
      (logit(Math.min(HIGH, Math.max(low, p))) - logit(low)) / (logit(HIGH) - logit(low)),
  };
}

export function AccuracyPanel() {
  const { accuracy: text } = useWords().omniglot;
  const methods = useMethods();
  const { accuracy, running, lookBack } = useLabState((s) => ({
    accuracy: s.answers.accuracy,
    running: s.running,
    lookBack: s.lookBack,
  }));
  const found = accuracy ?? running;
  const scale = useMemo(() => scaleFor(found.ways), [found.ways]);
  const labelOf = useLabels();
  const asPublished = isAsPublished(running);
  const publishedOf = (name: MethodName) => (asPublished ? methodOf(name).published : []);
  const paperOf = (name: MethodName) =>
    figureFor(publishedOf(name), found, statisticsOf(methodOf(name), found));
  const table = (): TableData => ({
    columns: [text.method, text.now, '± 95%', text.published],
    rows: methods.map((name) => {
      const { mean = Number.NaN, ci95 = Number.NaN } = accuracy?.methods[name] ?? {};
      return [labelOf(name), 100 * mean, 100 * ci95, 100 * (paperOf(name)?.mean ?? Number.NaN)];
    }),
    of: accuracy && { iteration: accuracy.iteration, tasks: doneOf(accuracy) },
  });
  return (
    <section data-part="accuracy" data-figure className={styles.panel} aria-labelledby="accuracy">
      <div className={styles.heading}>
        <h3 id="accuracy">{text.title}</h3>
        <Note />
        <Take title={text.title} table={table} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={parts.scroll} aria-label={text.data} tabIndex={0}>
        <table className={styles.table}>
          <caption className="hidden-visually">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.method}</th>
              <th scope="col">
                {lookBack === null ? text.now : say(text.at, { at: sayNumber(lookBack) })}
              </th>
              <th scope="col">{text.published}</th>
              <th scope="col" className={styles.scale}>
                <span className="hidden-visually">{text.drawn}</span>
                <Ticks scale={scale} />
              </th>
            </tr>
          </thead>
          <tbody>
            {methods.map((name) => {
              const statistics = statisticsOf(methodOf(name), found);
              return (
                <Row
                  key={name}
                  name={name}
                  now={accuracy?.methods[name] ?? null}
                  paper={paperOf(name)}
                  statistics={statistics}
                  chance={1 / found.ways}
                  scale={scale}
                />
              );
            })}
          </tbody>
        </table>
      </section>
      <Comparable />
      {methods.some((name) => paperOf(name)?.source === 'furrer') ? (
        <p className={styles.remark}>{text.students}</p>
      ) : null}
    </section>
  );
}

/** How many tasks have been classified, by the method that is farthest. */
const doneOf = ({ methods }: AccuracyAnswer): number =>
  Math.max(0, ...Object.values(methods).map(({ tasks }) => tasks));

/** What was measured, under which protocol, and how far. */
function Note() {
  const { accuracy: text, statistics: said } = useWords().omniglot;
  const { accuracy, running } = useLabState((s) => ({
    accuracy: s.answers.accuracy,
    running: s.running,
  }));
  const { ways, shots, queries, statistics } = accuracy ?? running;
  const done = accuracy === null ? 0 : doneOf(accuracy);
  const wanted = accuracy?.wanted ?? 0;
  return (
    <span className={styles.note}>
      <Say
        message={text.note}
        values={{ ways, shots, queries, statistics: said[statistics], done, wanted }}
      />
    </span>
  );
}

/** How far figures of ours and of papers can be compared; or why there are none of ours. */
function Comparable() {
  const words = useWords();
  const { accuracy: text } = words.omniglot;
  const why = useUnanswered('accuracy');
  const accuracy = useLabState((s) => s.answers.accuracy);
  const comparable =
    accuracy === null
      ? text.notComparable
      : `${text.notComparable} ${charactersText(words, accuracy.counts)}`;
  return (
    <p className={styles.remark}>
      {why ?? (accuracy?.source === 'procedural' ? text.procedural : comparable)}
    </p>
  );
}

interface RowProps {
  readonly name: MethodName;
  readonly now: Accuracy | null;
  readonly paper: PublishedAccuracy | null;
  /** How its queries were normalised. */
  readonly statistics: Statistics;
  readonly chance: number;
  readonly scale: Scale;
}

function Row({ name, now, paper, statistics, chance, scale }: RowProps) {
  const { lost, protocol, sources } = useWords().omniglot;
  const labelOf = useLabels();
  const look = lookOf(name);
  // Weights that stopped being numbers classify nothing.
  const known = now !== null && Number.isFinite(now.mean);
  const { placeOf, ticks } = scale;
  return (
    <tr>
      <th scope="row">
        <Swatch look={look} />
        <span>{` ${labelOf(name)}`}</span>
      </th>
      <td>
        {known ? (
          <>
            <b>{accuracyText(now.mean)}</b>
            <span className={styles.interval}>
              <span>{Number.isFinite(now.ci95) ? ` ± ${accuracyText(now.ci95)}` : ''}</span>
              <i className={styles.protocol}>{protocol[statistics]}</i>
            </span>
          </>
        ) : now === null ? (
          '–'
        ) : (
          lost
        )}
      </td>
      <td title={paper === null ? undefined : sources[paper.source]}>
        {paper === null ? (
          '–'
        ) : (
          <>
            <span>{accuracyText(paper.mean)}</span>
            <span className={styles.interval}>
              <span>{paper.ci95 === null ? '' : ` ± ${accuracyText(paper.ci95)}`}</span>
              <i className={styles.protocol}>{protocol[paper.statistics]}</i>
            </span>
          </>
        )}
      </td>
      <td className={styles.scale}>
        <svg
          className={styles.drawn}
          viewBox="0 0 100 20"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {ticks.map((tick) => (
            <Line key={tick} at={placeOf(tick)} className={styles.tick} />
          ))}
          <Line at={placeOf(chance)} className={styles.chance} />
          {paper === null ? null : <Line at={placeOf(paper.mean)} className={styles.paper} />}
          {known ? (
            <>
              {Number.isFinite(now.ci95) ? (
                <line
                  className={styles.range}
                  stroke={look.color}
                  x1={100 * placeOf(now.mean - now.ci95)}
                  x2={100 * placeOf(now.mean + now.ci95)}
                  y1={10}
                  y2={10}
                />
              ) : null}
              <line
                className={styles.dot}
                stroke={look.color}
                x1={100 * placeOf(now.mean)}
                x2={100 * placeOf(now.mean)}
                y1={10}
                y2={10}
              />
            </>
          ) : null}
        </svg>
      </td>
    </tr>
  );
}

function Line({ at, className }: { readonly at: number; readonly className: string | undefined }) {
  const x = 100 * at;
  return <line className={className} x1={x} x2={x} y1={0} y2={20} />;
}

function Ticks({ scale: { ticks, placeOf } }: { readonly scale: Scale }) {
  return (
    <span className={styles.ticks} aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} style={{ left: `${100 * placeOf(tick)}%` }}>
          {100 * tick}
        </span>
      ))}
    </span>
  );
}
