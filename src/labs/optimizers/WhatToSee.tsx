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
  const untrained = useRunState((s) => s.iteration < 200);
  const trained = useLabState((s) => s.checkpoint !== null);
  const { elsewhere, longer } = useLabState((s) => ({
    elsewhere: s.running.race !== s.running.family,
    longer: s.running.raceSteps > s.running.horizon,
  }));
  if (elsewhere) {
    return (
      <p>
        These are not the problems that it was trained on. What it has learned is how <i>those</i>{' '}
        behave: the optimisers written by hand assume less, and are seldom as far off.
      </p>
    );
  }
  if (untrained && !trained) {
    return (
      <p>
        An untrained LSTM proposes noise. Press <b>Train</b>: within a minute or two it overtakes
        every optimiser written by hand, on problems of the kind that it is trained on.
      </p>
    );
  }
  return (
    <>
      <p>
        What it proposes grows far more slowly than the gradient: between SGD, whose update is
        proportional to it, and Adam, which sees little more than its sign. And it depends on
        memory: the lines differ in how long it has seen the same gradient.
      </p>
      {longer ? (
        <p>
          The line in the race is the horizon that it was trained for. Beyond it nobody told it what
          to do.
        </p>
      ) : null}
    </>
  );
}
