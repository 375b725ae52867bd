/** A chart with its title, and the same numbers as a table. */

import { type ReactNode, useId } from 'react';
import { Button } from '../controls/Button';
import { useWords } from '../Say';
import styles from './charts.module.css';
import { FigureTool } from './FigureTool';
import { Lost } from './Lost';
import { Take, useMore } from './Take';
import type { TableData } from './table';

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
  const [shown, toggle] = useMore();
  return (
    <figure data-part={part} className={[styles.figure, className].join(' ')} aria-labelledby={id}>
      <div className={styles.heading}>
        <h3 id={id}>{title}</h3>
        <span className={styles.note}>{note}</span>
        {shown && <shown.SaveCsv title={title} table={table} />}
        <Button
          small
          voice="quiet"
          className={styles.tableButton}
          aria-label={charts.dataTable}
          title={charts.dataTable}
          aria-pressed={!!shown}
          onClick={toggle}
        >
          <svg viewBox="0 0 14 12" aria-hidden="true">
            <path
              d="M.5.5h13v11H.5zM.5 4.2h13M.5 7.9h13M5 .5v11"
              fill="none"
              stroke="currentColor"
            />
          </svg>
        </Button>
        <Take title={title} table={table} empty={empty} toggle={toggle} asTable={!!shown} />
        <FigureTool />
      </div>
      <div className={styles.body}>
        {shown ? <shown.DataTable caption={title} data={table()} /> : children}
        {shown === false && <Lost />}
        {empty !== null && !shown && <p className={styles.empty}>{empty}</p>}
      </div>
      {foot}
    </figure>
  );
}
