/** The frame around the labs. */

import { Suspense, useCallback, useEffect } from 'react';
import { createWorker } from '../labs/createWorker';
import { isLab, type PlaceName } from '../labs/names';
import { views, withWords } from '../labs/views';
import { useWords } from '../ui/Say';
import { say } from '../words/format';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Notices } from './Notices';
import { useRoute, useVisit, writeRoute } from './route';

/** Milliseconds after which the page has long been in sight. */
const OFFLINE_AFTER = 15_000;
/** The view of each place. */
const places: Record<PlaceName, (typeof views)['root']> = {
  ...views,
  lessons: withWords(['lessons'], async () => (await import('../lessons/LessonsPage')).LessonsPage),
  map: withWords(
    ['field', 'lessons', 'optimizers', 'omniglot', 'memory'],
    async () => (await import('../map/FieldPage')).FieldPage,
  ),
  lecture: withWords(['hall'], async () => (await import('./hall/inHall')).LecturePage),
};
const lessonsInLab = () => import('../lessons/inLab');

export function App() {
  const { address, number } = useVisit();
  const route = useRoute(address);
  const { place, unknown } = route ?? { place: 'root', unknown: null };
  const View = places[place]();
  const title = useTitle(place);

  useEffect(() => {
    if (unknown === null) return;
    import('./unknownLab').then(
      ({ tellUnknown }) => tellUnknown(unknown, place),
      // Out of reach: the lab that is shown instead has its name in the header.
      () => {},
    );
  }, [unknown, place]);

  useEffect(() => {
    // Not needed before a person has been somewhere; a key comes a little before the first focus that can be lost.
    const ending = new AbortController();
    const { signal } = ending;
    const load = () => {
      ending.abort();
      import('./fromFirstAct').then(
        ({ keepFocus, takeDrops }) => {
          keepFocus(document.body);
          takeDrops();
        },
        // Out of reach: the browser does with focus, and with what is dropped, what it does.
        () => {},
      );
    };
    for (const event of ['keydown', 'focusin', 'dragenter'])
      addEventListener(event, load, { signal });
    return () => ending.abort();
  }, []);

  useEffect(() => {
    // Last of all, as it loads what was not needed until now.
    const keep = () =>
      import('./offline/offline').then(({ keepOffline }) => keepOffline()).catch(() => {});
    const waiting = setTimeout(keep, OFFLINE_AFTER);
    return () => clearTimeout(waiting);
  }, []);

  const onAddress = useCallback(
    (next: () => URLSearchParams) => {
      if (isLab(place)) writeRoute(place, next);
    },
    [place],
  );

  return (
    <>
      <title>{title}</title>
      <Header place={place} />
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
                lessons={lessonsInLab}
              />
            )}
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

/** What the browser calls the page. */
function useTitle(place: PlaceName): string {
  const { frame } = useWords();
  return place === 'root' ? frame.app.title : say(frame.app.titleOf, { lab: frame.labs[place] });
}
