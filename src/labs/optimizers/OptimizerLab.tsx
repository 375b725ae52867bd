/** The page of the optimizer lab. */

import { createWorker } from '../../session/createWorker';
import { LabContext } from '../parts/context';
import parts from '../parts/parts.module.css';
import { Transport } from '../parts/Transport';
import { useOpenedLab } from '../parts/useOpenedLab';
import type { LabViewProps } from '../views';
import { decodeAddress } from './address';
import { HowItWorks } from './HowItWorks';
import { CellsPanel, ResponsePanel } from './InsightPanels';
import { Legend } from './Legend';
import { OptimizerLab } from './lab';
import styles from './optimizers.module.css';
import { RacePanel } from './RacePanel';
import { Settings } from './Settings';
import { SurfacePanel } from './SurfacePanel';
import { TrainingPanel } from './TrainingPanel';
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
          <Legend />
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
