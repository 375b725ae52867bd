/** Below an embedded page: the way out of it, whose turn it is to train, and what a training without a transport does. */

import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import type { AnyLab } from '../../labs/kit/context';
import { inSight } from '../../labs/kit/inSight';
import { Button } from '../../ui/controls/Button';
import { Say, useWords } from '../../ui/Say';
import { sayNumber } from '../../words/format';
import { writeNow } from '../route';
import styles from './embed.module.css';
import { forgetShown } from './shown';
import { turn } from './takeTurns';

/** @param trains whether the link begins a training of which nothing else in sight says anything */
export function showFoot(trains: boolean): void {
  const place = document.createElement('footer');
  place.className = styles.foot!;
  document.body.append(place);
  createRoot(place).render(<Foot trains={trains} />);
}

function Foot({ trains }: { readonly trains: boolean }) {
  const { shown } = useWords();
  const waiting = useStore(turn, (s) => s.waiting);
  const lab = useStore(inSight, (s) => s.lab);
  return (
    <>
      {/* What has it in sight elsewhere is the header, and there is none. */}
      <h1 className="hidden-visually" translate="no">
        Inner Loop
      </h1>
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
      {trains && waiting === null && lab !== null ? <Training lab={lab} /> : null}
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

/** How far it is, and the way to end it and go on. */
function Training({ lab }: { readonly lab: AnyLab }) {
  const { transport } = useWords().frame;
  const { phase, iteration } = useStore(lab.run.store);
  const last = useStore(lab.store, (s) => s.running.iterations);
  const isTraining = phase === 'training';
  const at = { at: sayNumber(iteration), of: sayNumber(last) };
  return (
    <div>
      <span>
        <Say message={transport.iteration} values={at} />
        {isTraining ? '' : ` · ${transport.phases[phase]}`}
      </span>
      <Button
        small
        disabled={phase === 'starting' || phase === 'finished'}
        onClick={() => (isTraining ? lab.pause() : lab.train())}
      >
        {isTraining ? transport.pause : transport.train}
      </Button>
    </div>
  );
}

/** The address of the same place, with everything in sight. */
function whole(): string {
  const params = new URLSearchParams(location.search);
  forgetShown(params);
  const search = String(params);
  return `${location.pathname}${search && `?${search}`}${location.hash}`;
}
