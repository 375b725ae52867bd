/** One task of test characters: its support set, its query set as each method classifies it, and the score. */

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/controls/Button';
import { Slider } from '../../../ui/controls/Slider';
import { lookOf } from '../../../ui/palette';
import { methodLabels, statisticsLabels } from '../spec';
import { useLab, useLabState } from '../useLab';
import {
  letterOf,
  nextOpen,
  type Outcome,
  outcomeOf,
  scoreOf,
  verdictsByHand,
  wayOf,
} from './episode';
import styles from './episode.module.css';
import { HandGrid } from './HandGrid';
import { QueryGrid } from './QueryGrid';
import { type Judge, ScoreTable } from './ScoreTable';
import { SupportGrid } from './SupportGrid';

/** More classes than this have no room for controls beside them. */
const MANY = 8;

export function EpisodePanel() {
  const lab = useLab();
  const { shown, step, guesses, running } = useLabState((s) => ({
    shown: s.shown,
    step: s.step,
    guesses: s.guesses,
    running: s.running,
  }));
  const [chosen, setChosen] = useState<Judge>('maml');
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

  const { methods, testSteps } = running;
  const { ways, shots } = shown ?? running;
  const count = shown?.labels.length ?? running.ways * running.queries;
  const current = Math.min(asked, count - 1);
  const labels = shown?.labels ?? [];
  const position = Math.min(step, testSteps);
  const outcomes = useMemo(
    () =>
      Object.fromEntries(
        methods.map((name) => [
          name,
          shown === null ? null : outcomeOf(name, shown, position, testSteps),
        ]),
      ) as Partial<Record<(typeof methods)[number], Outcome | null>>,
    [methods, shown, position, testSteps],
  );
  const own = verdictsByHand(guesses, labels);
  const ownScore = scoreOf(own);
  const judge: Judge =
    (chosen === 'you' && ownScore.total > 0) || methods.some((name) => name === chosen)
      ? chosen
      : methods[0]!;

  const another = (hand: boolean) => {
    lab.newEpisode();
    setByHand(hand);
    setAsked(0);
  };
  const startOver = () => {
    lab.clearGuesses();
    setAsked(0);
  };
  const compare = () => {
    setByHand(false);
    setChosen('you');
  };
  const choose = (way: number) => {
    if (shown === null) return;
    lab.guess(current, way);
    const { guesses: now } = lab.store.getState();
    const next = nextOpen(now, count, current);
    if (next === null) compare();
    else setAsked(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = wayOf(event.key, ways);
    if (way !== null) choose(way);
    else if (event.key === 'Delete' || event.key === 'Backspace') lab.guess(current, null);
    else return;
    event.preventDefault();
  };

  return (
    <section className={styles.episode} aria-labelledby="episode" aria-busy={shown === null}>
      <header className={styles.heading}>
        <h3 id="episode">Episode</h3>
        <About />
        <Button small onClick={() => another(byHand)}>
          New episode
        </Button>
      </header>
      <div className={styles.given} data-many={ways > MANY || undefined}>
        <SupportGrid
          ways={ways}
          shots={shots}
          support={shown?.support ?? null}
          names={shown?.names ?? []}
          onChoose={byHand ? choose : null}
          onKeyDown={onKeyDown}
        />
        <div className={styles.controls}>
          <p>
            Gradient steps <b>{position}</b> of {testSteps}
          </p>
          <Slider
            label="Gradient steps"
            min={0}
            max={testSteps}
            value={position}
            valueText={`${position} of ${testSteps}`}
            disabled={byHand}
            onChange={(at) => lab.showStep(at)}
          />
          <p className={styles.hint}>
            {byHand
              ? `Press the framed drawing’s letter, ${letterOf(0)}–${letterOf(ways - 1)}, or choose its class above.`
              : 'Methods with more steps are shown as far through theirs.'}
          </p>
        </div>
      </div>
      <div className={styles.asked}>
        <div>
          {byHand ? (
            <div className={styles.caption}>
              <p role="status">
                <b>Which class is each of these?</b> {ownScore.total} of {count} done
              </p>
              <Button small disabled={ownScore.total === 0} onClick={compare}>
                Compare
              </Button>
              <Button small voice="quiet" onClick={startOver}>
                Start over
              </Button>
            </div>
          ) : (
            <div className={styles.caption}>
              <p>
                <Asked judge={judge} outcome={judge === 'you' ? null : outcomes[judge]} />
              </p>
              <Button
                small
                title="Begins a new episode: the answers of this one are in sight."
                onClick={() => another(true)}
              >
                Classify by hand
              </Button>
            </div>
          )}
          {byHand ? (
            <HandGrid
              count={count}
              query={shown?.query ?? null}
              guesses={guesses}
              current={current}
              onCurrent={setAsked}
              onKeyDown={onKeyDown}
            />
          ) : (
            <QueryGrid
              count={count}
              query={shown?.query ?? null}
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
          onJudge={setChosen}
          hidden={byHand}
        />
      </div>
    </section>
  );
}

/** What the task is, and how its drawings are normalised: no result is without it. */
function About() {
  const { source, ways, shots, statistics } = useLabState(({ shown, running }) => ({
    source: shown?.source ?? running.characters,
    ways: shown?.ways ?? running.ways,
    shots: shown?.shots ?? running.shots,
    statistics: shown?.statistics ?? running.statistics,
  }));
  const procedural = source === 'procedural';
  return (
    <p className={styles.about}>
      {ways}-way {shots}-shot ·{' '}
      <span data-procedural={procedural || undefined}>
        {procedural ? 'procedural characters, not Omniglot' : 'Omniglot test characters'}
      </span>{' '}
      · {statisticsLabels[statistics]}
    </p>
  );
}

interface AskedProps {
  readonly judge: Judge;
  readonly outcome: Outcome | null | undefined;
}

/** Whose verdicts are in sight, and after how many steps of its own. */
function Asked({ judge, outcome }: AskedProps) {
  if (judge === 'you') return <b>Queries as you classified them</b>;
  const { step, steps } = outcome ?? { step: 0, steps: 0 };
  return (
    <>
      <b>Queries as classified by {methodLabels[judge]}</b>
      {steps === 0 ? '' : `, after step ${step} of its ${steps}`}
    </>
  );
}
