/** Figures as dots with intervals, each beside its number, in the rows of one table. */

import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import { type Axis, along, type Figure } from './figure';
import styles from './published.module.css';

export interface DotRow {
  readonly key: string;
  readonly label: string;
  /** Who reports it. */
  readonly source?: string;
  /** The figures of each column. */
  readonly cells: readonly (readonly Figure[])[];
}

interface DotTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly axis: Axis;
  readonly rows: readonly DotRow[];
}

export function DotTable({ caption, columns, axis, rows }: DotTableProps) {
  const { published } = useWords().field;
  return (
    <table className={styles.dots}>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden-visually">{published.method}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              <div className={styles.cell}>
                <span>{column}</span>
                <Ticks axis={axis} />
              </div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, source, cells }) => (
          <tr key={key}>
            <th scope="row">
              <span>{label}</span>
              {source === undefined ? null : <small>{source}</small>}
            </th>
            {cells.map((figures, i) => (
              <td key={columns[i]}>
                <div className={styles.cell}>
                  <Strip axis={axis} figures={figures} />
                  <ul className={styles.numbers}>
                    {figures.map((figure) => (
                      <li key={figure.kind}>
                        <KindMark kind={figure.kind} />
                        <span className="hidden-visually">{published.kinds[figure.kind]}</span>
                        <span>{figureText(published, figure)}</span>
                      </li>
                    ))}
                  </ul>
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const digits = (value: number): string =>
  sayNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 2 });

type PublishedWords = ReturnType<typeof useWords>['field']['published'];

/** As it is read: a mean, and how sure it is. */
export function figureText({ figure: sentence }: PublishedWords, { mean, ci95 }: Figure): string {
  return ci95 === null ? digits(mean) : say(sentence, { mean: digits(mean), ci95: digits(ci95) });
}

function Ticks({ axis }: { readonly axis: Axis }) {
  return (
    <div className={styles.ticks} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <span key={tick} style={{ left: `${along(axis, tick)}%` }}>
          {sayNumber(tick)}
        </span>
      ))}
    </div>
  );
}

interface StripProps {
  readonly axis: Axis;
  readonly figures: readonly Figure[];
}

/** What was published above, ours below it. */
function Strip({ axis, figures }: StripProps) {
  return (
    <svg className={styles.strip} aria-hidden="true">
      {axis.ticks.map((tick) => {
        const x = `${along(axis, tick)}%`;
        return <line key={tick} className={styles.grid} x1={x} x2={x} y1="0" y2="100%" />;
      })}
      {figures.map((figure, i) => {
        const y = `${(100 * (i + 1)) / (figures.length + 1)}%`;
        return <Dot key={figure.kind} axis={axis} figure={figure} y={y} />;
      })}
    </svg>
  );
}

interface DotProps {
  readonly axis: Axis;
  readonly figure: Figure;
  readonly y: string;
}

function Dot({ axis, figure: { kind, mean, ci95 }, y }: DotProps) {
  const at = (value: number) => `${along(axis, value)}%`;
  if (mean < axis.from) {
    return (
      <svg x="0" y={y} overflow="visible" aria-hidden="true">
        <path className={styles.beyond} d="M7 -4L1 0L7 4" data-kind={kind} />
      </svg>
    );
  }
  return (
    <g data-kind={kind}>
      {ci95 === null ? null : (
        <>
          <line x1={at(mean - ci95)} x2={at(mean + ci95)} y1={y} y2={y} />
          <Cap x={at(mean - ci95)} y={y} />
          <Cap x={at(mean + ci95)} y={y} />
        </>
      )}
      <svg x={at(mean)} y={y} overflow="visible" aria-hidden="true">
        <Shape kind={kind} />
      </svg>
    </g>
  );
}

/** The end of an interval: seen even where the dot hides what lies between. */
const Cap = ({ x, y }: { readonly x: string; readonly y: string }) => (
  <svg x={x} y={y} overflow="visible" aria-hidden="true">
    <path d="M0 -4V4" />
  </svg>
);

const Shape = ({ kind }: Pick<Figure, 'kind'>) =>
  kind === 'published' ? <path d="M0 -4L4 0L0 4L-4 0Z" /> : <circle r={3} />;

/** The shape of a kind, beside its number and in the legend. */
export function KindMark({ kind }: Pick<Figure, 'kind'>) {
  return (
    <svg className={styles.mark} viewBox="-6 -6 12 12" aria-hidden="true" data-kind={kind}>
      <Shape kind={kind} />
    </svg>
  );
}
