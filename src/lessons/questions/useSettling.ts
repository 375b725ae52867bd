/** What a person draws or drags goes into storage when the hand lets go, and when the scene or the page is left. */

import { useEffect } from 'react';
import { settleAnswers } from '../answers';

const ENDS = ['pointerup', 'pointercancel', 'keyup', 'pagehide'] as const;

export function useSettling(): void {
  useEffect(() => {
    for (const end of ENDS) addEventListener(end, settleAnswers);
    return () => {
      for (const end of ENDS) removeEventListener(end, settleAnswers);
      settleAnswers();
    };
  }, []);
}
