/** Characters of a person's own: each class is drawn, then something is drawn to be classified. */

import { type ReactNode, useState } from 'react';
import { DrawingPad } from '../../../characters/DrawingPad';
import { contents, type Drawing, isBlank } from '../../../characters/drawing';
import { GlyphImage } from '../../../characters/GlyphImage';
import { Figure } from '../../../ui/charts/Figure';
import type { TableData } from '../../../ui/charts/table';
import { Button } from '../../../ui/controls/Button';
import { useWords } from '../../../ui/Say';
import type { Words } from '../../../words/words';
import { letterOf } from '../episode/episode';
import { QUERY } from '../fields';
import { useLab, useLabState, usePad } from '../hooks';
import { type State, shownMethods } from '../lab';
import { labelOf } from '../phrases';
import { DrawAnswers } from './DrawAnswers';
import styles from './draw.module.css';
import { placeName } from './drawn';
import { pixelsOf } from './pad';

export function DrawPanel() {
  const lab = useLab();
  const words = useWords();
  const { draw } = words.omniglot;
  const [replaced, setReplaced] = useState<Replaced>(new Map());
  const chosen = useLabState((s) => s.view.place);
  const count = usePad((s) => s.drawings.length);
  const place = chosen < count ? chosen : QUERY;
  return (
    <section className={styles.draw} aria-label={draw.section}>
      <Figure
        className={styles.figure}
        title={draw.section}
        note={draw.note}
        table={() => answerTable(words, lab.store.getState())}
      >
        <div className={styles.layout}>
          <Places chosen={place} onChoose={(next) => lab.see({ place: next })} />
          <InHand place={place} replaced={replaced} onReplaced={setReplaced} />
          <DrawAnswers />
        </div>
      </Figure>
    </section>
  );
}

type Replaced = ReadonlyMap<number, Drawing>;

interface InHandProps {
  readonly place: number;
  /** What was at each place before it was erased or replaced. */
  readonly replaced: Replaced;
  readonly onReplaced: (replaced: Replaced) => void;
}

/** The chosen drawing, on the pad. */
function InHand({ place, replaced, onReplaced }: InHandProps) {
  const { pad } = useLab();
  const words = useWords();
  const { draw } = words.omniglot;
  const shots = usePad((s) => s.shots);
  const drawing = usePad((s) => (place === QUERY ? s.query : s.drawings[place]!));
  const replace = (old: Drawing) => onReplaced(new Map(replaced).set(place, old));
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
          onReplaced(new Map());
        }}
      >
        {draw.restore}
      </Button>
      <Button
        small
        title={draw.giveHelp}
        onClick={() => {
          if (!isBlank(drawing)) replace(drawing);
          pad.give([place]);
        }}
      >
        {draw.give}
      </Button>
    </DrawingPad>
  );
}

interface PlacesProps {
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

/** Where drawings can be: the query, and the support drawings of each class. */
function Places({ chosen, onChoose }: PlacesProps) {
  const words = useWords();
  const { draw } = words.omniglot;
  const { drawings, query, ways, shots } = usePad((s) => s);
  const cell = (place: number, drawing: Drawing) => (
    <Place
      key={place}
      name={placeName(words, place, shots)}
      drawing={drawing}
      chosen={place === chosen}
      onChoose={() => onChoose(place)}
    />
  );
  return (
    <fieldset className={styles.places} data-crowded={drawings.length > 6 || undefined}>
      <legend className="hidden-visually">{draw.inHand}</legend>
      <PlaceGroup label={draw.query}>{cell(QUERY, query)}</PlaceGroup>
      <div className={styles.support}>
        {Array.from({ length: ways }, (_, way) => (
          <PlaceGroup key={letterOf(way)} label={letterOf(way)}>
            {drawings
              .slice(way * shots, (way + 1) * shots)
              .map((drawing, shot) => cell(way * shots + shot, drawing))}
          </PlaceGroup>
        ))}
      </div>
    </fieldset>
  );
}

function PlaceGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.group}>
      <span aria-hidden="true">{label}</span>
      <div>{children}</div>
    </div>
  );
}

interface PlaceProps {
  readonly name: string;
  readonly drawing: Drawing;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Place({ name, drawing, chosen, onChoose }: PlaceProps) {
  const holds = contents(useWords(), drawing);
  return (
    <label className={styles.place} data-blank={isBlank(drawing) || undefined}>
      <input
        type="radio"
        name="place"
        className="hidden-visually"
        aria-label={`${name}: ${holds}`}
        checked={chosen}
        onChange={onChoose}
      />
      <GlyphImage image={pixelsOf(drawing)} label="" />
    </label>
  );
}

function answerTable(words: Words, state: State): TableData {
  const { method } = words.omniglot.scores;
  const predicted = state.answers.draw;
  const ways = Math.max(0, ...Object.values(predicted?.methods ?? {}).map((p) => p.length));
  const letters = Array.from({ length: ways }, (_, way) => letterOf(way));
  return {
    columns: [method, ...letters, words.omniglot.draw.milliseconds],
    rows: shownMethods(state).flatMap((name) => {
      const probabilities = predicted?.methods[name];
      const ms = predicted?.times[name];
      if (probabilities === undefined || ms === undefined) return [];
      return [[labelOf(words, name), ...probabilities, ms]];
    }),
  };
}
