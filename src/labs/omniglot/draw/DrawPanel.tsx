/** Characters of a person's own: each class is drawn, then something is drawn to be classified. */

import { type ReactNode, useState } from 'react';
import { DrawingPad } from '../../../characters/DrawingPad';
import { contents, type Drawing, imageOf, isBlank } from '../../../characters/drawing';
import { GlyphImage } from '../../../characters/GlyphImage';
import { Figure, type TableData } from '../../../ui/charts/Figure';
import { Button } from '../../../ui/controls/Button';
import { letterOf } from '../episode/episode';
import type { LabState } from '../lab';
import { methodLabels } from '../spec';
import { useLab, useLabState } from '../useLab';
import { DrawAnswers } from './DrawAnswers';
import styles from './draw.module.css';
import { placeName, QUERY } from './drawn';

export function DrawPanel() {
  const lab = useLab();
  const [chosen, setChosen] = useState(QUERY);
  const [replaced, setReplaced] = useState<Replaced>(new Map());
  const count = useLabState((s) => s.drawings.length);
  const place = chosen < count ? chosen : QUERY;
  return (
    <section className={styles.draw} aria-label="Draw characters">
      <Figure
        className={styles.figure}
        title="Draw characters"
        note="classified as you draw"
        table={() => answerTable(lab.store.getState())}
      >
        <div className={styles.layout}>
          <Places chosen={place} onChoose={setChosen} />
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
  const lab = useLab();
  const shots = useLabState((s) => s.running.shots);
  const drawing = useLabState((s) => (place === QUERY ? s.queryDrawing : s.drawings[place]!));
  const replace = (old: Drawing) => onReplaced(new Map(replaced).set(place, old));
  return (
    <DrawingPad
      name={placeName(place, shots)}
      drawing={drawing}
      replaced={replaced.get(place)}
      onReplaced={replace}
      onChange={(next) => lab.draw(place, next)}
    >
      <Button
        small
        voice="quiet"
        title="Puts back every drawing that the page began with."
        onClick={() => {
          lab.restoreDrawings();
          onReplaced(new Map());
        }}
      >
        Restore all
      </Button>
      <Button
        small
        title="Puts a character here that someone else drew."
        onClick={() => {
          if (!isBlank(drawing)) replace(drawing);
          lab.giveCharacters([place]);
        }}
      >
        Use a given character
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
  const shots = useLabState((s) => s.running.shots);
  const drawings = useLabState((s) => s.drawings);
  const query = useLabState((s) => s.queryDrawing);
  const ways = Math.ceil(drawings.length / shots);
  const cell = (place: number, drawing: Drawing) => (
    <Place
      key={place}
      name={placeName(place, shots)}
      drawing={drawing}
      chosen={place === chosen}
      onChoose={() => onChoose(place)}
    />
  );
  return (
    <fieldset className={styles.places} data-crowded={drawings.length > 6 || undefined}>
      <legend className="hidden-visually">The drawing in hand</legend>
      <PlaceGroup label="Query">{cell(QUERY, query)}</PlaceGroup>
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
  return (
    <label className={styles.place} data-blank={isBlank(drawing) || undefined}>
      <input
        type="radio"
        name="place"
        className="hidden-visually"
        aria-label={`${name}: ${contents(drawing)}`}
        checked={chosen}
        onChange={onChoose}
      />
      <GlyphImage image={imageOf(drawing)} label="" />
    </label>
  );
}

function answerTable({ predicted, spec }: LabState): TableData {
  const ways = Math.max(0, ...Object.values(predicted?.methods ?? {}).map((p) => p.length));
  return {
    columns: ['method', ...Array.from({ length: ways }, (_, way) => letterOf(way)), 'milliseconds'],
    rows: spec.methods.flatMap((name) => {
      const probabilities = predicted?.methods[name];
      const ms = predicted?.times[name];
      if (probabilities === undefined || ms === undefined) return [];
      return [[methodLabels[name], ...probabilities, ms]];
    }),
  };
}
