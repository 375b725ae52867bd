/** The pad at the place in hand: a query of a person's own, or a support drawing in place of the task's. */

import { useState } from 'react';
import { DrawingPad } from '../../../characters/DrawingPad';
import { type Drawing, isBlank } from '../../../characters/drawing';
import { letterOf } from '../../../characters/letters';
import { Figure } from '../../../ui/charts/Figure';
import type { TableData } from '../../../ui/charts/table';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import type { Words } from '../../../words/words';
import { QUERY } from '../fields';
import { useLab, usePad } from '../hooks';
import { type State, shownMethods, stepOf } from '../lab';
import { labelOf } from '../phrases';
import { DrawAnswers } from './DrawAnswers';
import styles from './draw.module.css';
import { placeName, probabilitiesOf } from './drawn';

export function DrawPanel({ place }: { readonly place: number }) {
  const lab = useLab();
  const words = useWords();
  const { draw } = words.omniglot;
  return (
    <section className={styles.draw} aria-label={draw.section}>
      <Figure
        className={styles.figure}
        title={draw.section}
        note={draw.note}
        table={() => answerTable(words, lab.store.getState())}
      >
        <p className={styles.lead}>{draw.lead}</p>
        <div className={styles.layout}>
          <InHand place={place} />
          <DrawAnswers />
        </div>
      </Figure>
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

/** The probabilities at the step in sight. */
function answerTable(words: Words, state: State): TableData {
  const { draw, scores } = words.omniglot;
  const { ways, testSteps } = state.running;
  const predicted = state.answers.draw;
  const letters = Array.from({ length: ways }, (_, way) => letterOf(way));
  return {
    columns: [scores.method, ...letters, draw.milliseconds],
    rows: shownMethods(state).flatMap((name) => {
      const probabilities = probabilitiesOf(name, predicted, stepOf(state), testSteps);
      const ms = predicted?.times[name];
      if (probabilities === null || ms === undefined) return [];
      return [[labelOf(words, name), ...probabilities, ms]];
    }),
    of: predicted,
  };
}
