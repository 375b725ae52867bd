/** What each method makes of the query: the probability of every class as a small column. */

import { letterOf } from '../../../characters/letters';
import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { sayNumber, sayPercent } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { Shape } from '../episode/Shape';
import { useLabels, useLabState, useMethods, usePad } from '../hooks';
import { stepOf } from '../lab';
import { type MethodName, methodOf } from '../methods/registry';
import styles from './draw.module.css';
import { majority, missing, mostProbable, probabilitiesOf } from './drawn';

/** With more classes, columns take a line of their own. */
const FEW = 8;

/** What is missing, and the answer to what is drawn: while something is missing, a late one says nothing. */
function usePredicted() {
  const words = useWords();
  const lacking = usePad((s) => missing(words, s));
  const predicted = useLabState((s) => s.answers.draw);
  return { lacking, predicted: lacking === null ? predicted : null };
}

export function DrawAnswers() {
  const { predicted } = usePredicted();
  const step = useLabState(stepOf);
  const testSteps = useLabState((s) => s.running.testSteps);
  const { predictions } = useWords().omniglot.draw;
  const methods = useMethods();
  const ways = usePad((s) => s.ways);
  return (
    <div className={styles.answers} data-many={ways > FEW || undefined} style={{ '--ways': ways }}>
      <div className={styles.row} aria-hidden="true">
        <span />
        <span className={styles.letters}>
          {Array.from({ length: ways }, (_, way) => (
            <span key={letterOf(way)}>{letterOf(way)}</span>
          ))}
        </span>
      </div>
      <ul aria-label={predictions}>
        {methods.map((name) => (
          <Answer
            key={name}
            probabilities={probabilitiesOf(name, predicted, step, testSteps)}
            {...{ name, ways }}
          />
        ))}
      </ul>
      <Summary />
    </div>
  );
}

interface AnswerProps {
  readonly name: MethodName;
  readonly ways: number;
  readonly probabilities: Float32Array | null;
}

function Answer({ name, ways, probabilities }: AnswerProps) {
  const { lost } = useWords().omniglot;
  const labelOf = useLabels();
  // The nearest drawing says which class it is, not how sure that is.
  const { sure } = methodOf(name);
  const best = probabilities === null ? null : mostProbable(probabilities);
  return (
    <li className={styles.row} style={{ '--method': lookOf(name).color }}>
      <span className={styles.method}>
        <svg viewBox="-6 -6 12 12" aria-hidden="true">
          <Shape name={name} />
        </svg>
        <span>{labelOf(name)}</span>
      </span>
      <span className={styles.columns} data-sure={sure ? undefined : 'no'} aria-hidden="true">
        {Array.from({ length: ways }, (_, way) => (
          <span key={letterOf(way)} data-best={way === best || undefined}>
            <span style={{ '--share': best === null ? 0 : (probabilities?.[way] ?? 0) }} />
          </span>
        ))}
      </span>
      <span className={styles.best}>
        {probabilities === null ? null : best === null ? (
          lost
        ) : (
          <>
            <b>{letterOf(best)}</b>
            {sure ? <span>{` ${sayPercent(probabilities[best]!)}`}</span> : null}
          </>
        )}
      </span>
    </li>
  );
}

/** What is missing, or what most say and how long it took. */
function Summary() {
  const { lacking, predicted } = usePredicted();
  const { draw } = useWords().omniglot;
  const why = useUnanswered('draw');
  const methods = useMethods();
  const step = useLabState(stepOf);
  const testSteps = useLabState((s) => s.running.testSteps);
  const answers = methods.flatMap(
    (name) => probabilitiesOf(name, predicted, step, testSteps) ?? [],
  );
  const ms = methods.reduce((sum, name) => sum + (predicted?.times[name] ?? 0), 0);
  const most = majority(answers.flatMap((probabilities) => mostProbable(probabilities) ?? []));
  return (
    <div className={styles.summary}>
      <p role="status">{lacking}</p>
      {lacking !== null ? null : most === null ? (
        <p>{why ?? draw.waiting}</p>
      ) : (
        <p>
          <Say
            message={draw.most}
            values={{
              ...{ count: most.count, of: answers.length },
              ...{ letter: letterOf(most.way), ms: sayNumber(Math.round(ms)) },
            }}
          />
        </p>
      )}
      <p className={text.hint}>{draw.onItsOwn}</p>
    </div>
  );
}
