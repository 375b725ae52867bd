/**
 * The turns of the picture: one for each meta-iteration while it is trained, or for as many as pass meanwhile. A turn that has
 * begun is finished; nothing turns where it is not seen, and for nobody who does not want motion.
 */

import { type RefObject, useEffect, useState } from 'react';
import { useAnyLab } from '../../kit/context';

/** Milliseconds of a turn, with a rest at its end; its motion is in the style sheet. */
export const TURN = 2800;

export interface Turn {
  /** Which one it is; what is drawn anew goes by it. */
  readonly number: number;
  /** The meta-iteration in sight. */
  readonly iteration: number;
  readonly moves: boolean;
}

export function useTurns(picture: RefObject<Element | null>): Turn {
  const { run } = useAnyLab();
  const [turn, setTurn] = useState<Turn>(() => ({
    ...{ number: 0, moves: false },
    iteration: run.store.getState().iteration,
  }));
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let shown = Number.NaN;
    let isSeen = false;
    let turning: ReturnType<typeof setTimeout> | undefined;
    const next = () => {
      const { iteration, phase } = run.store.getState();
      if (turning !== undefined || iteration === shown || !isSeen || document.hidden) return;
      const training = phase === 'training';
      if (training && still.matches) return;
      // A single step, too.
      const moves = !still.matches && (training || iteration === shown + 1);
      shown = iteration;
      setTurn(({ number }) => ({ number: number + 1, iteration, moves }));
      if (!moves) return;
      turning = setTimeout(() => {
        turning = undefined;
        next();
      }, TURN);
    };
    const observer = new IntersectionObserver((entries) => {
      isSeen = entries.at(-1)!.isIntersecting;
      next();
    });
    observer.observe(picture.current!);
    const leave = run.store.subscribe(next);
    document.addEventListener('visibilitychange', next);
    return () => {
      observer.disconnect();
      leave();
      clearTimeout(turning);
      document.removeEventListener('visibilitychange', next);
    };
  }, [run, picture]);
  return turn;
}
