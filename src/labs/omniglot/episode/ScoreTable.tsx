/** How many query drawings each method has right, and a person; a row says whose verdicts are in sight. */

import { type Ref, useId } from 'react';
import { Swatch } from '../../../ui/charts/layers';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { sayNumber } from '../../../words/format';
import type { Judge } from '../fields';
import { useLabels } from '../hooks';
import type { MethodName } from '../methods/registry';
import { type Outcome, percent, type Score } from './episode';
import styles from './episode.module.css';

interface ScoreTableProps {
  readonly ref: Ref<HTMLTableElement>;
  readonly methods: readonly MethodName[];
  readonly outcomes: Readonly<Partial<Record<MethodName, Outcome | null>>>;
  /** Null before a person has classified anything. */
  readonly own: Score | null;
  readonly judge: Judge;
  readonly onJudge: (judge: Judge) => void;
  /** Whether numbers wait for a person who classifies by hand. */
  readonly hidden: boolean;
}

export function ScoreTable(props: ScoreTableProps) {
  const { ref, methods, outcomes, own, judge, onJudge, hidden } = props;
  const group = useId();
  const { scores: text } = useWords().omniglot;
  const labelOf = useLabels();
  return (
    <table ref={ref} className={styles.scores}>
      <caption>
        <span>{text.caption}</span>
        <span>{hidden ? text.hidden : text.choose}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{text.method}</th>
          <th scope="col" className={styles.step}>
            {text.step}
          </th>
          <th scope="col">{text.correct}</th>
          <th scope="col">{text.accuracy}</th>
          <th scope="col">
            <Term help={text.confidenceHelp}>{text.confidence}</Term>
          </th>
          <th scope="col">{text.ms}</th>
        </tr>
      </thead>
      <tbody>
        {methods.map((name) => {
          const outcome = hidden ? null : (outcomes[name] ?? null);
          return (
            <tr key={name} data-chosen={(!hidden && judge === name) || undefined}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={group}
                    checked={judge === name}
                    disabled={hidden}
                    onChange={() => onJudge(name)}
                  />
                  <Swatch look={lookOf(name)} />
                  <span>{labelOf(name)}</span>
                </label>
              </th>
              <td className={styles.step}>{stepText(outcome)}</td>
              <Numbers score={outcome?.score ?? null} />
              <td>{outcome?.ms == null ? '–' : timeText(outcome.ms)}</td>
            </tr>
          );
        })}
        <tr data-chosen={judge === 'you' || undefined}>
          <th scope="row">
            <label>
              <input
                type="radio"
                name={group}
                checked={judge === 'you'}
                disabled={hidden || own === null}
                onChange={() => onJudge('you')}
              />
              <span className={styles.person}>
                <Person />
              </span>
              <span>{text.you}</span>
            </label>
          </th>
          <td className={styles.step}>–</td>
          <Numbers score={hidden ? null : own} />
          <td>–</td>
        </tr>
      </tbody>
    </table>
  );
}

function Numbers({ score }: { readonly score: Score | null }) {
  const empty = score === null || score.total === 0;
  return (
    <>
      <td>{empty ? '–' : `${score.right}/${score.total}`}</td>
      <td>{empty ? '–' : percent(score.right / score.total)}</td>
      <td>{empty || score.confidence === null ? '–' : percent(score.confidence)}</td>
    </>
  );
}

const stepText = (outcome: Outcome | null): string =>
  outcome === null || outcome.steps === 0 ? '–' : `${outcome.step}/${outcome.steps}`;

function timeText(ms: number): string {
  const digits = ms < 9.95 ? 1 : 0;
  return sayNumber(ms, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function Person() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="3.4" r="2.2" />
      <path d="M1.6 11c.3-3 2-4.2 4.4-4.2S10.1 8 10.4 11" />
    </svg>
  );
}
