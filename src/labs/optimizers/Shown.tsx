/** Which learned optimiser is in sight: that of now, or the best so far. */

import { Button } from '../../ui/controls/Button';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import { useLab, useLabState } from './hooks';

/** Of the past there is only that of then, and nothing to choose. */
export function Shown() {
  const lab = useLab();
  const { training } = useWords().optimizers;
  const { shown } = useLabState((s) => s.view);
  const past = useLabState((s) => s.lookBack !== null);
  const of = useLabState(({ answers: { race } }) =>
    race?.shown === 'best' ? Math.max(...Object.values(race.of)) : null,
  );
  if (past) return null;
  const best = of === null ? training.best : say(training.bestOf, { at: sayNumber(of) });
  return (
    <Button
      small
      voice="quiet"
      title={training.shownHelp}
      aria-label={shown === 'now' ? training.showBest : training.showNow}
      onClick={() =>
        lab.see({ shown: shown === 'now' ? 'best' : 'now' }, 'surface', 'insight', 'race')
      }
    >
      {shown === 'now' ? training.now : best}
    </Button>
  );
}
