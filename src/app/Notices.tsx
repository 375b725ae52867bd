/** Notices, above everything and out of the way of the layout. */

import { useStore } from 'zustand';
import { dismiss, noticesStore } from '../session/notices';
import { Button } from '../ui/controls/Button';
import styles from './App.module.css';

export function Notices() {
  const { notices } = useStore(noticesStore);
  return (
    <section className={styles.notices} aria-label="Notices">
      {notices.map(({ key, tone, message, hint }) => (
        <div key={key} className={styles.notice} data-tone={tone} role="alert">
          <p>
            <strong>{message}</strong> {hint}
          </p>
          <Button small voice="quiet" aria-label="Dismiss" onClick={() => dismiss(key)}>
            ✕
          </Button>
        </div>
      ))}
    </section>
  );
}
