/** The drawing in hand: the pad, what can be done to it, and what the networks see of it. */

import { type ReactNode, useMemo, useRef } from 'react';
import { SIDE } from '../tasks/glyphs/glyphs';
import { LINE } from '../tasks/glyphs/strokes';
import { Button } from '../ui/controls/Button';
import { Say, useWords } from '../ui/Say';
import { StrokePad } from '../ui/StrokePad';
import { say } from '../words/format';
import styles from './DrawingPad.module.css';
import { blank, contents, type Drawing, imageOf, isBlank, takenBack } from './drawing';
import { GlyphImage } from './GlyphImage';

interface DrawingPadProps {
  /** Where the drawing is; a pad at another place is another pad. */
  readonly name: string;
  readonly drawing: Drawing;
  /** What was here before it was erased or replaced. */
  readonly replaced: Drawing | undefined;
  readonly onReplaced: (drawing: Drawing) => void;
  readonly onChange: (drawing: Drawing) => void;
  /** More that can be done, as buttons. */
  readonly children?: ReactNode;
}

export function DrawingPad(props: DrawingPadProps) {
  const { name, drawing, replaced, onReplaced, onChange, children } = props;
  const pad = useRef<HTMLDivElement>(null);
  /** The drawing before the stroke that is being drawn. */
  const begun = useRef(drawing);
  const words = useWords();
  const text = words.characters.drawing;
  const holds = contents(words, drawing);
  const undone = takenBack(drawing, replaced);

  const change = (next: Drawing) => {
    onChange(next);
    // A button that has nothing more to do cannot keep the focus.
    if (isBlank(next) || next === replaced) pad.current?.focus();
  };
  const undo = () => {
    if (undone !== drawing) change(undone);
  };
  const erase = () => {
    if (!isBlank(drawing)) onReplaced(drawing);
    change(blank);
  };

  return (
    <div className={styles.hand}>
      <p className={styles.name} aria-live="polite">
        <Say
          message={text.at}
          values={{ place: name, holds: drawing.kind === 'given' ? text.given : holds }}
        />
      </p>
      <StrokePad
        key={name}
        ref={pad}
        words={text.pad}
        label={`${name}: ${holds}`}
        line={LINE}
        strokes={drawing.kind === 'strokes' ? drawing.strokes : blank.strokes}
        onChange={(strokes) => {
          if (drawing.kind === 'given') onReplaced(drawing);
          onChange({ kind: 'strokes', strokes });
        }}
        onBegin={() => {
          begun.current = drawing;
        }}
        onCancel={() => onChange(begun.current)}
        onUndo={undo}
        onErase={erase}
      >
        {drawing.kind === 'given' ? (
          <div className={styles.under}>
            <GlyphImage image={drawing.image} label="" />
          </div>
        ) : isBlank(drawing) ? (
          <span className={styles.invitation} aria-hidden="true">
            {text.invitation}
          </span>
        ) : null}
      </StrokePad>
      <div className={styles.tools}>
        <Button small disabled={undone === drawing} title={text.undoHelp} onClick={undo}>
          {text.undo}
        </Button>
        <Button small disabled={isBlank(drawing)} title={text.eraseHelp} onClick={erase}>
          {text.erase}
        </Button>
        {children}
      </div>
      <figure className={styles.seen}>
        <Pixels drawing={drawing} />
        <figcaption>{say(text.seen, { side: SIDE })}</figcaption>
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
