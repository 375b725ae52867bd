/** The frame around the labs. */

import { Suspense, useCallback, useEffect } from 'react';
import { createWorker } from '../labs/createWorker';
import { labNames } from '../labs/names';
import { views } from '../labs/views';
import { notify } from '../session/notices';
import { say } from '../words/format';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Notices } from './Notices';
import { defaultLab, useRoute, useVisit, writeRoute } from './route';

export function App() {
  const { address, number } = useVisit();
  const route = useRoute(address);
  const { lab, unknown } = route ?? { lab: defaultLab, unknown: null };
  const View = views[lab]();

  useEffect(() => {
    if (unknown === null) return;
    notify({
      key: 'route',
      tone: 'warning',
      message: ({ frame }) => say(frame.app.unknownLab, { lab: unknown.slice(0, 24), shown: lab }),
      hint: ({ frame }) => say(frame.app.unknownLabHint, { labs: labNames.join(', ') }),
    });
  }, [unknown, lab]);

  useEffect(() => {
    // Not needed before a person has been somewhere; a key comes a little before the first focus that can be lost.
    const ending = new AbortController();
    const { signal } = ending;
    const load = () => {
      ending.abort();
      import('./keepFocus').then(
        ({ keepFocus }) => keepFocus(document.body),
        // Out of reach: the browser does with focus what it does.
        () => {},
      );
    };
    for (const event of ['keydown', 'focusin']) addEventListener(event, load, { signal });
    return () => ending.abort();
  }, []);

  const onAddress = useCallback((next: () => URLSearchParams) => writeRoute(lab, next), [lab]);

  return (
    <>
      <Header lab={lab} />
      <Notices />
      <main className={styles.main}>
        <ErrorBoundary key={number}>
          <Suspense fallback={<div className={styles.loading} />}>
            {route === null ? (
              <div className={styles.loading} />
            ) : (
              <View
                key={number}
                params={route.params}
                onAddress={onAddress}
                createWorker={createWorker}
              />
            )}
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}
