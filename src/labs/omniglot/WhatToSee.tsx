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

function Sight(): ReactNode {
  const young = useRunState((s) => s.iteration < 300);
  const { trained, procedural, inductive } = useLabState((s) => ({
    trained: Object.keys(s.checkpoints).length > 0,
    procedural: s.shown?.source === 'procedural' && s.running.characters === 'omniglot',
    inductive: s.running.statistics === 'inductive',
  }));
  return (
    <>
      {procedural ? (
        <p>
          Omniglot is not here, so the page draws characters of its own. Bring the dataset under{' '}
          <i>Tasks</i>, and everything above is about real handwriting.
        </p>
      ) : null}
      {trained || !young ? (
        <p>
          Before any gradient step MAML guesses: its last layer knows nothing of these characters.
          One step later it is nearly always right. Prototypical networks take no step at all; the
          plane shows why they need none.
        </p>
      ) : (
        <p>
          Untrained weights are already better than chance: random filters see strokes. Press{' '}
          <b>Train</b>; prototypical networks pass nine in ten within a minute.
        </p>
      )}
      <p>
        {inductive
          ? 'Each query is normalised without the others: what one looks like tells the others nothing.'
          : 'In MAML’s tasks batch normalisation sees all queries at once. That is worth a per cent or two, and no classifier in use would have it: switch Batch statistics to compare.'}
      </p>
    </>
  );
}
