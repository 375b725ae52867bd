/** The table of what was published, computed beforehand and reached by the run in sight, and how to read it. */

import type { ReactNode } from 'react';
import { Say, useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import styles from './papers.module.css';
import parts from './parts.module.css';
import type { Report, ShownReport, Value } from './reproduction';
import { isUncounted, publishedText, tableOf } from './reproductionTable';
import { RUNAWAY } from './runaways';

interface PapersTableProps {
  readonly report: Report;
  readonly presentation: ShownReport;
  /** The meta-iteration in sight, and what this run has reached in it. */
  readonly iteration: number;
  readonly live: (method: string, steps: number) => Value | null;
}

export function PapersTable({ report, presentation, iteration, live }: PapersTableProps) {
  const papers = useWords().papers.table;
  const { remarks, ...how } = presentation;
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
