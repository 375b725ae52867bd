/** One task of test characters: its support set, its query set as each method classifies it, and the score. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Slider } from '../../../ui/controls/Slider';
import { lookOf } from '../../../ui/palette';
import { Say, Text, useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import type { Judge } from '../fields';
import { useLab, useLabels, useLabState, useMethods } from '../hooks';
import { stepOf } from '../lab';
import { useGuesses, useLetters } from './byHand';
import { letterOf, nextOpen, type Outcome, outcomeOf, scoreOf, verdictsByHand } from './episode';
import styles from './episode.module.css';
import { HandGrid } from './HandGrid';
import { QueryGrid } from './QueryGrid';
import { ScoreTable } from './ScoreTable';
import { SupportGrid } from './SupportGrid';

/** More classes than this have no room for controls beside them. */
const MANY = 8;

export function EpisodePanel() {
  const lab = useLab();
  const { episode: text } = useWords().omniglot;
  const methods = useMethods();
  const { task, view, running } = useLabState((s) => ({
    task: s.answers.episode,
    view: s.view,
    running: s.running,
  }));
  const step = useLabState(stepOf);
  const { guesses, guess, clear } = useGuesses(task);
  const [byHand, setByHand] = useState(false);
  const [asked, setAsked] = useState(0);
  const scores = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (!byHand) return;
    // What had focus is gone by then: it goes to the person's own score.
    return () => {
      scores.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
    };
  }, [byHand]);

  const { testSteps } = running;
  const { ways, shots } = task ?? running;
  const count = task?.labels.length ?? running.ways * running.queries;
  const current = Math.min(asked, count - 1);
  const labels = task?.labels ?? [];
  const outcomes = useMemo(
    () =>
      Object.fromEntries(
        methods.map((name) => [
          name,
          task === null ? null : outcomeOf(name, task, step, testSteps),
        ]),
      ) as Partial<Record<(typeof methods)[number], Outcome | null>>,
    [methods, task, step, testSteps],
  );
  const own = verdictsByHand(guesses, labels);
  const ownScore = scoreOf(own);
  const isThere =
    view.judge === 'you' ? ownScore.total > 0 : (methods as readonly Judge[]).includes(view.judge);
  const judge: Judge = isThere ? view.judge : (methods[0] ?? 'you');

  const another = (hand: boolean) => {
    lab.forgetAnswer('episode');
    lab.see({ episode: view.episode + 1 }, 'episode');
    setByHand(hand);
    setAsked(0);
  };
  const startOver = () => {
    clear();
    setAsked(0);
  };
  const compare = () => {
    setByHand(false);
    lab.see({ judge: 'you' });
  };
  const choose = (way: number | null) => {
    if (task === null) return;
    const now = guess(current, way);
    if (way === null) return;
    const next = nextOpen(now, count, current);
    if (next === null) compare();
    else setAsked(next);
  };
  const why = useUnanswered('episode');
  const onKeyDown = useLetters(byHand, { ways, onChoose: choose });

  return (
    <section className={styles.episode} aria-labelledby="episode" aria-busy={task === null}>
      <header className={styles.heading}>
        <h3 id="episode">{text.title}</h3>
        <About />
        <Button small onClick={() => another(byHand)}>
          {text.another}
        </Button>
      </header>
      {why === null ? null : <p role="status">{why}</p>}
      <div className={styles.given} data-many={ways > MANY || undefined}>
        <SupportGrid
          ways={ways}
          shots={shots}
          support={task?.support ?? null}
          names={task?.names ?? []}
          onChoose={byHand ? choose : null}
          onKeyDown={onKeyDown}
        />
        <div className={styles.controls}>
          <p>
            <Say message={text.stepsAt} values={{ at: step, of: testSteps }} />
          </p>
          <Slider
            label={text.steps}
            min={0}
            max={testSteps}
            value={step}
            valueText={say(text.stepsValue, { at: step, of: testSteps })}
            disabled={byHand}
            onChange={(at) => lab.see({ step: at })}
          />
          <p className={styles.hint}>
            {byHand
              ? say(text.press, { first: letterOf(0), last: letterOf(ways - 1) })
              : text.farther}
          </p>
        </div>
      </div>
      <div className={styles.asked}>
        <div>
          {byHand ? (
            <div className={styles.caption}>
              <p role="status">
                <Say message={text.which} values={{ done: ownScore.total, of: count }} />
              </p>
              <Button small disabled={ownScore.total === 0} onClick={compare}>
                {text.compare}
              </Button>
              <Button small voice="quiet" onClick={startOver}>
                {text.startOver}
              </Button>
            </div>
          ) : (
            <div className={styles.caption}>
              <p>
                <Asked judge={judge} outcome={judge === 'you' ? null : outcomes[judge]} />
              </p>
              <Button small title={text.byHandHelp} onClick={() => another(true)}>
                {text.byHand}
              </Button>
            </div>
          )}
          {byHand ? (
            <HandGrid
              // Another task is begun at its first drawing.
              key={view.episode}
              count={count}
              query={task?.query ?? null}
              guesses={guesses}
              current={current}
              onCurrent={setAsked}
              onKeyDown={onKeyDown}
            />
          ) : (
            <QueryGrid
              count={count}
              query={task?.query ?? null}
              labels={labels}
              verdicts={judge === 'you' ? own : (outcomes[judge]?.verdicts ?? [])}
              color={judge === 'you' ? 'var(--ink)' : lookOf(judge).color}
            />
          )}
        </div>
        <ScoreTable
          ref={scores}
          methods={methods}
          outcomes={outcomes}
          own={ownScore.total === 0 ? null : ownScore}
          judge={judge}
          onJudge={(next) => lab.see({ judge: next })}
          hidden={byHand}
        />
      </div>
    </section>
  );
}

/** What the task is, and how its drawings are normalised: no result is without it. */
function About() {
  const { episode: text, statistics: said } = useWords().omniglot;
  const { source, ways, shots, statistics } = useLabState(({ answers: { episode }, running }) => ({
    source: episode?.source ?? running.characters,
    ways: episode?.ways ?? running.ways,
    shots: episode?.shots ?? running.shots,
    statistics: episode?.statistics ?? running.statistics,
  }));
  return (
    <p className={styles.about}>
      {say(text.about, { ways, shots })} ·{' '}
      <span data-procedural={source === 'procedural' || undefined}>{text.sources[source]}</span> ·{' '}
      {said[statistics]}
    </p>
  );
}

interface AskedProps {
  readonly judge: Judge;
  readonly outcome: Outcome | null | undefined;
}

/** Whose verdicts are in sight, and after how many steps of its own. */
function Asked({ judge, outcome }: AskedProps) {
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
