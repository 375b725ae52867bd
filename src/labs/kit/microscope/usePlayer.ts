/** Goes through the run by itself, at the pace of the gear that is in; which can be changed on the way. */

import { useEffect, useRef, useState } from 'react';
import { useAnyLab, useRunState } from '../context';
import { moveFrom } from './gear';
import type { Walked } from './recorded';
import { useSight } from './useSight';

/** Milliseconds for which what a move has led to stays. */
const STAY = 1250;

export interface Player {
  readonly plays: boolean;
  play(): void;
  stop(): void;
}

/** @param recorded null while there is none of what is in sight */
export function usePlayer(recorded: Walked | null): Player {
  const lab = useAnyLab();
  const { line, focus, gear } = useSight();
  const phase = useRunState((s) => s.phase);
  const iteration = useRunState((s) => s.iteration);
  const [plays, setPlays] = useState(false);
  /** The meta-iteration whose training was asked for. */
  const trained = useRef(-1);
  /** Whether it trains at full speed because this was asked to. */
  const runs = useRef(false);
  useEffect(() => {
    if (!plays) return undefined;
    const training = phase === 'training';
    const isFull = gear === 'full';
    if (training) {
      if (isFull) runs.current = true;
      // Down from full speed it comes to rest, and its next meta-iteration is recorded.
      else if (runs.current) lab.pause();
      // Somebody else trains it.
      else setPlays(false);
      return undefined;
    }
    // Somebody else paused it.
    const isStopped = isFull && runs.current;
    runs.current = false;
    if (isStopped || phase === 'failed' || (isFull && phase === 'finished')) setPlays(false);
    else if (isFull) lab.train();
    if (isFull || recorded === null || trained.current === iteration) return undefined;
    const timer = setTimeout(() => {
      const { to, trains } = moveFrom(gear, recorded, { line, focus });
      if (trains && phase === 'finished') {
        setPlays(false);
        return;
      }
      if (trains) trained.current = iteration;
      lab.see(to);
      if (trains) lab.step();
    }, STAY);
    return () => clearTimeout(timer);
  }, [lab, plays, gear, phase, iteration, recorded, line, focus]);
  return {
    plays,
    play() {
      trained.current = -1;
      runs.current = false;
      setPlays(true);
    },
    stop() {
      setPlays(false);
      if (phase === 'training') lab.pause();
    },
  };
}
