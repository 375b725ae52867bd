/** What lecture mode adds to the page: loaded when it is on for the first time. */

import { type ComponentType, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { load } from '../compute/fault';
import { notify } from '../session/notices';
import { lecture } from '../ui/lecture';
import { loadWords } from '../words/words';

export function HallDock() {
  const { on } = useStore(lecture);
  const [found, setFound] = useState<{ readonly Hall: ComponentType } | null>(null);
  useEffect(() => {
    if (!on || found !== null) return;
    let stale = false;
    load(() => Promise.all([import('./hall/Hall'), loadWords('hall')])).then(
      ([{ Hall }]) => {
        if (!stale) setFound({ Hall });
      },
      () => {
        if (stale) return;
        // Sizes are of a hall all the same.
        notify({ key: 'hall', tone: 'warning', message: ({ frame }) => frame.app.noHall });
      },
    );
    return () => {
      stale = true;
    };
  }, [on, found]);
  return on && found !== null ? <found.Hall /> : null;
}
