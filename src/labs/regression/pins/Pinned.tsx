/** Places for what is pinned: in the charts, and after those who are compared; and what pins. */

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useLab, useLabState } from '../hooks';
import type { ContenderName } from '../methods';
import { anyKept } from './kept';
import { loadPins, pinned } from './pinned';

/** @param of a chart; @param only that contender's, where each has a chart of its own */
export function Pinned(props: {
  readonly of: 'task' | 'curve' | 'training';
  readonly only?: ContenderName;
}) {
  const found = useStore(pinned, (s) => s.found);
  return found === null ? null : <found.Ghosts {...props} />;
}

/** What is pinned, after those who are compared. */
export function Pins() {
  const found = useStore(pinned, (s) => s.found);
  useEffect(() => {
    if (anyKept()) void loadPins();
  }, []);
  return found === null ? null : <found.Chips />;
}

/** Pins a contender's curves. */
export function Pin({ name }: { readonly name: ContenderName | undefined }) {
  const lab = useLab();
  const words = useWords();
  const full = useStore(pinned, (s) => s.full);
  const known = useLabState((s) => s.answers.evaluate !== null);
  if (name === undefined) return null;
  return (
    <Button
      small
      voice="quiet"
      data-part="pin"
      disabled={full || !known}
      onClick={async () => (await loadPins())?.pinNow(lab, name)}
    >
      {say(words.regression.pin, { name: words.contenders[name].label })}
    </Button>
  );
}
