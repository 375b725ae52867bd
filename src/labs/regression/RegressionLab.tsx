/** The page of the regression lab. */

import { algorithms } from '../../algorithms/registry';
import { Legend } from '../parts/Compare';
import { LabFrame } from '../parts/LabFrame';
import type { LabViewProps } from '../parts/useOpenedLab';
import { AdaptationPanel } from './AdaptationPanel';
import { decodeAddress } from './address';
import { BesidePapers } from './BesidePapers';
import { HowItWorks } from './HowItWorks';
import { RegressionLab } from './lab';
import styles from './regression.module.css';
import { Settings } from './Settings';
import { TrainingPanel } from './TrainingPanel';
import { useLabState } from './useLab';
import { WhatToSee } from './WhatToSee';

function open(params: URLSearchParams, createWorker: () => Worker) {
  const { address, problems } = decodeAddress(params);
  return { lab: new RegressionLab(address, createWorker), problems };
}

export function RegressionLabView(view: LabViewProps) {
  const below = (
    <>
      <HowItWorks />
      <BesidePapers />
    </>
  );
  return (
    <LabFrame view={view} open={open} settings={<Settings />} below={below}>
      <AdaptationPanel />
      <Contenders />
      <div className={styles.low}>
        <TrainingPanel />
        <WhatToSee />
      </div>
    </LabFrame>
  );
}

function Contenders() {
  const chosen = useLabState((s) => s.spec.contenders);
  return <Legend chosen={chosen} label={(name) => algorithms[name].label} />;
}
