/** A chart's numbers as a table, and what saves them beside it. */

import { scientific } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import { Button } from '../../controls/Button';
import { useWords } from '../../Say';
import styles from '../charts.module.css';
import type { TableData } from '../table';
import { useTaking } from './useTaking';

/** Numbers with as many digits as they deserve. */
function shown(cell: number | string): string {
  if (typeof cell === 'string') return cell;
  if (Number.isNaN(cell)) return '–';
  if (Number.isInteger(cell)) return sayNumber(cell);
  const size = Math.abs(cell);
  if (size >= 1e5 || size < 1e-4) return scientific(cell, 3);
  return cell.toPrecision(4).replace('-', '−');
}

interface DataTableProps {
  readonly caption: string;
  readonly data: TableData;
}

export function DataTable({ caption, data }: DataTableProps) {
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

interface SaveCsvProps {
  readonly title: string;
  readonly table: () => TableData;
}

export function SaveCsv({ title, table }: SaveCsvProps) {
  const { charts } = useWords().frame;
  const { said, take } = useTaking();
  return (
    <>
      <Button small voice="quiet" onClick={() => take('csv', { title, table })}>
        {charts.csv}
      </Button>
      {said === null ? null : (
        <span role="alert" className={styles.untaken}>
          {said}
        </span>
      )}
    </>
  );
}
