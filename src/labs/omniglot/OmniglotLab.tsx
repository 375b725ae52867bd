/** The page of the Omniglot lab. */

import { createWorker } from '../../session/createWorker';
import { Legend } from '../parts/Compare';
import { LabContext } from '../parts/context';
import parts from '../parts/parts.module.css';
import { Transport } from '../parts/Transport';
import { useOpenedLab } from '../parts/useOpenedLab';
import type { LabViewProps } from '../views';
import { AccuracyPanel } from './AccuracyPanel';
import { decodeAddress } from './address';
import { DrawPanel } from './DrawPanel';
import { EmbeddingPanel } from './EmbeddingPanel';
import { EpisodePanel } from './EpisodePanel';
import { HowItWorks } from './HowItWorks';
import { OmniglotLab } from './lab';
import { looks } from './looks';
import styles from './omniglot.module.css';
import { Settings } from './Settings';
import { methodLabels } from './spec';
import { TrainingPanel } from './TrainingPanel';
import { useLabState } from './useLab';
import { WhatToSee } from './WhatToSee';

function open(params: URLSearchParams) {
  const { address, problems } = decodeAddress(params);
  return { lab: new OmniglotLab(address, createWorker), problems };
}

export function OmniglotLabView(props: LabViewProps) {
  const lab = useOpenedLab(props, open);
  if (lab === null) return null;
  return (
    <LabContext value={lab}>
      <div className={parts.lab}>
        <Settings />
        <div className={parts.stage}>
          <Transport />
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
        </div>
        <HowItWorks />
      </div>
    </LabContext>
  );
}

function Methods() {
  const chosen = useLabState((s) => s.spec.methods);
  return <Legend chosen={chosen} looks={looks} label={(name) => methodLabels[name]} />;
}
