/** An answer in place of a blank page when drawing it fails. */

import { Component, type ReactNode } from 'react';
import { Button } from '../ui/controls/Button';
import styles from './App.module.css';

interface State {
  readonly message: string | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div className={styles.broken} role="alert">
        <h2>This page could not be drawn</h2>
        <p>{message}</p>
        <p>
          The address still holds your settings, and the last run is kept in this browser where it
          allows storage.
        </p>
        <p>
          <Button voice="primary" onClick={() => location.reload()}>
            Reload
          </Button>{' '}
          <Button
            onClick={() => {
              location.hash = '';
              location.reload();
            }}
          >
            Start with the defaults
          </Button>
        </p>
      </div>
    );
  }
}
