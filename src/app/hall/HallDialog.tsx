/** A list over the page, in a hall. */

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/controls/Button';
import styles from './hall.module.css';

interface HallDialogProps {
  readonly title: string;
  /** Of its button, in words. */
  readonly close: string;
  readonly onClose: () => void;
  /** @param close takes it away */
  readonly children: (close: () => void) => ReactNode;
}

export function HallDialog({ title, close: closeText, onClose, children }: HallDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current!.showModal(), []);
  const close = () => dialog.current!.close();
  return (
    <dialog ref={dialog} className={styles.list} aria-labelledby={heading} onClose={onClose}>
      <div className={styles.listHead}>
        <h2 id={heading}>{title}</h2>
        <Button small onClick={close}>
          {closeText}
        </Button>
      </div>
      {children(close)}
    </dialog>
  );
}
