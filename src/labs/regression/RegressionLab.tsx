/** The page of the regression lab. */

import { algorithms } from '../../algorithms/registry';
import { createWorker } from '../../session/createWorker';
import { Legend } from '../parts/Compare';
import { LabContext } from '../parts/context';
import parts from '../parts/parts.module.css';
import { Transport } from '../parts/Transport';
import { useOpenedLab } from '../parts/useOpenedLab';
import type { LabViewProps } from '../views';
import { AdaptationPanel } from './AdaptationPanel';
import { decodeAddress } from './address';
import { BesidePapers } from './BesidePapers';
import { HowItWorks } from './HowItWorks';
import { RegressionLab } from './lab';
import { looks } from './looks';
import styles from './regression.module.css';
import { Settings } from './Settings';
import { TrainingPanel } from './TrainingPanel';
import { useLabState } from './useLab';
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
          <Contenders />
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

function Contenders() {
  const chosen = useLabState((s) => s.spec.contenders);
  return <Legend chosen={chosen} looks={looks} label={(name) => algorithms[name].label} />;
}
