/** Asks for several seeds, and puts them away again. */

import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { useRunState } from '../../kit/context';
import { useHeld } from './useHeld';

export function SeedsButton() {
  const { seeds } = useWords();
  const { held, state } = useHeld();
  const begun = useRunState((s) => s.iteration > 0);
  const asked = state.status === 'running' || state.status === 'done';
  if (!begun) return null;
  return (
    <Button
      small
      voice="quiet"
      data-part="seeds"
      title={seeds.help}
      aria-pressed={asked}
      onClick={() => (asked ? held.stop() : held.begin())}
    >
      {seeds.button}
    </Button>
  );
}
