/** Accuracy on held-out tasks, growing as they are classified, beside what was published. */

import { useMemo } from 'react';
import { Swatch } from '../../../ui/charts/layers';
import { type Look, lookOf } from '../../../ui/palette';
import parts from '../../parts/parts.module.css';
import type { Accuracy } from '../protocol';
import {
  type MethodName,
  methodLabels,
  type Statistics,
  statisticsLabels,
  statisticsOf,
} from '../spec';
import {
  charactersText,
  NOT_COMPARABLE,
  type PublishedAccuracy,
  publishedOf,
} from '../trained/published';
import { useLabState } from '../useLab';
import styles from './accuracy.module.css';

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

/** Two decimals where one would say nothing. */
const percent = (share: number): string =>
  (100 * share).toFixed(share > 0 && share < 0.001 ? 2 : 1);

export function AccuracyPanel() {
  const accuracy = useLabState((s) => s.accuracy);
  const methods = useLabState((s) => s.running.methods);
  const spec = useLabState((s) => s.running);
  const lookBack = useLabState((s) => s.lookBack);
  const found = accuracy ?? { ...spec, source: null, wanted: 0 };
  const now = accuracy?.methods ?? {};
  const { ways, shots, queries, statistics } = found;
  const done = Math.max(0, ...Object.values(now).map((m) => m.tasks));
  const papers = methods.map((name) => publishedOf(name, found));
  const scale = useMemo(() => scaleFor(ways), [ways]);
  return (
    <section className={styles.panel} aria-labelledby="accuracy">
      <div className={styles.heading}>
        <h3 id="accuracy">Accuracy</h3>
        <span className={styles.note}>
          {ways}-way {shots}-shot, {queries} {queries === 1 ? 'query' : 'queries'} each,{' '}
          {statisticsLabels[statistics]} · <b>{done.toLocaleString('en')}</b> of{' '}
          {found.wanted.toLocaleString('en')} test tasks
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={parts.scroll} aria-label="Accuracy, data" tabIndex={0}>
        <table className={styles.table}>
          <caption className="hidden-visually">
            Per cent of query drawings classified rightly, with the 95% interval of the mean over
            tasks, and the published figure
          </caption>
          <thead>
            <tr>
              <th scope="col">Method</th>
              <th scope="col">
                {lookBack === null ? 'now' : `at ${lookBack.toLocaleString('en')}`}, %
              </th>
              <th scope="col">published, %</th>
              <th scope="col" className={styles.scale}>
                <span className="hidden-visually">drawn</span>
                <Ticks scale={scale} />
              </th>
            </tr>
          </thead>
          <tbody>
            {methods.map((name, i) => (
              <Row
                key={name}
                name={name}
                look={lookOf(name)}
                now={now[name] ?? null}
                paper={papers[i]!}
                statistics={statisticsOf(name, found)}
                chance={1 / ways}
                scale={scale}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.remark}>
        {found.source === 'procedural'
          ? 'These are procedural characters, made by this page: no published figure speaks of them. Methods trained beforehand learned on Omniglot.'
          : `${NOT_COMPARABLE}${accuracy === null ? '' : `; ${charactersText(accuracy.counts)}`}.`}
      </p>
    </section>
  );
}

interface RowProps {
  readonly name: MethodName;
  readonly look: Look;
  readonly now: Accuracy | null;
  readonly paper: PublishedAccuracy | null;
  /** How its queries were normalised. */
  readonly statistics: Statistics;
  readonly chance: number;
  readonly scale: Scale;
}

function Row({ name, look, now, paper, statistics, chance, scale }: RowProps) {
  const measured = now !== null && now.tasks > 0;
  // Weights that stopped being numbers classify nothing.
  const known = measured && Number.isFinite(now.mean);
  const { placeOf, ticks } = scale;
  return (
    <tr>
      <th scope="row">
        <Swatch look={look} /> {methodLabels[name]}
      </th>
      <td>
        {known ? (
          <>
            <b>{percent(now.mean)}</b>
            <span className={styles.interval}>
              {Number.isFinite(now.ci95) ? ` ± ${percent(now.ci95)}` : ''}
              <i className={styles.protocol}>{protocolOf(statistics)}</i>
            </span>
          </>
        ) : measured ? (
          'lost'
        ) : (
          '–'
        )}
      </td>
      <td title={paper?.source}>
        {paper === null ? (
          '–'
        ) : (
          <>
            {percent(paper.mean)}
            <span className={styles.interval}>
              {paper.ci95 === null ? '' : ` ± ${percent(paper.ci95)}`}
              <i className={styles.protocol}>{protocolOf(paper.statistics)}</i>
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

const protocolOf = (statistics: Statistics): string =>
  statistics === 'transductive' ? 'transductive' : 'one at a time';

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
