/** The page of the regression lab. */

import { createWorker } from '../../session/createWorker';
import { LabContext } from '../parts/context';
import parts from '../parts/parts.module.css';
import { Transport } from '../parts/Transport';
import { useOpenedLab } from '../parts/useOpenedLab';
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
import { WhatToSee } from './WhatToSee';

function open(params: URLSearchParams) {
  const { address, problems } = decodeAddress(params);
  return { lab: new RegressionLab(address, createWorker), problems };
}

export function RegressionLabView(props: LabViewProps) {
  const lab = useOpenedLab(props, open);
  if (lab === null) return null;
  return (
    <LabContext value={lab}>
      <div className={parts.lab}>
        <Settings />
        <div className={parts.stage}>
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
