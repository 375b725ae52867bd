/** Omniglot: published figures beside ours, for one kind of task at a time. */

import { useEffect, useState } from 'react';
import { reportOf } from '../../labs/kit/Comparison';
import type { Report } from '../../labs/kit/reproduction';
import { presentationOf, type ReportName, reportNames } from '../../labs/omniglot/trained/papers';
import { TakeCorner } from '../../ui/charts/TakeCorner';
import { Chips } from '../../ui/controls/Chips';
import { Say, useWords } from '../../ui/Say';
import { sayNumber } from '../../words/format';
import { type DotRow, DotTable, KindMark } from './DotTable';
import { axis } from './figure';
import { NotComparable } from './NotComparable';
import { omniglotRows } from './omniglot';
import styles from './published.module.css';

const AXIS = axis(80, 100, 5);
const kinds = ['published', 'ours'] as const;

/** What was computed here beforehand, once it is loaded. */
function useReports(): Readonly<Partial<Record<ReportName, Report>>> {
  const [loaded, setLoaded] = useState<Partial<Record<ReportName, Report>>>({});
  useEffect(() => {
    let stale = false;
    const load = async (name: ReportName) => {
      const report = await reportOf(name);
      if (!stale && report !== null) setLoaded((others) => ({ ...others, [name]: report }));
    };
    // Offline before they were loaded: what was published stays.
    for (const name of reportNames) load(name).catch(() => {});
    return () => {
      stale = true;
    };
  }, []);
  return loaded;
}

export function OmniglotFigures() {
  const { field, omniglot } = useWords();
  const words = field.published;
  const [name, setName] = useState<ReportName>(reportNames[0]);
  const report = useReports()[name];
  const { label, remarks } = presentationOf(name);
  const rows = omniglotRows(name, report?.rows ?? []).map(
    ({ row, source, figures }): DotRow => ({
      key: row,
      label: row === 'mann' ? words.omniglot.mann : label(row),
      ...(source === null
        ? {}
        : { source: source === 'mann' ? words.omniglot.mannSource : omniglot.sources[source] }),
      cells: [figures],
    }),
  );
  return (
    <section aria-labelledby="omniglot-figures" data-part="omniglot">
      <div data-figure>
        <TakeCorner title={words.omniglot.title} />
        <h4 id="omniglot-figures">{words.omniglot.title}</h4>
        <Chips
          legend={words.omniglot.task}
          options={reportNames}
          face={(each) => <span>{words.omniglot.tasks[each]}</span>}
          value={name}
          onChange={setName}
        />
        <ul className={styles.legend}>
          {kinds.map((kind) => (
            <li key={kind}>
              <KindMark kind={kind} />
              <span>{words.kinds[kind]}</span>
            </li>
          ))}
        </ul>
        <DotTable
          caption={words.omniglot.tasks[name]}
          columns={[words.omniglot.column]}
          axis={AXIS}
          rows={rows}
        />
        {report === undefined ? null : (
          <p className={styles.hint}>
            <Say
              message={words.omniglot.from}
              values={{
                date: report.date,
                command: report.command,
                tasks: sayNumber(report.rows[0]!.tasks),
              }}
            />
          </p>
        )}
      </div>
      <NotComparable notes={[remarks, words.omniglot.stream]} />
    </section>
  );
}
