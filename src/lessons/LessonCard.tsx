/** A scene in sight: what it says, what it asks, what it runs, and what came out, in the numbers of the run. */

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type AnyLab, type SharedState, useAnyLab } from '../labs/kit/context';
import { Late } from '../labs/kit/Late';
import type { LessonName } from '../labs/kit/story/lessonNames';
import { type Sight, sightOf } from '../labs/kit/story/story';
import { useRing } from '../labs/kit/story/useRing';
import { Button } from '../ui/controls/Button';
import { Text, useWords } from '../ui/Say';
import { say, sayNumber } from '../words/format';
import { answerIn, answersStore, keepAnswer, keyOf } from './answers';
import type { Hidden, LessonScene, Question } from './lesson';
import styles from './lessons.module.css';
import { ChooseOne } from './questions/ChooseOne';
import { DrawCurve } from './questions/DrawCurve';
import { type SceneWords, sceneWords } from './said';

interface LessonCardProps {
  readonly name: LessonName;
  readonly scene: LessonScene;
  /** Its place in the lesson, from 1. */
  readonly at: number;
  readonly of: number;
  /** Whether there is room beside the stage. */
  readonly beside: boolean;
  readonly go: (at: number) => void;
  /** Out of the lesson, with the lab as it is. */
  readonly leave: () => void;
}

type Stage = 'asked' | 'running' | 'shown';

export function LessonCard({ name, scene, at, of, beside, go, leave }: LessonCardProps) {
  const lab = useAnyLab();
  const words = useWords();
  const { ways } = words.lessons;
  const key = keyOf(name, scene.name);
  const { stage, act, stop, now } = useStage(lab, scene, key);
  const said = sceneWords(words, name, scene.name);
  const card = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it comes; not when settings open beside it
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    // Of a long scene, the one button stands far below the plot.
    if (beside && !scene.below) scrollTo({ top: 0 });
  }, []);
  useRing(scene.part, stage === 'asked');
  useHidden(stage === 'shown' ? scene.withholds : (scene.hides ?? scene.withholds));
  useBelow(scene.below === true);
  const shown = stage === 'shown';
  const seen = shown && scene.seen !== undefined ? (scene.seen(words, now) ?? ways.coming) : null;
  const tells = seen !== null || stage === 'running';
  useEffect(() => {
    // In a sheet it may stand below what is in sight.
    if (tells) card.current?.scrollTo({ top: card.current.scrollHeight });
  }, [tells]);
  const last = at === of;
  return (
    <section
      ref={card}
      className={styles.card}
      data-lesson={beside ? 'beside' : 'above'}
      data-below={scene.below || undefined}
      data-wide={scene.picture !== undefined || undefined}
      aria-labelledby="scene"
      tabIndex={-1}
    >
      <Place at={at} of={of} title={words.lessons.all[name].title} />
      <h3 id="scene">{said.title}</h3>
      <p>
        <Text of={said.text} />
      </p>
      {scene.picture === undefined ? null : <Late of={scene.picture} given={{ revealed: shown }} />}
      {scene.question === undefined ? null : (
        <Asked id={key} question={scene.question} words={said} shown={shown} now={now} />
      )}
      <div aria-live="polite" className={styles.seen}>
        {stage === 'running' ? <Progress until={scene.run!.until} at={now.iteration} /> : null}
        {seen === null ? null : (
          <p>
            <Text of={seen} />
          </p>
        )}
      </div>
      <div className={styles.ways}>
        {at > 1 ? (
          <Button data-part="back" onClick={() => go(at - 1)}>
            {ways.back}
          </Button>
        ) : null}
        {stage === 'running' ? (
          <Button voice="primary" data-part="next" onClick={stop}>
            {ways.enough}
          </Button>
        ) : !shown ? (
          <Button voice="primary" data-part="next" onClick={act}>
            {said.act ?? ways.show}
          </Button>
        ) : last ? (
          <a className={styles.onward} data-part="next" href="#/lessons">
            {ways.end}
          </a>
        ) : (
          <Button voice="primary" data-part="next" onClick={() => go(at + 1)}>
            {ways.next}
          </Button>
        )}
      </div>
      <p className={styles.leave}>
        <Button small voice="quiet" onClick={leave}>
          {ways.leave}
        </Button>
        <a href="#/lessons">{ways.all}</a>
      </p>
    </section>
  );
}

/** Keeps parts of the lab out of sight. */
function useHidden(parts: readonly Hidden[] | undefined): void {
  useEffect(() => {
    if (parts === undefined) return;
    const { dataset } = document.documentElement;
    dataset.hides = parts.join(' ');
    return () => {
      delete dataset.hides;
    };
  }, [parts]);
}

/** What stands below the stage is loaded when it is near: so the page goes there, once there is a place to go to. */
function useBelow(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    document.getElementById('how')?.scrollIntoView();
    const timer = setInterval(() => {
      const place = document.querySelector('[data-part="microscope"]');
      if (place === null) return;
      clearInterval(timer);
      place.scrollIntoView();
    }, 200);
    return () => {
      clearInterval(timer);
      scrollTo({ top: 0 });
    };
  }, [wanted]);
}

/** How far a scene is. What is trained ends by itself: at its meta-iteration, or after its seconds. */
function useStage(lab: AnyLab, scene: LessonScene, key: string) {
  const state = useStore(lab.store);
  const run = useStore(lab.run.store);
  const now: Sight<SharedState> = sightOf(state, run);
  const before = useStore(answersStore, (s) => answerIn(s, key).shown);
  const { until = 0, seconds = 0 } = scene.run ?? {};
  const trained = now.iteration >= until;
  const asks =
    scene.run !== undefined || scene.question !== undefined || scene.reveal !== undefined;
  const [stage, setStage] = useState<Stage>(() =>
    (!asks && scene.picture === undefined) || (before && trained) ? 'shown' : 'asked',
  );
  const show = () => {
    // What is told is of now.
    if (state.lookBack !== null) lab.look(null);
    setStage('shown');
    keepAnswer(key, { shown: true });
    scene.reveal?.(lab);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: of a scene that one comes back to
  useEffect(() => {
    if (stage === 'shown' && before) scene.reveal?.(lab);
  }, []);
  const { training } = now;
  const [begun, setBegun] = useState(false);
  const ended = stage === 'running' && (trained || run.phase === 'failed' || (begun && !training));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has ended
  useEffect(() => {
    if (!ended) return;
    // It is said why, and can be tried again.
    if (run.phase === 'failed') setStage('asked');
    else show();
  }, [ended]);
  useEffect(() => {
    if (stage === 'running' && training) setBegun(true);
  }, [stage, training]);
  useEffect(() => {
    if (stage !== 'running') return;
    const timer = setTimeout(() => lab.pause(), 1000 * seconds);
    return () => clearTimeout(timer);
  }, [stage, seconds, lab]);
  const act = () => {
    if (trained) show();
    else {
      setStage('running');
      lab.train(until);
    }
  };
  const stop = () => {
    lab.pause();
    show();
  };
  return { stage, now, act, stop };
}

interface PlaceProps {
  readonly at: number;
  readonly of: number;
  readonly title: string;
}

function Place({ at, of, title }: PlaceProps) {
  const { ways } = useWords().lessons;
  return (
    <div className={styles.place}>
      <div className={styles.bars} aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scene is its place
          <span key={i} data-past={i < at || undefined} />
        ))}
      </div>
      <p>
        <b>{title}</b>
        <span>{say(ways.place, { at, of })}</span>
      </p>
    </div>
  );
}

function Progress({ at, until }: { readonly at: number; readonly until: number }) {
  const { ways } = useWords().lessons;
  return (
    <p aria-live="off">
      <span>{say(ways.training, { at: sayNumber(at), until: sayNumber(until) })}</span>
      <progress max={until} value={at} aria-label={ways.progress} />
    </p>
  );
}

interface AskedProps {
  readonly id: string;
  readonly question: Question<SharedState>;
  readonly words: SceneWords;
  readonly shown: boolean;
  readonly now: Sight<SharedState>;
}

function Asked({ id, question, words, shown, now }: AskedProps): ReactNode {
  const said = useStore(answersStore, (s) => answerIn(s, id).said);
  const ask = words.ask ?? words.title;
  if (question.kind === 'choose') {
    return (
      <ChooseOne
        ask={ask}
        options={question.options.map((name) => ({ name, label: words.options?.[name] ?? name }))}
        chosen={typeof said === 'string' ? said : null}
        right={shown ? question.right(now) : null}
        onChoose={shown ? null : (name) => keepAnswer(id, { said: name })}
      />
    );
  }
  const fits = Array.isArray(said) && said.length === question.at.length;
  return (
    <DrawCurve
      ask={ask}
      at={question.at}
      top={question.top}
      drawn={fits ? said : null}
      right={shown ? question.right(now) : null}
      onDraw={shown ? null : (curve) => keepAnswer(id, { said: curve })}
    />
  );
}
