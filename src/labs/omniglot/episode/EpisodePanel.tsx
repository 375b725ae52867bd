/**
 * One task of test characters: its support set, its query set as each method classifies it, and the score. What a person
 * draws takes its place among them; a person may classify before anybody else does.
 */

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { atOnce } from '../../../ui/atOnce';
import { FigureTool } from '../../../ui/charts/FigureTool';
import { Take } from '../../../ui/charts/Take';
import { Button } from '../../../ui/controls/Button';
import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { DrawPanel } from '../draw/DrawPanel';
import { drawnVerdict, missing, missingSupport } from '../draw/drawn';
import { episodeAfter, type Judge, QUERY } from '../fields';
import { useLab, useLabState, useMethods, usePad } from '../hooks';
import { stepOf } from '../lab';
import { type MethodName, methodOf, ownIn } from '../methods/registry';
import { About, Asked } from './About';
import { useGuesses, useLetters } from './byHand';
import { nextOpen, type Outcome, outcomeOf, scoreOf, verdictsByHand } from './episode';
import styles from './episode.module.css';
import { QueryGrid } from './QueryGrid';
import { ScoreTable } from './ScoreTable';
import { Steps } from './Steps';
import { SupportGrid } from './SupportGrid';
import { Told } from './Told';
import { WhatToSee } from './WhatToSee';
import { YouFirst } from './YouFirst';

export function EpisodePanel() {
  const lab = useLab();
  const words = useWords();
  const { episode: text, byHand: handText } = words.omniglot;
  const { task, view, running } = useLabState((s) => ({
    task: s.answers.episode,
    view: s.view,
    running: s.running,
  }));
  const { guesses, guess, clear } = useGuesses(task);
  const byHand = view.first === 'you';
  // What came with the address is to be seen.
  const [drawing, setDrawing] = useState(view.drawings !== '');
  const [asked, setAsked] = useState(0);
  const sheet = useRef<HTMLDivElement>(null);
  const scores = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (!byHand) return;
    // What had focus is gone by then: it goes to the person's own score.
    return () => {
      scores.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
    };
  }, [byHand]);

  const { ways, shots } = task ?? running;
  const count = task?.labels.length ?? running.ways * running.queries;
  const current = Math.min(asked, count - 1);
  const labels = task?.labels ?? [];
  const names = task?.names ?? [];
  const { methods, outcomes, drawn } = useSaid();
  /** Whoever compares alone takes no gradient steps that could be led through. */
  const adapts = methods.some((name) => methodOf(name).steps(running, ownIn(name, running)) > 0);
  const own = verdictsByHand(guesses, labels);
  const ownScore = scoreOf(own);
  const isThere =
    view.judge === 'you' ? ownScore.total > 0 : (methods as readonly Judge[]).includes(view.judge);
  const judge: Judge = isThere ? view.judge : (methods[0] ?? 'you');
  const outcome = judge === 'you' ? null : (outcomes[judge] ?? null);
  const query = usePad((s) => s.query);
  const places = usePad((s) => s.drawings.length);
  const inHand = drawing
    ? {
        place: view.place < places ? view.place : QUERY,
        onPlace: (place: number) => lab.see({ place }),
      }
    : null;

  const another = (hand: boolean) => {
    lab.forgetAnswer('episode');
    const first = hand ? 'you' : 'nobody';
    lab.see({ episode: episodeAfter(view.episode), first }, 'episode');
    setDrawing(drawing && !hand);
    setAsked(0);
  };
  const startOver = () => {
    clear();
    setAsked(0);
  };
  const compare = () => {
    lab.see({ judge: 'you', first: 'nobody' });
  };
  const choose = (way: number | null) => {
    if (task === null) return;
    const now = guess(current, way);
    if (way === null) return;
    const next = nextOpen(now, count, current);
    if (next === null) compare();
    else setAsked(next);
  };
  const draw = () => {
    // Rendered at once, so that what is drawn on can have the focus.
    atOnce(() => setDrawing(true));
    lab.see({ place: QUERY });
    const pad = sheet.current?.querySelector<HTMLElement>('[role="application"]');
    pad?.focus({ preventScroll: true });
    pad?.closest('section')?.scrollIntoView({ block: 'nearest' });
  };
  const why = useUnanswered('episode');
  const lacking = usePad((s) => missingSupport(words, s));
  const onKeyDown = useLetters(byHand, { ways, onChoose: choose });

  return (
    <section
      data-panel="named"
      className={styles.episode}
      aria-labelledby="episode"
      aria-busy={task === null}
    >
      <h3 id="episode" className="hidden-visually">
        {text.title}
      </h3>
      <div className={styles.board}>
        <div ref={sheet} data-figure className={styles.sheet}>
          <div className={styles.top}>
            <About />
            <Take title={text.title} />
            <FigureTool />
          </div>
          {why === null ? null : <p role="status">{why}</p>}
          {byHand ? (
            <YouFirst
              number={view.episode}
              query={task?.query ?? null}
              onCurrent={setAsked}
              onChoose={choose}
              {...{ count, names, guesses, current, onKeyDown }}
            />
          ) : (
            <Grids drawing={drawing}>
              <p className={styles.caption}>{say(text.oneOfEach, { shots })}</p>
              <SupportGrid names={names} inHand={inHand} />
              <p className={styles.caption} data-below>
                {lacking ?? <Asked judge={judge} outcome={outcome} />}
              </p>
              <QueryGrid
                query={task?.query ?? null}
                verdicts={judge === 'you' ? own : (outcome?.verdicts ?? [])}
                drawn={{
                  drawing: query,
                  verdict: judge === 'you' ? null : (drawn[judge] ?? null),
                  inHand,
                  onDraw: draw,
                }}
                color={judge === 'you' ? 'var(--ink)' : lookOf(judge).color}
                {...{ count, labels }}
              />
            </Grids>
          )}
          <div data-passing className={styles.actions}>
            {byHand || !adapts ? null : <Steps />}
            {byHand ? null : (
              <Button aria-expanded={drawing} onClick={drawing ? () => setDrawing(false) : draw}>
                {drawing ? text.drawNoMore : text.drawOne}
              </Button>
            )}
            <Button data-part="task" onClick={() => another(byHand)}>
              {text.another}
            </Button>
            {byHand ? null : <Button onClick={() => lab.see({ test: 'lake' })}>{text.lake}</Button>}
            {byHand ? null : (
              <Button voice="primary" title={text.byHandHelp} onClick={() => another(true)}>
                {text.byHand}
              </Button>
            )}
          </div>
          {inHand === null || byHand ? null : <DrawPanel place={inHand.place} />}
        </div>
        <div data-part="score" className={styles.side}>
          {byHand ? (
            <>
              <h4>{handText.title}</h4>
              <p className={styles.sentence}>{say(handText.lead, { shots })}</p>
              <p className={styles.number} role="status">
                <Say message={handText.done} values={{ done: ownScore.total, of: count }} />
              </p>
              <p className={styles.hint}>{handText.hidden}</p>
              <div className={styles.buttons}>
                <Button disabled={ownScore.total === 0} onClick={compare}>
                  {handText.compare}
                </Button>
                <Button voice="quiet" onClick={startOver}>
                  {handText.startOver}
                </Button>
              </div>
            </>
          ) : (
            <>
              <Told
                score={judge === 'you' ? ownScore : (outcome?.score ?? null)}
                drawings={ways * shots}
                {...{ judge, outcome, count }}
              />
              <ScoreTable
                ref={scores}
                drawn={Object.fromEntries(
                  Object.entries(drawn).map(([name, verdict]) => [name, verdict?.way]),
                )}
                own={ownScore.total === 0 ? null : { score: ownScore, verdicts: own }}
                onJudge={(next) => lab.see({ judge: next })}
                {...{ methods, outcomes, count, judge }}
              />
            </>
          )}
        </div>
        {byHand ? null : (
          <div className={styles.see}>
            <WhatToSee />
          </div>
        )}
      </div>
    </section>
  );
}

/** The drawings of the task; while a person draws, each is a place to choose. */
function Grids({ drawing, children }: { readonly drawing: boolean; readonly children: ReactNode }) {
  const { inHand } = useWords().omniglot.draw;
  if (!drawing) return <div className={styles.grids}>{children}</div>;
  return (
    <fieldset className={styles.grids}>
      <legend className="hidden-visually">{inHand}</legend>
      {children}
    </fieldset>
  );
}

/** What each method says of the queries and of the drawn one, at the step in sight; nothing while a support drawing is missing. */
function useSaid() {
  const words = useWords();
  const methods = useMethods();
  const step = useLabState(stepOf);
  const { task, predicted, testSteps } = useLabState((s) => ({
    task: s.answers.episode,
    predicted: s.answers.draw,
    testSteps: s.running.testSteps,
  }));
  const lacking = usePad((s) => missingSupport(words, s) !== null);
  const lackingQuery = usePad((s) => missing(words, s) !== null);
  return useMemo(() => {
    const of = <T,>(said: (name: MethodName) => T) =>
      Object.fromEntries(methods.map((name) => [name, said(name)])) as Partial<
        Record<MethodName, T>
      >;
    return {
      methods,
      outcomes: of((name): Outcome | null =>
        task === null || lacking ? null : outcomeOf(name, task, step, testSteps),
      ),
      drawn: of((name) => (lackingQuery ? null : drawnVerdict(name, predicted, step, testSteps))),
    };
  }, [methods, task, predicted, step, testSteps, lacking, lackingQuery]);
}
