/** What is said of a contender that went wrong, and of one that comes with the next run. */

import type { ReactNode } from 'react';
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

export const Late = ({ children }: { readonly children: ReactNode }) => (
  <em className={parts.late}>{children}</em>
);
