/** The page of the optimizer lab. */

import { createWorker } from '../../session/createWorker';
import { Legend } from '../parts/Compare';
import { LabContext } from '../parts/context';
import parts from '../parts/parts.module.css';
import { Transport } from '../parts/Transport';
import { useOpenedLab } from '../parts/useOpenedLab';
import type { LabViewProps } from '../views';
import { decodeAddress } from './address';
import { HowItWorks } from './HowItWorks';
import { CellsPanel, ResponsePanel } from './InsightPanels';
import { OptimizerLab } from './lab';
import { looks } from './looks';
import styles from './optimizers.module.css';
import { RacePanel } from './RacePanel';
import { Settings } from './Settings';
import { SurfacePanel } from './SurfacePanel';
import { racerLabel } from './spec';
import { TrainingPanel } from './TrainingPanel';
import { useLabState } from './useLab';
import { WhatToSee } from './WhatToSee';

function open(params: URLSearchParams) {
  const { address, problems } = decodeAddress(params);
  return { lab: new OptimizerLab(address, createWorker), problems };
}

export function OptimizerLabView(props: LabViewProps) {
  const lab = useOpenedLab(props, open);
  if (lab === null) return null;
  return (
    <LabContext value={lab}>
      <div className={parts.lab}>
        <Settings />
        <div className={parts.stage}>
          <Transport />
          <div className={styles.top}>
            <RacePanel />
            <SurfacePanel />
          </div>
          <Racers />
          <div className={styles.low}>
            <ResponsePanel />
            <CellsPanel />
            <TrainingPanel />
            <WhatToSee />
          </div>
        </div>
        <HowItWorks />
      </div>
    </LabContext>
  );
}

function Racers() {
  const chosen = useLabState((s) => s.spec.racers);
  return <Legend chosen={chosen} looks={looks} label={racerLabel} />;
}
