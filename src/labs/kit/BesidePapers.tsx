/** Published figures, ours computed beforehand, and those of the run in sight, cell by cell. */

import { useEffect, useState } from 'react';
import { useWords } from '../../ui/Say';
import type { PapersTable } from './PapersTable';
import styles from './papers.module.css';
import parts from './parts.module.css';
import type { Report, ShownReport, Value } from './reproduction';

const reports = import.meta.glob<{ default: Report }>('../reproduced/*.json');

interface Loaded {
  readonly report: Report;
  readonly Table: typeof PapersTable;
}

/** The report that was computed beforehand under a name, and what shows it; null until they are loaded. */
function useReport(name: string): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let stale = false;
    setLoaded(null);
    const load = async () => {
      const report = reports[`../reproduced/${name}.json`]?.();
      if (report === undefined) return;
      const [{ default: found }, shows] = await Promise.all([report, import('./PapersTable')]);
      if (!stale) setLoaded({ report: found, Table: shows.PapersTable });
    };
    // Offline before it was loaded: the live numbers stay.
    load().catch(() => {});
    return () => {
      stale = true;
    };
  }, [name]);
  return loaded;
}

interface BesidePapersProps {
  /** The preset that the run is, by the name of its report; null for settings of nobody else. */
  readonly name: string | null;
  readonly presentation: (name: string) => ShownReport;
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
  const loaded = useReport(name);
  if (loaded === null) return null;
  const { Table, report } = loaded;
  return (
    <Table report={report} presentation={presentation(name)} iteration={iteration} live={live} />
  );
}
