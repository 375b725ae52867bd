/** A report that was computed beforehand, beside what was published and what the run in sight has reached. */

import { useEffect, useState } from 'react';
import { PapersTable } from './PapersTable';
import type { Report, ShownReport, Value } from './reproduction';

const reports = import.meta.glob<{ default: Report }>('../reproduced/*.json');

/** What was computed beforehand under this name; null if nothing was. */
export async function reportOf(name: string): Promise<Report | null> {
  return (await reports[`../reproduced/${name}.json`]?.())?.default ?? null;
}

/** The report of this name; null until it is loaded. */
function useReport(name: string): Report | null {
  const [loaded, setLoaded] = useState<Report | null>(null);
  useEffect(() => {
    let stale = false;
    setLoaded(null);
    const load = async () => {
      const found = await reportOf(name);
      if (!stale && found !== null) setLoaded(found);
    };
    // Offline before it was loaded: the live numbers stay.
    load().catch(() => {});
    return () => {
      stale = true;
    };
  }, [name]);
  return loaded;
}

export interface ComparisonProps {
  readonly name: string;
  readonly presentation: (name: string) => ShownReport;
  /** The meta-iteration in sight, and what this run has reached in it. */
  readonly iteration: number;
  readonly live: (method: string, steps: number) => Value | null;
}

export function Comparison({ name, presentation, ...shown }: ComparisonProps) {
  const report = useReport(name);
  if (report === null) return null;
  return <PapersTable report={report} presentation={presentation(name)} {...shown} />;
}
