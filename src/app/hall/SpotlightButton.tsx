/** At a panel's head: puts it alone on the screen, and takes it back among the others. */

import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import styles from './hall.module.css';
import { light, panelOf, spotlight } from './spotlight';

export function SpotlightButton() {
  const { hall } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [panel, setPanel] = useState<Element | null>(null);
  const lit = useStore(spotlight, (s) => s.lit !== null && s.lit === panel);
  useEffect(() => {
    const own = panelOf(button.current!);
    // What explains a lab below its stage stays where it is.
    setPanel(own?.closest('[data-part=stage]') ? own : null);
  }, []);
  return (
    <Button
      ref={button}
      small
      voice="quiet"
      hidden={panel === null}
      data-part="spotlight"
      className={styles.spotlight}
      aria-label={lit ? hall.stage : hall.spotlight}
      title={lit ? hall.stage : hall.spotlight}
      aria-pressed={lit}
      onClick={() => light(lit ? null : panel)}
    >
      <svg viewBox="0 0 14 12" aria-hidden="true">
        <path
          d={
            lit
              ? 'M5 .5v3.5H.5M9 .5v3.5h4.5M5 11.5V8H.5M9 11.5V8h4.5'
              : 'M.5 4V.5H5M9 .5h4.5V4M.5 8v3.5H5M9 11.5h4.5V8'
          }
          fill="none"
          stroke="currentColor"
        />
      </svg>
    </Button>
  );
}
