/** An answer in place of a blank page when drawing it fails. */

import { Component, type ReactNode } from 'react';
import { Button } from '../ui/controls/Button';
import { words } from '../words/words';
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
    const { app } = words().frame;
    return (
      <div className={styles.broken} role="alert">
        <h2>{app.broken}</h2>
        <p>{message}</p>
        <p>{app.brokenKept}</p>
        <p>
          <Button voice="primary" onClick={() => location.reload()}>
            {app.reload}
          </Button>{' '}
          <Button
            onClick={() => {
              location.hash = '';
              location.reload();
            }}
          >
            {app.defaults}
          </Button>
        </p>
      </div>
    );
  }
}
