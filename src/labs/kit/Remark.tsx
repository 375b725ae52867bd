/** What is said of a contender beside its name: that it went wrong, or what must be known of how it takes part. */

import type { ReactNode } from 'react';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import parts from './parts.module.css';

interface RemarkProps {
  readonly children: ReactNode;
  /** What happened, and what to do. */
  readonly title?: string | undefined;
}

export const Remark = ({ children, title }: RemarkProps) => (
  <em className={parts.diverged} title={title}>
    {children}
  </em>
);

/** That a contender diverged. @param why what happened, and what to do */
export function Diverged({ iteration, why }: { readonly iteration: number; readonly why: string }) {
  const { settings } = useWords().frame;
  return <Remark title={why}>{say(settings.divergedAt, { at: sayNumber(iteration) })}</Remark>;
}

export const Note = ({ children }: { readonly children: ReactNode }) => (
  <em className={parts.note}>{children}</em>
);
