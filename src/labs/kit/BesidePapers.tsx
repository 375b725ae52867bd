/** Published figures, ours computed beforehand, and those of the run in sight, cell by cell. */

import { type ReactNode, useEffect, useState } from 'react';
import { Say, useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import styles from './papers.module.css';
import parts from './parts.module.css';
import type { Presentation, Report, Row } from './reproduction';
import { isUncounted, publishedText, tableOf } from './reproductionTable';
import { RUNAWAY } from './runaways';

const reports = import.meta.glob<{ default: Report }>('../reproduced/*.json');

/** The report that was computed beforehand under a name; null until it is loaded. */
function useReport(name: string): Report | null {
  const [report, setReport] = useState<Report | null>(null);
  useEffect(() => {
    let stale = false;
    setReport(null);
    reports[`../reproduced/${name}.json`]?.().then(
      (module) => {
        if (!stale) setReport(module.default);
      },
      // Offline before it was loaded: the live numbers stay.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [name]);
  return report;
}

/** A mean over held-out tasks, without those that ran away. */
type Value = Pick<Row, 'mean'> & Partial<Pick<Row, 'median' | 'ranAway' | 'tasks'>>;

interface BesidePapersProps {
  /** The preset that the run is, by the name of its report; null for settings of nobody else. */
  readonly name: string | null;
  readonly presentation: (name: string) => Presentation & { readonly remarks: string };
  /** The meta-iteration in sight, and what this run has reached in it. */
  readonly iteration: number;
  readonly live: (method: string, steps: number) => Value | null;
}

export function BesidePapers({ name, ...shown }: BesidePapersProps) {
  const { papers } = useWords().frame;
  const [open, setOpen] = useState(false);
  return (
    <details
      className={`${parts.below} ${styles.beside}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{papers.title}</h2>
      </summary>
      {!open ? null : name === null ? (
        <p className={parts.lead}>{papers.nobodys}</p>
      ) : (
        <Comparison name={name} {...shown} />
      )}
    </details>
  );
}

type ComparisonProps = BesidePapersProps & { readonly name: string };

function Comparison({ name, presentation, iteration, live }: ComparisonProps) {
  const { papers } = useWords().frame;
  const report = useReport(name);
  if (report === null) return null;
  const { remarks, ...how } = presentation(name);
  const { steps, headings, rows, format } = tableOf(report, how);
  const away = ({ median = Number.NaN, ranAway = 0, tasks = 0 }: Value): string =>
    ranAway === 0
      ? ''
      : ` ${say(papers.ranAway, { count: ranAway, tasks, median: format(median) })}`;
  return (
    <>
      <p className={parts.lead}>
        <Say
          message={papers.lead}
          values={{
            date: report.date,
            command: report.command,
            iterations: sayNumber(report.iterations),
            at: sayNumber(iteration),
            remarks,
          }}
        />
        {how.bounded ? null : <span>{` ${say(papers.counted, { times: RUNAWAY })}`}</span>}
        {isUncounted(report, how) ? <span>{` ${papers.uncounted}`}</span> : null}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={parts.scroll} aria-label={papers.data} tabIndex={0}>
        <table className={styles.papers}>
          <caption>{papers.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{papers.method}</th>
              {headings.map((heading, i) => (
                <th key={heading} scope="col">
                  {how.heading ?? say(papers.steps, { count: steps[i]! })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ method, label, cells }) => (
              <tr key={method}>
                <th scope="row">{label}</th>
                {cells.map(({ published, measured }, i) => {
                  const now = live(method, steps[i]!);
                  return (
                    <td key={headings[i]}>
                      <dl>
                        <Entry kind="published" name={papers.published}>
                          {published && publishedText(published, format)}
                        </Entry>
                        <Entry kind="beforehand" name={papers.beforehand}>
                          {measured &&
                            `${format(measured.mean)} ± ${format(measured.ci95)}${away(measured)}`}
                        </Entry>
                        <Entry kind="now" name={papers.now}>
                          {now === null ? undefined : format(now.mean) + away(now)}
                        </Entry>
                      </dl>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface EntryProps {
  readonly kind: string;
  readonly name: string;
  readonly children: ReactNode;
}

function Entry({ kind, name, children }: EntryProps) {
  if (children === undefined) return null;
  return (
    <div data-kind={kind}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
