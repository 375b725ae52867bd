/** What is read before the stream with nothing wiped, and where its labels move. */

import { useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Select } from '../../../ui/controls/Select';
import { useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { say } from '../../../words/format';
import { Late } from '../../kit/Late';
import { MOST_BEFORE } from '../course';
import { useLab, useLabState } from '../hooks';
import { courseOf, drawnIn, stepOf } from '../lab';
import styles from './stream.module.css';

const pad = async () => (await import('../own/OwnDrawing')).OwnDrawing;

export function CourseRow() {
  const lab = useLab();
  const { course: text } = useWords().memory;
  const before = useLabState((s) => courseOf(s).before);
  const beforeOf = useLabState((s) => s.view.beforeOf);
  const shuffle = useLabState((s) => courseOf(s).shuffle);
  const step = useLabState(stepOf);
  const isOwn = useLabState((s) => drawnIn(s).some(({ at }) => at === stepOf(s)));
  const [drawing, setDrawing] = useState(false);
  const { own } = useWords().memory;
  return (
    <>
      <div data-part="course" data-passing className={styles.course}>
        <Term help={text.beforeHelp}>{text.before}</Term>
        <Select
          label={text.before}
          value={String(before)}
          options={Array.from({ length: MOST_BEFORE + 1 }, (_, count) => ({
            value: String(count),
            label: say(text.streams, { count }),
          }))}
          onChange={(count) => lab.take({ before: Number(count) })}
        />
        {before === 0 ? null : (
          <Select
            label={text.beforeOf}
            value={beforeOf}
            options={(['others', 'relabelled'] as const).map((value) => ({
              value,
              label: text.of[value],
            }))}
            onChange={(of) => lab.take({ beforeOf: of as typeof beforeOf })}
          />
        )}
        {shuffle > 0 ? (
          <Button small onClick={() => lab.take({ shuffle: 0 })}>
            {say(text.moveBack, { at: shuffle + 1 })}
          </Button>
        ) : (
          <Button
            small
            title={text.moveHelp}
            disabled={step === 0}
            onClick={() => lab.take({ shuffle: step })}
          >
            {say(text.move, { at: step + 1 })}
          </Button>
        )}
        {isOwn ? (
          <Button small onClick={() => lab.undraw(step)}>
            {say(own.takeOut, { at: step + 1 })}
          </Button>
        ) : null}
        {drawing ? null : (
          <Button small title={own.openHelp} onClick={() => setDrawing(true)}>
            {own.open}
          </Button>
        )}
      </div>
      {drawing ? <Late of={pad} given={{ onClose: () => setDrawing(false) }} /> : null}
    </>
  );
}
