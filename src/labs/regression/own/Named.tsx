/** What a task of one's own is called, and how it lies to the family that was practised on; or the way back to it. */

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { notify } from '../../../session/notices';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { useLab, useLabState } from '../hooks';
import { verdictOf } from './family';
import styles from './own.module.css';
import { nameText, noticeOf, verdictText } from './phrases';
import { ownInSight } from './read';
import { sketch } from './sketch';

export function Named() {
  const lab = useLab();
  const words = useWords();
  const own = useLabState((s) => s.view.own);
  const found = useLabState(({ running, view }) =>
    view.own === '' ? null : ownInSight(running, view.own, view.shown),
  );
  const [last, setLast] = useState('');
  useEffect(() => {
    if (found === null) return;
    if (found.ok) return setLast(own);
    notify(noticeOf(own, found.problem));
    lab.see({ own: '' }, 'adapt');
  }, [lab, own, found]);
  if (found === null) {
    return last === '' ? null : (
      <Button small onClick={() => lab.see({ own: last, points: null }, 'adapt')}>
        {words.ownTask.back}
      </Button>
    );
  }
  return found.ok ? (
    <>
      <b className={styles.name}>{nameText(words, found.own)}</b>
      <Verdict />
    </>
  ) : null;
}

/** A moment later: it takes longer than a frame while a curve is drawn. */
function Verdict() {
  const words = useWords();
  const drawing = useStore(sketch, (s) => s.now !== null);
  const { running, own, shown } = useDeferredValue(
    useLabState((s) => ({ running: s.running, own: s.view.own, shown: s.view.shown })),
  );
  const verdict = useMemo(() => {
    const found = ownInSight(running, own, shown);
    return found.ok ? verdictOf(running, found.own) : null;
  }, [running, own, shown]);
  // It is said once a curve is drawn, not all along.
  return <span role={drawing ? undefined : 'status'}>{verdictText(words, running, verdict)}</span>;
}
