/** The drawing in hand: the pad, what can be done to it, and what the networks see of it. */

import { useMemo, useRef } from 'react';
import { SIDE } from '../../tasks/glyphs/glyphs';
import { LINE } from '../../tasks/glyphs/strokes';
import { Button } from '../../ui/controls/Button';
import { StrokePad } from '../../ui/StrokePad';
import styles from './draw.module.css';
import { blank, contents, placeName, QUERY, takenBack } from './drawn';
import { GlyphImage } from './GlyphImage';
import { type Drawing, imageOf, isBlank } from './lab';
import { useLab, useLabState } from './useLab';

interface DrawingPadProps {
  readonly place: number;
  /** What was here before it was erased or replaced. */
  readonly replaced: Drawing | undefined;
  readonly onReplaced: (drawing: Drawing) => void;
  readonly onRestored: () => void;
}

export function DrawingPad({ place, replaced, onReplaced, onRestored }: DrawingPadProps) {
  const lab = useLab();
  const pad = useRef<HTMLDivElement>(null);
  const shots = useLabState((s) => s.running.shots);
  const drawing = useLabState((s) => (place === QUERY ? s.queryDrawing : s.drawings[place]!));
  const name = placeName(place, shots);
  const holds = contents(drawing);
  const undone = takenBack(drawing, replaced);

  const change = (next: Drawing) => {
    lab.draw(place, next);
    // A button that has nothing more to do cannot keep the focus.
    if (isBlank(next)) pad.current?.focus();
  };
  const replace = (next: Drawing) => {
    if (!isBlank(drawing)) onReplaced(drawing);
    change(next);
  };
  const undo = () => {
    if (undone !== drawing) change(undone);
  };
  const erase = () => replace(blank);

  return (
    <div className={styles.hand}>
      <p className={styles.name} aria-live="polite">
        <b>{name}</b>: {drawing.kind === 'given' ? 'a given character' : holds}
      </p>
      <StrokePad
        key={place}
        ref={pad}
        label={`${name}: ${holds}`}
        line={LINE}
        strokes={drawing.kind === 'strokes' ? drawing.strokes : blank.strokes}
        onChange={(strokes) => {
          if (drawing.kind === 'given') onReplaced(drawing);
          lab.draw(place, { kind: 'strokes', strokes });
        }}
        onUndo={undo}
        onErase={erase}
      >
        {drawing.kind === 'given' ? (
          <div className={styles.under}>
            <GlyphImage image={drawing.image} label="" />
          </div>
        ) : isBlank(drawing) ? (
          <span className={styles.invitation} aria-hidden="true">
            Draw here
          </span>
        ) : null}
      </StrokePad>
      <div className={styles.tools}>
        <Button small disabled={undone === drawing} title="Ctrl+Z on the pad" onClick={undo}>
          Undo
        </Button>
        <Button small disabled={isBlank(drawing)} title="Delete on the pad" onClick={erase}>
          Erase
        </Button>
        <Button
          small
          voice="quiet"
          title="Puts back every drawing that the page began with."
          onClick={() => {
            lab.restoreDrawings();
            onRestored();
          }}
        >
          Restore all
        </Button>
        <Button
          small
          title="Puts a character here that someone else drew."
          onClick={() => {
            if (!isBlank(drawing)) onReplaced(drawing);
            lab.giveCharacters([place]);
          }}
        >
          Use a given character
        </Button>
      </div>
      <figure className={styles.seen}>
        <Pixels drawing={drawing} />
        <figcaption>
          What the networks see: {SIDE} × {SIDE} pixels, centred.
        </figcaption>
      </figure>
    </div>
  );
}

/** The drawing's pixels, as squares. */
function Pixels({ drawing }: { readonly drawing: Drawing }) {
  const squares = useMemo(
    () =>
      Array.from(imageOf(drawing)).flatMap((ink, i) =>
        ink === 0
          ? []
          : [
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: a pixel is its place
                key={i}
                d={`M${i % SIDE} ${Math.floor(i / SIDE)}h1v1h-1z`}
                fillOpacity={ink}
              />,
            ],
      ),
    [drawing],
  );
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} shapeRendering="crispEdges" aria-hidden="true">
      {squares}
    </svg>
  );
}
