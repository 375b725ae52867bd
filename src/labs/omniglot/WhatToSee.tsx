/** A sentence or two on what is in sight. */

import type { ReactNode } from 'react';
import { useRunState } from '../parts/context';
import { See } from '../parts/See';
import { useLabState } from './useLab';

export function WhatToSee() {
  return (
    <See>
      <Sight />
    </See>
  );
}

/** Meta-iterations after which a method that began untrained has learned what is said of it. */
const LEARNED = { maml: 3000, prototypical: 300 } as const;

function Sight(): ReactNode {
  const old = useRunState((s) => ({
    maml: s.iteration >= LEARNED.maml,
    prototypical: s.iteration >= LEARNED.prototypical,
  }));
  const { running, trained, procedural } = useLabState((s) => ({
    running: s.running,
    trained: s.checkpoints,
    procedural: s.shown?.source === 'procedural' && s.running.characters === 'omniglot',
  }));
  const able = (name: keyof typeof LEARNED): boolean =>
    running.methods.includes(name) && (trained[name] !== undefined || old[name]);
  const untrained = Object.keys(trained).length === 0 && !old.prototypical;
  return (
    <>
      {procedural ? (
        <p>
          Omniglot is not here, so the page draws characters of its own. Bring the dataset under{' '}
          <i>Tasks</i>, and everything above is about real handwriting.
        </p>
      ) : null}
      {untrained ? (
        <p>
          Untrained weights are already better than chance: random filters see strokes. Press{' '}
          <b>Train</b>; prototypical networks pass nine in ten within a minute.
        </p>
      ) : null}
      {able('maml') ? (
        <p>
          Before any gradient step MAML guesses: its last layer knows nothing of these characters.
          One step later it is nearly always right.
        </p>
      ) : null}
      {able('prototypical') ? (
        <p>Prototypical networks take no step at all; the plane shows why they need none.</p>
      ) : null}
      {running.statistics === 'inductive' ? (
        <p>
          Each query is normalised without the others: what one looks like tells the others nothing.
        </p>
      ) : running.methods.includes('maml') ? (
        <p>
          In MAML’s tasks batch normalisation sees all queries at once. That is worth a per cent or
          two, and no classifier in use would have it: switch <i>Batch statistics</i> to compare.
        </p>
      ) : null}
    </>
  );
}
