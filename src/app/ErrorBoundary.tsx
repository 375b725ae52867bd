/**
 * An answer in place of a blank page when drawing it fails. The run was put away when its lab was left, so trying again
 * opens it where it was; the header still leads to the other labs.
 */

import { Component, type ReactNode } from 'react';
import { type Fault, faultOf } from '../compute/fault';
import { faultText } from '../session/phrases';
import { Button } from '../ui/controls/Button';
import { words } from '../words/words';
import styles from './App.module.css';
import { revisit } from './route';

interface State {
  readonly why: Fault | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { why: null };

  static getDerivedStateFromError(error: unknown): State {
    // Something else rearranges the page, as translators do: what is drawn next asks to be left as it is.
    if (error instanceof DOMException) document.documentElement.translate = false;
    return { why: faultOf(error) };
  }

  override render() {
    const { why } = this.state;
    if (why === null) return this.props.children;
    const { app } = words().frame;
    return (
      <div className={styles.broken} role="alert">
        <h2>{app.broken}</h2>
        <p>{faultText(words(), why)}</p>
        <p>{why.code === 'not-loaded' ? app.notLoaded : app.brokenKept}</p>
        <p className={styles.ways}>
          <Button voice="primary" onClick={revisit}>
            {app.again}
          </Button>
          <Button onClick={() => location.reload()}>{app.reload}</Button>
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
