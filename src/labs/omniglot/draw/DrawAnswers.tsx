/** What each method makes of the query: the probability of every class as a small column. */

import { Swatch } from '../../../ui/charts/layers';
import { lookOf } from '../../../ui/palette';
import text from '../../../ui/text.module.css';
import { letterOf, percent } from '../episode/episode';
import { type MethodName, methodLabels } from '../spec';
import { useLabState } from '../useLab';
import styles from './draw.module.css';
import { majority, missing, mostProbable } from './drawn';

/** With more classes, columns take a line of their own. */
const FEW = 8;

/** What is missing, and the answer to what is drawn: while something is missing, a late one says nothing. */
function usePredicted() {
  const lacking = useLabState((s) => missing(s.drawings, s.queryDrawing, s.running.shots));
  const predicted = useLabState((s) => s.predicted);
  return { lacking, predicted: lacking === null ? predicted : null };
}

export function DrawAnswers() {
  const { predicted } = usePredicted();
  const methods = useLabState((s) => s.spec.methods);
  const ways = useLabState((s) => Math.ceil(s.drawings.length / s.running.shots));
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
      <ul aria-label="Predictions">
        {methods.map((name) => (
          <Answer key={name} name={name} ways={ways} probabilities={predicted?.methods[name]} />
        ))}
      </ul>
      <Summary />
    </div>
  );
}

interface AnswerProps {
  readonly name: MethodName;
  readonly ways: number;
  readonly probabilities: Float32Array | undefined;
}

function Answer({ name, ways, probabilities }: AnswerProps) {
  const best = probabilities === undefined ? null : mostProbable(probabilities);
  return (
    <li className={styles.row} style={{ '--method': lookOf(name).color }}>
      <span className={styles.method}>
        <Swatch look={lookOf(name)} />
        <span>{methodLabels[name]}</span>
      </span>
      <span
        className={styles.columns}
        data-sure={name === 'pixels' ? 'no' : undefined}
        aria-hidden="true"
      >
        {Array.from({ length: ways }, (_, way) => (
          <span key={letterOf(way)} data-best={way === best || undefined}>
            <span style={{ '--share': best === null ? 0 : (probabilities?.[way] ?? 0) }} />
          </span>
        ))}
      </span>
      <span className={styles.best}>
        {probabilities === undefined ? null : best === null ? (
          'lost'
        ) : (
          <>
            <b>{letterOf(best)}</b>{' '}
            {/* The nearest drawing says which class it is, not how sure that is. */}
            {name === 'pixels' ? null : percent(probabilities[best]!)}
          </>
        )}
      </span>
    </li>
  );
}

/** What is missing, or what most say and how long it took. */
function Summary() {
  const { lacking, predicted } = usePredicted();
  const methods = useLabState((s) => s.spec.methods);
  const answers = methods.flatMap((name) => predicted?.methods[name] ?? []);
  const ms = methods.reduce((sum, name) => sum + (predicted?.times[name] ?? 0), 0);
  const most = majority(answers.flatMap((probabilities) => mostProbable(probabilities) ?? []));
  return (
    <div className={styles.summary}>
      <p role="status">{lacking}</p>
      {lacking !== null ? null : most === null ? (
        <p>Waiting for the networks …</p>
      ) : (
        <p>
          <b>
            {most.count} of {answers.length}
          </b>{' '}
          say <b>{letterOf(most.way)}</b>: adapted and predicted in <b>{ms.toFixed(0)} ms</b>.
        </p>
      )}
      <p className={text.hint}>
        A drawing is classified on its own, whatever the batch statistics of the episode.
      </p>
    </div>
  );
}
