/** The gradient steps in sight; by hand, how to answer. */

import { Slider } from '../../../ui/controls/Slider';
import { Say, useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useLab, useLabState } from '../hooks';
import { stepOf } from '../lab';
import { letterOf } from './episode';
import styles from './episode.module.css';

interface StepsProps {
  readonly byHand: boolean;
  readonly ways: number;
}

export function Steps({ byHand, ways }: StepsProps) {
  const lab = useLab();
  const { episode: text } = useWords().omniglot;
  const at = useLabState(stepOf);
  const of = useLabState((s) => s.running.testSteps);
  return (
    <div className={styles.controls}>
      <p>
        <Say message={text.stepsAt} values={{ at, of }} />
      </p>
      <Slider
        label={text.steps}
        min={0}
        max={of}
        value={at}
        valueText={say(text.stepsValue, { at, of })}
        disabled={byHand}
        onChange={(step) => lab.see({ step })}
      />
      <p className={styles.hint}>
        {byHand ? say(text.press, { first: letterOf(0), last: letterOf(ways - 1) }) : text.farther}
      </p>
    </div>
  );
}
