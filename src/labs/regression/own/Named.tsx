/** What a task of one's own is called, below the plot; or the way back to it. */

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { notify } from '../../../session/notices';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { useLab, useLabState } from '../hooks';
import styles from './own.module.css';
import { panel } from './panelState';
import { nameText, noticeOf } from './phrases';
import { ownInSight } from './read';
import { Verdict } from './Verdict';

export function Named() {
  const lab = useLab();
  const words = useWords();
  const open = useStore(panel, (s) => s.open);
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
  // The panel says it while it is open: the plot is not to grow and shrink with a line of text while it is drawn on.
  return found.ok ? (
    <>
      <b className={styles.name}>{nameText(words, found.own)}</b>
      {open ? null : <Verdict />}
    </>
  ) : null;
}
