/** A second pass: a line is blank, and a person fills it. Each way can be run, beside the right one. */

import { niceCeiling, ticks } from '../../../ui/charts/axis';
import { Figure } from '../../../ui/charts/Figure';
import { Clip, Curve } from '../../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { Button } from '../../../ui/controls/Button';
import { Chips } from '../../../ui/controls/Chips';
import { dashed } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber } from '../../../words/format';
import { useRunState } from '../../kit/context';
import { short } from '../../kit/microscope/words';
import { useUnanswered } from '../../kit/Unanswered';
import { fadedNames } from '../fields';
import { useLab, useLabState } from '../hooks';
import styles from './faded.module.css';
import type { FadedAnswer } from './fadedQuestion';

export function Faded() {
  const lab = useLab();
  const { faded } = useWords().microscope;
  const chosen = useLabState((s) => s.view.faded);
  const answer = useLabState((s) => s.answers.faded);
  const training = useRunState((s) => s.phase === 'training');
  const unanswered = useUnanswered('faded');
  if (chosen === 'off') {
    return (
      <div className={styles.faded}>
        <Button onClick={() => lab.see({ faded: 'blank' })}>{faded.begin}</Button>
      </div>
    );
  }
  const options = fadedNames.filter((name) => name !== 'off' && name !== 'blank');
  return (
    <section className={styles.faded} data-part="faded" aria-labelledby="faded">
      <h4 id="faded">{faded.title}</h4>
      <p>{faded.ask}</p>
      <Chips
        legend={faded.legend}
        quiet
        options={options}
        face={(each) => (
          <span translate="no" className={styles.option}>
            {faded.options[each as keyof typeof faded.options]}
          </span>
        )}
        value={chosen}
        onChange={(next) => lab.see({ faded: next }, 'faded')}
      />
      {chosen === 'blank' ? null : (
        <div aria-live="polite">
          {unanswered !== null ? <p className={text.hint}>{unanswered}</p> : null}
          {answer === null && unanswered === null ? (
            <p className={text.hint}>{training ? faded.training : faded.awaited}</p>
          ) : null}
          {answer === null ? null : <Outcome answer={answer} />}
        </div>
      )}
      <Button small voice="quiet" onClick={() => lab.see({ faded: 'off' })}>
        {faded.end}
      </Button>
    </section>
  );
}

function Outcome({ answer }: { readonly answer: FadedAnswer }) {
  const { microscope, contenders } = useWords();
  const { faded } = microscope;
  const { how, at, right, chosen, complete } = answer;
  const values = {
    at: sayNumber(at.at(-1)!),
    ...{ right: told(right.at(-1)!), chosen: told(chosen.at(-1)!), began: told(right[0]!) },
  };
  const finite = [...right, ...chosen].filter(Number.isFinite);
  const greatest = niceCeiling(Math.min(Math.max(...finite), 2 * right[0]!));
  const x: Axis = { domain: [0, 500], ticks: ticks([0, 500], 5), label: faded.iterations };
  const y: Axis = { domain: [0, greatest], ticks: ticks([0, greatest], 4), label: faded.loss };
  const isRight = how === 'minus';
  return (
    <div className={styles.outcome}>
      <Figure
        title={faded.plot}
        table={() => ({
          columns: [faded.iterations, contenders.maml.label, faded.options[how]],
          rows: at.map((i, n) => [i, right[n]!, chosen[n]!]),
        })}
      >
        <PlotFrame x={x} y={y}>
          <Clip>
            <Curve
              name={contenders.maml.label}
              x={at}
              y={right}
              look={dashed('maml', 'solid')}
              width={2.4}
            />
            {isRight ? null : (
              <Curve
                name={faded.options[how]}
                x={at}
                y={chosen}
                look={{ color: 'var(--ink)', dash: '6 4' }}
                width={2.4}
              />
            )}
          </Clip>
        </PlotFrame>
      </Figure>
      <p>{complete ? say(faded.outcomes[how], values) : say(faded.underWay, values)}</p>
    </div>
  );
}

/** A loss that ran away is no number. */
const told = (loss: number): string => (Number.isFinite(loss) ? short(loss) : '∞');
