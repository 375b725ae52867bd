/** Notices, above everything and out of the way of the layout. */

import { useStore } from 'zustand';
import { dismiss, noticesStore } from '../session/notices';
import { Button } from '../ui/controls/Button';
import { useWords } from '../ui/Say';
import styles from './App.module.css';

export function Notices() {
  const { notices } = useStore(noticesStore);
  const words = useWords();
  const { app } = words.frame;
  return (
    <section className={styles.notices} aria-label={app.notices}>
      {notices.map(({ key, tone, message, hint, action }) => (
        <div key={key} className={styles.notice} data-tone={tone} role="alert">
          <p>
            <strong>{message(words)}</strong>
            {hint === undefined ? null : <span>{` ${hint(words)}`}</span>}
          </p>
          {action === undefined ? null : 'href' in action ? (
            <a href={action.href} target="_blank" rel="noreferrer">
              {action.label(words)}
            </a>
          ) : (
            <Button small onClick={action.act}>
              {action.label(words)}
            </Button>
          )}
          <Button small voice="quiet" aria-label={app.dismiss} onClick={() => dismiss(key)}>
            ✕
          </Button>
        </div>
      ))}
    </section>
  );
}
