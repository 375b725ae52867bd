/** The pad at the place in hand: a query of a person's own, or a support drawing in place of the task's. */

import { useState } from 'react';
import { DrawingPad } from '../../../characters/DrawingPad';
import { type Drawing, isBlank } from '../../../characters/drawing';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import { QUERY } from '../fields';
import { useLab, usePad } from '../hooks';
import { DrawAnswers } from './DrawAnswers';
import styles from './draw.module.css';
import { placeName } from './drawn';

export function DrawPanel({ place }: { readonly place: number }) {
  const { draw } = useWords().omniglot;
  return (
    <section className={styles.draw} aria-label={draw.section}>
      <p className={styles.lead}>{draw.lead}</p>
      <div className={styles.layout}>
        <InHand place={place} />
        <DrawAnswers />
      </div>
    </section>
  );
}

/** The chosen drawing, on the pad. */
function InHand({ place }: { readonly place: number }) {
  const { pad } = useLab();
  const words = useWords();
  const { draw } = words.omniglot;
  /** What was at each place before it was erased or replaced. */
  const [replaced, setReplaced] = useState<ReadonlyMap<number, Drawing>>(new Map());
  const shots = usePad((s) => s.shots);
  const drawing = usePad((s) => (place === QUERY ? s.query : s.drawings[place]!));
  const replace = (old: Drawing) => setReplaced(new Map(replaced).set(place, old));
  return (
    <DrawingPad
      name={placeName(words, place, shots)}
      drawing={drawing}
      replaced={replaced.get(place)}
      onReplaced={replace}
      onChange={(next) => pad.draw(place, next)}
    >
      <Button
        small
        voice="quiet"
        title={draw.restoreHelp}
        onClick={() => {
          pad.restore();
          setReplaced(new Map());
        }}
      >
        {draw.restore}
      </Button>
      <Button
        small
        title={draw.giveHelp}
        onClick={() => {
          if (!isBlank(drawing)) replace(drawing);
          pad.give(place);
        }}
      >
        {draw.give}
      </Button>
    </DrawingPad>
  );
}
