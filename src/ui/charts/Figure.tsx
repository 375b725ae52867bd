/** A chart with its title, and the same numbers as a table. */

import { type ReactNode, useId, useState } from 'react';
import { scientific } from '../../words/digits';
import { say, sayNumber } from '../../words/format';
import { Button } from '../controls/Button';
import { useWords } from '../Say';
import { saveFile } from '../saveFile';
import styles from './charts.module.css';
import { FigureTool } from './FigureTool';
import { csvOf, type TableData } from './table';

interface FigureProps {
  readonly title: string;
  /** What qualifies the title: "600 tasks · 95%". */
  readonly note?: ReactNode;
  /** Made when it is asked for. */
  readonly table: () => TableData;
  /** Said in place of curves that have no points yet. */
  readonly empty?: string | null;
  readonly className?: string | undefined;
  /** What a story points to it by. */
  readonly part?: string;
  /** Below it: what is drawn, where that is to be told. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

export function Figure({
  title,
  note,
  table,
  empty = null,
  className,
  part,
  foot,
  children,
}: FigureProps) {
  const id = useId();
  const { charts } = useWords().frame;
  const [asTable, setAsTable] = useState(false);
  return (
    <figure data-part={part} className={[styles.figure, className].join(' ')} aria-labelledby={id}>
      <div className={styles.heading}>
        <h3 id={id}>{title}</h3>
        <span className={styles.note}>{note}</span>
        {asTable ? (
          <Button small voice="quiet" onClick={() => saveCsv(title, table())}>
            {charts.csv}
          </Button>
        ) : null}
        <Button
          small
          voice="quiet"
          className={styles.tableButton}
          aria-label={charts.dataTable}
          title={charts.dataTable}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <svg viewBox="0 0 14 12" aria-hidden="true">
            <path
              d="M.5.5h13v11H.5zM.5 4.2h13M.5 7.9h13M5 .5v11"
              fill="none"
              stroke="currentColor"
            />
          </svg>
        </Button>
        <FigureTool />
      </div>
      <div className={styles.body}>
        {asTable ? <DataTable caption={title} data={table()} /> : children}
        {empty === null || asTable ? null : <p className={styles.empty}>{empty}</p>}
      </div>
      {foot}
    </figure>
  );
}

/** Numbers with as many digits as they deserve. */
function shown(cell: number | string): string {
  if (typeof cell === 'string') return cell;
  if (Number.isNaN(cell)) return '–';
  if (Number.isInteger(cell)) return sayNumber(cell);
  const size = Math.abs(cell);
  if (size >= 1e5 || size < 1e-4) return scientific(cell, 3);
  return cell.toPrecision(4).replace('-', '−');
}

function DataTable({ caption, data }: { readonly caption: string; readonly data: TableData }) {
  const { charts } = useWords().frame;
  return (
    <section
      className={styles.table}
      aria-label={say(charts.data, { title: caption })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {data.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={r}>
              {row.map((cell, c) => (
                <td key={data.columns[c]}>{shown(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function saveCsv(title: string, table: TableData): void {
  const name = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  saveFile(`${name}.csv`, csvOf(table), 'text/csv');
}
