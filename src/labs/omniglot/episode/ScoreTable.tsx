/** What each method has right, query by query, and a person; a row says whose answers stand under the drawings. */

import { type Ref, useId } from 'react';
import { letterOf } from '../../../characters/letters';
import { useWords } from '../../../ui/Say';
import { Term } from '../../../ui/useHint';
import { sayNumber, sayPercent } from '../../../words/format';
import type { Judge } from '../fields';
import { useLabels, useLabState } from '../hooks';
import type { MethodName } from '../methods/registry';
import { accuracyText } from '../phrases';
import type { Outcome, Score, Verdict } from './episode';
import styles from './episode.module.css';
import { Shape, WRONG } from './Shape';

/** More query drawings than this have no marks of their own. */
const MANY = 40;

type Verdicts = readonly (Verdict | null)[];

interface ScoreTableProps {
  readonly ref: Ref<HTMLTableElement>;
  readonly methods: readonly MethodName[];
  readonly outcomes: Readonly<Partial<Record<MethodName, Outcome | null>>>;
  /** The class that a method gives to the drawn query. */
  readonly drawn: Readonly<Partial<Record<MethodName, number>>>;
  /** Query drawings of the task. */
  readonly count: number;
  /** Of a person; null before they have classified anything. */
  readonly own: { readonly score: Score; readonly verdicts: Verdicts } | null;
  readonly judge: Judge;
  readonly onJudge: (judge: Judge) => void;
}

export function ScoreTable(props: ScoreTableProps) {
  const { ref, methods, outcomes, drawn, count, own, judge, onJudge } = props;
  const group = useId();
  const { scores: text } = useWords().omniglot;
  const labelOf = useLabels();
  const accuracy = useLabState((s) => s.answers.accuracy);
  return (
    <div className={styles.table}>
      <table ref={ref} className={styles.scores} data-marks={count <= MANY || undefined}>
        <caption className="hidden-visually">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">{text.method}</span>
              {count > MANY ? null : <Numbers count={count} />}
            </th>
            <th scope="col">{text.correct}</th>
            <th scope="col">
              <Term help={text.heldOutHelp}>{text.heldOut}</Term>
            </th>
            <th scope="col" className={styles.wide}>
              <Term help={text.sureHelp}>{text.sure}</Term>
            </th>
            <th scope="col" className={styles.wide}>
              {text.ms}
            </th>
          </tr>
        </thead>
        <tbody>
          {methods.map((name) => {
            const outcome = outcomes[name] ?? null;
            const held = accuracy?.methods[name];
            const ms = outcome?.ms ?? null;
            return (
              <Row
                key={name}
                {...{ group, count }}
                chosen={judge === name}
                onChoose={() => onJudge(name)}
                label={labelOf(name)}
                shape={<Shape name={name} />}
                verdicts={outcome?.verdicts ?? []}
                drawn={drawn[name] ?? null}
                score={outcome?.score ?? null}
              >
                <td data-part="accuracy">
                  {held === undefined || !Number.isFinite(held.mean) ? (
                    '–'
                  ) : (
                    <>
                      <span>{accuracyText(held.mean)}</span>
                      <small>
                        {Number.isFinite(held.ci95) ? ` ± ${accuracyText(held.ci95)}` : ''}
                      </small>
                    </>
                  )}
                </td>
                <td className={styles.wide}>{sureText(outcome)}</td>
                <td className={styles.wide}>{ms === null ? '–' : timeText(ms)}</td>
              </Row>
            );
          })}
          {own === null ? null : (
            <Row
              {...{ group, count }}
              chosen={judge === 'you'}
              onChoose={() => onJudge('you')}
              label={text.you}
              shape={<path d={PERSON} fill="none" stroke="currentColor" strokeWidth={1.3} />}
              verdicts={own.verdicts}
              drawn={null}
              score={own.score}
            >
              <td>–</td>
              <td className={styles.wide}>–</td>
              <td className={styles.wide}>–</td>
            </Row>
          )}
        </tbody>
      </table>
      <p className={styles.hint}>{text.press}</p>
    </div>
  );
}

const PERSON =
  'M-1.9-2.4a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0zM-4.2 4.6c.3-2.8 1.9-3.9 4.2-3.9s3.9 1.1 4.2 3.9';

interface RowProps {
  readonly group: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly label: string;
  readonly shape: React.ReactNode;
  readonly verdicts: Verdicts;
  readonly drawn: number | null;
  readonly score: Score | null;
  readonly children: React.ReactNode;
}

function Row(props: RowProps) {
  const { group, count, chosen, onChoose, label, shape, verdicts, drawn, score, children } = props;
  const empty = score === null || score.total === 0;
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <label>
          <input type="radio" name={group} checked={chosen} onChange={onChoose} />
          <svg viewBox="-6 -6 12 12" aria-hidden="true">
            {shape}
          </svg>
          <span>{label}</span>
        </label>
        {count > MANY ? null : <Marks {...{ count, verdicts, drawn, shape }} />}
      </th>
      <td>{empty ? '–' : `${score.right}/${score.total}`}</td>
      {children}
    </tr>
  );
}

/** Between the middles of two marks. */
const PITCH = 13;

const stripOf = (count: number) => ({
  className: styles.marks,
  // The drawn query is the last.
  viewBox: `0 -7 ${PITCH * (count + 1)} 14`,
  preserveAspectRatio: 'xMinYMid',
  style: { '--count': count + 1 },
});
const middleOf = (index: number): number => PITCH * (index + 0.5);

/** Query by query, the method's shape where it is right; then the letter that it gives to the drawn query. */
function Marks({
  count,
  verdicts,
  drawn,
  shape,
}: Pick<RowProps, 'count' | 'verdicts' | 'drawn' | 'shape'>) {
  return (
    <svg {...stripOf(count)} aria-hidden="true">
      {verdicts.map((verdict, query) =>
        verdict === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a query drawing is its place
          <g key={query} transform={`translate(${middleOf(query)} 0)`}>
            {verdict.right ? shape : <path d={WRONG} className={styles.cross} />}
          </g>
        ),
      )}
      {drawn === null ? null : (
        <text x={middleOf(count)} className={styles.letter}>
          {letterOf(drawn)}
        </text>
      )}
    </svg>
  );
}

function Numbers({ count }: { readonly count: number }) {
  return (
    <svg {...stripOf(count)} aria-hidden="true">
      {Array.from({ length: count }, (_, query) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a query drawing is its place
        <text key={query} x={middleOf(query)}>
          {query + 1}
        </text>
      ))}
      <path className={styles.pencil} d={`M${middleOf(count) - 3.5} 3.5l1-3 5-5 2 2-5 5z`} />
    </svg>
  );
}

function sureText(outcome: Outcome | null): string {
  const confidence = outcome?.score.confidence ?? null;
  return confidence === null ? '–' : sayPercent(confidence);
}

function timeText(ms: number): string {
  const digits = ms < 9.95 ? 1 : 0;
  return sayNumber(ms, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
