/** A dialog over the page, with its title and the way out. */

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './controls/Button';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Of its button, in words. */
  readonly close: string;
  readonly onClose: () => void;
  /** @param close takes it away */
  readonly children: (close: () => void) => ReactNode;
}

export function Dialog({ title, close: closeText, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current!.showModal(), []);
  const told = useRef(false);
  const tell = () => {
    if (told.current) return;
    told.current = true;
    onClose();
  };
  const close = () => {
    dialog.current!.close();
    // The browser tells it later, and keys act at once: one of them may open it again.
    tell();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onClose={tell}
      onCancel={(event) => {
        // What is within it may cancel something of its own.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <Button small onClick={close}>
          {closeText}
        </Button>
      </div>
      {children(close)}
    </dialog>
  );
}
