/** The gradient steps in sight. */

import { Stops } from '../../../ui/controls/Stops';
import { Say, useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { say } from '../../../words/format';
import { useLab, useLabState } from '../hooks';
import { stepOf } from '../lab';
import styles from './episode.module.css';

export function Steps() {
  const lab = useLab();
  const { episode: text } = useWords().omniglot;
  const at = useLabState(stepOf);
  const of = useLabState((s) => s.running.testSteps);
  return (
    <div data-part="steps" className={styles.steps}>
      <p>
        <Term help={text.farther}>
          <Say message={text.stepsAt} values={{ at, of }} />
        </Term>
      </p>
      <Stops
        label={text.steps}
        last={of}
        value={at}
        valueText={say(text.stepsValue, { at, of })}
        first={text.before}
        onChange={(step) => lab.see({ step })}
      />
    </div>
  );
}
