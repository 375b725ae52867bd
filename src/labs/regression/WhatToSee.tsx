/** A sentence or two on what is in sight, which depends on how far the run is. */

import type { ReactNode } from 'react';
import { useRunState } from '../parts/context';
import { See } from '../parts/See';
import { leavesTrainingRange } from './tasks';
import { useLabState } from './useLab';

export function WhatToSee() {
  return (
    <See>
      <Sight />
    </See>
  );
}

function Sight(): ReactNode {
  const stage = useRunState((s) =>
    s.iteration === 0 ? 'untrained' : s.iteration < 1000 ? 'early' : 'late',
  );
  const beyond = useLabState((s) => leavesTrainingRange(s.running));
  const { maml, joint } = useLabState((s) => ({
    maml: s.spec.contenders.includes('maml'),
    joint: s.spec.contenders.includes('joint'),
  }));
  if (beyond) {
    return (
      <p>
        These tasks leave the training range. What was learned is a distribution of tasks: outside
        it, a few steps are no longer enough.
      </p>
    );
  }
  if (stage === 'untrained') {
    return (
      <p>
        All contenders start from the same random weights, so their plots look alike. Press{' '}
        <b>Train</b>: each learns from the same tasks in its own way, and is judged after adapting
        to others.
      </p>
    );
  }
  if (stage === 'early') {
    return (
      <p>
        The first thing to be learned is the average of all tasks. What sets the methods apart comes
        after: how far one gradient step leads from there.
      </p>
    );
  }
  return (
    <>
      {maml ? (
        <p>Before adapting, MAML is no better than the others. One gradient step changes that.</p>
      ) : null}
      {joint ? (
        <p>
          Joint pre-training has found the average task, and weights that a few steps do not lead
          away from it.
        </p>
      ) : null}
    </>
  );
}
