/** One task of test characters: its support set, its query set as each method classifies it, and the score. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import { useUnanswered } from '../../kit/Unanswered';
import { episodeAfter, type Judge } from '../fields';
import { useLab, useLabState, useMethods } from '../hooks';
import { stepOf } from '../lab';
import { About, Asked } from './About';
import { useGuesses, useLetters } from './byHand';
import { nextOpen, type Outcome, outcomeOf, scoreOf, verdictsByHand } from './episode';
import styles from './episode.module.css';
import { HandGrid } from './HandGrid';
import { QueryGrid } from './QueryGrid';
import { ScoreTable } from './ScoreTable';
import { Steps } from './Steps';
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
    lab.see({ episode: episodeAfter(view.episode) }, 'episode');
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
        <Steps byHand={byHand} ways={ways} />
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
