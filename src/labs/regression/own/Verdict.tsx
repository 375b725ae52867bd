/** How the task of one's own in sight lies to the family that was practised on. */

import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../ui/Say';
import { useLabState } from '../hooks';
import { verdictText } from './phrases';
import { ownInSight } from './read';
import { sketch } from './sketch';

export function Verdict() {
  const words = useWords();
  const drawing = useStore(sketch, (s) => s.now !== null);
  // A moment later: it takes longer than a frame while a curve is drawn.
  const { running, own, shown } = useDeferredValue(
    useLabState((s) => ({ running: s.running, own: s.view.own, shown: s.view.shown })),
  );
  const said = useMemo(() => {
    const found = own === '' ? null : ownInSight(running, own, shown);
    return found?.ok ? verdictText(words, running, found.own) : null;
  }, [words, running, own, shown]);
  // It is said once a curve is drawn, not all along.
  return <span role={drawing ? undefined : 'status'}>{said}</span>;
}
