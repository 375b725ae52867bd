/** What is in sight of a task, in words. */

import { Say, Text, useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useRunState } from '../../kit/context';
import type { Judge } from '../fields';
import { useLabels, useLabState } from '../hooks';
import { kindTexts } from '../phrases';
import type { Outcome } from './episode';
import styles from './episode.module.css';

/** What the task is, and how its drawings are normalised: no result is without it. */
export function About() {
  const words = useWords();
  const { episode: text, statistics: said } = words.omniglot;
  const ungranted = useRunState((s) => s.remarks.some(({ code }) => code === 'few-alphabets'));
  const { source, ways, shots, statistics, running } = useLabState(
    ({ answers: { episode }, running }) => ({
      source: episode?.source ?? running.characters,
      ways: episode?.ways ?? running.ways,
      shots: episode?.shots ?? running.shots,
      statistics: episode?.statistics ?? running.statistics,
      running,
    }),
  );
  return (
    <p className={styles.about}>
      <span>{say(text.about, { ways, shots })}</span>
      <span data-procedural={source === 'procedural' || undefined}>{text.sources[source]}</span>
      <span>{said[statistics]}</span>
      {kindTexts(words, running, { source, ungranted }).map((kind) => (
        <span key={kind}>{kind}</span>
      ))}
    </p>
  );
}

interface AskedProps {
  readonly judge: Judge;
  readonly outcome: Outcome | null | undefined;
}

/** Whose verdicts are in sight, and after how many steps of its own. */
export function Asked({ judge, outcome }: AskedProps) {
  const { episode: text } = useWords().omniglot;
  const labelOf = useLabels();
  if (judge === 'you') return <Text of={text.byYou} />;
  const name = labelOf(judge);
  const { step, steps } = outcome ?? { step: 0, steps: 0 };
  return steps === 0 ? (
    <Say message={text.by} values={{ name }} />
  ) : (
    <Say message={text.byAfter} values={{ name, step, steps }} />
  );
}
