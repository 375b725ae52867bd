/** What is studied besides, below the picture of the two loops: a place with a title, that can be shut. */

import { type ReactNode, useId } from 'react';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { useLab } from '../hooks';
import styles from './studies.module.css';

interface StudyProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

export function Study({ title, lead, children }: StudyProps) {
  const lab = useLab();
  const id = useId();
  const { studies } = useWords().microscope;
  return (
    <section className={styles.study} data-part="study" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <Button small voice="quiet" onClick={() => lab.see({ microscope: 'shut' })}>
          {studies.close}
        </Button>
      </header>
      <p className={styles.lead}>{lead}</p>
      {children}
    </section>
  );
}
