/** Characters of a person's own: each class is drawn, then something is drawn to be classified. */

import { type ReactNode, useState } from 'react';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { DrawAnswers } from './DrawAnswers';
import { DrawingPad } from './DrawingPad';
import styles from './draw.module.css';
import { contents, placeName, QUERY } from './drawn';
import { letterOf } from './episode';
import { GlyphImage } from './GlyphImage';
import { type Drawing, imageOf, isBlank, type LabState } from './lab';
import { methodLabels } from './spec';
import { useLab, useLabState } from './useLab';

export function DrawPanel() {
  const lab = useLab();
  const [chosen, setChosen] = useState(QUERY);
  const [replaced, setReplaced] = useState<ReadonlyMap<number, Drawing>>(new Map());
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
          <DrawingPad
            place={place}
            replaced={replaced.get(place)}
            onReplaced={(drawing) => setReplaced(new Map(replaced).set(place, drawing))}
            onRestored={() => setReplaced(new Map())}
          />
          <DrawAnswers />
        </div>
      </Figure>
    </section>
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
