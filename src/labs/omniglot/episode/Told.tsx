/** The one number of the task in sight, and a sentence on how it came about. */

import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import type { Judge } from '../fields';
import { useLabels } from '../hooks';
import type { Outcome, Score } from './episode';
import styles from './episode.module.css';

interface ToldProps {
  readonly judge: Judge;
  readonly score: Score | null;
  /** Of a method. */
  readonly outcome: Outcome | null;
  /** Query drawings, and support drawings, of the task. */
  readonly count: number;
  readonly drawings: number;
}

export function Told({ judge, score, outcome, count, drawings }: ToldProps) {
  const { scores: text } = useWords().omniglot;
  const labelOf = useLabels();
  const name = judge === 'you' ? text.you : labelOf(judge);
  const color = judge === 'you' ? 'var(--ink)' : lookOf(judge).color;
  const right = score?.right ?? 0;
  return (
    <>
      <p className={styles.number} style={{ '--method': color }}>
        {score === null || score.total === 0 ? (
          <Say message={text.waiting} values={{ total: count, name }} />
        ) : (
          <Say message={text.right} values={{ right, total: score.total, name }} />
        )}
      </p>
      <p className={styles.sentence}>
        {judge === 'you' ? (
          <Say message={text.byYou} values={{ drawings }} />
        ) : outcome === null ? null : outcome.steps === 0 ? (
          <Say message={text.compared} values={{ drawings }} />
        ) : outcome.step === 0 ? (
          <Say message={text.untouched} values={{ drawings }} />
        ) : (
          <Say
            message={text.adapted}
            values={{ before: outcome.before, right, steps: outcome.step, drawings }}
          />
        )}
      </p>
    </>
  );
}
