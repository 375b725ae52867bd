/** Below an embedded page: the way out of it, and whose turn it is to train. */

import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { writeNow } from '../route';
import styles from './embed.module.css';
import { forgetShown } from './shown';
import { turn } from './takeTurns';

export function showFoot(): void {
  const place = document.createElement('footer');
  place.className = styles.foot!;
  document.body.append(place);
  createRoot(place).render(<Foot />);
}

function Foot() {
  const { shown } = useWords();
  const waiting = useStore(turn, (s) => s.waiting);
  return (
    <>
      <div role="status">
        {waiting === null ? null : (
          <>
            <span>{shown.waits}</span>
            <Button small onClick={waiting.takeOver}>
              {shown.takeOver}
            </Button>
            <Button small voice="quiet" onClick={waiting.leave}>
              {shown.leave}
            </Button>
          </>
        )}
      </div>
      <a
        href={whole()}
        target="_blank"
        rel="noopener"
        onClick={({ currentTarget }) => {
          writeNow();
          currentTarget.href = whole();
        }}
      >
        {shown.open}
      </a>
    </>
  );
}

/** The address of the same place, with everything in sight. */
function whole(): string {
  const params = new URLSearchParams(location.search);
  forgetShown(params);
  const search = String(params);
  return `${location.pathname}${search && `?${search}`}${location.hash}`;
}
