/** The page of the regression lab. */

import { useEffect, useState } from 'react';
import { createWorker } from '../../session/createWorker';
import { notify } from '../../session/notices';
import type { LabViewProps } from '../views';
import { AdaptationPanel } from './AdaptationPanel';
import { decodeAddress } from './address';
import { BesidePapers } from './BesidePapers';
import { HowItWorks } from './HowItWorks';
import { Legend } from './Legend';
import { RegressionLab } from './lab';
import styles from './regression.module.css';
import { Settings } from './Settings';
import { TrainingPanel } from './TrainingPanel';
import { Transport } from './Transport';
import { LabContext } from './useLab';
import { WhatToSee } from './WhatToSee';

export function RegressionLabView({ params, onAddress }: LabViewProps) {
  const [lab, setLab] = useState<RegressionLab | null>(null);

  useEffect(() => {
    const { address, problems } = decodeAddress(params);
    if (problems.length > 0) {
      notify({
        key: 'address',
        tone: 'warning',
        message: `The address has ${problems.length === 1 ? 'a value' : 'values'} that cannot be used.`,
        hint: `${problems
          .slice(0, 6)
          .map((p) => p.message)
          .join('; ')}${problems.length > 6 ? `; and ${problems.length - 6} more` : ''}.`,
      });
    }
    const opened = new RegressionLab(address, createWorker);
    const unsubscribe = opened.store.subscribe((now, before) => {
      if (now.spec !== before.spec || now.choice !== before.choice) onAddress(opened.address);
    });
    onAddress(opened.address);
    void opened.open();
    setLab(opened);
    return () => {
      unsubscribe();
      opened.dispose();
    };
  }, [params, onAddress]);

  if (lab === null) return null;
  return (
    <LabContext value={lab}>
      <div className={styles.lab}>
        <Settings />
        <div className={styles.stage}>
          <Transport />
          <AdaptationPanel />
          <Legend />
          <div className={styles.low}>
            <TrainingPanel />
            <WhatToSee />
          </div>
        </div>
        <HowItWorks />
        <BesidePapers />
      </div>
    </LabContext>
  );
}
