/** What every lab's page has: its lab opened from the address, settings beside the stage, what explains it below. */

import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { notify } from '../../session/notices';
import { problemText } from '../../session/phrases';
import type { Problem } from '../../spec/spec';
import { say } from '../../words/format';
import { type AnyLab, LabContext, type Shown } from './context';
import parts from './parts.module.css';
import { Transport } from './Transport';

export interface LabViewProps {
  /** The part of the address after the lab's name. */
  readonly params: URLSearchParams;
  /** Told when the lab's state moves: the address is to be asked for and written, in its time. */
  readonly onAddress: (address: () => URLSearchParams) => void;
  readonly createWorker: () => Worker;
}

/** A lab from an address, and what of the address cannot be used. */
export type Open = (
  params: URLSearchParams,
  createWorker: () => Worker,
) => {
  readonly lab: AnyLab;
  readonly problems: readonly Problem[];
};

interface LabFrameProps extends Omit<Shown, 'lab'> {
  readonly view: LabViewProps;
  /** Must be the same function at every rendering. */
  readonly open: Open;
  readonly settings: ReactNode;
  readonly below: ReactNode;
  /** The stage, under Train, Step and Reset. */
  readonly children: ReactNode;
}

export function LabFrame({
  view,
  open,
  settings,
  below,
  children,
  owners,
  wordsOf,
}: LabFrameProps) {
  const lab = useOpenedLab(view, open);
  if (lab === null) return null;
  return (
    <LabContext value={{ lab, owners, wordsOf }}>
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

function useOpenedLab(
  { params, onAddress, createWorker }: LabViewProps,
  open: Open,
): AnyLab | null {
  const [lab, setLab] = useState<AnyLab | null>(null);
  useEffect(() => {
    const { lab: opened, problems } = open(params, createWorker);
    if (problems.length > 0) sayWhatIsWrong(problems);
    const write = () => onAddress(() => opened.address);
    const unsubscribe = opened.store.subscribe((now, before) => {
      // Answers are not in the address: as they come and come, it would never be written.
      if (now.spec !== before.spec || now.view !== before.view) write();
    });
    write();
    void opened.open();
    // Rendered in slices: a lab is large, and what a person does meanwhile comes first.
    startTransition(() => setLab(opened));
    return () => {
      unsubscribe();
      opened.dispose();
    };
  }, [params, onAddress, createWorker, open]);
  return lab;
}

const MOST_PROBLEMS = 6;

function sayWhatIsWrong(problems: readonly Problem[]): void {
  notify({
    key: 'address',
    tone: 'warning',
    message: ({ frame }) => say(frame.spec.bad, { count: problems.length }),
    hint: (words) => {
      const shown = problems.slice(0, MOST_PROBLEMS).map((p) => problemText(words, p));
      const more = problems.length - shown.length;
      const { all, more: others } = words.frame.spec;
      const text = shown.join('; ');
      return more > 0 ? say(others, { shown: text, more }) : say(all, { shown: text });
    },
  });
}
