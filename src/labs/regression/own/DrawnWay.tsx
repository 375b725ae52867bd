/** A curve, drawn over the plot: how that begins and ends. */

import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { useLab } from '../hooks';
import styles from './own.module.css';
import { beginDrawing, endDrawing, sketch } from './sketch';

export function DrawnWay() {
  const lab = useLab();
  const { drawn } = useWords().ownTask;
  const drawing = useStore(sketch, (s) => s.now !== null);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(drawing);
  // What ends at the plot goes on where it began.
  useEffect(() => {
    if (before.current && !drawing) button.current?.focus();
    before.current = drawing;
  }, [drawing]);
  useEffect(() => endDrawing, []);
  return (
    <div className={styles.way}>
      <p>{drawn.lead}</p>
      <div className={styles.buttons}>
        <Button
          ref={button}
          aria-pressed={drawing}
          onClick={() => (drawing ? endDrawing() : beginDrawing(lab, false))}
        >
          {drawing ? drawn.end : drawn.begin}
        </Button>
        <Button voice="quiet" onClick={() => beginDrawing(lab, true)}>
          {drawn.flat}
        </Button>
      </div>
      <p className={text.hint}>{drawn.help}</p>
      <p className={text.hint}>{drawn.kept}</p>
    </div>
  );
}
