/** The page of the optimizer lab. */

import { Legend } from '../parts/Compare';
import { LabFrame } from '../parts/LabFrame';
import type { LabViewProps } from '../parts/useOpenedLab';
import { decodeAddress } from './address';
import { HowItWorks } from './HowItWorks';
import { CellsPanel, ResponsePanel } from './InsightPanels';
import { OptimizerLab } from './lab';
import styles from './optimizers.module.css';
import { RacePanel } from './RacePanel';
import { Settings } from './Settings';
import { SurfacePanel } from './SurfacePanel';
import { racerLabel } from './spec';
import { TrainingPanel } from './TrainingPanel';
import { useLabState } from './useLab';
import { WhatToSee } from './WhatToSee';

function open(params: URLSearchParams, createWorker: () => Worker) {
  const { address, problems } = decodeAddress(params);
  return { lab: new OptimizerLab(address, createWorker), problems };
}

export function OptimizerLabView(view: LabViewProps) {
  return (
    <LabFrame view={view} open={open} settings={<Settings />} below={<HowItWorks />}>
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
    </LabFrame>
  );
}

function Racers() {
  const chosen = useLabState((s) => s.spec.racers);
  return <Legend chosen={chosen} label={racerLabel} />;
}
