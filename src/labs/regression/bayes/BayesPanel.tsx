/** What can be known of the task in sight by who knows the family, beside what a contender makes of the same points. */

import { useEffect } from 'react';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { useLab, useLabState } from '../hooks';
import { stepOf } from '../lab';
import type { ContenderName } from '../methods';
import { Study } from '../studies/Study';
import styles from '../studies/studies.module.css';
import './asks';
import { Against } from './Against';
import { Believed } from './Believed';

export function BayesPanel({ name }: { readonly name: ContenderName }) {
  const lab = useLab();
  const { bayes } = useWords().microscope.studies;
  const step = useLabState(stepOf);
  const ofWaves = useLabState((s) => s.running.task === 'sinusoid');
  // Contenders are judged after the step in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what is asked about
  useEffect(() => lab.ask('points'), [lab, step]);
  return (
    <Study title={bayes.title} lead={bayes.lead}>
      {ofWaves ? (
        <div className={styles.parts} data-even>
          <Believed name={name} />
          <Against />
        </div>
      ) : (
        <p className={text.hint}>{bayes.onlyWaves}</p>
      )}
    </Study>
  );
}
