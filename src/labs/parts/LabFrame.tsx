/** What every lab's page has: its lab opened from the address, settings beside the stage, what explains it below. */

import type { ReactNode } from 'react';
import { LabContext, type LabHandle } from './context';
import parts from './parts.module.css';
import { Transport } from './Transport';
import { type LabViewProps, type Open, type Openable, useOpenedLab } from './useOpenedLab';

interface LabFrameProps {
  readonly view: LabViewProps;
  /** Must be the same function at every rendering. */
  readonly open: Open<LabHandle & Openable>;
  readonly settings: ReactNode;
  readonly below: ReactNode;
  /** The stage, under Train, Step and Reset. */
  readonly children: ReactNode;
}

export function LabFrame({ view, open, settings, below, children }: LabFrameProps) {
  const lab = useOpenedLab(view, open);
  if (lab === null) return null;
  return (
    <LabContext value={lab}>
      <div className={parts.lab}>
        {settings}
        <div className={parts.stage}>
          <Transport />
          {children}
        </div>
        {below}
      </div>
    </LabContext>
  );
}
