/** Trains ahead, as long as a hall is shown, what the lecture or the lesson in sight needs; anew when that changes. */

import { useEffect } from 'react';
import { inSight } from '../../labs/kit/inSight';
import { ahead, trainAhead } from './aheadOfTime';
import { lectureStore } from './lecture';
import { needsNow } from './needs';

export function useAhead(createWorker: () => Worker): void {
  useEffect(() => {
    let ending = new AbortController();
    let known = '[]';
    let gone = false;
    let turn = 0;
    let leaveLab = () => {};
    const update = async () => {
      turn += 1;
      const mine = turn;
      const needs = await needsNow(inSight.getState().lab);
      const text = JSON.stringify(needs);
      if (gone || mine !== turn || text === known) return;
      known = text;
      ending.abort();
      ending = new AbortController();
      ahead.setState({ jobs: [] });
      await trainAhead(needs, createWorker, ending.signal);
    };
    const quietly = () =>
      void update().catch(() => {
        // A part of the page, or storage, is out of reach: a scene trains as it is told, where it is told.
        known = '[]';
      });
    const followLab = () => {
      leaveLab();
      leaveLab =
        inSight.getState().lab?.store.subscribe((now, before) => {
          const moved =
            now.view.lesson !== before.view.lesson || now.spec.seed !== before.spec.seed;
          if (moved) quietly();
        }) ?? (() => {});
      quietly();
    };
    const leave = [inSight.subscribe(followLab), lectureStore.subscribe(quietly)];
    followLab();
    return () => {
      gone = true;
      ending.abort();
      ahead.setState({ jobs: [] });
      for (const end of [...leave, leaveLab]) end();
    };
  }, [createWorker]);
}
