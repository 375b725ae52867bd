/** A person draws the drawing in sight themselves, gives it a label, and puts it into the stream. */

import { useEffect, useRef, useState } from 'react';
import { DrawingPad } from '../../../characters/DrawingPad';
import { defaultStrokes } from '../../../characters/defaultStrokes';
import { blank, type Drawing } from '../../../characters/drawing';
import { letterOf } from '../../../characters/letters';
import { Button } from '../../../ui/controls/Button';
import { Select } from '../../../ui/controls/Select';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { testWays } from '../fields';
import { useLab, useLabState } from '../hooks';
import { stepOf } from '../lab';
import { nameIn } from '../labelling';
import styles from './own.module.css';

export function OwnDrawing({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab();
  const { own: text } = useWords().memory;
  const step = useLabState(stepOf);
  const ways = useLabState((s) => testWays(s.running));
  const answer = useLabState((s) => s.answers.stream);
  const [drawing, setDrawing] = useState<Drawing>(blank);
  const [replaced, setReplaced] = useState<Drawing>();
  const [label, setLabel] = useState(0);
  const [full, setFull] = useState(false);
  /** Ready ones that were taken: each is by another hand. */
  const [taken, setTaken] = useState(0);
  const strokes = drawing.kind === 'strokes' ? drawing.strokes : [];
  const panel = useRef<HTMLElement>(null);
  // It opens below what it was asked for, and may lie out of sight there.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const ready = () => {
    const hands = defaultStrokes.characters[label % defaultStrokes.characters.length]!;
    setDrawing({ kind: 'strokes', strokes: hands[taken % hands.length]! });
    setTaken(taken + 1);
  };
  const put = () => {
    const { running, view } = lab.store.getState();
    const isThere = lab.draw({ at: stepOf({ running, view }), label, strokes });
    setFull(!isThere);
    if (isThere) setDrawing(blank);
  };
  return (
    <section ref={panel} className={styles.own} aria-label={text.title} data-part="own">
      <DrawingPad
        name={say(text.place, { at: step + 1 })}
        drawing={drawing}
        replaced={replaced}
        onReplaced={setReplaced}
        onChange={setDrawing}
      >
        <Button small title={text.readyHelp} onClick={ready}>
          {text.ready}
        </Button>
      </DrawingPad>
      <div className={styles.acts}>
        <p>{text.lead}</p>
        <span className={styles.label}>
          <span>{text.label}</span>
          <Select
            label={text.label}
            value={String(Math.min(label, ways - 1))}
            options={Array.from({ length: ways }, (_, way) => ({
              value: String(way),
              label: answer === null ? letterOf(way) : nameIn(answer, way),
            }))}
            onChange={(way) => setLabel(Number(way))}
          />
        </span>
        <Button voice="primary" disabled={strokes.length === 0} onClick={put}>
          {say(text.put, { at: step + 1 })}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
        {full ? <p role="alert">{text.full}</p> : null}
      </div>
    </section>
  );
}
