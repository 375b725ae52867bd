/** Through the stream: played, or led by hand; and what is told of the drawing in sight. */

import { useEffect, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Select } from '../../../ui/controls/Select';
import { Stops } from '../../../ui/controls/Stops';
import { Say, useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { say } from '../../../words/format';
import { testWays } from '../fields';
import { useLab, useLabState } from '../hooks';
import { isAnswering, stepOf, toldWrongly } from '../lab';
import { nameIn } from '../labelling';
import type { StreamAnswer } from '../questions';
import { goFirst } from '../you/goFirst';
import styles from './stream.module.css';

/** Milliseconds from one drawing to the next while the stream plays. */
const FRAME = 700;

export function Steps({ answer }: { readonly answer: StreamAnswer | null }) {
  const lab = useLab();
  const { stream: text, you } = useWords().memory;
  // What a person has answered was told as it is.
  const isTold = useLabState(isAnswering);
  const at = useLabState(stepOf);
  const length = useLabState((s) => s.running.testLength);
  const ways = useLabState((s) => testWays(s.running));
  const hasStrings = useLabState((s) => s.running.labels === 'strings');
  const [playing, setPlaying] = useState(false);
  const last = length - 1;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const now = stepOf(lab.store.getState());
      if (now >= last) setPlaying(false);
      else lab.see({ step: now + 1 });
    }, FRAME);
    return () => clearInterval(timer);
  }, [lab, playing, last]);
  const play = () => {
    // Again from the beginning.
    if (!playing && at >= last) lab.see({ step: 0 });
    setPlaying(!playing);
  };
  const instance = answer?.shown[at]?.instance ?? 1;
  return (
    <div className={styles.steps}>
      <Button data-passing onClick={play}>
        {playing ? text.stop : text.play}
      </Button>
      <div data-part="steps" className={styles.stops}>
        <p>
          <Say message={text.stepAt} values={{ at: at + 1, of: length }} />
        </p>
        <Stops
          label={text.step}
          last={last}
          value={at}
          valueText={say(text.stepValue, { at: at + 1, of: length, ways, instance })}
          first="1"
          numberOf={(stop) => stop + 1}
          onChange={(step) => lab.see({ step })}
        />
      </div>
      <div data-passing className={styles.acts}>
        {answer === null || isTold ? null : <Told answer={answer} step={at} />}
        <Button
          data-part="task"
          onClick={() => {
            setPlaying(false);
            if (isTold) goFirst(lab);
            else lab.another();
          }}
        >
          {text.another}
        </Button>
        {hasStrings ? <p className={styles.wrongly}>{you.noStrings}</p> : null}
        {isTold || hasStrings ? null : (
          <Button
            title={you.firstHelp}
            onClick={() => {
              setPlaying(false);
              goFirst(lab);
            }}
          >
            {you.goFirst}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The label that comes with the next drawing: the right one, or a wrong one on purpose. */
function Told({ answer, step }: { readonly answer: StreamAnswer; readonly step: number }) {
  const lab = useLab();
  const text = useWords().memory.stream;
  const edits = toldWrongly(useLabState(({ running, view }) => ({ running, view })));
  const { label, told } = answer.shown[step]!;
  // What a person chose is in sight at once, before it is read.
  const chosen = edits.find(({ at }) => at === step)?.told ?? label;
  return (
    <>
      <span data-part="told" className={styles.told} data-edited={told !== label || undefined}>
        <Term help={text.toldHelp}>{text.told}</Term>
        <Select
          label={text.told}
          value={String(chosen)}
          options={Array.from({ length: answer.characters }, (_, way) => ({
            value: String(way),
            label: say(way === label ? text.toldRight : text.toldWrong, {
              label: nameIn(answer, way),
            }),
          }))}
          onChange={(way) => lab.tell({ at: step, told: Number(way) }, label)}
        />
      </span>
      {edits.length === 0 ? null : <Button onClick={() => lab.takeBack()}>{text.takeBack}</Button>}
    </>
  );
}
