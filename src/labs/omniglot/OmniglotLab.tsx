/** The page of the Omniglot lab. */

import { Legend } from '../parts/Compare';
import { LabFrame } from '../parts/LabFrame';
import type { LabViewProps } from '../parts/useOpenedLab';
import { decodeAddress } from './address';
import { DrawPanel } from './draw/DrawPanel';
import { EmbeddingPanel } from './episode/EmbeddingPanel';
import { EpisodePanel } from './episode/EpisodePanel';
import { HowItWorks } from './HowItWorks';
import { OmniglotLab } from './lab';
import { AccuracyPanel } from './methods/AccuracyPanel';
import styles from './omniglot.module.css';
import { Settings } from './Settings';
import { methodLabels } from './spec';
import { TrainingPanel } from './TrainingPanel';
import { useLabState } from './useLab';
import { WhatToSee } from './WhatToSee';

function open(params: URLSearchParams, createWorker: () => Worker) {
  const { address, problems } = decodeAddress(params);
  return { lab: new OmniglotLab(address, createWorker), problems };
}

export function OmniglotLabView(view: LabViewProps) {
  return (
    <LabFrame view={view} open={open} settings={<Settings />} below={<HowItWorks />}>
      <div className={styles.top}>
        <EpisodePanel />
        <DrawPanel />
      </div>
      <Methods />
      <div className={styles.low}>
        <AccuracyPanel />
        <EmbeddingPanel />
        <TrainingPanel />
        <WhatToSee />
      </div>
    </LabFrame>
  );
}

function Methods() {
  const chosen = useLabState((s) => s.spec.methods);
  return <Legend chosen={chosen} label={(name) => methodLabels[name]} />;
}
