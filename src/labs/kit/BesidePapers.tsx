/** Published figures, ours computed beforehand, and those of the run in sight, cell by cell; loaded when somebody asks. */

import { useState } from 'react';
import { useWords } from '../../ui/Say';
import { loadWords } from '../../words/words';
import type { ComparisonProps } from './Comparison';
import { Late } from './Late';
import styles from './papers.module.css';
import parts from './parts.module.css';

interface BesidePapersProps extends Omit<ComparisonProps, 'name'> {
  /** The preset that the run is, by the name of its report; null for settings of nobody else. */
  readonly name: string | null;
}

const comparison = async () => {
  const [{ Comparison }] = await Promise.all([import('./Comparison'), loadWords('papers')]);
  return Comparison;
};

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
        <Late of={comparison} given={{ name, ...shown }} />
      )}
    </details>
  );
}
