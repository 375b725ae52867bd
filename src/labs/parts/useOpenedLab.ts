/** Opens a lab from an address, says what of the address cannot be used, and keeps the address up to date. */

import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { notify } from '../../session/notices';
import type { Problem } from '../../spec/spec';

/** What the frame gives to a lab's page. */
export interface LabViewProps {
  /** The part of the address after the lab's name. */
  readonly params: URLSearchParams;
  /** Writes the lab's state into the address, without a step in the history. */
  readonly onAddress: (params: URLSearchParams) => void;
  /** Starts what computes: a page knows no worker's script. */
  readonly createWorker: () => Worker;
}

export interface Openable {
  readonly store: Pick<StoreApi<unknown>, 'subscribe'>;
  readonly address: URLSearchParams;
  open(): Promise<void>;
  dispose(): void;
}

export type Open<L> = (
  params: URLSearchParams,
  createWorker: () => Worker,
) => {
  readonly lab: L;
  readonly problems: readonly Problem[];
};

const MOST_PROBLEMS = 6;

/** @param open must be the same function at every call */
export function useOpenedLab<L extends Openable>(
  { params, onAddress, createWorker }: LabViewProps,
  open: Open<L>,
): L | null {
  const [lab, setLab] = useState<L | null>(null);
  useEffect(() => {
    const { lab: opened, problems } = open(params, createWorker);
    if (problems.length > 0) sayWhatIsWrong(problems);
    let written = '';
    const write = () => {
      const { address } = opened;
      if (String(address) === written) return;
      written = String(address);
      onAddress(address);
    };
    const unsubscribe = opened.store.subscribe(write);
    write();
    void opened.open();
    setLab(opened);
    return () => {
      unsubscribe();
      opened.dispose();
    };
  }, [params, onAddress, createWorker, open]);
  return lab;
}

function sayWhatIsWrong(problems: readonly Problem[]): void {
  const shown = problems.slice(0, MOST_PROBLEMS).map((p) => p.message);
  const more = problems.length - shown.length;
  notify({
    key: 'address',
    tone: 'warning',
    message: `The address has ${problems.length === 1 ? 'a value' : 'values'} that cannot be used.`,
    hint: `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  });
}
