/** What lecture mode adds to the page: loaded when it is on for the first time. */

import { type ComponentType, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { load } from '../compute/fault';
import { createWorker } from '../labs/createWorker';
import { notify } from '../session/notices';
import { lecture } from '../ui/lecture';
import { loadWords } from '../words/words';

type HallView = ComponentType<{ readonly createWorker: () => Worker }>;

export function HallDock() {
  const { on } = useStore(lecture);
  const [Hall, setHall] = useState<HallView | null>(null);
  useEffect(() => {
    if (!on || Hall) return;
    load(() => Promise.all([import('./hall/inHall'), loadWords('hall')])).then(
      ([{ Hall }]) => setHall(() => Hall),
      // Sizes are of a hall all the same.
      () => notify({ key: 'hall', tone: 'warning', message: ({ frame }) => frame.app.notLoaded }),
    );
  }, [on, Hall]);
  return on && Hall && <Hall createWorker={createWorker} />;
}
